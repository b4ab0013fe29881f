/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "base/tdm-i18n.h"
#include "model/tdm-attendee.h"

/* What was typed in a dialog does not go by a slip of the hand. */

static const char *const dialogs[] = { "new-tandem", "plan", "follow", "move", "mail", "copy-round" };

#define QUESTION "Discard Changes?"

/* The first text of the dialog that can be changed */
static GtkWidget *
find_text (GtkWindow *dialog)
{
  g_autoptr (GPtrArray) found = eye_look_all (dialog, GTK_TYPE_EDITABLE, NULL);

  for (guint i = 0; i < found->len; i++)
    if (!gtk_widget_get_ancestor (found->pdata[i], GTK_TYPE_SPIN_BUTTON) &&
        !gtk_widget_get_ancestor (found->pdata[i], GTK_TYPE_SEARCH_ENTRY) &&
        gtk_widget_is_sensitive (found->pdata[i]) && gtk_widget_get_mapped (found->pdata[i]))
      return found->pdata[i];
  g_error ("“%s” has no text to change", gtk_window_get_title (dialog));
}

static GtkWindow *
open_dialog (WindowFixture *self, const char *name)
{
  return GTK_WINDOW (gtk_widget_get_root (place_go (place_find (name), self)));
}

/* Suggestions for what is typed go first. */
static void
press_escape (GtkWindow *dialog)
{
  hand_press (dialog, "Escape");
  if (!eye_look (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL))
    hand_press (dialog, "Escape");
}

static void
test_escape_asks (WindowFixture *self, gconstpointer name)
{
  GtkWindow *dialog = open_dialog (self, name);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  hand_fill (find_text (dialog), "Autumn leaves");
  press_escape (dialog);
  window_click_on (NULL, "_Keep Editing");
  eye_wait_gone (NULL, GTK_TYPE_LABEL, QUESTION);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_text (dialog))), ==, "Autumn leaves");
  press_escape (dialog);
  window_click_on (NULL, "_Discard");
  eye_wait_freed (&dialog, "the dialog");
}

static void
test_untouched_it_closes (WindowFixture *self, gconstpointer name)
{
  GtkWindow *dialog = open_dialog (self, name);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  hand_press (dialog, "Escape");
  eye_wait_freed (&dialog, "the dialog");
  g_assert_null (eye_look (NULL, GTK_TYPE_LABEL, QUESTION));
}

static void
test_cancel_does_not_ask (WindowFixture *self, gconstpointer name)
{
  GtkWindow *dialog = open_dialog (self, name);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  hand_fill (find_text (dialog), "Autumn leaves");
  window_click_on (dialog, "_Cancel");
  eye_wait_freed (&dialog, "the dialog");
}

/* Neither by closing the window below the dialog nor by quitting; once it may go, that goes on. */
static void
test_window_asks (WindowFixture *self, gconstpointer name)
{
  GtkWindow *dialog = open_dialog (self, name);

  hand_fill (find_text (dialog), "Autumn leaves");
  gtk_window_close (GTK_WINDOW (self->window));
  window_click_on (NULL, "_Keep Editing");
  eye_wait_gone (NULL, GTK_TYPE_LABEL, QUESTION);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_text (dialog))), ==, "Autumn leaves");
  window_quit (self);
  window_click_on (NULL, "_Discard");
  window_wait_freed (self);
}

static void
test_untouched_the_window_closes (WindowFixture *self, gconstpointer name)
{
  open_dialog (self, name);
  window_quit (self);
  window_wait_freed (self);
}

/* It is no field of the meeting, but was entered there. */
static void
test_who_took_part (WindowFixture *self, gconstpointer name)
{
  GtkWindow *dialog = open_dialog (self, name);
  AdwComboRow *row;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  row = ADW_COMBO_ROW (gtk_widget_get_ancestor (eye_find (dialog, GTK_TYPE_LABEL, C_ ("took part", "Took part")),
                                                ADW_TYPE_COMBO_ROW));
  adw_combo_row_set_selected (row, TDM_TOOK_PART_NO);
  hand_press (dialog, "Escape");
  window_click_on (NULL, "_Discard");
  eye_wait_freed (&dialog, "the dialog");
}

/* The agenda is a text of many lines. */
static void
test_agenda (WindowFixture *self, gconstpointer name)
{
  GtkWindow *dialog = open_dialog (self, name);
  GtkTextView *text = GTK_TEXT_VIEW (eye_find (dialog, GTK_TYPE_TEXT_VIEW, NULL));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (text), "Autumn leaves", -1);
  hand_press (dialog, "Escape");
  window_click_on (NULL, "_Discard");
  eye_wait_freed (&dialog, "the dialog");
}

static void
set_up (WindowFixture *self, gconstpointer name)
{
  place_set_up (self, place_find (name), NULL);
}

static void
tear_down (WindowFixture *self, gconstpointer name)
{
  place_tear_down (self, place_find (name));
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *asks = g_strdup_printf ("/discard/escape-asks/%s", dialogs[i]);
      g_autofree char *closes = g_strdup_printf ("/discard/untouched-it-closes/%s", dialogs[i]);
      g_autofree char *window = g_strdup_printf ("/discard/window-asks/%s", dialogs[i]);
      g_autofree char *quits = g_strdup_printf ("/discard/untouched-the-window-closes/%s", dialogs[i]);
      g_autofree char *cancels = g_strdup_printf ("/discard/cancel-does-not-ask/%s", dialogs[i]);

      g_test_add (asks, WindowFixture, dialogs[i], set_up, test_escape_asks, tear_down);
      g_test_add (closes, WindowFixture, dialogs[i], set_up, test_untouched_it_closes, tear_down);
      g_test_add (window, WindowFixture, dialogs[i], set_up, test_window_asks, tear_down);
      g_test_add (quits, WindowFixture, dialogs[i], set_up, test_untouched_the_window_closes, tear_down);
      g_test_add (cancels, WindowFixture, dialogs[i], set_up, test_cancel_does_not_ask, tear_down);
    }
  g_test_add ("/discard/window-asks/end", WindowFixture, "end", set_up, test_window_asks, tear_down);
  g_test_add ("/discard/who-took-part", WindowFixture, "meeting-held", set_up, test_who_took_part, tear_down);
  g_test_add ("/discard/agenda", WindowFixture, "agenda", set_up, test_agenda, tear_down);
  g_test_add ("/discard/agenda-untouched", WindowFixture, "agenda", set_up, test_untouched_it_closes, tear_down);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
