/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-private.h"

#include "base/tdm-text.h"

#include <string.h>

/* Reading and setting the fields of a record. */

static void
record_mark_changed (TdmRecord *self, guint field)
{
  tdm_record_private (self)->changed |= G_GUINT64_CONSTANT (1) << field;
  tdm_record_notify_field (self, field);
}

static gboolean
record_has_kind (TdmRecord *self, guint field, TdmFieldKind first, TdmFieldKind last)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);

  return field < klass->n_fields && klass->fields[field].kind >= first && klass->fields[field].kind <= last;
}

/**
 * tdm_record_get_text:
 * @field: the index of a text or date field
 *
 * Returns: (transfer none): the text, never %NULL
 */
const char *
tdm_record_get_text (TdmRecord *self, guint field)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), "");
  g_return_val_if_fail (record_has_kind (self, field, TDM_FIELD_LINE, TDM_FIELD_DATE), "");

  return tdm_record_private (self)->values[field].text;
}

/**
 * tdm_record_get_integer:
 * @field: the index of an integer, boolean or code field
 *
 * Returns: the number; for a code the value of its enumeration
 */
gint64
tdm_record_get_integer (TdmRecord *self, guint field)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), 0);
  g_return_val_if_fail (record_has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_BOOLEAN), 0);

  return tdm_record_private (self)->values[field].integer;
}

/**
 * tdm_record_get_code:
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
  g_return_val_if_fail (record_has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_CODE), "");

  codes = G_PARAM_SPEC_ENUM (TDM_RECORD_GET_CLASS (self)->specs[field])->enum_class;
  value = g_enum_get_value (codes, tdm_record_private (self)->values[field].integer);
  return value->value_nick;
}

/**
 * tdm_record_get_link:
 * @field: the index of a link
 *
 * Returns: (transfer none) (nullable): the record it points to, %NULL where there is none or it is not loaded
 */
gpointer
tdm_record_get_link (TdmRecord *self, guint field)
{
  g_return_val_if_fail (TDM_IS_RECORD (self), NULL);
  g_return_val_if_fail (record_has_kind (self, field, TDM_FIELD_LINK, TDM_FIELD_LINK), NULL);

  return tdm_record_private (self)->links[TDM_RECORD_GET_CLASS (self)->link_slots[field]];
}

/**
 * tdm_record_get_link_id:
 * @field: the index of a link
 *
 * Returns: the row id of the record it points to, 0 where there is none
 */
gint64
tdm_record_get_link_id (TdmRecord *self, guint field)
{
  TdmRecord *target = tdm_record_get_link (self, field);

  return target ? tdm_record_private (target)->id : tdm_record_private (self)->values[field].integer;
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
  g_return_if_fail (!tdm_record_private (self)->live);
  g_return_if_fail (record_has_kind (self, field, TDM_FIELD_LINE, TDM_FIELD_DATE));

  clean = TDM_RECORD_GET_CLASS (self)->fields[field].kind == TDM_FIELD_BLOCK ? tdm_text_clean_block (text)
                                                                             : tdm_text_clean_line (text);
  value = &tdm_record_private (self)->values[field];
  if (strcmp (value->text, clean) == 0)
    return;

  tdm_record_keep_text (value, clean);
  record_mark_changed (self, field);
}

/**
 * tdm_record_set_text_cut:
 * @self: a draft
 * @field: the index of a text field that has a most
 * @text: what somebody else wrote, of any length
 *
 * Takes as much of it as the field may have.
 */
void
tdm_record_set_text_cut (TdmRecord *self, guint field, const char *text)
{
  g_autofree char *cut = NULL;

  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (text != NULL);

  cut = tdm_text_cut (text, TDM_RECORD_GET_CLASS (self)->fields[field].most);
  tdm_record_set_text (self, field, cut);
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
  g_return_if_fail (!tdm_record_private (self)->live);
  g_return_if_fail (record_has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_BOOLEAN));

  if (tdm_record_private (self)->values[field].integer == value)
    return;

  tdm_record_private (self)->values[field].integer = value;
  record_mark_changed (self, field);
}

static const GEnumValue *
record_find_code (TdmRecord *self, guint field, const char *code)
{
  return g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (TDM_RECORD_GET_CLASS (self)->specs[field])->enum_class, code);
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
  const GEnumValue *value;

  g_return_val_if_fail (TDM_IS_RECORD (self), FALSE);
  g_return_val_if_fail (record_has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_CODE), FALSE);

  value = record_find_code (self, field, code);
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
  g_return_if_fail (!tdm_record_private (self)->live);
  g_return_if_fail (record_has_kind (self, field, TDM_FIELD_LINK, TDM_FIELD_LINK));

  klass = TDM_RECORD_GET_CLASS (self);
  tdm_record_private (self)->values[field].integer = target ? tdm_record_private (target)->id : 0;
  if (g_set_object (&tdm_record_private (self)->links[klass->link_slots[field]], target))
    record_mark_changed (self, field);
}

/**
 * tdm_record_copy_fields:
 * @self: a draft
 * @from: another record of its type
 * @fields: (array length=n_fields): the fields that @self has as @from from now on
 */
void
tdm_record_copy_fields (TdmRecord *self, TdmRecord *from, const guint *fields, guint n_fields)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  for (guint i = 0; i < n_fields; i++)
    {
      const TdmField *field = &TDM_RECORD_GET_CLASS (self)->fields[fields[i]];

      if (tdm_record_is_text (field))
        tdm_record_set_text (self, fields[i], tdm_record_get_text (from, fields[i]));
      else if (field->kind == TDM_FIELD_LINK)
        tdm_record_set_link (self, fields[i], tdm_record_get_link (from, fields[i]));
      else
        tdm_record_set_integer (self, fields[i], tdm_record_get_integer (from, fields[i]));
    }
}

/**
 * tdm_record_insist:
 * @self: a draft
 * @field: the index of a field
 *
 * Has the field written even if the draft was made with that very value: what it was made from may be out of date, as
 * when somebody ticks and unticks faster than the disk answers.
 */
void
tdm_record_insist (TdmRecord *self, guint field)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!tdm_record_private (self)->live);

  tdm_record_private (self)->changed |= G_GUINT64_CONSTANT (1) << field;
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
  g_return_if_fail (!tdm_record_private (self)->live);
  g_return_if_fail (record_has_kind (self, field, TDM_FIELD_LINK, TDM_FIELD_LINK));

  tdm_record_private (self)->values[field].integer = id;
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
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!tdm_record_private (self)->live);
  g_return_if_fail (record_has_kind (self, field, TDM_FIELD_LINE, TDM_FIELD_DATE));

  tdm_record_keep_text (&tdm_record_private (self)->values[field], text);
}

/**
 * tdm_record_load_integer:
 * @self: a record that is being read from the file
 * @field: the index of an integer or boolean field
 * @value: what the file has
 *
 * As tdm_record_set_integer(), where nobody listens yet.
 */
void
tdm_record_load_integer (TdmRecord *self, guint field, gint64 value)
{
  g_return_if_fail (TDM_IS_RECORD (self));
  g_return_if_fail (!tdm_record_private (self)->live);
  g_return_if_fail (record_has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_BOOLEAN));

  tdm_record_private (self)->values[field].integer = value;
}

/**
 * tdm_record_load_code:
 * @self: a record that is being read from the file
 * @field: the index of a code field
 * @code: what the file has
 *
 * Returns: whether the enumeration has that code
 */
gboolean
tdm_record_load_code (TdmRecord *self, guint field, const char *code)
{
  const GEnumValue *value;

  g_return_val_if_fail (TDM_IS_RECORD (self), FALSE);
  g_return_val_if_fail (record_has_kind (self, field, TDM_FIELD_CODE, TDM_FIELD_CODE), FALSE);

  value = record_find_code (self, field, code);
  if (value)
    tdm_record_load_integer (self, field, value->value);
  return value != NULL;
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
  g_return_if_fail (record_has_kind (self, field, TDM_FIELD_LINK, TDM_FIELD_LINK));

  if (g_set_object (&tdm_record_private (self)->links[TDM_RECORD_GET_CLASS (self)->link_slots[field]], target))
    tdm_record_notify_field (self, field);
}

static gboolean
record_has_same_value (TdmRecord *self, TdmRecord *other, guint i)
{
  TdmRecordClass *klass = TDM_RECORD_GET_CLASS (self);

  if (tdm_record_is_text (&klass->fields[i]))
    return strcmp (tdm_record_private (self)->values[i].text, tdm_record_private (other)->values[i].text) == 0;
  if (klass->fields[i].kind == TDM_FIELD_LINK)
    {
      TdmRecord *target = tdm_record_get_link (other, i);

      /* The object may have come, or have come anew, since this record was read. */
      return tdm_record_get_link_id (self, i) == tdm_record_get_link_id (other, i) &&
             (!target || target == tdm_record_get_link (self, i));
    }
  return tdm_record_private (self)->values[i].integer == tdm_record_private (other)->values[i].integer;
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
    if (!record_has_same_value (self, from, i))
      {
        tdm_record_copy_value (self, from, i);
        tdm_record_notify_field (self, i);
      }
  g_object_thaw_notify (G_OBJECT (self));
}
