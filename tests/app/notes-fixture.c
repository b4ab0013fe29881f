/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notes-fixture.h"

#include "notebook/tdm-notebook.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATTERN_OF_A_CODE "^[0-9A-Z]{4}-"

/* Types back the groups of the code that the dialog asks for. */
static void
type_back (GtkWindow *dialog, const char *code)
{
  g_auto (GStrv) groups = g_strsplit (code, "-", -1);
  g_autofree char *word = window_word ("Group %u");
  g_autofree char *pattern = g_strdup_printf ("^%.*s", (int) strcspn (word, "%"), word);
  g_autoptr (GPtrArray) entries = NULL;

  eye_find (dialog, GTK_TYPE_EDITABLE, pattern);
  entries = eye_look_all (dialog, GTK_TYPE_EDITABLE, pattern);
  g_assert_cmpuint (entries->len, ==, 2);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *name = eye_name (entries->pdata[i]);

      hand_fill (entries->pdata[i], groups[atoi (strchr (name, ' ') + 1) - 1]);
    }
}

static void
set_up_notes (WindowFixture *self)
{
  GtkWindow *dialog;
  g_autofree char *code = NULL;

  hand_press (GTK_WINDOW (self->window), "<Alt>4");
  window_click_on (self->window, "_Set Up…");
  dialog = window_find_window ("Set Up Private Notes");
  window_fill (dialog, "New Passphrase", NOTES_PASSPHRASE);
  window_fill (dialog, "Once More", NOTES_PASSPHRASE);
  window_click_on (dialog, "_Next");
  code = eye_name (eye_find (dialog, GTK_TYPE_LABEL, PATTERN_OF_A_CODE));
  window_click_on (dialog, "_Next");
  type_back (dialog, code);
  window_click_on (dialog, "_Begin");
  window_find (self->window, GTK_TYPE_BUTTON, "New Note");
}

void
notes_set_up (WindowFixture *self, gconstpointer look)
{
  window_set_up (self, look);
  set_up_notes (self);
}

static gboolean
are_locked (gpointer notebook)
{
  return tdm_notebook_get_state (notebook) == TDM_NOTEBOOK_LOCKED;
}

/* The next test begins without notes. */
void
notes_tear_down (WindowFixture *self, gconstpointer look)
{
  TdmNotebook *notebook = tdm_notebook_get_default ();
  g_autofree char *path = g_strdup (tdm_notebook_get_path (notebook));
  g_autoptr (GAsyncResult) result = NULL;

  window_tear_down (self, look);
  tdm_notebook_lock (notebook);
  eye_wait (are_locked, notebook, "the notes to be locked");
  g_assert_cmpint (g_unlink (path), ==, 0);
  tdm_notebook_look_async (notebook, tdm_test_result_cb, &result);
  tdm_test_wait (&result);
}
