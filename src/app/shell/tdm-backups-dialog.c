/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-backups-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-file-names.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-plain-row.h"
#include "app/words/tdm-difference-words.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace-backup.h"

/* The backups that were made by themselves: each with its day, its size and what has happened since. The one that is
 * chosen comes back: at first the newest that would change something, as nobody looks for what is there. */

struct _TdmBackupsDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace; /* NULL where there is none that could be compared or changed */
  GPtrArray *backups;
  GPtrArray *checks; /* one for each backup, in its row */
  TdmBackupChosen chosen;
  guint n_compared;
  gboolean was_chosen; /* one of them, by itself or by the user */
  gboolean is_restoring;

  TdmHeaderTitle *title;
  AdwPreferencesGroup *group;
  GtkStack *stack;
  GtkWidget *restore_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
};

G_DEFINE_FINAL_TYPE (TdmBackupsDialog, tdm_backups_dialog, ADW_TYPE_WINDOW)

static const TdmBackup *
backups_dialog_find_chosen (TdmBackupsDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      return self->backups->pdata[i];
  return NULL;
}

static void
backups_dialog_update (TdmBackupsDialog *self)
{
  self->was_chosen |= backups_dialog_find_chosen (self) != NULL;
  if (self->restore_button)
    gtk_widget_set_sensitive (self->restore_button, backups_dialog_find_chosen (self) && !self->is_restoring);
}

/* Such as "Tuesday, 14 July 2026", for one that was made in the course of a day with the time */
static char *
backup_describe (const TdmBackup *backup)
{
  g_autofree char *day = tdm_format_day (backup->day), *time = NULL, *local = NULL;

  if (!backup->time)
    return g_steal_pointer (&day);
  local = g_strdup_printf ("%sT%.2s:%.2s:00", backup->day, backup->time, backup->time + 2);
  time = tdm_format_time (local);
  /* Translators: a day and a time */
  return g_strdup_printf (_ ("%s, %s, before a backup was restored"), day, time);
}

static void
backups_dialog_restored_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmBackupsDialog) self = data;

  self->is_restoring = FALSE;
  backups_dialog_update (self);
  tdm_dialog_finish (self, workspace, result, self->notice, self->notice_label);
}

static void
restore_cb (TdmBackupsDialog *self)
{
  const TdmBackup *backup = backups_dialog_find_chosen (self);
  g_autofree char *day = NULL, *label = NULL, *path = NULL;
  GtkWindow *over = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (!backup)
    return;
  if (self->workspace)
    {
      day = tdm_format_short_day (backup->day);
      /* Translators: %s is a short day; this is said of what was done */
      label = g_strdup_printf (_ ("Backup of %s restored"), day);
      self->is_restoring = TRUE;
      backups_dialog_update (self);
      tdm_workspace_restore_async (self->workspace, backup->path, label, backups_dialog_restored_cb,
                                   g_object_ref (self));
      return;
    }
  path = g_strdup (backup->path);
  self->chosen (GTK_WIDGET (over), path);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gpointer
backups_dialog_find_row (TdmBackupsDialog *self, guint place)
{
  return gtk_widget_get_ancestor (self->checks->pdata[place], ADW_TYPE_ACTION_ROW);
}

static void
backups_dialog_describe (TdmBackupsDialog *self, guint place, const char *what)
{
  const TdmBackup *backup = self->backups->pdata[place];
  g_autofree char *size = g_format_size (backup->size), *subtitle = NULL;

  /* Translators: the size of a file, then a sentence about it */
  subtitle = what ? g_strdup_printf (_ ("%s. %s"), size, what) : g_strdup (size);
  adw_action_row_set_subtitle (backups_dialog_find_row (self, place), subtitle);
}

/* The keyboard goes along: Enter restores what is chosen. */
static void
backups_dialog_choose (TdmBackupsDialog *self, guint place)
{
  GtkWidget *check = self->checks->pdata[place], *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->group)))
    gtk_widget_grab_focus (check);
}

static void backups_dialog_compare_next (TdmBackupsDialog *self);

static void
backups_dialog_compared_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmBackupsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) differences = tdm_workspace_compare_finish (TDM_WORKSPACE (workspace), result, &error);
  g_autofree char *words = differences ? tdm_difference_words_write (differences) : NULL, *since = NULL;

  if (!self->title)
    return;
  if (!words)
    {
      /* It is not offered, but neither is it hidden. */
      gtk_check_button_set_active (self->checks->pdata[self->n_compared], FALSE);
      gtk_widget_set_sensitive (backups_dialog_find_row (self, self->n_compared), FALSE);
    }
  else if (*words)
    /* Translators: %s is such as "People: 2 added; Meetings: 1 changed" */
    since = g_strdup_printf (_ ("Since then – %s"), words);
  if (since && !self->was_chosen)
    backups_dialog_choose (self, self->n_compared);
  backups_dialog_describe (self, self->n_compared,
                           !words ? error->message : *words ? since : _ ("Nothing has changed since."));
  self->n_compared++;
  backups_dialog_compare_next (self);
}

/* One after the other, the newest first: people see at once what they probably look for. */
static void
backups_dialog_compare_next (TdmBackupsDialog *self)
{
  if (self->n_compared < self->backups->len && tdm_workspace_is_open (self->workspace))
    tdm_workspace_compare_async (self->workspace, ((TdmBackup *) self->backups->pdata[self->n_compared])->path,
                                 backups_dialog_compared_cb, g_object_ref (self));
}

static void
backups_dialog_add (TdmBackupsDialog *self, const TdmBackup *backup)
{
  g_autofree char *title = backup_describe (backup);
  GtkCheckButton *first = self->checks->len > 0 ? self->checks->pdata[0] : NULL;
  GtkCheckButton *check = tdm_plain_row_add_choice (self->group, title, NULL, first);

  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (backups_dialog_update), self, G_CONNECT_SWAPPED);
}

static void
tdm_backups_dialog_dispose (GObject *object)
{
  TdmBackupsDialog *self = TDM_BACKUPS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_BACKUPS_DIALOG);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_backups_dialog_parent_class)->dispose (object);
}

static void
tdm_backups_dialog_finalize (GObject *object)
{
  TdmBackupsDialog *self = TDM_BACKUPS_DIALOG (object);

  g_ptr_array_unref (self->checks);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  G_OBJECT_CLASS (tdm_backups_dialog_parent_class)->finalize (object);
}

static void
tdm_backups_dialog_class_init (TdmBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_backups_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tdm_backups_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/shell/backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmBackupsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmBackupsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TdmBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmBackupsDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TdmBackupsDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmBackupsDialog, notice_label);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_backups_dialog_init (TdmBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
}

/* @workspace: what is open and can be changed; NULL where the backup takes the place of the file, for which @chosen
 * cares */
void
tdm_backups_dialog_present (GtkWidget *over, TdmWorkspace *workspace, const char *path, TdmBackupChosen chosen)
{
  TdmBackupsDialog *self = g_object_new (TDM_TYPE_BACKUPS_DIALOG, NULL);
  g_autofree char *name = tdm_file_names_name (path);

  self->workspace = workspace ? g_object_ref (workspace) : NULL;
  self->chosen = chosen;
  self->backups = tdm_backups_list (path);
  tdm_header_title_set_subtitle (self->title, name);
  adw_preferences_group_set_description (
    self->group,
    workspace ? _ ("The programme becomes what it was at the end of that day. What there is now is kept as a backup of "
                   "its own. What was sent since stays with those who have it.")
              : _ ("The backup takes the place of the file, which is put aside under another name."));
  for (guint i = 0; i < self->backups->len; i++)
    {
      backups_dialog_add (self, self->backups->pdata[i]);
      backups_dialog_describe (self, i, NULL);
    }
  backups_dialog_update (self);
  if (self->backups->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (workspace)
    backups_dialog_compare_next (self);
  else
    backups_dialog_choose (self, 0);
  tdm_dialog_open (self, over);
}
