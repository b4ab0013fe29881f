/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/meetings/tdm-outcome-box.h"
#include "app/pairs/tdm-pair-dialog.h"
#include "app/people/tdm-person-dialog.h"
#include "app/round/tdm-round-copy-dialog.h"
#include "app/round/tdm-round-dialogs.h"
#include "base/tdm-i18n.h"

/* What the window does with the programme: it undoes and redoes, tells what has been done, and adds people and
 * tandems. */

/* A toast must not offer to undo anything but what it tells of. */
void
tdm_window_forget_change_toast (TdmWindow *self)
{
  AdwToast *toast = self->change_toast;

  g_clear_weak_pointer (&self->change_toast);
  if (toast)
    adw_toast_dismiss (toast);
}

static void
window_show_change_toast (TdmWindow *self, AdwToast *taken_toast)
{
  tdm_window_forget_change_toast (self);
  g_set_weak_pointer (&self->change_toast, taken_toast);
  adw_toast_overlay_add_toast (self->toasts, taken_toast);
}

static void
window_show_undo_toast (TdmWindow *self, AdwToast *taken_toast)
{
  adw_toast_set_button_label (taken_toast, _ ("_Undo"));
  adw_toast_set_action_name (taken_toast, "win.undo-toast");
  window_show_change_toast (self, taken_toast);
}

static void
window_tell_of_change (GObject *source, GAsyncResult *result, gpointer data, const char *format)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);
  g_autofree char *text = label ? g_strdup_printf (format, label) : NULL;

  if (text)
    window_show_change_toast (self, tdm_window_make_toast (text));
  else
    tdm_window_show_toast (self, error->message);
}

static void
window_undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  /* Translators: %s is what was undone, such as "Goal removed" */
  window_tell_of_change (source, result, data, _ ("Undone: %s"));
}

static void
window_redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  /* Translators: %s is what was redone, such as "Goal removed" */
  window_tell_of_change (source, result, data, _ ("Redone: %s"));
}

/* While the user is typing, undo is about the typing. Nothing of the programme is to be seen beside the notes, so
 * nothing of it is undone there. */
static void
window_undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  gboolean is_redo = g_str_equal (action, "win.redo"), is_toast = g_str_equal (action, "win.undo-toast");
  gboolean is_typing =
    GTK_IS_TEXT_VIEW (focus) || (GTK_IS_TEXT (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0');

  if (is_typing && !is_toast)
    gtk_widget_activate_action (focus, is_redo ? "text.redo" : "text.undo", NULL);
  else if (!is_toast && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "notes") == 0)
    return;
  else if (is_redo)
    tdm_workspace_redo_async (self->workspace, window_redone_cb, g_object_ref (self));
  else
    tdm_workspace_undo_async (self->workspace, window_undone_cb, g_object_ref (self));
}

static void
window_offer_undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  window_show_undo_toast (TDM_WINDOW (widget), tdm_window_make_toast (g_variant_get_string (parameter, NULL)));
}

/* What was done, and the question below it */
static GtkWidget *
window_make_outcome_title (TdmWindow *self, const char *text, TdmMeeting *meeting)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tdm_outcome_box_new (self->workspace, meeting));
  return g_object_ref_sink (box);
}

/* Time to think of an answer */
#define OUTCOME_SECONDS 20

/* For a meeting whose row has gone: what was done, and by the way whether the goal was reached. The toast goes with an
 * answer, for then there is something else to undo. A toast cannot be higher for being narrow: without room for it the
 * row of the meeting in its tandem asks. */
static void
window_ask_outcome_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  g_autoptr (GtkWidget) title = NULL;
  TdmMeeting *meeting;
  const char *text;
  gint64 id;
  int width = 0;

  g_variant_get (parameter, "(&sx)", &text, &id);
  meeting = self->workspace ? tdm_workspace_find_id (self->workspace, TDM_TYPE_MEETING, id) : NULL;
  if (meeting)
    {
      title = window_make_outcome_title (self, text, meeting);
      gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
    }
  /* Undo takes about as much again. */
  if (title && 2 * width <= gtk_widget_get_width (widget))
    {
      AdwToast *toast = tdm_window_make_toast ("");

      adw_toast_set_custom_title (toast, title);
      adw_toast_set_timeout (toast, OUTCOME_SECONDS);
      window_show_undo_toast (self, toast);
    }
  else
    window_show_undo_toast (self, tdm_window_make_toast (text));
}

static void
window_show_message_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_window_show_toast (TDM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
window_add_person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_person_dialog_present (widget, TDM_WINDOW (widget)->workspace, NULL);
}

/* Of a person who is chosen already, if there is a parameter */
static void
window_add_pair_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  TdmPerson *person = parameter ? tdm_workspace_find_uid (self->workspace, tdm_workspace_get_people (self->workspace),
                                                          g_variant_get_string (parameter, NULL))
                                : NULL;

  tdm_pair_dialog_present (widget, self->workspace, tdm_window_get_round (self), person);
}

static void
window_add_round_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);

  if (g_str_equal (action, "win.new-round"))
    tdm_round_dialog_present (widget, self->workspace, NULL);
  else
    tdm_round_copy_dialog_present (widget, self->workspace, tdm_window_get_round (self));
}

/* What fits into a window of a small screen */
#define ROWS_OF_A_PAGE 15

/* Under the name and in the place that GTK looks for by itself, it would be built with every window.
 *
 * GTK 4.8 turns the order of the pages round whenever it lays them out, as it does for each group that is added: so all
 * groups are added to a single page, which is cut into pages once. */
static void
window_show_help_overlay_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/tandemapp/Tandem/ui/shell/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  g_object_set (gtk_builder_get_object (builder, "section"), "max-height", ROWS_OF_A_PAGE, NULL);
  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

void
tdm_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, window_show_help_overlay_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, window_undo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-toast", NULL, window_undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, window_undo_cb);
  gtk_widget_class_install_action (widget_class, "win.offer-undo", "s", window_offer_undo_cb);
  gtk_widget_class_install_action (widget_class, "win.ask-outcome", "(sx)", window_ask_outcome_cb);
  gtk_widget_class_install_action (widget_class, "win.show-error", "s", window_show_message_cb);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", window_show_message_cb);
  gtk_widget_class_install_action (widget_class, "win.new-person", NULL, window_add_person_cb);
  gtk_widget_class_install_action (widget_class, "win.new-pair", NULL, window_add_pair_cb);
  gtk_widget_class_install_action (widget_class, "win.pair-person", "s", window_add_pair_cb);
  gtk_widget_class_install_action (widget_class, "win.new-round", NULL, window_add_round_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-round", NULL, window_add_round_cb);
}
