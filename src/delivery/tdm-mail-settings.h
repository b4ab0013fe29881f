/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "mail/tdm-mail-account.h"

G_BEGIN_DECLS

gboolean        tdm_mail_settings_has_account (void);
TdmMailAccount *tdm_mail_settings_get_account (void);
void            tdm_mail_settings_save_async  (TdmMailAccount      *account,
                                               const char          *password,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
gboolean        tdm_mail_settings_save_finish (TdmMailAccount      *account,
                                               GAsyncResult        *result,
                                               GError             **error);
void            tdm_mail_settings_forget_async  (GAsyncReadyCallback  callback,
                                                gpointer             data);
gboolean        tdm_mail_settings_forget_finish (GAsyncResult        *result,
                                                GError             **error);
void            tdm_mail_settings_test_async  (TdmMailAccount      *account,
                                               const char          *password,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
gboolean        tdm_mail_settings_test_finish (TdmMailAccount      *account,
                                               GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
