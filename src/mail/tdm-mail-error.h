/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmMailError:
 * @TDM_MAIL_ERROR_ACCOUNT: the settings of the account are not complete or not safe
 * @TDM_MAIL_ERROR_ADDRESS: an e-mail address is missing or not valid
 * @TDM_MAIL_ERROR_NOT_A_MAIL: a file is no mail, or holds no calendar
 * @TDM_MAIL_ERROR_TOO_BIG: a file or a calendar in it is bigger than any answer
 * @TDM_MAIL_ERROR_CONNECT: the server is not there, or was lost; nothing was delivered
 * @TDM_MAIL_ERROR_ENCRYPTION: the server speaks no encryption there; nothing was delivered
 * @TDM_MAIL_ERROR_CERTIFICATE: the server could not prove who it is; nothing was delivered
 * @TDM_MAIL_ERROR_LOGIN: user name or password are wrong, or missing
 * @TDM_MAIL_ERROR_REFUSED: the server will never take this letter
 * @TDM_MAIL_ERROR_TEMPORARY: the server does not take this letter now, but may do so later
 * @TDM_MAIL_ERROR_UNKNOWN: the letter was handed over, but the receipt never came: it may have arrived or not
 * @TDM_MAIL_ERROR_NO_PASSWORD: no password is stored for the account
 * @TDM_MAIL_ERROR_NO_KEYRING: there is no keyring on this computer, or it stays locked
 * @TDM_MAIL_ERROR_FAILED: anything else
 *
 * Why no letter went out or came in. Every message can be shown as it is. Sending again after any but
 * %TDM_MAIL_ERROR_UNKNOWN delivers no letter twice.
 */
typedef enum
{
  TDM_MAIL_ERROR_ACCOUNT,
  TDM_MAIL_ERROR_ADDRESS,
  TDM_MAIL_ERROR_NOT_A_MAIL,
  TDM_MAIL_ERROR_TOO_BIG,
  TDM_MAIL_ERROR_CONNECT,
  TDM_MAIL_ERROR_ENCRYPTION,
  TDM_MAIL_ERROR_CERTIFICATE,
  TDM_MAIL_ERROR_LOGIN,
  TDM_MAIL_ERROR_REFUSED,
  TDM_MAIL_ERROR_TEMPORARY,
  TDM_MAIL_ERROR_UNKNOWN,
  TDM_MAIL_ERROR_NO_PASSWORD,
  TDM_MAIL_ERROR_NO_KEYRING,
  TDM_MAIL_ERROR_FAILED,
} TdmMailError;

#define TDM_MAIL_ERROR (tdm_mail_error_quark ())
GQuark   tdm_mail_error_quark (void);
gboolean tdm_mail_error_set   (GError     **error,
                               TdmMailError code,
                               const char  *message);

G_END_DECLS
