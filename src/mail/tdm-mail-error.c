/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-error.h"

G_DEFINE_QUARK (tdm-mail-error-quark, tdm_mail_error)

/* Returns: %FALSE, for a function that fails */
gboolean
tdm_mail_error_set (GError **error, TdmMailError code, const char *message)
{
  g_set_error_literal (error, TDM_MAIL_ERROR, code, message);
  return FALSE;
}
