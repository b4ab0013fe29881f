/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-private.h"

/**
 * TdmNote:
 *
 * A private note in clear as a list or an editor has it, while the notes are unlocked. The ones in a list have
 * everything but the text. What it held is overwritten before its memory is given back.
 */

struct _TdmNote
{
  GObject parent_instance;

  TdmVaultNote *state;
};

typedef enum
{
  PROP_UID = 1,
  PROP_QUESTION,
  PROP_TITLE,
  PROP_EXCERPT,
  PROP_PAIR,
  PROP_MEETING,
  PROP_MODIFIED,
  PROP_REMOVED,
  PROP_DAMAGED,
  N_PROPS,
} TdmNoteProperty;

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TdmNote, tdm_note, G_TYPE_OBJECT)

static void
tdm_note_finalize (GObject *object)
{
  tdm_vault_note_free (TDM_NOTE (object)->state);
  G_OBJECT_CLASS (tdm_note_parent_class)->finalize (object);
}

static void
tdm_note_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TdmVaultNote *state = TDM_NOTE (object)->state;

  switch ((TdmNoteProperty) id)
    {
    case PROP_UID:
      g_value_set_string (value, state->uid);
      break;
    case PROP_QUESTION:
      g_value_set_boolean (value, state->is_question);
      break;
    case PROP_TITLE:
      g_value_set_string (value, state->title);
      break;
    case PROP_EXCERPT:
      g_value_set_string (value, state->excerpt);
      break;
    case PROP_PAIR:
      g_value_set_string (value, state->pair);
      break;
    case PROP_MEETING:
      g_value_set_string (value, state->meeting);
      break;
    case PROP_MODIFIED:
      g_value_set_int64 (value, state->modified);
      break;
    case PROP_REMOVED:
      g_value_set_int64 (value, state->removed);
      break;
    case PROP_DAMAGED:
      g_value_set_boolean (value, state->is_damaged);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_note_class_init (TdmNoteClass *klass)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  G_OBJECT_CLASS (klass)->finalize = tdm_note_finalize;
  G_OBJECT_CLASS (klass)->get_property = tdm_note_get_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_QUESTION] = g_param_spec_boolean ("question", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_EXCERPT] = g_param_spec_string ("excerpt", NULL, NULL, "", flags);
  properties[PROP_PAIR] = g_param_spec_string ("pair", NULL, NULL, "", flags);
  properties[PROP_MEETING] = g_param_spec_string ("meeting", NULL, NULL, "", flags);
  properties[PROP_MODIFIED] = g_param_spec_int64 ("modified", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_REMOVED] = g_param_spec_int64 ("removed", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DAMAGED] = g_param_spec_boolean ("damaged", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
tdm_note_init (TdmNote *self)
{
}

TdmNote *
tdm_note_new_take (TdmVaultNote *taken_state)
{
  TdmNote *self = g_object_new (TDM_TYPE_NOTE, NULL);

  self->state = taken_state;
  return self;
}

/**
 * tdm_note_new:
 * @pair: the uid of the tandem it is about, or an empty string
 * @meeting: the uid of the meeting it is about, or an empty string
 *
 * Returns: (transfer full): an empty note, which is nowhere yet
 */
TdmNote *
tdm_note_new (const char *pair, const char *meeting)
{
  TdmNote *self = tdm_note_new_take (tdm_vault_note_new (NULL));

  tdm_note_set_about (self, pair, meeting);
  return self;
}

/**
 * tdm_note_copy_as:
 * @uid: its own, or that of another note
 *
 * Returns: (transfer full): an object of its own that says the same
 */
TdmNote *
tdm_note_copy_as (TdmNote *self, const char *uid)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return tdm_note_new_take (tdm_vault_note_copy_as (self->state, uid));
}

/**
 * tdm_note_draft:
 * @n_ahead: saves of it that are under way
 *
 * Returns: (transfer full): a copy to be saved as well, which builds on what these will have made
 */
TdmNote *
tdm_note_draft (TdmNote *self, guint n_ahead)
{
  TdmNote *draft = tdm_note_copy_as (self, tdm_note_get_uid (self));

  draft->state->revision += n_ahead;
  return draft;
}

const TdmVaultNote *
tdm_note_get_state (TdmNote *self)
{
  return self->state;
}

static void
note_notify_if (TdmNote *self, gboolean has_changed, TdmNoteProperty property)
{
  if (has_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Another state of the same note, whose uid stays where it is: the list knows it by that */
void
tdm_note_take_state (TdmNote *self, TdmVaultNote *taken_state)
{
  g_autoptr (TdmVaultNote) before = self->state;
  const TdmVaultNote *state = taken_state;

  g_free (taken_state->uid);
  taken_state->uid = g_steal_pointer (&before->uid);
  self->state = taken_state;
  g_object_freeze_notify (G_OBJECT (self));
  note_notify_if (self, before->is_question != state->is_question, PROP_QUESTION);
  note_notify_if (self, !g_str_equal (before->title, state->title), PROP_TITLE);
  note_notify_if (self, !g_str_equal (before->excerpt, state->excerpt), PROP_EXCERPT);
  note_notify_if (self, !g_str_equal (before->pair, state->pair), PROP_PAIR);
  note_notify_if (self, !g_str_equal (before->meeting, state->meeting), PROP_MEETING);
  note_notify_if (self, before->modified != state->modified, PROP_MODIFIED);
  note_notify_if (self, before->removed != state->removed, PROP_REMOVED);
  note_notify_if (self, before->is_damaged != state->is_damaged, PROP_DAMAGED);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
tdm_note_get_uid (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return self->state->uid;
}

/**
 * tdm_note_get_revision:
 *
 * Returns: how often it was saved; 0 if never
 */
guint64
tdm_note_get_revision (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), 0);

  return self->state->revision;
}

void
tdm_note_set_revision (TdmNote *self, guint64 revision)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  self->state->revision = revision;
}

const char *
tdm_note_get_title (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return self->state->title;
}

void
tdm_note_set_title (TdmNote *self, const char *title)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  note_notify_if (self, tdm_vault_note_set (&self->state->title, title), PROP_TITLE);
}

/**
 * tdm_note_get_text:
 *
 * Returns: (transfer none): the text; empty in the notes of a list
 */
const char *
tdm_note_get_text (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return self->state->text;
}

void
tdm_note_set_text (TdmNote *self, const char *text)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  note_notify_if (self, tdm_vault_note_set_text (self->state, text), PROP_EXCERPT);
}

/**
 * tdm_note_get_excerpt:
 *
 * Returns: (transfer none): the beginning of its text in one line
 */
const char *
tdm_note_get_excerpt (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return self->state->excerpt;
}

/**
 * tdm_note_get_pair:
 *
 * Returns: (transfer none): the uid of the tandem it is about, or an empty string
 */
const char *
tdm_note_get_pair (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return self->state->pair;
}

/**
 * tdm_note_get_meeting:
 *
 * Returns: (transfer none): the uid of the meeting it is about, or an empty string
 */
const char *
tdm_note_get_meeting (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return self->state->meeting;
}

void
tdm_note_set_about (TdmNote *self, const char *pair, const char *meeting)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  note_notify_if (self, tdm_vault_note_set (&self->state->pair, pair), PROP_PAIR);
  note_notify_if (self, tdm_vault_note_set (&self->state->meeting, meeting), PROP_MEETING);
}

/**
 * tdm_note_get_modified:
 *
 * Returns: when it was saved last, in seconds since 1970
 */
gint64
tdm_note_get_modified (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), 0);

  return self->state->modified;
}

/**
 * tdm_note_is_question:
 *
 * Returns: whether it is something to ask at the next meeting
 */
gboolean
tdm_note_is_question (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), FALSE);

  return self->state->is_question;
}

void
tdm_note_set_question (TdmNote *self, gboolean is_question)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  if (self->state->is_question == is_question)
    return;
  self->state->is_question = is_question;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUESTION]);
}

/**
 * tdm_note_is_removed:
 *
 * Returns: whether it is in the bin
 */
gboolean
tdm_note_is_removed (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), FALSE);

  return self->state->removed != 0;
}

/**
 * tdm_note_is_damaged:
 *
 * Returns: whether there is something in the file that cannot be read
 */
gboolean
tdm_note_is_damaged (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), FALSE);

  return self->state->is_damaged;
}

/**
 * tdm_note_is_unsaved:
 *
 * Returns: whether this is what could not be saved
 */
gboolean
tdm_note_is_unsaved (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), FALSE);

  return self->state->is_unsaved;
}

/**
 * tdm_note_is_empty:
 * @self: a whole note
 *
 * Returns: whether nobody would miss it
 */
gboolean
tdm_note_is_empty (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), TRUE);

  return tdm_vault_note_is_empty (self->state);
}

/**
 * tdm_note_take_saved:
 * @saved: what saving has made of it
 *
 * Takes over the revision and the times, and nothing that was written meanwhile.
 */
void
tdm_note_take_saved (TdmNote *self, TdmNote *saved)
{
  gint64 before;

  g_return_if_fail (TDM_IS_NOTE (self));
  g_return_if_fail (TDM_IS_NOTE (saved));

  before = self->state->modified;
  self->state->revision = saved->state->revision;
  self->state->created = saved->state->created;
  self->state->modified = saved->state->modified;
  note_notify_if (self, before != self->state->modified, PROP_MODIFIED);
}

/**
 * tdm_note_wipe:
 *
 * Overwrites what it holds, for those who still have it when the notes are locked.
 */
void
tdm_note_wipe (TdmNote *self)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  tdm_note_set_title (self, "");
  tdm_note_set_text (self, "");
  tdm_note_set_about (self, "", "");
}
