/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-dialog.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-problem-row.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-programme.h"
#include "workspace/tdm-workspace.h"

#define TDM_TYPE_PERSON_DIALOG (tdm_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmPersonDialog, tdm_person_dialog, TDM, PERSON_DIALOG, AdwWindow)

typedef struct
{
  TdmPersonField field;
  const char *row;
  const char *problem;
} TdmPersonEntry;

static const TdmPersonEntry entries[] = {
  { TDM_PERSON_NAME, "name_row", "name_problem" },
  { TDM_PERSON_EMAIL, "email_row", "email_problem" },
  { TDM_PERSON_DEPARTMENT, "department_row", "department_problem" },
  { TDM_PERSON_UNIT, "unit_row", "unit_problem" },
  { TDM_PERSON_SITE, "site_row", "site_problem" },
  { TDM_PERSON_JOB_TITLE, "job_title_row", "job_title_problem" },
  { TDM_PERSON_LANGUAGES, "languages_row", "languages_problem" },
};

#define N_ENTRIES G_N_ELEMENTS (entries)

/* What the file holds of a person. Every time that it is saved a fresh draft is made of what stands in the rows, so
 * that one which failed to be stored leaves no trace. */

struct _TdmPersonDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmPerson *person;

  GtkButton *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkWidget *page;
  GtkEditable *rows[N_ENTRIES];
  TdmProblemRow *problems[N_ENTRIES];
  AdwComboRow *level_row;
  GtkSwitch *external_switch;
  TdmChooserRow *zone_row;
  GtkWidget *actions;
  GtkWidget *pair_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (TdmPersonDialog, tdm_person_dialog, ADW_TYPE_WINDOW)

/* Called from the template. */
char *tdm_zone_item_get_title (GtkStringObject *zone);

/* "America/New_York" is written with a space, and found so. */
char *
tdm_zone_item_get_title (GtkStringObject *zone)
{
  return g_strdelimit (g_strdup (gtk_string_object_get_string (zone)), "_", ' ');
}

static TdmRecord *
person_dialog_make_draft (TdmPersonDialog *self)
{
  TdmRecord *draft = self->person ? tdm_record_new_draft (TDM_RECORD (self->person)) : tdm_record_new (TDM_TYPE_PERSON);
  GtkStringObject *zone = tdm_chooser_row_get_selected (self->zone_row);

  for (guint i = 0; i < N_ENTRIES; i++)
    tdm_record_set_text (draft, entries[i].field, gtk_editable_get_text (self->rows[i]));
  tdm_record_set_text (draft, TDM_PERSON_ZONE, zone ? gtk_string_object_get_string (zone) : "");
  tdm_record_set_integer (draft, TDM_PERSON_LEVEL, adw_combo_row_get_selected (self->level_row));
  tdm_record_set_integer (draft, TDM_PERSON_EXTERNAL, gtk_switch_get_active (self->external_switch));
  return draft;
}

static void
update_cb (TdmPersonDialog *self)
{
  g_autoptr (TdmRecord) draft = NULL;
  gboolean writable, is_changed;

  if (!self->workspace)
    return;

  draft = person_dialog_make_draft (self);
  writable = !tdm_workspace_is_read_only (self->workspace);
  is_changed = tdm_record_get_changed (draft) != 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), writable && is_changed && tdm_record_check (draft, NULL));
  gtk_widget_set_sensitive (self->pair_button, writable && !is_changed);
  gtk_widget_set_sensitive (self->remove_button, writable);
}

static void
person_dialog_entry_changed_cb (TdmPersonDialog *self, GtkEditable *row)
{
  g_autoptr (TdmRecord) probe = tdm_record_new (TDM_TYPE_PERSON);
  g_autoptr (GError) error = NULL;
  guint i = 0;

  while (i + 1 < N_ENTRIES && self->rows[i] != row)
    i++;
  /* The field is checked alone: of a person who has this and is otherwise in order. */
  tdm_record_set_text (probe, TDM_PERSON_NAME, "–");
  tdm_record_set_text (probe, entries[i].field, gtk_editable_get_text (row));
  tdm_record_check (probe, &error);
  tdm_problem_row_explain (self->problems[i], GTK_WIDGET (row), error ? error->message : NULL);
  gtk_revealer_set_reveal_child (self->notice, FALSE);
  update_cb (self);
}

static void
person_dialog_set_busy (TdmPersonDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->page, !busy);
  update_cb (self);
  if (busy)
    gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
}

static void
person_dialog_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmPersonDialog) self = data;

  if (self->workspace)
    person_dialog_set_busy (self, FALSE);
  tdm_dialog_finish (self, source, result, self->notice, self->notice_label);
}

static void
save_cb (TdmPersonDialog *self)
{
  g_autoptr (TdmRecord) draft = person_dialog_make_draft (self);

  person_dialog_set_busy (self, TRUE);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), person_dialog_done_cb,
                              g_object_ref (self));
}

static void
remove_cb (TdmPersonDialog *self)
{
  person_dialog_set_busy (self, TRUE);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (self->person), person_dialog_done_cb,
                              g_object_ref (self));
}

static void
pair_cb (TdmPersonDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *uid = g_strdup (tdm_record_get_uid (TDM_RECORD (self->person)));

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.pair-person", "s", uid);
}

static void
tdm_person_dialog_dispose (GObject *object)
{
  TdmPersonDialog *self = TDM_PERSON_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->person);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PERSON_DIALOG);
  G_OBJECT_CLASS (tdm_person_dialog_parent_class)->dispose (object);
}

static void
tdm_person_dialog_class_init (TdmPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_person_dialog_dispose;

  g_type_ensure (TDM_TYPE_CHOOSER_ROW);
  g_type_ensure (TDM_TYPE_PROBLEM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/person-dialog.ui");
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      gtk_widget_class_bind_template_child_full (widget_class, entries[i].row, FALSE,
                                                 G_STRUCT_OFFSET (TdmPersonDialog, rows) + i * sizeof (gpointer));
      gtk_widget_class_bind_template_child_full (widget_class, entries[i].problem, FALSE,
                                                 G_STRUCT_OFFSET (TdmPersonDialog, problems) + i * sizeof (gpointer));
    }
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, external_switch);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, actions);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, pair_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, pair_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_person_dialog_init (TdmPersonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ENTRIES; i++)
    g_signal_connect_object (self->rows[i], "changed", G_CALLBACK (person_dialog_entry_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* A zone that this computer does not know is shown all the same, and kept. */
static void
person_dialog_fill_zone (TdmPersonDialog *self, const char *zone)
{
  TdmProgramme *programme = tdm_workspace_get_programme (self->workspace);
  g_autoptr (GtkStringList) zones = gtk_string_list_new (tdm_zone_list_names ());
  /* Translators: %s is a time zone */
  g_autofree char *placeholder = g_strdup_printf (_ ("As the programme: %s"),
                                                  programme ? tdm_programme_get_zone (programme) : "");
  guint n_zones = g_list_model_get_n_items (G_LIST_MODEL (zones)), i;
  g_autoptr (GObject) item = NULL;

  tdm_chooser_row_set_model (self->zone_row, G_LIST_MODEL (zones));
  tdm_chooser_row_set_placeholder (self->zone_row, placeholder);
  for (i = 0; i < n_zones && !g_str_equal (gtk_string_list_get_string (zones, i), zone); i++)
    ;
  if (*zone && i == n_zones)
    gtk_string_list_append (zones, zone);
  item = g_list_model_get_item (G_LIST_MODEL (zones), i);
  tdm_chooser_row_set_selected (self->zone_row, item);
}

/* Adds a person, or edits one. */
void
tdm_person_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmPerson *person)
{
  TdmPersonDialog *self = g_object_new (TDM_TYPE_PERSON_DIALOG, NULL);

  if (person)
    {
      TdmRecord *record = TDM_RECORD (person);

      gtk_window_set_title (GTK_WINDOW (self), _ ("Edit Person"));
      gtk_button_set_label (self->save_button, _ ("_Save"));
      for (guint i = 0; i < N_ENTRIES; i++)
        gtk_editable_set_text (self->rows[i], tdm_record_get_text (record, entries[i].field));
      adw_combo_row_set_selected (self->level_row, tdm_record_get_integer (record, TDM_PERSON_LEVEL));
      gtk_switch_set_active (self->external_switch, tdm_record_get_integer (record, TDM_PERSON_EXTERNAL) != 0);
    }
  gtk_widget_set_visible (self->actions, person != NULL);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->person, person);
  person_dialog_fill_zone (self, person ? tdm_record_get_text (TDM_RECORD (person), TDM_PERSON_ZONE) : "");
  update_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[0]));
  tdm_dialog_open (self, over);
}
