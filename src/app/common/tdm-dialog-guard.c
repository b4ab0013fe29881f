/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-dialog-guard.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-zone-row.h"

/* What was entered in a dialog does not go by a slip of the hand: before Escape closes it, it is compared with what
 * stood there when it opened. What is searched for, and the rows of long lists, do not count. */

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
dialog_describe_entered (GtkWindow *dialog)
{
  GString *entered = g_string_new (NULL);

  collect_entered (GTK_WIDGET (dialog), entered);
  return g_string_free (entered, FALSE);
}

static gboolean
close_request_cb (GtkWindow *dialog, const char *at_first)
{
  g_autofree char *now = dialog_describe_entered (dialog);

  return !g_str_equal (now, at_first) && tdm_dialog_ask_to_discard (dialog);
}

static void
forget_cb (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* @dialog: with all that it says at first. Its button for Cancel is to call tdm_dialog_discard(). */
void
tdm_dialog_guard (GtkWindow *dialog)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));

  g_signal_connect_data (dialog, "close-request", G_CALLBACK (close_request_cb), dialog_describe_entered (dialog),
                         forget_cb, 0);
}
