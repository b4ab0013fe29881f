/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-dialog-guard.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-zone-row.h"
#include "base/tdm-i18n.h"

/* What was entered in a dialog does not go by a slip of the hand: before Escape closes it, or its window with all that
 * is over it, it is compared with what stood there when it opened. What is searched for, and the rows of long lists, do
 * not count. */

#define AT_FIRST "tdm-entered-at-first"
#define IS_DISCARDED "tdm-is-discarded"

/* What a dialog is told about itself */
#define CONTENT "tdm-guarded-content"
#define QUESTION "tdm-question"
#define WINDOW_TO_CLOSE "tdm-window-to-close"

static void
describe_text (GtkTextView *view, GString *entered)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_string_append (entered, text);
}

/* FALSE for a widget into which nothing is entered, but maybe into one inside of it */
static gboolean
widget_describe_entered (GtkWidget *widget, GString *entered)
{
  const char *text = NULL;

  if (TDM_IS_DATE_ROW (widget))
    text = tdm_date_row_get_date (TDM_DATE_ROW (widget));
  else if (TDM_IS_ZONE_ROW (widget))
    text = tdm_zone_row_get_zone (TDM_ZONE_ROW (widget));
  else if (TDM_IS_CHOOSER_ROW (widget))
    g_string_append_printf (entered, "%p", tdm_chooser_row_get_selected (TDM_CHOOSER_ROW (widget)));
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (entered, "%u", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    g_string_append_printf (entered, "%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_printf (entered, "%d", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_SWITCH (widget))
    g_string_append_printf (entered, "%d", gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    describe_text (GTK_TEXT_VIEW (widget), entered);
  else if (GTK_IS_EDITABLE (widget))
    text = gtk_editable_get_text (GTK_EDITABLE (widget));
  else
    return FALSE;
  g_string_append_printf (entered, "%s\n", text ? text : "");
  return TRUE;
}

static void
collect_entered (GtkWidget *widget, GString *entered)
{
  if (GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_POPOVER (widget) || GTK_IS_LIST_VIEW (widget) ||
      widget_describe_entered (widget, entered))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_entered (child, entered);
}

static char *
content_describe_entered (GtkWidget *content)
{
  GString *entered = g_string_new (NULL);

  collect_entered (content, entered);
  return g_string_free (entered, FALSE);
}

/* Cancel says plainly enough what it does: the dialog closes without a question. */
void
tdm_dialog_discard (GtkWindow *dialog)
{
  g_object_set_data (G_OBJECT (dialog), IS_DISCARDED, GINT_TO_POINTER (TRUE));
  gtk_window_close (dialog);
}

static void
close_window (gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  gtk_window_close (window);
}

/* libadwaita closes a question itself after its answer: until then it must not go with the dialog. */
static void
answered_cb (GtkWindow *dialog, const char *response, GtkWindow *question)
{
  g_autoptr (GtkWindow) window = g_object_steal_data (G_OBJECT (dialog), WINDOW_TO_CLOSE);

  g_object_set_data (G_OBJECT (dialog), QUESTION, NULL);
  if (!g_str_equal (response, "discard"))
    return;
  gtk_window_set_destroy_with_parent (question, FALSE);
  tdm_dialog_discard (dialog);
  if (window)
    g_idle_add_once (close_window, g_steal_pointer (&window));
}

static void
dialog_ask_to_discard (GtkWindow *dialog)
{
  GtkWidget *question;

  if (g_object_get_data (G_OBJECT (dialog), QUESTION))
    return;
  question = adw_message_dialog_new (dialog, _ ("Discard Changes?"), _ ("What was entered here would be lost."));
  g_object_set_data (G_OBJECT (dialog), QUESTION, question);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "keep", _ ("_Keep Editing"), "discard",
                                    _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "keep");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* What is on its way into the file cannot be changed meanwhile, and is not lost. */
static gboolean
content_would_be_lost (GtkWidget *content, GtkWindow *dialog)
{
  g_autofree char *now = content_describe_entered (content);

  return !g_object_get_data (G_OBJECT (dialog), IS_DISCARDED) && gtk_widget_get_sensitive (content) &&
         !g_str_equal (now, g_object_get_data (G_OBJECT (content), AT_FIRST));
}

static gboolean
close_request_cb (GtkWidget *content, GtkWindow *dialog)
{
  if (!content_would_be_lost (content, dialog))
    return FALSE;
  dialog_ask_to_discard (dialog);
  return TRUE;
}

/* Whether a window that is over no other has to stay, for what was entered in a dialog over it would be lost: that one
 * asks, and the window closes once it may be. */
gboolean
tdm_dialog_guard_keeps (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);
      GtkWidget *content = g_object_get_data (G_OBJECT (dialog), CONTENT);

      if (!content || !gtk_widget_get_realized (content) || tdm_feedback_find_window (dialog) != window ||
          !content_would_be_lost (content, dialog))
        continue;
      g_object_set_data_full (G_OBJECT (dialog), WINDOW_TO_CLOSE, g_object_ref (window), g_object_unref);
      dialog_ask_to_discard (dialog);
      return TRUE;
    }
  return FALSE;
}

/* The same for a question that is itself cancelled without another: only the window below it does not take it along. */
void
tdm_dialog_guard_below (GtkWidget *content)
{
  g_return_if_fail (GTK_IS_WINDOW (gtk_widget_get_root (content)));

  g_object_set_data_full (G_OBJECT (content), AT_FIRST, content_describe_entered (content), g_free);
  g_object_set_data (G_OBJECT (gtk_widget_get_root (content)), CONTENT, content);
}

/* @content: of a dialog, or all of it, with what it says at first; once more, when it says something new by itself. The
 * button for Cancel is to call tdm_dialog_discard(). */
void
tdm_dialog_guard (GtkWidget *content)
{
  gboolean is_guarded = g_object_get_data (G_OBJECT (content), AT_FIRST) != NULL;

  tdm_dialog_guard_below (content);
  if (!is_guarded)
    g_signal_connect_object (gtk_widget_get_root (content), "close-request", G_CALLBACK (close_request_cb), content,
                             G_CONNECT_SWAPPED);
}
