/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-mail-account.h"

G_BEGIN_DECLS

void     tdm_mail_password_store_async    (TdmMailAccount      *account,
                                           const char          *password,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             data);
gboolean tdm_mail_password_store_finish   (GAsyncResult        *result,
                                           GError             **error);
void     tdm_mail_password_look_up_async  (TdmMailAccount      *account,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             data);
char    *tdm_mail_password_look_up_finish (GAsyncResult        *result,
                                           GError             **error);
void     tdm_mail_password_forget_async   (TdmMailAccount      *account,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             data);
gboolean tdm_mail_password_forget_finish  (GAsyncResult        *result,
                                           GError             **error);
void     tdm_mail_password_free           (char                *password);

G_END_DECLS
