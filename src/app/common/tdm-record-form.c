/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-form.h"

#include "app/common/tdm-record-group.h"
#include "workspace/tdm-workspace.h"

/* What stands in the rows of all groups below a widget, as a draft of one record. The draft is made anew each time, so
 * that one which failed to be stored leaves no trace. */

struct _TdmRecordForm
{
  GObject parent_instance;

  TdmRecord *record;
  GPtrArray *rows;
  gboolean is_complete;
};

G_DEFINE_FINAL_TYPE (TdmRecordForm, tdm_record_form, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHECK,
  SIGNAL_CHANGED,
  N_SIGNALS
} TdmRecordFormSignal;

static guint signals[N_SIGNALS];

static void
tdm_record_form_dispose (GObject *object)
{
  TdmRecordForm *self = TDM_RECORD_FORM (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tdm_record_form_parent_class)->dispose (object);
}

static void
tdm_record_form_class_init (TdmRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_record_form_dispose;

  /* With a draft, after its fields were looked at one by one: for what is wrong with several together, see
   * tdm_record_form_explain(). */
  signals[SIGNAL_CHECK] = g_signal_new ("check", TDM_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, TDM_TYPE_RECORD);
  /* Whether it is complete or changed may be otherwise now. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TDM_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tdm_record_form_init (TdmRecordForm *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_field_row_free);
}

static TdmFieldRow *
record_form_find (TdmRecordForm *self, guint field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (tdm_field_row_get_index (self->rows->pdata[i]) == field)
      return self->rows->pdata[i];
  return NULL;
}

static void
record_form_add_group (TdmRecordForm *self, TdmRecordGroup *group, TdmWorkspace *workspace)
{
  TdmProgramme *programme = workspace ? tdm_workspace_get_programme (workspace) : NULL;
  g_autoptr (GPtrArray) rows = tdm_record_group_make_rows (group, self->record, programme);
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (self->record, &n_fields);

  for (guint i = 0; i < rows->len; i++)
    {
      TdmFieldRow *row = rows->pdata[i];
      const TdmField *field = &fields[tdm_field_row_get_index (row)];

      if (field->kind == TDM_FIELD_LINK && workspace)
        tdm_field_row_set_candidates (row, tdm_workspace_get_list (workspace, field->type ()), self->record);
      tdm_field_row_watch (row, G_CALLBACK (tdm_record_form_update), self);
    }
  g_ptr_array_extend_and_steal (self->rows, g_steal_pointer (&rows));
}

static void
record_form_add_groups (TdmRecordForm *self, GtkWidget *widget, TdmWorkspace *workspace)
{
  if (TDM_IS_RECORD_GROUP (widget))
    record_form_add_group (self, TDM_RECORD_GROUP (widget), workspace);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
      record_form_add_groups (self, child, workspace);
}

/* Makes the rows of all groups below @root for @record, a live one or a new draft, and fills them. */
TdmRecordForm *
tdm_record_form_new (GtkWidget *root, TdmWorkspace *workspace, gpointer record)
{
  TdmRecordForm *self = g_object_new (TDM_TYPE_RECORD_FORM, NULL);

  g_set_object (&self->record, record);
  record_form_add_groups (self, root, workspace);
  tdm_record_form_fill (self, record);
  return self;
}

/* With another record of the same type, or once more with the same one */
void
tdm_record_form_fill (TdmRecordForm *self, gpointer record)
{
  g_return_if_fail (TDM_IS_RECORD_FORM (self));
  g_return_if_fail (G_OBJECT_TYPE (record) == G_OBJECT_TYPE (self->record));

  g_set_object (&self->record, record);
  for (guint i = 0; i < self->rows->len; i++)
    tdm_field_row_fill (self->rows->pdata[i], record);
  tdm_record_form_update (self);
}

gpointer
tdm_record_form_get_record (TdmRecordForm *self)
{
  g_return_val_if_fail (TDM_IS_RECORD_FORM (self), NULL);

  return self->record;
}

/* (transfer full): of a live record the fields that differ are marked as changed, a new one is complete. */
gpointer
tdm_record_form_make_draft (TdmRecordForm *self)
{
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_RECORD_FORM (self), NULL);

  draft = tdm_record_new_draft (self->record);
  for (guint i = 0; i < self->rows->len; i++)
    if (tdm_record_get_id (draft) == 0 || tdm_field_row_is_changed (self->rows->pdata[i]))
      tdm_field_row_write (self->rows->pdata[i], draft);
  return draft;
}

/* A number that is being typed counts from now on: a row takes it by itself only once the focus leaves. */
void
tdm_record_form_finish_typing (TdmRecordForm *self)
{
  g_return_if_fail (TDM_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    tdm_field_row_finish_typing (self->rows->pdata[i]);
}

/* Whether there is anything to keep: a new record is, however it was filled. */
gboolean
tdm_record_form_is_changed (TdmRecordForm *self)
{
  g_autoptr (TdmRecord) draft = tdm_record_form_make_draft (self);

  return tdm_record_get_id (draft) == 0 || tdm_record_get_changed (draft) != 0;
}

gboolean
tdm_record_form_is_complete (TdmRecordForm *self)
{
  g_return_val_if_fail (TDM_IS_RECORD_FORM (self), FALSE);

  return self->is_complete;
}

/* Looks at all rows again, as it does by itself when one was changed. */
void
tdm_record_form_update (TdmRecordForm *self)
{
  g_autoptr (TdmRecord) draft = tdm_record_form_make_draft (self);

  self->is_complete = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      TdmFieldRow *row = self->rows->pdata[i];
      g_autoptr (GError) error = NULL;

      if (!tdm_record_check_field (draft, tdm_field_row_get_index (row), &error))
        self->is_complete = FALSE;
      tdm_field_row_explain (row, error && tdm_field_row_was_touched (row) ? error->message : NULL);
    }
  g_signal_emit (self, signals[SIGNAL_CHECK], 0, draft);
  self->is_complete = self->is_complete && tdm_record_check (draft, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* NULL if no group has that field. */
GtkWidget *
tdm_record_form_get_row (TdmRecordForm *self, guint field)
{
  TdmFieldRow *row;

  g_return_val_if_fail (TDM_IS_RECORD_FORM (self), NULL);

  row = record_form_find (self, field);
  return row ? tdm_field_row_get_row (row) : NULL;
}

/* Other ones than all records of that type */
void
tdm_record_form_set_candidates (TdmRecordForm *self, guint field, GListModel *candidates)
{
  TdmFieldRow *row;

  g_return_if_fail (TDM_IS_RECORD_FORM (self));

  row = record_form_find (self, field);
  if (row)
    tdm_field_row_set_candidates (row, candidates, self->record);
}

/* For handlers of "check": what is wrong with a field beside the others. The form is not complete then. */
void
tdm_record_form_explain (TdmRecordForm *self, guint field, const char *problem)
{
  TdmFieldRow *row;

  g_return_if_fail (TDM_IS_RECORD_FORM (self));

  row = record_form_find (self, field);
  if (problem)
    self->is_complete = FALSE;
  if (row)
    tdm_field_row_explain (row, problem);
}

/* For handlers of "check": what is good to know beside a field. The form is as complete as before. */
void
tdm_record_form_hint (TdmRecordForm *self, guint field, const char *hint)
{
  TdmFieldRow *row;

  g_return_if_fail (TDM_IS_RECORD_FORM (self));

  row = record_form_find (self, field);
  if (row)
    tdm_field_row_hint (row, hint);
}

void
tdm_record_form_focus (TdmRecordForm *self)
{
  g_return_if_fail (TDM_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_grab_focus (tdm_field_row_get_row (self->rows->pdata[i])))
      return;
}
