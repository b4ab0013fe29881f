/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdmMailAccount TdmMailAccount;

/**
 * TdmMailSettings:
 * @server: its name; empty as long as there is no account
 * @port: 0 for the usual one
 * @security: how the connection is protected: 0 with TLS, 1 with STARTTLS, 2 not at all
 * @user: the name for logging in; empty where the server wants none
 *
 * What a person says of a mail account, but for the password.
 */
typedef struct
{
  char *server;
  guint port;
  guint security;
  char *user;
} TdmMailSettings;

TdmMailSettings *tdm_mail_settings_read       (void);
void             tdm_mail_settings_free       (TdmMailSettings       *self);
guint            tdm_mail_settings_usual_port (guint                  security);
gboolean         tdm_mail_settings_has_account (void);
TdmMailAccount  *tdm_mail_settings_get_account (void);
void             tdm_mail_settings_save_async (const TdmMailSettings *self,
                                               const char            *password,
                                               GAsyncReadyCallback    callback,
                                               gpointer               data);
gboolean         tdm_mail_settings_finish     (GAsyncResult          *result,
                                               GError               **error);
void             tdm_mail_settings_forget_async (GAsyncReadyCallback  callback,
                                               gpointer               data);
void             tdm_mail_settings_test_async (const TdmMailSettings *self,
                                               const char            *password,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmMailSettings, tdm_mail_settings_free)

G_END_DECLS
