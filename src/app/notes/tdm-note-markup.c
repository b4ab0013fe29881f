/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-markup.h"

#include <string.h>

#define HEADING "heading"
#define LIST "list"
#define STRONG "strong"
#define MARK "mark"

/* How long the beginning of a list item is, 0 for other lines: "- ", "* ", "12. " */
static guint
measure_bullet (const char *line)
{
  const char *p = line;

  while (*p == ' ')
    p++;
  if ((*p == '-' || *p == '*' || *p == '+') && p[1] == ' ')
    return p + 2 - line;
  while (g_ascii_isdigit (*p))
    p++;
  return p > line && g_ascii_isdigit (p[-1]) && *p == '.' && p[1] == ' ' ? p + 2 - line : 0;
}

static void
apply (GtkTextBuffer *buffer, const char *tag, const GtkTextIter *line, guint from, guint to)
{
  GtkTextIter start = *line, end = *line;

  gtk_text_iter_set_line_index (&start, from);
  gtk_text_iter_set_line_index (&end, to);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

/* Two stars on each side, with something other than a blank inside */
static void
mark_strong (GtkTextBuffer *buffer, const GtkTextIter *line, const char *text)
{
  const char *start = text;

  while ((start = strstr (start, "**")))
    {
      const char *end = strstr (start + 2, "**");

      if (!end)
        return;
      if (end > start + 2 && start[2] != ' ' && end[-1] != ' ')
        {
          apply (buffer, MARK, line, start - text, start + 2 - text);
          apply (buffer, STRONG, line, start + 2 - text, end - text);
          apply (buffer, MARK, line, end - text, end + 2 - text);
        }
      start = end + 2;
    }
}

static void
mark_line (GtkTextBuffer *buffer, const GtkTextIter *line)
{
  GtkTextIter end = *line;
  g_autofree char *text = NULL;
  guint n_hashes, bullet;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_remove_all_tags (buffer, line, &end);
  text = gtk_text_buffer_get_text (buffer, line, &end, FALSE);
  n_hashes = strspn (text, "#");
  bullet = measure_bullet (text);
  /* "# " to "### " */
  if (n_hashes >= 1 && n_hashes <= 3 && text[n_hashes] == ' ')
    {
      apply (buffer, HEADING, line, 0, strlen (text));
      apply (buffer, MARK, line, 0, n_hashes + 1);
    }
  else if (bullet > 0)
    apply (buffer, LIST, line, 0, strlen (text));
  mark_strong (buffer, line, text);
  memset (text, 0, strlen (text));
}

/* What was typed or removed may change the lines it is on, and no other. */
static void
mark_lines (GtkTextBuffer *buffer, int first, int last)
{
  for (int i = first; i <= last; i++)
    {
      GtkTextIter line;

      gtk_text_buffer_get_iter_at_line (buffer, &line, i);
      mark_line (buffer, &line);
    }
}

static void
inserted_cb (GtkTextBuffer *buffer, GtkTextIter *location, char *text, int length)
{
  GtkTextIter start = *location;

  gtk_text_iter_backward_chars (&start, g_utf8_strlen (text, length));
  mark_lines (buffer, gtk_text_iter_get_line (&start), gtk_text_iter_get_line (location));
}

static void
deleted_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  mark_lines (buffer, gtk_text_iter_get_line (start), gtk_text_iter_get_line (start));
}

void
tdm_note_markup_attach (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, HEADING, "weight", PANGO_WEIGHT_BOLD, "scale", 1.15, NULL);
  gtk_text_buffer_create_tag (buffer, LIST, "left-margin", 18, "indent", -12, NULL);
  gtk_text_buffer_create_tag (buffer, STRONG, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, MARK, "foreground", "#888888", NULL);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (inserted_cb), NULL);
  g_signal_connect_after (buffer, "delete-range", G_CALLBACK (deleted_cb), NULL);
}

static gboolean
is_surrounded (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter before = *start, after = *end;
  g_autofree char *left = NULL, *right = NULL;

  gtk_text_iter_backward_chars (&before, 2);
  gtk_text_iter_forward_chars (&after, 2);
  left = gtk_text_buffer_get_text (buffer, &before, start, FALSE);
  right = gtk_text_buffer_get_text (buffer, end, &after, FALSE);
  return g_str_equal (left, "**") && g_str_equal (right, "**");
}

static void
remove_stars (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter outer = *end;
  int offset = gtk_text_iter_get_offset (start);

  gtk_text_iter_forward_chars (&outer, 2);
  gtk_text_buffer_delete (buffer, end, &outer);
  gtk_text_buffer_get_iter_at_offset (buffer, start, offset - 2);
  gtk_text_buffer_get_iter_at_offset (buffer, &outer, offset);
  gtk_text_buffer_delete (buffer, start, &outer);
}

static void
add_stars (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  int from = gtk_text_iter_get_offset (start), to = gtk_text_iter_get_offset (end);
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_offset (buffer, &place, to);
  gtk_text_buffer_insert (buffer, &place, "**", 2);
  gtk_text_buffer_get_iter_at_offset (buffer, &place, from);
  gtk_text_buffer_insert (buffer, &place, "**", 2);
  gtk_text_buffer_get_iter_at_offset (buffer, start, from + 2);
  gtk_text_buffer_get_iter_at_offset (buffer, end, to + 2);
  gtk_text_buffer_select_range (buffer, start, end);
}

/* Whoever has begun something bold ends it with the same key. */
static gboolean
leave_stars (GtkTextBuffer *buffer, const GtkTextIter *cursor)
{
  GtkTextTag *strong = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), STRONG);
  GtkTextIter after = *cursor, before = *cursor;
  g_autofree char *stars = NULL;

  gtk_text_iter_forward_chars (&after, 2);
  stars = gtk_text_buffer_get_text (buffer, cursor, &after, FALSE);
  gtk_text_iter_backward_char (&before);
  if (!g_str_equal (stars, "**") || !gtk_text_iter_has_tag (&before, strong))
    return FALSE;
  gtk_text_buffer_place_cursor (buffer, &after);
  return TRUE;
}

/* Makes what is selected bold, or not any more. */
void
tdm_note_markup_toggle_bold (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) && leave_stars (buffer, &start))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  if (is_surrounded (buffer, &start, &end))
    remove_stars (buffer, &start, &end);
  else
    add_stars (buffer, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
}
