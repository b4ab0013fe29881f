/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notes-fixture.h"

#include "app/notes/tdm-note-row.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATTERN_OF_A_CODE "^[0-9A-Z]{4}-"

/* What a translated format begins with, as a pattern */
static char *
make_pattern (const char *format)
{
  g_autofree char *word = window_word (format);

  return g_strdup_printf ("^%.*s", (int) strcspn (word, "%"), word);
}

/* Types the groups of the code that the dialog asks for. */
void
notes_type_back (GtkWindow *dialog, const char *code)
{
  g_auto (GStrv) groups = g_strsplit (code, "-", -1);
  g_autofree char *pattern = make_pattern ("Group %u");
  g_autoptr (GPtrArray) entries = NULL;

  eye_find (dialog, ADW_TYPE_ENTRY_ROW, pattern);
  entries = eye_look_all (dialog, ADW_TYPE_ENTRY_ROW, pattern);
  g_assert_cmpuint (entries->len, ==, 2);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *name = eye_name (entries->pdata[i]);

      hand_fill (entries->pdata[i], groups[atoi (strchr (name, ' ') + 1) - 1]);
    }
}

/* As somebody does for the first time; returns the recovery code. */
char *
notes_begin (WindowFixture *self)
{
  GtkWindow *dialog;
  char *code;

  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  window_click_on (self->window, "_Set Up…");
  dialog = window_find_window ("Set Up Private Notes");
  window_fill (dialog, "New Passphrase", NOTES_PASSPHRASE);
  window_fill (dialog, "Once More", NOTES_PASSPHRASE);
  window_click_on (dialog, "_Next");
  code = eye_name (eye_find (dialog, GTK_TYPE_LABEL, PATTERN_OF_A_CODE));
  window_click_on (dialog, "_Next");
  notes_type_back (dialog, code);
  window_click_on (dialog, "_Begin");
  window_find (self->window, GTK_TYPE_BUTTON, "New Note");
  return code;
}

void
notes_set_up (WindowFixture *self, gconstpointer look)
{
  g_autofree char *code = NULL;

  window_set_up (self, look);
  code = notes_begin (self);
}

/* The file with the notes of this process */
char *
notes_get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "tandem", "notes.vault", NULL);
}

/* The next test begins without notes. */
void
notes_tear_down (WindowFixture *self, gconstpointer look)
{
  g_autofree char *path = notes_get_path ();

  if (self->window)
    window_close_others (self, NULL);
  if (self->window && hand_try_key (GTK_WINDOW (self->window), "<Control>l"))
    {
      hand_press (GTK_WINDOW (self->window), "<Alt>4");
      window_find (self->window, GTK_TYPE_LABEL, "Your Notes Are Locked");
    }
  g_unlink (path);
  window_tear_down (self, look);
}

void
notes_wait_saved (WindowFixture *self)
{
  g_autofree char *pattern = make_pattern ("Saved %s");

  eye_find (self->window, GTK_TYPE_LABEL, pattern);
}

void
notes_write (WindowFixture *self, const char *title, const char *text)
{
  window_click_on (self->window, "New Note");
  window_fill (self->window, "Title", title);
  if (text)
    hand_fill (window_find (self->window, GTK_TYPE_TEXT_VIEW, "Text of the Note"), text);
  notes_wait_saved (self);
}

/* To the notes, in a window that was opened again */
void
notes_come_back (WindowFixture *self)
{
  window_open_again (self, NULL);
  hand_press (GTK_WINDOW (self->window), "<Alt>4");
}

void
notes_fill_text (WindowFixture *self, const char *text)
{
  hand_fill (window_find (self->window, GTK_TYPE_TEXT_VIEW, "Text of the Note"), text);
}

/* In the list, as it is read out */
GtkWidget *
notes_find_row (WindowFixture *self, const char *title)
{
  g_autofree char *escaped = g_regex_escape_string (title, -1);
  g_autofree char *pattern = g_strdup_printf ("^(Question: |Frage: )?%s, ", escaped);

  return eye_find (self->window, TDM_TYPE_NOTE_ROW, pattern);
}

typedef struct
{
  WindowFixture *self;
  const char *expected;
} Expected;

static gboolean
shows_title (gpointer data)
{
  Expected *expected = data;
  GtkWidget *entry = window_find (expected->self->window, GTK_TYPE_ENTRY, "Title");

  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), expected->expected) == 0;
}

void
notes_expect_title (WindowFixture *self, const char *title)
{
  Expected expected = { self, title };

  eye_wait (shows_title, &expected, title);
}

void
notes_open (WindowFixture *self, const char *title)
{
  hand_click (gtk_widget_get_parent (notes_find_row (self, title)));
  notes_expect_title (self, title);
}

static gboolean
shows_text (gpointer data)
{
  Expected *expected = data;
  GtkWidget *view = window_find (expected->self->window, GTK_TYPE_TEXT_VIEW, "Text of the Note");
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  return g_strcmp0 (text, expected->expected) == 0;
}

void
notes_expect_text (WindowFixture *self, const char *text)
{
  Expected expected = { self, text };

  eye_wait (shows_text, &expected, text);
}

void
notes_lock (WindowFixture *self)
{
  hand_press (GTK_WINDOW (self->window), "<Control>l");
  window_find (self->window, GTK_TYPE_LABEL, "Your Notes Are Locked");
}

void
notes_unlock (WindowFixture *self, const char *passphrase)
{
  hand_fill (window_find (self->window, GTK_TYPE_PASSWORD_ENTRY, "Passphrase"), passphrase);
  window_click_on (self->window, "_Unlock");
}
