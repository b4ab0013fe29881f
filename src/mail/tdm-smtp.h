/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-smtp-connection.h"

G_BEGIN_DECLS

#define TDM_TYPE_SMTP (tdm_smtp_get_type ())
G_DECLARE_FINAL_TYPE (TdmSmtp, tdm_smtp, TDM, SMTP, GObject)

TdmSmtp *tdm_smtp_new         (TdmMailAccount      *account,
                               const char          *password);
void     tdm_smtp_test_async  (TdmSmtp             *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data);
gboolean tdm_smtp_test_finish (TdmSmtp             *self,
                               GAsyncResult        *result,
                               GError             **error);
void     tdm_smtp_send_async  (TdmSmtp             *self,
                               const TdmSmtpLetter *letter,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data);
gboolean tdm_smtp_send_finish (TdmSmtp             *self,
                               GAsyncResult        *result,
                               GError             **error);

G_END_DECLS
