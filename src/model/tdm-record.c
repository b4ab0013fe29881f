/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record.h"

#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-model-error.h"

#include <string.h>

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

typedef union
{
  gint64 integer;
  char *text;
} TdmValue;

typedef struct
{
  gint64 id;
  char *uid;
  TdmValue *values;
  TdmRecord **links;
  guint64 changed;
  gboolean live;
} TdmRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TdmRecord, tdm_record, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_UID,
} TdmRecordProperty;

/* Empty texts are by far the most common value: they cost no memory. */
static char empty_text[] = "";

static inline TdmRecordPrivate *
get_private (TdmRecord *self)
{
  return tdm_record_get_instance_private (self);
}

static inline gboolean
is_text (const TdmField *field)
{
  return field->kind <= TDM_FIELD_DATE;
}

static void
free_text (char *text)
{
  if (text != empty_text)
    g_free (text);
}

static char *
keep_text (const char *text)
{
  return text && *text ? g_strdup (text) : empty_text;
}

static void
notify_field (TdmRecord *self, guint field)
{
  g_object_notify_by_pspec (G_OBJECT (self), TDM_RECORD_GET_CLASS (self)->specs[field]);
}

static void
mark_changed (TdmRecord *self, guint field)
{
  get_private (self)->changed |= G_GUINT64_CONSTANT (1) << field;
  notify_field (self, field);
}

static void
tdm_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmRecord *self = TDM_RECORD (object);
  TdmRecordPrivate *priv = get_private (self);
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
  if (is_text (field))
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

  if (is_text (field))
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
  TdmRecordPrivate *priv = get_private (self);

  G_OBJECT_CLASS (tdm_record_parent_class)->constructed (object);
  priv->values = g_malloc0 (klass->n_fields * sizeof (TdmValue) + klass->n_links * sizeof (TdmRecord *));
  priv->links = (TdmRecord **) (priv->values + klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_text (&klass->fields[i]))
      priv->values[i].text = empty_text;
}

static void
tdm_record_dispose (GObject *object)
{
  TdmRecord *self = TDM_RECORD (object);

  for (guint i = 0; i < TDM_RECORD_GET_CLASS (self)->n_links; i++)
    g_clear_object (&get_private (self)->links[i]);
  G_OBJECT_CLASS (tdm_record_parent_class)->dispose (object);
}

static void
tdm_record_finalize (GObject *object)
{
  TdmRecord *self = TDM_RECORD (object);
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);
  TdmRecordPrivate *priv = get_private (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_text (&klass->fields[i]))
      free_text (priv->values[i].text);
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
make_spec (const TdmField *field)
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
  g_return_if_fail (n_fields <= 64);

  klass->table = table;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->specs = g_new0 (GParamSpec *, n_fields);
  klass->link_slots = g_new0 (guint8, n_fields);
  klass->n_links = 0;

  for (guint i = 0; i < n_fields; i++)
    {
      klass->specs[i] = make_spec (&fields[i]);
      if (fields[i].kind == TDM_FIELD_LINK)
        klass->link_slots[i] = klass->n_links++;
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->specs[i]);
    }
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

  get_private (self)->uid = g_uuid_string_random ();
  get_private (self)->changed = G_MAXUINT64;
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

  get_private (self)->id = id;
  get_private (self)->uid = g_strdup (uid);
  return self;
}

static void
copy_value (TdmRecord *self, TdmRecord *from, guint i)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);

  if (is_text (&klass->fields[i]))
    {
      free_text (get_private (self)->values[i].text);
      get_private (self)->values[i].text = keep_text (get_private (from)->values[i].text);
      return;
    }

  get_private (self)->values[i] = get_private (from)->values[i];
  if (klass->fields[i].kind == TDM_FIELD_LINK)
    g_set_object (&get_private (self)->links[klass->link_slots[i]], get_private (from)->links[klass->link_slots[i]]);
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

  self = tdm_record_new_stored (G_OBJECT_TYPE (record), get_private (record)->id, get_private (record)->uid);
  for (guint i = 0; i < TDM_RECORD_GET_CLASS (self)->n_fields; i++)
    copy_value (self, record, i);
  return self;
}

/**
 * tdm_record_get_id:
 * @self: a record
 *
 * Returns: the row id, 0 for a draft that was never stored
 */
gint64
tdm_record_get_id (TdmRecord *self)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), 0);

  return get_private (self)->id;
}

/**
 * tdm_record_get_uid:
 * @self: a record
 *
 * Returns: the name of this record outside the file, a UUID
 */
const char *
tdm_record_get_uid (TdmRecord *self)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), NULL);

  return get_private (self)->uid;
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
  g_return_if_fail (!get_private (self)->live);

  get_private (self)->id = id;
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
  g_return_if_fail (get_private (self)->id == 0);
  g_return_if_fail (g_uuid_string_is_valid (uid));

  tdm_set_str (&get_private (self)->uid, uid);
}

/**
 * tdm_record_get_table:
 * @self: a record
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
 * @self: a record
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

  return get_private (self)->changed;
}

/**
 * tdm_record_is_live:
 * @self: a record
 *
 * Returns: whether only the workspace may change it
 */
gboolean
tdm_record_is_live (TdmRecord *self)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), FALSE);

  return get_private (self)->live;
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

  get_private (self)->live = TRUE;
}

static gboolean
has_kind (TdmRecord *self, guint field, TdmFieldKind first, TdmFieldKind last)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);

  return field < klass->n_fields && klass->fields[field].kind >= first && klass->fields[field].kind <= last;
}

/**
 * tdm_record_get_text:
 * @self: a record
 * @field: the index of a text or date field
 *
 * Returns: (transfer none): the text, never %NULL
 */
const char *
tdm_record_get_text (TdmRecord *self, guint field)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), "");
  g_return_val_if_fail (has_kind (self, field, TDM_FIELD_LINE, TDM_FIELD_DATE), "");

  return get_private (self)->values[field].text;
}

/**
 * tdm_record_get_integer:
 * @self: a record
 * @field: the index of an integer, boolean or code field
 *
 * Returns: the number; for a code the value of its enumeration
 */
gint64
tdm_record_get_integer (TdmRecord *self, guint field)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), 0);
  g_return_val_if_fail (has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_BOOLEAN), 0);

  return get_private (self)->values[field].integer;
}

/**
 * tdm_record_get_code:
 * @self: a record
 * @field: the index of a code field
 *
 * Returns: (transfer none): the text code as the file has it
 */
const char *
tdm_record_get_code (TdmRecord *self, guint field)
{
  GEnumClass *codes;
  GEnumValue *value;

  g_return_val_if_fail (TDM_IS_RECORD (self), "");
  g_return_val_if_fail (has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_CODE), "");

  codes = G_PARAM_SPEC_ENUM (TDM_RECORD_GET_CLASS (self)->specs[field])->enum_class;
  value = g_enum_get_value (codes, get_private (self)->values[field].integer);
  return value->value_nick;
}

/**
 * tdm_record_get_link:
 * @self: a record
 * @field: the index of a link
 *
 * Returns: (transfer none) (nullable): the record it points to, %NULL where there is none or it is not loaded
 */
gpointer
tdm_record_get_link (TdmRecord *self, guint field)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), NULL);
  g_return_val_if_fail (has_kind (self, field, TDM_FIELD_LINK, TDM_FIELD_LINK), NULL);

  return get_private (self)->links[TDM_RECORD_GET_CLASS (self)->link_slots[field]];
}

/**
 * tdm_record_get_link_id:
 * @self: a record
 * @field: the index of a link
 *
 * Returns: the row id of the record it points to, 0 where there is none
 */
gint64
tdm_record_get_link_id (TdmRecord *self, guint field)
{
  TdmRecord *target = tdm_record_get_link (self, field);

  return target ? get_private (target)->id : get_private (self)->values[field].integer;
}

/**
 * tdm_record_set_text:
 * @self: a draft
 * @field: the index of a text or date field
 * @text: (nullable): the new text; it is cleaned first
 */
void
tdm_record_set_text (TdmRecord *self, guint field, const char *text)
{
  g_autofree char *clean = NULL;
  TdmValue *value;

  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!get_private (self)->live);
  g_return_if_fail (has_kind (self, field, TDM_FIELD_LINE, TDM_FIELD_DATE));

  clean = TDM_RECORD_GET_CLASS (self)->fields[field].kind == TDM_FIELD_BLOCK ? tdm_text_clean_block (text)
                                                                             : tdm_text_clean_line (text);
  value = &get_private (self)->values[field];
  if (strcmp (value->text, clean) == 0)
    return;

  free_text (value->text);
  value->text = keep_text (clean);
  mark_changed (self, field);
}

/**
 * tdm_record_set_integer:
 * @self: a draft
 * @field: the index of an integer, boolean or code field
 * @value: the new number
 */
void
tdm_record_set_integer (TdmRecord *self, guint field, gint64 value)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!get_private (self)->live);
  g_return_if_fail (has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_BOOLEAN));

  if (get_private (self)->values[field].integer == value)
    return;

  get_private (self)->values[field].integer = value;
  mark_changed (self, field);
}

/**
 * tdm_record_set_code:
 * @self: a draft
 * @field: the index of a code field
 * @code: a text code
 *
 * Returns: whether the enumeration has that code
 */
gboolean
tdm_record_set_code (TdmRecord *self, guint field, const char *code)
{
  GEnumValue *value;

  g_return_val_if_fail (TDM_IS_RECORD (self), FALSE);
  g_return_val_if_fail (has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_CODE), FALSE);

  value = g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (TDM_RECORD_GET_CLASS (self)->specs[field])->enum_class, code);
  if (value)
    tdm_record_set_integer (self, field, value->value);
  return value != NULL;
}

/**
 * tdm_record_set_link:
 * @self: a draft
 * @field: the index of a link
 * @target: (nullable): the record to point to, live or a draft of the same edit
 */
void
tdm_record_set_link (TdmRecord *self, guint field, gpointer target)
{
  TdmRecordClass *klass;

  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!get_private (self)->live);
  g_return_if_fail (has_kind (self, field, TDM_FIELD_LINK, TDM_FIELD_LINK));

  klass = TDM_RECORD_GET_CLASS (self);
  get_private (self)->values[field].integer = target ? get_private (target)->id : 0;
  if (g_set_object (&get_private (self)->links[klass->link_slots[field]], target))
    mark_changed (self, field);
}

/**
 * tdm_record_set_link_id:
 * @self: a record that is being read from the file
 * @field: the index of a link
 * @id: the row id it points to, 0 where there is none
 *
 * Remembers the link until tdm_record_resolve_link() gives it its object.
 */
void
tdm_record_set_link_id (TdmRecord *self, guint field, gint64 id)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!get_private (self)->live);
  g_return_if_fail (has_kind (self, field, TDM_FIELD_LINK, TDM_FIELD_LINK));

  get_private (self)->values[field].integer = id;
}

/**
 * tdm_record_load_text:
 * @self: a record that is being read from the file
 * @field: the index of a text field
 * @text: (nullable): what the file has
 *
 * As tdm_record_set_text(), for text that was cleaned when it was written.
 */
void
tdm_record_load_text (TdmRecord *self, guint field, const char *text)
{
  TdmValue *value;

  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!get_private (self)->live);
  g_return_if_fail (has_kind (self, field, TDM_FIELD_LINE, TDM_FIELD_DATE));

  value = &get_private (self)->values[field];
  free_text (value->text);
  value->text = keep_text (text);
}

/**
 * tdm_record_resolve_link:
 * @self: a record, live or not
 * @field: the index of a link
 * @target: (nullable): the live record with the id that the link has
 */
void
tdm_record_resolve_link (TdmRecord *self, guint field, gpointer target)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (has_kind (self, field, TDM_FIELD_LINK, TDM_FIELD_LINK));

  if (g_set_object (&get_private (self)->links[TDM_RECORD_GET_CLASS (self)->link_slots[field]], target))
    notify_field (self, field);
}

static gboolean
same_value (TdmRecord *self, TdmRecord *other, guint i)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);

  if (is_text (&klass->fields[i]))
    return strcmp (get_private (self)->values[i].text, get_private (other)->values[i].text) == 0;
  if (klass->fields[i].kind == TDM_FIELD_LINK)
    return tdm_record_get_link_id (self, i) == tdm_record_get_link_id (other, i);
  return get_private (self)->values[i].integer == get_private (other)->values[i].integer;
}

/**
 * tdm_record_assign:
 * @self: a live record
 * @from: the same row, read again after a change
 *
 * Takes over what differs and notifies of just that. Links of @from must be resolved.
 */
void
tdm_record_assign (TdmRecord *self, TdmRecord *from)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < TDM_RECORD_GET_CLASS (self)->n_fields; i++)
    if (!same_value (self, from, i))
      {
        copy_value (self, from, i);
        notify_field (self, i);
      }
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
fail (GError **error, TdmModelError code, const char *format, const TdmField *field)
{
  g_autofree char *message = g_strdup_printf (format, _ (field->title));

  g_set_error_literal (error, TDM_MODEL_ERROR, code, message);
  return FALSE;
}

static gboolean
check_text (const TdmField *field, const char *text, GError **error)
{
  if (field->required && *text == '\0')
    /* Translators: %s is the name of a field, such as "Name" */
    return fail (error, TDM_MODEL_ERROR_EMPTY, _ ("“%s” must not be empty."), field);
  if (field->most > 0 && g_utf8_strlen (text, -1) > field->most)
    return fail (error, TDM_MODEL_ERROR_TOO_LONG, _ ("“%s” is too long."), field);
  if (field->kind == TDM_FIELD_EMAIL && *text && !tdm_text_is_email (text))
    return fail (error, TDM_MODEL_ERROR_INVALID, _ ("“%s” is not an e-mail address such as anna@example.org."), field);
  if (field->kind == TDM_FIELD_DATE && *text && !tdm_text_is_date (text))
    return fail (error, TDM_MODEL_ERROR_INVALID, _ ("“%s” is not a date."), field);
  return TRUE;
}

static gboolean
check_number (const TdmField *field, gint64 value, GError **error)
{
  if (field->most > 0 && (value < field->least || value > field->most))
    return fail (error, TDM_MODEL_ERROR_INVALID, _ ("“%s” is outside what is possible."), field);
  return TRUE;
}

/**
 * tdm_record_check:
 * @self: a draft
 * @error: why it cannot be kept, in the language of the program
 *
 * Returns: whether every field holds what it may hold
 */
gboolean
tdm_record_check (TdmRecord *self, GError **error)
{
  TdmRecordClass *klass;

  g_return_val_if_fail (TDM_IS_RECORD (self), FALSE);

  klass = TDM_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdmField *field = &klass->fields[i];

      if (is_text (field) && !check_text (field, tdm_record_get_text (self, i), error))
        return FALSE;
      if (field->kind == TDM_FIELD_INTEGER && !check_number (field, get_private (self)->values[i].integer, error))
        return FALSE;
      if (field->kind == TDM_FIELD_LINK && field->required && !tdm_record_get_link (self, i) &&
          get_private (self)->values[i].integer == 0)
        return fail (error, TDM_MODEL_ERROR_EMPTY, _ ("“%s” must not be empty."), field);
    }
  return TRUE;
}
