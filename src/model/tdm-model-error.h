/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmModelError:
 * @TDM_MODEL_ERROR_EMPTY: a required field is empty
 * @TDM_MODEL_ERROR_TOO_LONG: a text is longer than its field allows
 * @TDM_MODEL_ERROR_INVALID: a value is outside what its field allows
 * @TDM_MODEL_ERROR_STATE: the state does not lead to the wanted one
 *
 * Why a record cannot be kept as it is.
 */
typedef enum
{
  TDM_MODEL_ERROR_EMPTY,
  TDM_MODEL_ERROR_TOO_LONG,
  TDM_MODEL_ERROR_INVALID,
  TDM_MODEL_ERROR_STATE,
} TdmModelError;

#define TDM_MODEL_ERROR (tdm_model_error_quark ())
GQuark tdm_model_error_quark (void);

G_END_DECLS
