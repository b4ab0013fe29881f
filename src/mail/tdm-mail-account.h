/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdmMailSecurity:
 * @TDM_MAIL_SECURITY_TLS: encrypted from the first byte (RFC 8314), as most servers have it at port 465
 * @TDM_MAIL_SECURITY_STARTTLS: encrypted after a first exchange (RFC 3207), as at port 587; never goes on without
 * @TDM_MAIL_SECURITY_NONE: not encrypted, for a server on this computer or one that asks for no password
 *
 * How the connection to the mail server is kept private.
 */
typedef enum
{
  TDM_MAIL_SECURITY_TLS,
  TDM_MAIL_SECURITY_STARTTLS,
  TDM_MAIL_SECURITY_NONE,
} TdmMailSecurity;

#define TDM_TYPE_MAIL_SECURITY (tdm_mail_security_get_type ())
GType tdm_mail_security_get_type   (void);
guint tdm_mail_security_usual_port (TdmMailSecurity security);

#define TDM_TYPE_MAIL_ACCOUNT (tdm_mail_account_get_type ())
G_DECLARE_FINAL_TYPE (TdmMailAccount, tdm_mail_account, TDM, MAIL_ACCOUNT, GObject)

TdmMailAccount *tdm_mail_account_new           (const char      *server,
                                                TdmMailSecurity  security,
                                                const char      *user);
const char     *tdm_mail_account_get_server    (TdmMailAccount  *self);
guint           tdm_mail_account_get_port      (TdmMailAccount  *self);
TdmMailSecurity tdm_mail_account_get_security  (TdmMailAccount  *self);
const char     *tdm_mail_account_get_user      (TdmMailAccount  *self);
const char     *tdm_mail_account_get_authority (TdmMailAccount  *self);
gboolean        tdm_mail_account_check         (TdmMailAccount  *self,
                                                GError         **error);

G_END_DECLS
