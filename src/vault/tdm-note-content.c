/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-content.h"

#include <sodium.h>
#include <string.h>

/* What is inside a sealed note: everything that is known of it but which note and which revision it is. Numbers are
 * little-endian, texts UTF-8 with their length before them; then comes 0x80, then zeros. */

#define FORM 1
#define PLAIN 1
#define QUESTION 2
#define N_FIXED 28
#define N_TEXTS 4
#define MARK 0x80

/* Uids, and far more than an honest file has */
#define UID_MOST 255

static const gsize most_bytes[N_TEXTS] = { UID_MOST, UID_MOST, TDM_NOTE_TITLE_MOST, TDM_NOTE_TEXT_MOST };

static void
write_number (guint8 **out, guint n, guint64 value)
{
  for (guint i = 0; i < n; i++, value >>= 8)
    *(*out)++ = value & 0xFF;
}

static guint64
read_number (const guint8 *bytes, guint n)
{
  guint64 value = 0;

  while (n-- > 0)
    value = value << 8 | bytes[n];
  return value;
}

/**
 * tdm_note_content_write:
 * @note: a whole note
 * @length: (out): how long the result is
 * @error: %TDM_VAULT_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable) (array length=length): the padded content, for tdm_note_content_free()
 */
guint8 *
tdm_note_content_write (const TdmVaultNote *note, gsize *length, GError **error)
{
  const char *texts[N_TEXTS] = { note->pair, note->meeting, note->title, note->text };
  gsize needed = N_FIXED;
  guint8 *content, *out;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (strlen (texts[i]) > most_bytes[i])
        {
          tdm_vault_error_set (error, TDM_VAULT_ERROR_TOO_LARGE);
          return NULL;
        }
      needed += 4 + strlen (texts[i]);
    }

  *length = tdm_sealed_note_get_padded_length (needed);
  content = out = g_malloc0 (*length);
  write_number (&out, 1, FORM);
  write_number (&out, 1, note->is_question ? QUESTION : PLAIN);
  write_number (&out, 2, 0);
  write_number (&out, 8, note->created);
  write_number (&out, 8, note->modified);
  write_number (&out, 8, note->removed);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      gsize n = strlen (texts[i]);

      write_number (&out, 4, n);
      memcpy (out, texts[i], n);
      out += n;
    }
  *out = MARK;
  return content;
}

void
tdm_note_content_free (guint8 *content, gsize length)
{
  if (content)
    sodium_memzero (content, length);
  g_free (content);
}

static gboolean
content_are_texts (const TdmNoteBytes texts[N_TEXTS], guint n)
{
  for (guint i = 0; i < n; i++)
    if (!g_utf8_validate ((const char *) texts[i].data, texts[i].length, NULL))
      return FALSE;
  return TRUE;
}

/* Texts follow one another; each must lie inside. */
static gboolean
content_find_texts (const TdmNoteBytes *content, TdmNoteBytes texts[N_TEXTS], GError **error)
{
  gsize at = N_FIXED;

  if (content->length < N_FIXED)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
  if (content->data[0] != FORM || content->data[1] < PLAIN || content->data[1] > QUESTION)
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_TOO_NEW);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (content->length - at < 4)
        return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
      texts[i].length = read_number (content->data + at, 4);
      at += 4;
      if (texts[i].length > most_bytes[i] || texts[i].length > content->length - at)
        return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
      texts[i].data = content->data + at;
      at += texts[i].length;
    }
  return (at < content->length && content->data[at] == MARK) || tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);
}

/**
 * tdm_note_content_find:
 * @content: the padded content
 * @title: (out) (transfer none): the title, without a zero at its end
 * @text: (out) (transfer none): the text, likewise
 *
 * What was found was not looked at: it may be anything.
 *
 * Returns: whether there are any
 */
gboolean
tdm_note_content_find (const TdmNoteBytes *content, TdmNoteBytes *title, TdmNoteBytes *text)
{
  TdmNoteBytes texts[N_TEXTS];

  if (!content_find_texts (content, texts, NULL))
    return FALSE;
  *title = texts[2];
  *text = texts[3];
  return TRUE;
}

/**
 * tdm_note_content_summarize:
 * @summary: (out caller-allocates): what a list needs; it points into @content
 * @content: the padded content
 *
 * Returns: whether it could be understood
 */
gboolean
tdm_note_content_summarize (TdmNoteSummary *summary, const TdmNoteBytes *content)
{
  TdmNoteBytes texts[N_TEXTS];

  if (!content_find_texts (content, texts, NULL) || !content_are_texts (texts, N_TEXTS - 1))
    return FALSE;

  summary->is_question = content->data[1] == QUESTION;
  summary->created = read_number (content->data + 4, 8);
  summary->modified = read_number (content->data + 12, 8);
  summary->removed = read_number (content->data + 20, 8);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      summary->texts[i].text = (const char *) texts[i].data;
      summary->texts[i].length = texts[i].length;
    }
  return TRUE;
}

/**
 * tdm_note_content_read:
 * @note: where to put it
 * @content: the padded content
 * @error: %TDM_VAULT_ERROR_DAMAGED or _TOO_NEW
 *
 * Returns: whether it could be understood; if not, @note is as it was
 */
gboolean
tdm_note_content_read (TdmVaultNote *note, const TdmNoteBytes *content, GError **error)
{
  TdmNoteBytes texts[N_TEXTS];

  if (!content_find_texts (content, texts, error))
    return FALSE;
  if (!content_are_texts (texts, N_TEXTS))
    return tdm_vault_error_set (error, TDM_VAULT_ERROR_DAMAGED);

  note->is_question = content->data[1] == QUESTION;
  note->created = read_number (content->data + 4, 8);
  note->modified = read_number (content->data + 12, 8);
  note->removed = read_number (content->data + 20, 8);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      char **const places[] = { &note->pair, &note->meeting, &note->title };
      char *text = g_strndup ((const char *) texts[i].data, texts[i].length);

      if (i < G_N_ELEMENTS (places))
        tdm_vault_note_set (places[i], text);
      else
        tdm_vault_note_set_text (note, text);
      sodium_memzero (text, texts[i].length);
      g_free (text);
    }
  return TRUE;
}
