/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-markdown.h"

#include "base/tdm-i18n.h"
#include "vault/tdm-vault-note.h"

/* A note as any editor of Markdown shows it. Its text is Markdown already, as far as anybody cared. */

/**
 * tdm_note_markdown_append:
 * @out: a text to which the note is added
 * @note: a whole note
 * @about: (nullable): what its tandem is called
 */
void
tdm_note_markdown_append (GString *out, TdmVaultNote *note, const char *about)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_local (note->created);
  g_autofree char *moment = created ? g_date_time_format (created, "%Y-%m-%d %H:%M") : g_strdup ("");
  const char *text = note->text;

  if (out->len > 0)
    g_string_append (out, "\n");
  g_string_append_printf (out, "# %s\n\n*%s", *note->title ? note->title : _ ("Note"), moment);
  if (about)
    g_string_append_printf (out, " · %s", about);
  if (note->is_question)
    g_string_append_printf (out, " · %s", _ ("Question to ask"));
  g_string_append (out, "*\n");
  if (*text)
    g_string_append_printf (out, "\n%s\n", text);
}
