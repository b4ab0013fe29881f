/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-join-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-plain-row.h"
#include "base/tdm-file-access.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-incoming-event.h"
#include "inbox/tdm-inbox-item.h"
#include "inbox/tdm-participant.h"
#include "workspace/tdm-workspace.h"

#include <glib/gstdio.h>

/* What an invitation cannot say: which of the two people opened it, and who learns from whom. */

#define TDM_TYPE_JOIN_DIALOG (tdm_join_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmJoinDialog, tdm_join_dialog, TDM, JOIN_DIALOG, AdwWindow)

struct _TdmJoinDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  char *path;
  TdmInboxItem *invitation;
  TdmJoinDone done;
  GPtrArray *people;
  GtkCheckButton *selves[2];
  GtkCheckButton *mentees[2];
  gboolean is_new;
  gboolean is_busy;
  guint self_choice;
  guint mentee_choice;

  GtkWidget *join_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  AdwActionRow *invitation_row;
  AdwPreferencesGroup *self_group;
  AdwPreferencesGroup *direction_group;
};

G_DEFINE_FINAL_TYPE (TdmJoinDialog, tdm_join_dialog, ADW_TYPE_WINDOW)

/* -1 until one of the two is chosen */
static int
buttons_get_choice (GtkCheckButton *buttons[2])
{
  return gtk_check_button_get_active (buttons[0]) ? 0 : gtk_check_button_get_active (buttons[1]) ? 1 : -1;
}

static void
join_dialog_update (TdmJoinDialog *self)
{
  gtk_widget_set_sensitive (self->join_button,
                            buttons_get_choice (self->selves) >= 0 && buttons_get_choice (self->mentees) >= 0);
}

static void
join_dialog_show_problem (TdmJoinDialog *self, const GError *error)
{
  if (!self->notice)
    return;
  gtk_label_set_text (self->notice_label, error->message);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
  join_dialog_update (self);
}

/* --- taking over ------------------------------------------------------------------- */

/* A file without anything in it would be in the way the next time. Only one that came to be here is without
 * anything. */
static void
join_dialog_forget_new_file (TdmJoinDialog *self, TdmWorkspace *workspace)
{
  if (!self->is_new || tdm_workspace_get_programme (workspace))
    return;
  tdm_workspace_close (workspace);
  g_unlink (self->path);
  g_clear_object (&self->workspace);
}

static void
join_dialog_finish (TdmJoinDialog *self, TdmWorkspace *workspace, TdmInboxItem *invitation)
{
  GtkWindow *over = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (over)
    self->done (GTK_WIDGET (over), workspace, invitation);
  else if (self->is_new)
    tdm_workspace_close (workspace);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
join_dialog_joined_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmJoinDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->is_busy = FALSE;
  if (tdm_participant_join_finish (TDM_WORKSPACE (source), result, &error))
    {
      join_dialog_finish (self, TDM_WORKSPACE (source), self->invitation);
      return;
    }
  join_dialog_forget_new_file (self, TDM_WORKSPACE (source));
  join_dialog_show_problem (self, error);
}

static void
join_dialog_join (TdmJoinDialog *self)
{
  tdm_participant_join_async (self->workspace, self->invitation, self->self_choice, self->mentee_choice,
                              join_dialog_joined_cb, g_object_ref (self));
}

static void
join_dialog_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmJoinDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_workspace_open_finish (result, &error);
  /* A programme may have been made there in the meantime, or may be in use: that is none to begin in. */
  gboolean is_programme =
    workspace && (tdm_workspace_get_programme (workspace) || tdm_workspace_is_read_only (workspace));

  self->is_busy = workspace && self->notice && !is_programme;
  if (!workspace)
    join_dialog_show_problem (self, error);
  else if (!self->notice && self->is_new && !is_programme)
    join_dialog_forget_new_file (self, workspace);
  else if (!self->notice)
    tdm_workspace_close (workspace);
  else if (is_programme)
    join_dialog_finish (self, workspace, NULL);
  else
    {
      g_set_object (&self->workspace, workspace);
      join_dialog_join (self);
    }
}

/* What is chosen now counts, whatever becomes of the buttons. */
static void
join_cb (TdmJoinDialog *self)
{
  g_autofree char *folder = NULL;

  if (self->is_busy)
    return;
  gtk_widget_set_sensitive (self->join_button, FALSE);
  self->is_busy = TRUE;
  self->self_choice = buttons_get_choice (self->selves);
  self->mentee_choice = buttons_get_choice (self->mentees);
  if (self->workspace)
    {
      join_dialog_join (self);
      return;
    }

  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  self->is_new = !g_file_test (self->path, G_FILE_TEST_EXISTS);
  tdm_workspace_open_async (self->path, TDM_OPEN_CREATE, join_dialog_opened_cb, g_object_ref (self));
}

/* --- what is shown ------------------------------------------------------------------ */

static GtkCheckButton *
join_dialog_add_choice (TdmJoinDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle,
                        GtkCheckButton *with)
{
  GtkCheckButton *button = tdm_plain_row_add_choice (group, title, subtitle, with);

  tdm_label_no_hyphens (gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW));
  g_signal_connect_object (button, "toggled", G_CALLBACK (join_dialog_update), self, G_CONNECT_SWAPPED);
  return button;
}

static void
join_dialog_add_choices (TdmJoinDialog *self)
{
  int known = tdm_participant_find_self (self->workspace, self->people);

  for (guint i = 0; i < 2; i++)
    {
      TdmIncomingAttendee *person = self->people->pdata[i], *other = self->people->pdata[1 - i];
      /* Translators: mentee, then mentor */
      g_autofree char *direction = g_strdup_printf (_ ("%s learns from %s"), person->name, other->name);

      self->selves[i] = join_dialog_add_choice (self, self->self_group, person->name, person->email, self->selves[0]);
      self->mentees[i] = join_dialog_add_choice (self, self->direction_group, direction, NULL, self->mentees[0]);
    }
  if (known >= 0)
    gtk_check_button_set_active (self->selves[known], TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->self_group), known < 0);
}

static void
join_dialog_show_invitation (TdmJoinDialog *self)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (self->invitation);
  const char *inviter = *event->organizer_name ? event->organizer_name : event->organizer_email;
  g_autofree char *dates = tdm_participant_describe (self->invitation);
  /* Translators: who invites */
  g_autofree char *who = g_strdup_printf (_ ("%s invites"), inviter);
  g_autofree char *text = *inviter ? g_strdup_printf ("%s\n%s", dates, who) : g_strdup (dates);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->invitation_row),
                                 *event->summary ? event->summary : "Tandem");
  adw_action_row_set_subtitle (self->invitation_row, text);
}

/* What is under way ends first. */
static gboolean
tdm_join_dialog_close_request (GtkWindow *window)
{
  return TDM_JOIN_DIALOG (window)->is_busy ||
         GTK_WINDOW_CLASS (tdm_join_dialog_parent_class)->close_request (window);
}

static void
tdm_join_dialog_dispose (GObject *object)
{
  TdmJoinDialog *self = TDM_JOIN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_JOIN_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->invitation);
  G_OBJECT_CLASS (tdm_join_dialog_parent_class)->dispose (object);
}

/* Not before whatever is under way has ended */
static void
tdm_join_dialog_finalize (GObject *object)
{
  TdmJoinDialog *self = TDM_JOIN_DIALOG (object);

  g_ptr_array_unref (self->people);
  g_free (self->path);
  G_OBJECT_CLASS (tdm_join_dialog_parent_class)->finalize (object);
}

static void
tdm_join_dialog_class_init (TdmJoinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_join_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tdm_join_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tdm_join_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/shell/join-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmJoinDialog, join_button);
  gtk_widget_class_bind_template_child (widget_class, TdmJoinDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmJoinDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmJoinDialog, invitation_row);
  gtk_widget_class_bind_template_child (widget_class, TdmJoinDialog, self_group);
  gtk_widget_class_bind_template_child (widget_class, TdmJoinDialog, direction_group);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_join_dialog_init (TdmJoinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Without a workspace a new file comes to be at `path`, but not before the user has said yes. Where a programme has
 * come to be there since, `done` gets it without the invitation. */
void
tdm_join_dialog_present (GtkWidget *over, TdmWorkspace *workspace, const char *path, TdmInboxItem *invitation,
                         TdmJoinDone done)
{
  GListModel *windows = gtk_window_get_toplevels ();
  TdmJoinDialog *self;

  /* One that is there asks first. */
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TDM_IS_JOIN_DIALOG (window))
        {
          gtk_window_present (window);
          return;
        }
    }

  self = g_object_new (TDM_TYPE_JOIN_DIALOG, NULL);
  g_set_object (&self->workspace, workspace);
  self->path = g_strdup (path);
  self->invitation = g_object_ref (invitation);
  self->done = done;
  self->people = tdm_participant_list_people (invitation);
  join_dialog_show_invitation (self);
  join_dialog_add_choices (self);
  tdm_dialog_open (self, over);
}
