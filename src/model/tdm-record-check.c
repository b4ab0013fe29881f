/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-record-private.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-model-error.h"
#include "tdm-role-words.h"
#include "tdm-round.h"

#include <string.h>

/* Whether a record may be kept as it is. */

static gboolean
record_fail (TdmRecord *self, const TdmField *field, TdmModelError code, const char *format, GError **error)
{
  TdmProgramme *programme = tdm_round_get_programme (tdm_record_get_ancestor (self, TDM_TYPE_ROUND));
  g_autofree char *title = tdm_role_words_field_title (programme, field);
  g_autofree char *message = g_strdup_printf (format, title);

  g_set_error_literal (error, TDM_MODEL_ERROR, code, message);
  return FALSE;
}

/* As much of what was typed as one takes in at a glance */
#define TYPED_MOST 60

/* Says what was typed: where that stands, whoever typed it knows. */
static gboolean
record_fail_typed (const char *text, const char *format, GError **error)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), TYPED_MOST));
  g_autofree char *typed = g_strconcat (start, strlen (start) < strlen (text) ? "…" : NULL, NULL);
  g_autofree char *message = g_strdup_printf (format, typed);

  g_set_error_literal (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
record_fail_number (TdmRecord *self, const TdmField *field, gint64 value, GError **error)
{
  TdmProgramme *programme = tdm_round_get_programme (tdm_record_get_ancestor (self, TDM_TYPE_ROUND));
  g_autofree char *title = tdm_role_words_field_title (programme, field);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  g_set_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID,
               /* Translators: the name of a field, the number that was typed, and between which it must be */
               _ ("“%s” cannot be %s, only %d to %d."), title, number, (int) field->least, (int) field->most);
  return FALSE;
}

static gboolean
record_check_text (TdmRecord *self, const TdmField *field, const char *text, GError **error)
{
  if (field->required && *text == '\0')
    /* Translators: %s is the name of a field, such as "Name" */
    return record_fail (self, field, TDM_MODEL_ERROR_EMPTY, _ ("“%s” must not be empty."), error);
  if (field->most > 0 && g_utf8_strlen (text, -1) > field->most)
    return record_fail (self, field, TDM_MODEL_ERROR_TOO_LONG, _ ("“%s” is too long."), error);
  if (field->kind == TDM_FIELD_EMAIL && *text && !tdm_text_is_email (text))
    return record_fail_typed (text, _ ("“%s” is not an e-mail address such as anna@example.org."), error);
  if (field->kind == TDM_FIELD_DATE && *text && !tdm_text_is_date (text))
    return record_fail_typed (text, _ ("“%s” is not a date."), error);
  return TRUE;
}

/**
 * tdm_record_check_field:
 * @self: a draft
 * @field: the index of a field
 * @error: why it cannot be kept, in the language of the program
 *
 * Returns: whether the field holds what it may hold
 */
gboolean
tdm_record_check_field (TdmRecord *self, guint field, GError **error)
{
  const TdmField *about;
  gint64 value;

  g_return_val_if_fail (TDM_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field < TDM_RECORD_GET_CLASS (self)->n_fields, FALSE);

  about = &TDM_RECORD_GET_CLASS (self)->fields[field];
  value = tdm_record_private (self)->values[field].integer;
  if (tdm_record_is_text (about))
    return record_check_text (self, about, tdm_record_get_text (self, field), error);
  if (about->kind == TDM_FIELD_INTEGER && about->most > 0 && (value < about->least || value > about->most))
    return record_fail_number (self, about, value, error);
  if (about->kind == TDM_FIELD_LINK && about->required && !tdm_record_get_link (self, field) && value == 0)
    return record_fail (self, about, TDM_MODEL_ERROR_EMPTY, _ ("“%s” must not be empty."), error);
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
  g_return_val_if_fail (TDM_IS_RECORD (self), FALSE);

  for (guint i = 0; i < TDM_RECORD_GET_CLASS (self)->n_fields; i++)
    if (!tdm_record_check_field (self, i, error))
      return FALSE;
  return TRUE;
}
