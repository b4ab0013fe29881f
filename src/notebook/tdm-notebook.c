/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notebook-private.h"

#include "vault/tdm-vault-error.h"
#include "tdm-note-private.h"

/**
 * TdmNotebook:
 *
 * The private notes of a person as the rest of the program sees them: locked or not, and if not, a list. Every verb is
 * a job on one worker thread, which alone touches the file and the keys. While locked the file is closed. Verbs without
 * a finish function of their own end with tdm_notebook_finish().
 */

enum
{
  PROP_STATE = 1,
  PROP_READ_ONLY,
  PROP_TRUSTED,
  PROP_OLDER,
  PROP_KEYRING,
  PROP_UNSAVED,
  PROP_RECOVERED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TdmNotebook, tdm_notebook, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (TdmNotebookState, tdm_notebook_state,
                    G_DEFINE_ENUM_VALUE (TDM_NOTEBOOK_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (TDM_NOTEBOOK_ABSENT, "absent"),
                    G_DEFINE_ENUM_VALUE (TDM_NOTEBOOK_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (TDM_NOTEBOOK_UNLOCKED, "unlocked"))

void
tdm_notebook_take_facts (TdmNotebook *self, const TdmNotebookFacts *facts)
{
  TdmNotebookFacts before = self->facts;

  self->facts = *facts;
  self->facts.was_locked = before.was_locked;
  if (before.state != facts->state)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (!before.why_read_only != !facts->why_read_only)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  if (before.is_trusted != facts->is_trusted)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRUSTED]);
  if (before.is_older != facts->is_older)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OLDER]);
  if (before.has_keyring != facts->has_keyring)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYRING]);
  if (before.n_unsaved != facts->n_unsaved || before.n_in_memory != facts->n_in_memory ||
      before.reason != facts->reason)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
  if (before.n_recovered != facts->n_recovered)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECOVERED]);
}

/* Notes of what was read; nothing is left in @states. */
GPtrArray *
tdm_notebook_take_notes (GPtrArray *states)
{
  gsize n;
  g_autofree gpointer *taken = g_ptr_array_steal (states, &n);
  GPtrArray *notes = g_ptr_array_new_full (n, g_object_unref);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (notes, tdm_note_new_take (taken[i]));
  return notes;
}

/* The list is made anew; nothing is left in @states. */
void
tdm_notebook_list (TdmNotebook *self, GPtrArray *states)
{
  g_autoptr (GPtrArray) notes = tdm_notebook_take_notes (states);

  g_hash_table_remove_all (self->index);
  for (guint i = 0; i < notes->len; i++)
    g_hash_table_insert (self->index, (gpointer) tdm_note_get_uid (notes->pdata[i]), notes->pdata[i]);
  g_list_store_splice (self->notes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->notes)), notes->pdata, notes->len);
  tdm_notebook_list_waiting (self);
}

/* The list shows this state of a note, without its text. */
void
tdm_notebook_enter (TdmNotebook *self, const TdmVaultNote *state)
{
  TdmNote *listed = g_hash_table_lookup (self->index, state->uid);
  TdmVaultNote *copy = tdm_vault_note_copy (state);
  TdmNote *note;
  guint position;

  tdm_vault_note_set (&copy->text, NULL);
  if (listed)
    {
      tdm_note_take_state (listed, copy);
      /* What sorts and filters the list looks at it again. */
      if (g_list_store_find (self->notes, listed, &position))
        g_list_model_items_changed (G_LIST_MODEL (self->notes), position, 1, 1);
      return;
    }
  note = tdm_note_new_take (copy);
  g_hash_table_insert (self->index, copy->uid, note);
  g_list_store_append (self->notes, note);
  g_object_unref (note);
}

void
tdm_notebook_forget (TdmNotebook *self, const char *uid)
{
  TdmNote *listed = g_hash_table_lookup (self->index, uid);
  guint position;

  if (!listed)
    return;
  g_hash_table_remove (self->index, uid);
  if (g_list_store_find (self->notes, listed, &position))
    g_list_store_remove (self->notes, position);
}

/* What a job found is the list now. */
void
tdm_notebook_list_all (TdmNotebook *self, TdmNotebookJob *job)
{
  tdm_notebook_list (self, job->notes);
  tdm_notebook_wait_for_drafts (self, job);
}

void
tdm_notebook_clear_list (TdmNotebook *self)
{
  GListModel *notes = G_LIST_MODEL (self->notes);

  g_hash_table_remove_all (self->index);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TdmNote) note = g_list_model_get_item (notes, i);

      tdm_note_wipe (note);
    }
  g_list_store_remove_all (self->notes);
}

static void
tdm_notebook_dispose (GObject *object)
{
  TdmNotebook *self = TDM_NOTEBOOK (object);

  g_clear_object (&self->worker);
  /* The thread is over: the file is ours now. */
  tdm_notebook_close_file (self);
  tdm_notebook_forget_waiting (self);
  if (self->notes)
    tdm_notebook_clear_list (self);
  G_OBJECT_CLASS (tdm_notebook_parent_class)->dispose (object);
}

static void
tdm_notebook_finalize (GObject *object)
{
  TdmNotebook *self = TDM_NOTEBOOK (object);

  g_clear_object (&self->notes);
  g_hash_table_unref (self->index);
  g_hash_table_unref (self->waiting);
  tdm_vault_drafts_free (self->drafts);
  g_free (self->path);
  g_free (self->memory);
  G_OBJECT_CLASS (tdm_notebook_parent_class)->finalize (object);
}

static void
tdm_notebook_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TdmNotebook *self = TDM_NOTEBOOK (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->facts.state);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->facts.why_read_only != NULL);
      break;
    case PROP_TRUSTED:
      g_value_set_boolean (value, self->facts.is_trusted);
      break;
    case PROP_OLDER:
      g_value_set_boolean (value, self->facts.is_older);
      break;
    case PROP_KEYRING:
      g_value_set_boolean (value, self->facts.has_keyring);
      break;
    case PROP_UNSAVED:
      g_value_set_uint (value, self->facts.n_unsaved);
      break;
    case PROP_RECOVERED:
      g_value_set_uint (value, self->facts.n_recovered);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tdm_notebook_class_init (TdmNotebookClass *klass)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  G_OBJECT_CLASS (klass)->dispose = tdm_notebook_dispose;
  G_OBJECT_CLASS (klass)->finalize = tdm_notebook_finalize;
  G_OBJECT_CLASS (klass)->get_property = tdm_notebook_get_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, TDM_TYPE_NOTEBOOK_STATE, TDM_NOTEBOOK_UNKNOWN, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_TRUSTED] = g_param_spec_boolean ("trusted", NULL, NULL, FALSE, flags);
  properties[PROP_OLDER] = g_param_spec_boolean ("older", NULL, NULL, FALSE, flags);
  properties[PROP_KEYRING] = g_param_spec_boolean ("keyring", NULL, NULL, FALSE, flags);
  properties[PROP_UNSAVED] = g_param_spec_uint ("unsaved", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RECOVERED] = g_param_spec_uint ("recovered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * TdmNotebook::locking:
   *
   * The notes are about to be locked: whoever has something that is not saved yet saves it now, and lets go of every
   * text.
   */
  g_signal_new ("locking", TDM_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TdmNotebook::saving:
   *
   * Whoever has something that is not saved yet saves it now.
   */
  g_signal_new ("saving", TDM_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tdm_notebook_init (TdmNotebook *self)
{
  self->notes = g_list_store_new (TDM_TYPE_NOTE);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tdm_vault_note_free);
}

/**
 * tdm_notebook_new:
 * @path: where the file is or shall be
 * @memory: a key file outside of it, in which its generation is remembered; drafts that cannot be saved are kept
 *   beside it
 * @cost: what a guess at a passphrase shall cost, &tdm_key_cost_default but for tests
 *
 * Returns: (transfer full): the notebook; nothing is read before tdm_notebook_look_async()
 */
TdmNotebook *
tdm_notebook_new (const char *path, const char *memory, const TdmKeyCost *cost)
{
  TdmNotebook *self = g_object_new (TDM_TYPE_NOTEBOOK, NULL);
  g_autofree char *state = g_path_get_dirname (memory);

  self->drafts = tdm_vault_drafts_new (g_build_filename (state, "drafts", NULL));
  self->path = g_strdup (path);
  self->memory = g_strdup (memory);
  self->cost = *cost;
  return self;
}

const char *
tdm_notebook_get_path (TdmNotebook *self)
{
  g_return_val_if_fail (TDM_IS_NOTEBOOK (self), NULL);

  return self->path;
}

TdmNotebookState
tdm_notebook_get_state (TdmNotebook *self)
{
  g_return_val_if_fail (TDM_IS_NOTEBOOK (self), TDM_NOTEBOOK_UNKNOWN);

  return self->facts.state;
}

gboolean
tdm_notebook_is_unlocked (TdmNotebook *self)
{
  return tdm_notebook_get_state (self) == TDM_NOTEBOOK_UNLOCKED;
}

/**
 * tdm_notebook_get_facts:
 *
 * Returns: (transfer none): what is known of its file at any moment; properties with the same names tell of changes
 */
const TdmNotebookFacts *
tdm_notebook_get_facts (TdmNotebook *self)
{
  g_return_val_if_fail (TDM_IS_NOTEBOOK (self), NULL);

  return &self->facts;
}

/**
 * tdm_notebook_get_notes:
 *
 * Returns: (transfer none): a list of #TdmNote without their texts, empty while locked
 */
GListModel *
tdm_notebook_get_notes (TdmNotebook *self)
{
  g_return_val_if_fail (TDM_IS_NOTEBOOK (self), NULL);

  return G_LIST_MODEL (self->notes);
}

/**
 * tdm_notebook_find:
 * @uid: of a note
 *
 * Returns: (transfer none) (nullable): the note of the list
 */
TdmNote *
tdm_notebook_find (TdmNotebook *self, const char *uid)
{
  g_return_val_if_fail (TDM_IS_NOTEBOOK (self), NULL);

  return g_hash_table_lookup (self->index, uid);
}

/**
 * tdm_notebook_classify:
 * @error: (nullable): what a verb has failed with
 *
 * Returns: why it failed, as far as somebody goes on in another way then
 */
TdmNotebookFailure
tdm_notebook_classify (const GError *error)
{
  if (!error)
    return TDM_NOTEBOOK_FAILURE_OTHER;
  if (error->domain != TDM_VAULT_ERROR)
    return TDM_NOTEBOOK_FAILURE_DISK;
  switch (error->code)
    {
    case TDM_VAULT_ERROR_WRONG_SECRET:
      return TDM_NOTEBOOK_FAILURE_WRONG_SECRET;
    case TDM_VAULT_ERROR_LOCKED:
      return TDM_NOTEBOOK_FAILURE_LOCKED;
    case TDM_VAULT_ERROR_EMPTY:
      return TDM_NOTEBOOK_FAILURE_EMPTY;
    default:
      return TDM_NOTEBOOK_FAILURE_OTHER;
    }
}
