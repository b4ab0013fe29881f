/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-mail-account.h"

G_BEGIN_DECLS

typedef struct _TdmSmtpConnection TdmSmtpConnection;

/**
 * TdmSmtpLetter:
 * @from: the address that hears of problems
 * @to: the address of the person who gets it
 * @bytes: a mail with CRLF at the ends of lines, see tdm_letter_write()
 */
typedef struct
{
  const char *from;
  const char *to;
  GBytes *bytes;
} TdmSmtpLetter;

TdmSmtpConnection *tdm_smtp_connection_new  (TdmMailAccount    *account,
                                             const char        *password);
void               tdm_smtp_connection_free (TdmSmtpConnection *self);
gboolean           tdm_smtp_connection_test (TdmSmtpConnection *self,
                                             GCancellable      *cancellable,
                                             GError           **error);
gboolean           tdm_smtp_connection_send (TdmSmtpConnection   *self,
                                             const TdmSmtpLetter *letter,
                                             GCancellable        *cancellable,
                                             GError             **error);

G_END_DECLS
