/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-file-error.h"

#include "tdm-i18n.h"

#include <errno.h>

G_DEFINE_QUARK (tdm-file-error-quark, tdm_file_error)

gboolean
tdm_file_error_set (GError **error, TdmFileError code, const char *message)
{
  g_set_error_literal (error, TDM_FILE_ERROR, code, message);
  return FALSE;
}

/**
 * tdm_file_error_set_errno:
 * @error: (out): where to put the error
 * @saved_errno: why a file cannot be opened
 *
 * Returns: %FALSE
 */
gboolean
tdm_file_error_set_errno (GError **error, int saved_errno)
{
  TdmFileError code = saved_errno == ENOENT ? TDM_FILE_ERROR_NOT_FOUND : TDM_FILE_ERROR_IO;

  /* Translators: %s is a reason given by the system, such as "No such file or directory" */
  g_set_error (error, TDM_FILE_ERROR, code, _ ("The file cannot be opened: %s."), g_strerror (saved_errno));
  return FALSE;
}
