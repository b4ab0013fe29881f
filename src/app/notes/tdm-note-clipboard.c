/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-clipboard.h"

#include <string.h>

/* What is copied from a note goes to the clipboard as plain text, which the lock takes back, and comes back as plain
 * text. GTK 4.8 makes a buffer of its own of it, for the clipboard and at pasting, and never lets go of either: the
 * text would stay in memory for ever. */

static void
wipe (char *taken_text)
{
  if (taken_text)
    memset (taken_text, 0, strlen (taken_text));
  g_free (taken_text);
}

static void
copy_cb (GtkTextView *view, gpointer is_cut)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  char *text;

  g_signal_stop_emission_by_name (view, is_cut ? "cut-clipboard" : "copy-clipboard");
  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
      wipe (text);
    }
  if (!is_cut)
    return;
  gtk_text_buffer_delete_selection (buffer, TRUE, gtk_text_view_get_editable (view));
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

typedef struct
{
  GtkTextView *view;
  GtkTextMark *place; /* NULL for where the cursor is, in place of what is selected */
} Paste;

/* The view may have been closed, or show nothing more. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  GtkTextView *view = paste->view;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean is_editable = gtk_text_view_get_editable (view);
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextIter place;

  if (text && gtk_widget_get_realized (GTK_WIDGET (view)))
    {
      gtk_text_buffer_begin_user_action (buffer);
      if (paste->place)
        {
          gtk_text_buffer_get_iter_at_mark (buffer, &place, paste->place);
          gtk_text_buffer_place_cursor (buffer, &place);
        }
      gtk_text_buffer_delete_selection (buffer, TRUE, is_editable);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, is_editable);
      gtk_text_buffer_end_user_action (buffer);
      gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
    }
  wipe (text);
  if (paste->place)
    gtk_text_buffer_delete_mark (buffer, paste->place);
  g_clear_object (&paste->place);
  g_object_unref (view);
  g_free (paste);
}

static void
paste (GtkTextView *view, GdkClipboard *clipboard, GtkTextMark *taken_place)
{
  Paste *self = g_new (Paste, 1);

  *self = (Paste) { g_object_ref (view), taken_place };
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, self);
}

static void
paste_cb (GtkTextView *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  paste (view, gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL);
}

/* What is selected somewhere comes to where the middle button is pressed. */
static void
middle_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean is_wished;
  GtkTextIter place;
  int left, top;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (view)), "gtk-enable-primary-paste", &is_wished, NULL);
  if (!is_wished)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  gtk_text_view_get_iter_at_location (view, &place, left, top);
  paste (view, gtk_widget_get_primary_clipboard (GTK_WIDGET (view)),
         g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &place, FALSE)));
}

/* Every view that shows what is in a note needs it. */
void
tdm_note_clipboard_attach (GtkTextView *view)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect (view, "copy-clipboard", G_CALLBACK (copy_cb), GINT_TO_POINTER (FALSE));
  g_signal_connect (view, "cut-clipboard", G_CALLBACK (copy_cb), GINT_TO_POINTER (TRUE));
  g_signal_connect (view, "paste-clipboard", G_CALLBACK (paste_cb), NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_MIDDLE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (middle_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
}

/* A copied sentence is not left behind. What other programs have put there is theirs. */
void
tdm_note_clipboard_clear (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  GdkClipboard *clipboards[2];

  if (!display)
    return;
  clipboards[0] = gdk_display_get_clipboard (display);
  clipboards[1] = gdk_display_get_primary_clipboard (display);
  for (guint i = 0; i < G_N_ELEMENTS (clipboards); i++)
    if (gdk_clipboard_is_local (clipboards[i]))
      gdk_clipboard_set_content (clipboards[i], NULL);
}
