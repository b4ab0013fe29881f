/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-field.h"

#include "base/tdm-i18n.h"
#include "tdm-model-error.h"

/**
 * tdm_field_check_hand:
 * @self: a field of a record type
 * @is_new: whether the record is being made
 * @error: why people do not set it, in the language of the program: %TDM_MODEL_ERROR_INVALID
 *
 * Returns: whether people set the field
 */
gboolean
tdm_field_check_hand (const TdmField *self, gboolean is_new, GError **error)
{
  const char *reason = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->hand)
    {
    case TDM_FIELD_BY_HAND:
      break;
    case TDM_FIELD_AT_FIRST:
      /* Translators: %s is the name of a field, such as "Round" */
      reason = is_new ? NULL : N_ ("“%s” is chosen once, and stays so.");
      break;
    case TDM_FIELD_FOLLOWS:
      reason = N_ ("“%s” cannot be entered: it follows from what happens.");
      break;
    case TDM_FIELD_KEPT:
      reason = N_ ("“%s” cannot be entered: Tandem keeps it.");
      break;
    }
  if (reason)
    {
      g_autofree char *message = g_strdup_printf (_ (reason), _ (self->title));

      g_set_error_literal (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID, message);
    }
  return reason == NULL;
}
