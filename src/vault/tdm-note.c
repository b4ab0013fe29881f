/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note.h"

#include "tdm-note-excerpt.h"

#include <gio/gio.h>
#include <sodium.h>
#include <string.h>

/**
 * TdmNote:
 *
 * A private note in clear, which exists only while the notes are unlocked. The ones in a list have everything but the
 * text. What it held is overwritten before its memory is given back.
 */

struct _TdmNote
{
  GObject parent_instance;

  char *uid;
  guint64 revision;
  TdmNoteKind kind;
  char *title;
  char *text;
  char *excerpt;
  char *pair;
  char *meeting;
  gint64 created;
  gint64 modified;
  gint64 removed;
  gboolean is_damaged;
  gboolean is_unsaved;
};

enum
{
  PROP_UID = 1,
  PROP_KIND,
  PROP_TITLE,
  PROP_EXCERPT,
  PROP_PAIR,
  PROP_MEETING,
  PROP_MODIFIED,
  PROP_REMOVED,
  PROP_DAMAGED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TdmNote, tdm_note, G_TYPE_OBJECT)

GType
tdm_note_kind_get_type (void)
{
  static const GEnumValue values[] = {
    { TDM_NOTE_PLAIN, "TDM_NOTE_PLAIN", "plain" },
    { TDM_NOTE_QUESTION, "TDM_NOTE_QUESTION", "question" },
    { 0, NULL, NULL },
  };
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("TdmNoteKind", values));
  return type;
}

static void
wipe (char **text)
{
  if (*text)
    sodium_memzero (*text, strlen (*text));
  g_clear_pointer (text, g_free);
}

/* Most notes leave most of it empty: NULL stands for that. */
static const char *
text_or_empty (const char *text)
{
  return text ? text : "";
}

static gboolean
replace (char **place, const char *text)
{
  char *copy;

  if (g_strcmp0 (*place ? *place : "", text ? text : "") == 0)
    return FALSE;
  copy = text && *text ? g_strdup (text) : NULL;
  wipe (place);
  *place = copy;
  return TRUE;
}

static void
tdm_note_finalize (GObject *object)
{
  TdmNote *self = TDM_NOTE (object);

  wipe (&self->title);
  wipe (&self->text);
  wipe (&self->excerpt);
  wipe (&self->pair);
  wipe (&self->meeting);
  g_free (self->uid);
  G_OBJECT_CLASS (tdm_note_parent_class)->finalize (object);
}

static void
tdm_note_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TdmNote *self = TDM_NOTE (object);

  switch (id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_TITLE:
      g_value_set_string (value, text_or_empty (self->title));
      break;
    case PROP_EXCERPT:
      g_value_set_string (value, text_or_empty (self->excerpt));
      break;
    case PROP_PAIR:
      g_value_set_string (value, text_or_empty (self->pair));
      break;
    case PROP_MEETING:
      g_value_set_string (value, text_or_empty (self->meeting));
      break;
    case PROP_MODIFIED:
      g_value_set_int64 (value, self->modified);
      break;
    case PROP_REMOVED:
      g_value_set_int64 (value, self->removed);
      break;
    case PROP_DAMAGED:
      g_value_set_boolean (value, self->is_damaged);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tdm_note_class_init (TdmNoteClass *klass)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  G_OBJECT_CLASS (klass)->finalize = tdm_note_finalize;
  G_OBJECT_CLASS (klass)->get_property = tdm_note_get_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, TDM_TYPE_NOTE_KIND, TDM_NOTE_PLAIN, flags);
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
  self->kind = TDM_NOTE_PLAIN;
}

/**
 * tdm_note_new:
 * @uid: (nullable): a UUID, or %NULL for a new one
 *
 * Returns: (transfer full): an empty note, which is nowhere yet
 */
TdmNote *
tdm_note_new (const char *uid)
{
  TdmNote *self = g_object_new (TDM_TYPE_NOTE, NULL);

  self->uid = uid ? g_strdup (uid) : g_uuid_string_random ();
  return self;
}

/**
 * tdm_note_new_listed:
 * @uid: (transfer full): a UUID
 * @revision: of this state of it
 * @summary: what is known of it
 *
 * Makes a note of a list, of which there may be thousands.
 *
 * Returns: (transfer full): the note, without its text
 */
TdmNote *
tdm_note_new_listed (char *uid, guint64 revision, const TdmNoteSummary *summary)
{
  TdmNote *self = g_object_new (TDM_TYPE_NOTE, NULL);
  char **places[] = { &self->pair, &self->meeting, &self->title };

  self->uid = uid;
  self->revision = revision;
  self->kind = summary->kind;
  self->created = summary->created;
  self->modified = summary->modified;
  self->removed = summary->removed;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (summary->texts[i].length > 0)
      *places[i] = g_strndup (summary->texts[i].text, summary->texts[i].length);
  if (summary->texts[3].length > 0)
    self->excerpt = tdm_note_excerpt_make (summary->texts[3].text, summary->texts[3].length);
  return self;
}

/**
 * tdm_note_assign:
 * @self: a note
 * @other: another state of it
 *
 * Makes it what @other is, but for the text, which it only has if it had one or @other is the whole note.
 */
void
tdm_note_assign (TdmNote *self, TdmNote *other)
{
  g_return_if_fail (TDM_IS_NOTE (self));
  g_return_if_fail (TDM_IS_NOTE (other));

  self->revision = other->revision;
  self->created = other->created;
  tdm_note_set_kind (self, other->kind);
  tdm_note_set_title (self, other->title);
  tdm_note_set_pair (self, other->pair);
  tdm_note_set_meeting (self, other->meeting);
  tdm_note_set_removed (self, other->removed);
  tdm_note_set_damaged (self, other->is_damaged);
  self->is_unsaved = other->is_unsaved;
  tdm_note_set_times (self, other->created, other->modified);
  replace (&self->text, other->text);
  if (replace (&self->excerpt, other->excerpt))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCERPT]);
}

/**
 * tdm_note_copy:
 * @self: a note
 *
 * Returns: (transfer full): the same note as an object of its own
 */
TdmNote *
tdm_note_copy (TdmNote *self)
{
  TdmNote *copy;

  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  copy = tdm_note_new (self->uid);
  tdm_note_assign (copy, self);
  return copy;
}

const char *
tdm_note_get_uid (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return self->uid;
}

/**
 * tdm_note_get_revision:
 * @self: a note
 *
 * Returns: how often it was saved; 0 if never
 */
guint64
tdm_note_get_revision (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), 0);

  return self->revision;
}

void
tdm_note_set_revision (TdmNote *self, guint64 revision)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  self->revision = revision;
}

TdmNoteKind
tdm_note_get_kind (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), TDM_NOTE_PLAIN);

  return self->kind;
}

void
tdm_note_set_kind (TdmNote *self, TdmNoteKind kind)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  if (self->kind == kind)
    return;
  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

const char *
tdm_note_get_title (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return text_or_empty (self->title);
}

void
tdm_note_set_title (TdmNote *self, const char *title)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  if (replace (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * tdm_note_get_text:
 * @self: a note
 *
 * Returns: (transfer none): the text; empty in the notes of a list
 */
const char *
tdm_note_get_text (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return text_or_empty (self->text);
}

static void
update_excerpt (TdmNote *self)
{
  const char *text = tdm_note_get_text (self);
  char *excerpt = tdm_note_excerpt_make (text, strlen (text));

  if (replace (&self->excerpt, excerpt))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCERPT]);
  wipe (&excerpt);
}

void
tdm_note_set_text (TdmNote *self, const char *text)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  replace (&self->text, text);
  update_excerpt (self);
}

/**
 * tdm_note_get_excerpt:
 * @self: a note
 *
 * Returns: (transfer none): the beginning of its text in one line
 */
const char *
tdm_note_get_excerpt (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return text_or_empty (self->excerpt);
}

/**
 * tdm_note_get_pair:
 * @self: a note
 *
 * Returns: (transfer none): the uid of the tandem it is about, or an empty string
 */
const char *
tdm_note_get_pair (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return text_or_empty (self->pair);
}

void
tdm_note_set_pair (TdmNote *self, const char *uid)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  if (replace (&self->pair, uid))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAIR]);
}

/**
 * tdm_note_get_meeting:
 * @self: a note
 *
 * Returns: (transfer none): the uid of the meeting it is about, or an empty string
 */
const char *
tdm_note_get_meeting (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), NULL);

  return text_or_empty (self->meeting);
}

void
tdm_note_set_meeting (TdmNote *self, const char *uid)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  if (replace (&self->meeting, uid))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEETING]);
}

/**
 * tdm_note_get_created:
 * @self: a note
 *
 * Returns: when it was saved first, in seconds since 1970
 */
gint64
tdm_note_get_created (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), 0);

  return self->created;
}

/**
 * tdm_note_get_modified:
 * @self: a note
 *
 * Returns: when it was saved last, in seconds since 1970
 */
gint64
tdm_note_get_modified (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), 0);

  return self->modified;
}

void
tdm_note_set_times (TdmNote *self, gint64 created, gint64 modified)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  self->created = created;
  if (self->modified == modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * tdm_note_get_removed:
 * @self: a note
 *
 * Returns: when it was put into the bin, in seconds since 1970; 0 if it is not there
 */
gint64
tdm_note_get_removed (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), 0);

  return self->removed;
}

void
tdm_note_set_removed (TdmNote *self, gint64 removed)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  if (self->removed == removed)
    return;
  self->removed = removed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMOVED]);
}

/**
 * tdm_note_is_damaged:
 * @self: a note
 *
 * Returns: whether there is something in the file that cannot be read
 */
gboolean
tdm_note_is_damaged (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), FALSE);

  return self->is_damaged;
}

void
tdm_note_set_damaged (TdmNote *self, gboolean is_damaged)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  if (self->is_damaged == is_damaged)
    return;
  self->is_damaged = is_damaged;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAMAGED]);
}

/**
 * tdm_note_is_unsaved:
 * @self: a note
 *
 * Returns: whether this is what could not be saved
 */
gboolean
tdm_note_is_unsaved (TdmNote *self)
{
  g_return_val_if_fail (TDM_IS_NOTE (self), FALSE);

  return self->is_unsaved;
}

void
tdm_note_set_unsaved (TdmNote *self, gboolean is_unsaved)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  self->is_unsaved = is_unsaved;
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

  return !self->title && !self->excerpt && !self->is_damaged;
}

/**
 * tdm_note_forget_text:
 * @self: a note
 *
 * Lets go of the text: what is left is what a list needs.
 */
void
tdm_note_forget_text (TdmNote *self)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  replace (&self->text, "");
}

/**
 * tdm_note_wipe:
 * @self: a note
 *
 * Overwrites what it holds, for those who still have it when the notes are locked.
 */
void
tdm_note_wipe (TdmNote *self)
{
  g_return_if_fail (TDM_IS_NOTE (self));

  tdm_note_set_title (self, "");
  tdm_note_set_text (self, "");
  tdm_note_set_pair (self, "");
  tdm_note_set_meeting (self, "");
}
