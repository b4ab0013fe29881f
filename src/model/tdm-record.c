/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-private.h"

#include "base/tdm-compat.h"
#include "tdm-record-types.h"

/**
 * TdmRecord:
 *
 * One row of the programme file as an object. A record is one of
 *
 * - *live*: what the window shows; only the workspace changes it, and only after the change is on disk;
 * - a *draft*: a copy or a new record that somebody fills in, which becomes part of a #TdmEdit.
 *
 * Subclasses declare their fields as a table (see #TdmField) and otherwise hold little more than named getters.
 */

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TdmRecord, tdm_record, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_UID,
} TdmRecordProperty;

/* Empty texts are by far the most common value: they cost no memory. */
static char empty_text[] = "";

TdmRecordPrivate *
tdm_record_private (TdmRecord *self)
{
  return tdm_record_get_instance_private (self);
}

/* One for each type whose records may belong to it, made when it is asked for */
TdmRecordList **
tdm_record_get_child_lists (TdmRecord *self)
{
  return (TdmRecordList **) (tdm_record_private (self)->links + TDM_RECORD_GET_CLASS (self)->n_links);
}

gboolean
tdm_record_is_text (const TdmField *field)
{
  return field->kind <= TDM_FIELD_DATE;
}

static void
record_free_text (char *text)
{
  if (text != empty_text)
    g_free (text);
}

void
tdm_record_keep_text (TdmValue *value, const char *text)
{
  char *kept = text && *text ? g_strdup (text) : empty_text;

  record_free_text (value->text);
  value->text = kept;
}

void
tdm_record_notify_field (TdmRecord *self, guint field)
{
  g_object_notify_by_pspec (G_OBJECT (self), TDM_RECORD_GET_CLASS (self)->specs[field]);
}

static void
tdm_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmRecord *self = TDM_RECORD (object);
  TdmRecordPrivate *priv = tdm_record_private (self);
  const TdmField *field;

  if (spec->owner_type == TDM_TYPE_RECORD)
    {
      if (id == PROP_ID)
        g_value_set_int64 (value, priv->id);
      else
        g_value_set_string (value, priv->uid);
      return;
    }

  field = &TDM_RECORD_GET_CLASS (self)->fields[id - 1];
  if (tdm_record_is_text (field))
    g_value_set_string (value, priv->values[id - 1].text);
  else if (field->kind == TDM_FIELD_CODE)
    g_value_set_enum (value, priv->values[id - 1].integer);
  else if (field->kind == TDM_FIELD_BOOLEAN)
    g_value_set_boolean (value, priv->values[id - 1].integer != 0);
  else if (field->kind == TDM_FIELD_LINK)
    g_value_set_object (value, tdm_record_get_link (self, id - 1));
  else
    g_value_set_int64 (value, priv->values[id - 1].integer);
}

static void
tdm_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmRecord *self = TDM_RECORD (object);
  const TdmField *field = &TDM_RECORD_GET_CLASS (self)->fields[id - 1];

  if (tdm_record_is_text (field))
    tdm_record_set_text (self, id - 1, g_value_get_string (value));
  else if (field->kind == TDM_FIELD_CODE)
    tdm_record_set_integer (self, id - 1, g_value_get_enum (value));
  else if (field->kind == TDM_FIELD_BOOLEAN)
    tdm_record_set_integer (self, id - 1, g_value_get_boolean (value));
  else if (field->kind == TDM_FIELD_LINK)
    tdm_record_set_link (self, id - 1, g_value_get_object (value));
  else
    tdm_record_set_integer (self, id - 1, g_value_get_int64 (value));
}

static void
tdm_record_constructed (GObject *object)
{
  TdmRecord *self = TDM_RECORD (object);
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);
  TdmRecordPrivate *priv = tdm_record_private (self);

  G_OBJECT_CLASS (tdm_record_parent_class)->constructed (object);
  tdm_record_types (NULL);
  priv->values = g_malloc0 (klass->n_fields * sizeof (TdmValue) +
                            (klass->n_links + klass->n_children) * sizeof (gpointer));
  priv->links = (TdmRecord **) (priv->values + klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    if (tdm_record_is_text (&klass->fields[i]))
      priv->values[i].text = empty_text;
}

static void
tdm_record_dispose (GObject *object)
{
  TdmRecord *self = TDM_RECORD (object);
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_links; i++)
    g_clear_object (&tdm_record_private (self)->links[i]);
  for (guint i = 0; i < klass->n_children; i++)
    g_clear_object (&tdm_record_get_child_lists (self)[i]);
  G_OBJECT_CLASS (tdm_record_parent_class)->dispose (object);
}

static void
tdm_record_finalize (GObject *object)
{
  TdmRecord *self = TDM_RECORD (object);
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);
  TdmRecordPrivate *priv = tdm_record_private (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (tdm_record_is_text (&klass->fields[i]))
      record_free_text (priv->values[i].text);
  g_free (priv->values);
  g_free (priv->uid);
  G_OBJECT_CLASS (tdm_record_parent_class)->finalize (object);
}

static void
tdm_record_class_init (TdmRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tdm_record_constructed;
  object_class->dispose = tdm_record_dispose;
  object_class->finalize = tdm_record_finalize;
  object_class->get_property = tdm_record_get_property;
  object_class->set_property = tdm_record_set_property;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_UID,
                                   g_param_spec_string ("uid", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tdm_record_init (TdmRecord *self)
{
}

static GParamSpec *
field_make_spec (const TdmField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->kind)
    {
    case TDM_FIELD_LINE:
    case TDM_FIELD_BLOCK:
    case TDM_FIELD_EMAIL:
    case TDM_FIELD_DATE:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case TDM_FIELD_CODE:
      return g_param_spec_enum (field->name, NULL, NULL, field->type (), 0, flags);
    case TDM_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case TDM_FIELD_LINK:
      return g_param_spec_object (field->name, NULL, NULL, field->type (), flags);
    case TDM_FIELD_INTEGER:
      break;
    }
  return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
}

/**
 * tdm_record_class_install_fields:
 * @klass: the class of a concrete record type
 * @table: (transfer none): the table in the programme file
 * @fields: (transfer none): a static table of fields, at most 64
 * @n_fields: their number
 *
 * Declares the fields of a record type; to be called once in its class_init. Field @fields[i] becomes the property
 * with the id i + 1.
 */
void
tdm_record_class_install_fields (TdmRecordClass *klass, const char *table, const TdmField *fields, guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_return_if_fail (n_fields <= 64);

  /* GObject gives every class its own pair of these; a subclass may have chained up from its own already. */
  if (!object_class->get_property)
    object_class->get_property = tdm_record_get_property;
  if (!object_class->set_property)
    object_class->set_property = tdm_record_set_property;

  klass->table = table;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->specs = g_new0 (GParamSpec *, n_fields);
  klass->link_slots = g_new0 (guint8, n_fields);
  klass->n_links = 0;

  for (guint i = 0; i < n_fields; i++)
    {
      klass->specs[i] = field_make_spec (&fields[i]);
      if (fields[i].kind == TDM_FIELD_LINK)
        klass->link_slots[i] = klass->n_links++;
      g_object_class_install_property (object_class, i + 1, klass->specs[i]);
    }
  tdm_record_class_install_relations (klass);
}

/**
 * tdm_record_new:
 * @type: a concrete record type
 *
 * Returns: (transfer full): an empty draft with a fresh uid (UUID version 4)
 */
gpointer
tdm_record_new (GType type)
{
  TdmRecord *self = g_object_new (type, NULL);

  tdm_record_private (self)->uid = g_uuid_string_random ();
  tdm_record_private (self)->changed = G_MAXUINT64;
  return self;
}

/**
 * tdm_record_new_stored:
 * @type: a concrete record type
 * @id: its row id
 * @uid: its uid
 *
 * Returns: (transfer full): an empty record for a row of the file, to be filled by the store
 */
gpointer
tdm_record_new_stored (GType type, gint64 id, const char *uid)
{
  TdmRecord *self = g_object_new (type, NULL);

  tdm_record_private (self)->id = id;
  tdm_record_private (self)->uid = g_strdup (uid);
  return self;
}

void
tdm_record_copy_value (TdmRecord *self, TdmRecord *from, guint i)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);

  if (tdm_record_is_text (&klass->fields[i]))
    {
      tdm_record_keep_text (&tdm_record_private (self)->values[i], tdm_record_private (from)->values[i].text);
      return;
    }

  tdm_record_private (self)->values[i] = tdm_record_private (from)->values[i];
  if (klass->fields[i].kind == TDM_FIELD_LINK)
    g_set_object (&tdm_record_private (self)->links[klass->link_slots[i]],
                  tdm_record_private (from)->links[klass->link_slots[i]]);
}

/**
 * tdm_record_new_draft:
 * @record: a live record
 *
 * Returns: (transfer full): a copy with the same id and uid that can be changed
 */
gpointer
tdm_record_new_draft (TdmRecord *record)
{
  TdmRecord *self;

  g_return_val_if_fail (TDM_IS_RECORD (record), NULL);

  self =
    tdm_record_new_stored (G_OBJECT_TYPE (record), tdm_record_private (record)->id, tdm_record_private (record)->uid);
  for (guint i = 0; i < TDM_RECORD_GET_CLASS (self)->n_fields; i++)
    tdm_record_copy_value (self, record, i);
  return self;
}

/**
 * tdm_record_let_go:
 * @taken_record: (transfer full): a record that is not shown, such as one of several that were read or made for a while
 *
 * A record has lists of what belongs to it, and what belongs to it leads back: none of them would go by itself. It
 * loses its lists and links, and goes with its last reference.
 */
void
tdm_record_let_go (gpointer taken_record)
{
  g_return_if_fail (TDM_IS_RECORD (taken_record));

  g_object_run_dispose (taken_record);
  g_object_unref (taken_record);
}

/**
 * tdm_record_get_id:
 *
 * Returns: the row id, 0 for a draft that was never stored
 */
gint64
tdm_record_get_id (TdmRecord *self)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), 0);

  return tdm_record_private (self)->id;
}

/**
 * tdm_record_get_uid:
 *
 * Returns: the name of this record outside the file, a UUID
 */
const char *
tdm_record_get_uid (TdmRecord *self)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), NULL);

  return tdm_record_private (self)->uid;
}

/**
 * tdm_record_set_id:
 * @self: a draft
 * @id: the row id that the store gave it
 */
void
tdm_record_set_id (TdmRecord *self, gint64 id)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!tdm_record_private (self)->live);

  tdm_record_private (self)->id = id;
}

/**
 * tdm_record_set_uid:
 * @self: a draft that was never stored
 * @uid: a UUID that came from elsewhere, instead of the random one
 */
void
tdm_record_set_uid (TdmRecord *self, const char *uid)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (tdm_record_private (self)->id == 0);
  g_return_if_fail (g_uuid_string_is_valid (uid));

  tdm_set_str (&tdm_record_private (self)->uid, uid);
}

/**
 * tdm_record_get_table:
 *
 * Returns: the table of its type
 */
const char *
tdm_record_get_table (TdmRecord *self)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), NULL);

  return TDM_RECORD_GET_CLASS (self)->table;
}

/**
 * tdm_record_get_fields:
 * @n_fields: (out): their number
 *
 * Returns: (transfer none): the fields of its type
 */
const TdmField *
tdm_record_get_fields (TdmRecord *self, guint *n_fields)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), NULL);

  *n_fields = TDM_RECORD_GET_CLASS (self)->n_fields;
  return TDM_RECORD_GET_CLASS (self)->fields;
}

/**
 * tdm_record_get_changed:
 * @self: a draft
 *
 * Returns: one bit a field, set where the draft differs from what it was made from
 */
guint64
tdm_record_get_changed (TdmRecord *self)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), 0);

  return tdm_record_private (self)->changed;
}

/**
 * tdm_record_make_live:
 * @self: a record read from the file
 *
 * From here on the setters refuse.
 */
void
tdm_record_make_live (TdmRecord *self)
{
  g_return_if_fail (TDM_IS_RECORD (self));

  tdm_record_private (self)->live = TRUE;
}
