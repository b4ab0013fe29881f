/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mailbox.h"

#include <string.h>

/* The mails of an mbox (RFC 4155), one after the other: mailboxes of many gigabytes are usual, and nobody needs more
 * than one mail of them at a time. */

#define CHUNK_SIZE (256 * 1024)

struct _TdmMailbox
{
  GInputStream *stream;
  gsize most;
  GString *mail;
  char *chunk;
  gsize start;
  gsize end;
  gboolean is_over;
  gboolean in_line;
  gboolean has_begun;
};

/**
 * tdm_mailbox_new:
 * @stream: an mbox from its beginning
 * @most: how many bytes of one mail count; the rest is passed over
 *
 * Returns: (transfer full): what gives its mails
 */
TdmMailbox *
tdm_mailbox_new (GInputStream *stream, gsize most)
{
  TdmMailbox *self = g_new0 (TdmMailbox, 1);

  self->stream = g_object_ref (stream);
  self->most = most;
  self->mail = g_string_new (NULL);
  self->chunk = g_malloc (CHUNK_SIZE);
  return self;
}

void
tdm_mailbox_free (TdmMailbox *self)
{
  g_object_unref (self->stream);
  g_string_free (self->mail, TRUE);
  g_free (self->chunk);
  g_free (self);
}

/* A line with its end, or a piece of one that is longer than a chunk; empty at the end of all. */
static gboolean
mailbox_take_line (TdmMailbox *self, TdmMimeSlice *line, GCancellable *cancellable, GError **error)
{
  const char *line_end = memchr (self->chunk + self->start, '\n', self->end - self->start);

  while (!line_end && !self->is_over && self->end - self->start < CHUNK_SIZE)
    {
      gsize seen = self->end - self->start;
      gssize n;

      /* More behind what is left of the chunk */
      memmove (self->chunk, self->chunk + self->start, seen);
      self->start = 0;
      self->end = seen;
      n = g_input_stream_read (self->stream, self->chunk + seen, CHUNK_SIZE - seen, cancellable, error);
      if (n < 0)
        return FALSE;
      self->end += n;
      self->is_over = n == 0;
      line_end = memchr (self->chunk + seen, '\n', n);
    }
  line->data = self->chunk + self->start;
  line->size = line_end ? (gsize) (line_end + 1 - line->data) : self->end - self->start;
  self->start += line->size;
  return TRUE;
}

/**
 * tdm_mailbox_next:
 * @mail: (out): the next mail without its line "From …", until the next call; no data at the end
 * @error: an error of @stream
 *
 * A mail ends where an empty line is followed by a line that begins with "From ". What comes before the first such line
 * is no mail.
 *
 * Returns: whether it could be read
 */
gboolean
tdm_mailbox_next (TdmMailbox *self, TdmMimeSlice *mail, GCancellable *cancellable, GError **error)
{
  gboolean after_empty = !self->has_begun;
  TdmMimeSlice line;

  g_string_truncate (self->mail, 0);
  *mail = (TdmMimeSlice) { NULL, 0 };
  for (;;)
    {
      gboolean begins = !self->in_line, is_empty;

      if (!mailbox_take_line (self, &line, cancellable, error))
        return FALSE;
      if (line.size == 0)
        break;
      self->in_line = line.data[line.size - 1] != '\n';
      is_empty = begins && !self->in_line && (line.size == 1 || (line.size == 2 && *line.data == '\r'));
      if (begins && after_empty && line.size >= strlen ("From ") && memcmp (line.data, "From ", strlen ("From ")) == 0)
        {
          if (self->has_begun)
            break;
          self->has_begun = TRUE;
          after_empty = FALSE;
          continue;
        }
      after_empty = is_empty || !self->has_begun;
      if (self->has_begun)
        g_string_append_len (self->mail, line.data, MIN (line.size, self->most - self->mail->len));
    }
  if (self->has_begun && !(line.size == 0 && self->mail->len == 0))
    *mail = (TdmMimeSlice) { self->mail->str, self->mail->len };
  return TRUE;
}
