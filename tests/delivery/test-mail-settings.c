/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "delivery/tdm-mail-settings.h"
#include "mail/tdm-mail-account.h"
#include "mail/tdm-mail-error.h"
#include "mail/tdm-mail-password.h"
#include "support/keyring.h"
#include "support/tdm-test.h"

/* What the program keeps of an account: no password outside of the keyring, and none in it that is not used. */

typedef struct
{
  Keyring keyring;
  TdmMailAccount *anna;
  TdmMailAccount *bo;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  keyring_init (&self->keyring);
  keyring_start (&self->keyring, "secret");
  self->anna = tdm_mail_account_new ("mail.example.org", TDM_MAIL_SECURITY_TLS, "anna");
  self->bo = tdm_mail_account_new ("mail.example.org", TDM_MAIL_SECURITY_TLS, "bo");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  keyring_clear (&self->keyring);
  g_object_unref (self->anna);
  g_object_unref (self->bo);
}

static void
save (TdmMailAccount *account, const char *password)
{
  TdmMailSettings settings;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  settings.server = (char *) tdm_mail_account_get_server (account);
  settings.port = tdm_mail_account_get_port (account);
  settings.security = tdm_mail_account_get_security (account);
  settings.user = (char *) tdm_mail_account_get_user (account);
  tdm_mail_settings_save_async (&settings, password, tdm_test_result_cb, &result);
  tdm_mail_settings_finish (tdm_test_wait (&result), &error);
  g_assert_no_error (error);
}

static void
forget (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tdm_mail_settings_forget_async (tdm_test_result_cb, &result);
  tdm_mail_settings_finish (tdm_test_wait (&result), &error);
  g_assert_no_error (error);
}

static gboolean
has_password (TdmMailAccount *account)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *password;
  gboolean found;

  tdm_mail_password_look_up_async (account, NULL, tdm_test_result_cb, &result);
  password = tdm_mail_password_look_up_finish (tdm_test_wait (&result), NULL);
  found = password != NULL;
  tdm_mail_password_free (password);
  return found;
}

static void
test_a_removed_account_leaves_nothing (Fixture *self, gconstpointer data)
{
  save (self->anna, "schön geheim");
  g_assert_true (tdm_mail_settings_has_account ());
  g_assert_true (has_password (self->anna));
  forget ();
  g_assert_false (tdm_mail_settings_has_account ());
  g_assert_false (has_password (self->anna));
}

static void
test_another_user_takes_the_place (Fixture *self, gconstpointer data)
{
  save (self->anna, "schön geheim");
  save (self->bo, "auch geheim");
  while (has_password (self->anna))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_password (self->bo));
}

static void
test_another_port_keeps_the_password (Fixture *self, gconstpointer data)
{
  save (self->anna, "schön geheim");
  g_object_set (self->anna, "port", 2525, NULL);
  save (self->anna, NULL);
  g_assert_true (has_password (self->anna));
}

#define ADD(name, func) g_test_add ("/mail-settings/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-removed-account-leaves-nothing", test_a_removed_account_leaves_nothing);
  ADD ("another-user-takes-the-place", test_another_user_takes_the_place);
  ADD ("another-port-keeps-the-password", test_another_port_keeps_the_password);
  return keyring_run_tests ();
}
