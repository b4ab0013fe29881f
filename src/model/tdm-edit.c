/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-edit.h"

#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"

/**
 * TdmEdit:
 *
 * Some changes that belong together: they are stored in one transaction and undone in one step. An edit holds drafts;
 * live records are never touched by it.
 */

typedef struct
{
  TdmEditAction action;
  TdmRecord *record;
} TdmEditStep;

struct _TdmEdit
{
  GObject parent_instance;

  char *label;
  gboolean is_permanent;
  GError *failure;
  GArray *steps;
  guint n_first; /* of these, only there for others to link to */
  GHashTable *drafts;
};

G_DEFINE_FINAL_TYPE (TdmEdit, tdm_edit, G_TYPE_OBJECT)

static void
edit_clear_step (gpointer data)
{
  g_clear_object (&((TdmEditStep *) data)->record);
}

/* A record, and its drafts, are the same row; one that is in no file yet is only itself. */
static guint
record_hash (gconstpointer record)
{
  gint64 id = tdm_record_get_id ((TdmRecord *) record);

  return id != 0 ? g_int64_hash (&id) ^ (guint) G_OBJECT_TYPE (record) : g_direct_hash (record);
}

static gboolean
record_is_same_row (gconstpointer a, gconstpointer b)
{
  gint64 id = tdm_record_get_id ((TdmRecord *) a);

  return a == b || (id != 0 && id == tdm_record_get_id ((TdmRecord *) b) && G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b));
}

static void
tdm_edit_finalize (GObject *object)
{
  TdmEdit *self = TDM_EDIT (object);

  g_free (self->label);
  g_clear_error (&self->failure);
  g_hash_table_unref (self->drafts);
  g_array_unref (self->steps);
  G_OBJECT_CLASS (tdm_edit_parent_class)->finalize (object);
}

static void
tdm_edit_class_init (TdmEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_edit_finalize;
}

static void
tdm_edit_init (TdmEdit *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (TdmEditStep));
  g_array_set_clear_func (self->steps, edit_clear_step);
  self->drafts = g_hash_table_new (record_hash, record_is_same_row);
}

/**
 * tdm_edit_new:
 * @label: (nullable): what the window says when it offers to undo this, in the language of the program; %NULL where the
 *   words of the record types say it, see tdm_edit_get_label()
 *
 * Returns: (transfer full): an empty edit
 */
TdmEdit *
tdm_edit_new (const char *label)
{
  TdmEdit *self = g_object_new (TDM_TYPE_EDIT, NULL);

  self->label = g_strdup (label);
  return self;
}

/**
 * tdm_edit_get_label:
 *
 * Returns: (transfer none) (nullable): what it does, in the language of the program: its own label, or what the record
 *   type says that its first step is about
 */
const char *
tdm_edit_get_label (TdmEdit *self)
{
  g_return_val_if_fail (TDM_IS_EDIT (self), NULL);

  for (guint i = 0; !self->label && i < self->steps->len; i++)
    {
      guint place = (self->n_first + i) % self->steps->len;
      const TdmEditStep *step = &g_array_index (self->steps, TdmEditStep, place);
      const char *word = TDM_RECORD_GET_CLASS (step->record)->words[step->action];

      self->label = word ? g_strdup (_ (word)) : NULL;
    }
  return self->label;
}

/**
 * tdm_edit_set_label:
 * @label: as in tdm_edit_new(), where only what the edit came to hold says what it does
 */
void
tdm_edit_set_label (TdmEdit *self, const char *label)
{
  g_return_if_fail (TDM_IS_EDIT (self));

  tdm_set_str (&self->label, label);
}

/**
 * tdm_edit_set_permanent:
 *
 * For what happened outside of the program, such as mail that was sent: undo passes over it.
 */
void
tdm_edit_set_permanent (TdmEdit *self)
{
  g_return_if_fail (TDM_IS_EDIT (self));

  self->is_permanent = TRUE;
}

gboolean
tdm_edit_is_permanent (TdmEdit *self)
{
  g_return_val_if_fail (TDM_IS_EDIT (self), FALSE);

  return self->is_permanent;
}

/**
 * tdm_edit_fail:
 * @taken_error: (transfer full): why it cannot be made, in the language of the program
 *
 * For a function that returns an edit and finds that there is none to make: tdm_edit_check() says so, and nothing is
 * written. The first error stays.
 */
void
tdm_edit_fail (TdmEdit *self, GError *taken_error)
{
  g_return_if_fail (TDM_IS_EDIT (self));
  g_return_if_fail (taken_error != NULL);

  if (self->failure)
    g_error_free (taken_error);
  else
    self->failure = taken_error;
}

/**
 * tdm_edit_refuse:
 * @code: what is in the way
 * @format: why it cannot be made, in the language of the program
 *
 * As tdm_edit_fail(), for what the method or the records do not allow.
 */
void
tdm_edit_refuse (TdmEdit *self, TdmModelError code, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  tdm_edit_fail (self, g_error_new_valist (TDM_MODEL_ERROR, code, format, arguments));
  va_end (arguments);
}

static gpointer
edit_put_step (TdmEdit *self, guint place, TdmEditAction action, TdmRecord *taken)
{
  TdmEditStep step = { action, taken };

  g_array_insert_val (self->steps, place, step);
  if (action == TDM_EDIT_REMOVE)
    g_hash_table_remove (self->drafts, taken);
  else
    g_hash_table_add (self->drafts, taken);
  return taken;
}

static gpointer
edit_add_step (TdmEdit *self, TdmEditAction action, TdmRecord *taken)
{
  return edit_put_step (self, self->steps->len, action, taken);
}

/**
 * tdm_edit_new_save:
 * @draft: a draft that was filled in before, such as in a dialog
 *
 * Returns: (transfer full): the edit that adds the record, or changes it
 */
TdmEdit *
tdm_edit_new_save (gpointer draft)
{
  TdmEdit *self = tdm_edit_new (NULL);

  tdm_edit_add_draft (self, draft);
  return self;
}

/**
 * tdm_edit_new_remove:
 * @record: a live record; what belongs to it goes with it
 *
 * Returns: (transfer full): the edit that removes it
 */
TdmEdit *
tdm_edit_new_remove (gpointer record)
{
  TdmEdit *self = tdm_edit_new (NULL);

  tdm_edit_remove (self, record);
  return self;
}

/**
 * tdm_edit_insert:
 * @type: a concrete record type
 *
 * Returns: (transfer none): a new record to fill in
 */
gpointer
tdm_edit_insert (TdmEdit *self, GType type)
{
  g_return_val_if_fail (TDM_IS_EDIT (self), NULL);

  return edit_add_step (self, TDM_EDIT_INSERT, tdm_record_new (type));
}

/**
 * tdm_edit_insert_first:
 * @type: a concrete record type
 *
 * As tdm_edit_insert(), for what others may link to that are in the edit already: what a record links to is stored
 * before it. The edit is not called after it if there are others.
 *
 * Returns: (transfer none): a new record to fill in
 */
gpointer
tdm_edit_insert_first (TdmEdit *self, GType type)
{
  g_return_val_if_fail (TDM_IS_EDIT (self), NULL);

  return edit_put_step (self, self->n_first++, TDM_EDIT_INSERT, tdm_record_new (type));
}

/**
 * tdm_edit_update:
 * @record: a live record
 *
 * Returns: (transfer none): a draft of it to change, the same one for the same record
 */
gpointer
tdm_edit_update (TdmEdit *self, gpointer record)
{
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_EDIT (self), NULL);
  g_return_val_if_fail (TDM_IS_RECORD (record), NULL);

  draft = g_hash_table_lookup (self->drafts, record);
  return draft ? draft : edit_add_step (self, TDM_EDIT_UPDATE, tdm_record_new_draft (record));
}

/**
 * tdm_edit_add_draft:
 * @draft: a draft that was filled in before, such as in a dialog
 */
void
tdm_edit_add_draft (TdmEdit *self, gpointer draft)
{
  g_return_if_fail (TDM_IS_EDIT (self));
  g_return_if_fail (TDM_IS_RECORD (draft));

  edit_add_step (self, tdm_record_get_id (draft) == 0 ? TDM_EDIT_INSERT : TDM_EDIT_UPDATE, g_object_ref (draft));
}

/**
 * tdm_edit_remove:
 * @record: a live record; what belongs to it goes with it
 */
void
tdm_edit_remove (TdmEdit *self, gpointer record)
{
  g_return_if_fail (TDM_IS_EDIT (self));
  g_return_if_fail (TDM_IS_RECORD (record));

  edit_add_step (self, TDM_EDIT_REMOVE, g_object_ref (record));
}

/**
 * tdm_edit_touches:
 * @record: a live record
 *
 * Returns: whether there is a draft of it already
 */
gboolean
tdm_edit_touches (TdmEdit *self, gpointer record)
{
  g_return_val_if_fail (TDM_IS_EDIT (self), FALSE);

  return g_hash_table_contains (self->drafts, record);
}

/**
 * tdm_edit_get_size:
 *
 * Returns: how many steps it has
 */
guint
tdm_edit_get_size (TdmEdit *self)
{
  g_return_val_if_fail (TDM_IS_EDIT (self), 0);

  return self->steps->len;
}

/**
 * tdm_edit_get_step:
 * @index: which step
 * @action: (out): what to do
 *
 * Returns: (transfer none): with which record
 */
TdmRecord *
tdm_edit_get_step (TdmEdit *self, guint index, TdmEditAction *action)
{
  TdmEditStep *step;

  g_return_val_if_fail (TDM_IS_EDIT (self), NULL);
  g_return_val_if_fail (index < self->steps->len, NULL);

  step = &g_array_index (self->steps, TdmEditStep, index);
  *action = step->action;
  return step->record;
}

/**
 * tdm_edit_check:
 * @error: why it could not be made, see tdm_edit_fail(), or what is wrong with the first draft that cannot be kept
 *
 * Returns: whether all drafts can be kept, see tdm_record_check()
 */
gboolean
tdm_edit_check (TdmEdit *self, GError **error)
{
  g_return_val_if_fail (TDM_IS_EDIT (self), FALSE);

  if (self->failure)
    {
      g_propagate_error (error, g_error_copy (self->failure));
      return FALSE;
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      TdmEditStep *step = &g_array_index (self->steps, TdmEditStep, i);

      if (step->action != TDM_EDIT_REMOVE && !tdm_record_check (step->record, error))
        return FALSE;
    }
  return TRUE;
}
