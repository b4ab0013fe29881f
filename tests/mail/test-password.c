/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "mail/tdm-mail-error.h"
#include "mail/tdm-mail-password.h"
#include "support/keyring.h"

#include <string.h>

typedef struct
{
  Keyring keyring;
  TdmMailAccount *account;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  keyring_init (&self->keyring);
  self->account = tdm_mail_account_new ("mail.example.org", TDM_MAIL_SECURITY_TLS, "anna@example.org");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  keyring_clear (&self->keyring);
  g_object_unref (self->account);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (!*place)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

static gboolean
store (Fixture *self, const char *password, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_mail_password_store_async (self->account, password, NULL, result_cb, &result);
  return tdm_mail_password_store_finish (wait_for (&result), error);
}

static char *
look_up (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_mail_password_look_up_async (self->account, NULL, result_cb, &result);
  return tdm_mail_password_look_up_finish (wait_for (&result), error);
}

static gboolean
forget (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_mail_password_forget_async (self->account, NULL, result_cb, &result);
  return tdm_mail_password_forget_finish (wait_for (&result), error);
}

static void
expect_password (Fixture *self, const char *expected)
{
  g_autoptr (GError) error = NULL;
  char *password = look_up (self, &error);

  g_assert_cmpstr (password, ==, expected);
  if (expected)
    g_assert_no_error (error);
  else
    g_assert_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_PASSWORD);
  tdm_mail_password_free (password);
}

static void
test_keeps_and_forgets (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keyring_start (&self->keyring, "secret");
  expect_password (self, NULL);
  g_assert_true (store (self, "first", &error));
  g_assert_true (store (self, "schön geheim", &error));
  expect_password (self, "schön geheim");

  g_object_set (self->account, "user", "bo@example.org", NULL);
  expect_password (self, NULL);
  g_object_set (self->account, "user", "anna@example.org", "server", "other.example.org", NULL);
  expect_password (self, NULL);

  g_object_set (self->account, "server", "mail.example.org", NULL);
  g_assert_true (forget (self, &error));
  expect_password (self, NULL);
  g_assert_true (forget (self, &error));
  g_assert_no_error (error);
}

static void
expect_no_keyring (GError *error, const char *word)
{
  g_assert_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NO_KEYRING);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
}

static void
expect_unreachable (Fixture *self, const char *word)
{
  g_autoptr (GError) store_error = NULL;
  g_autoptr (GError) look_up_error = NULL;

  g_assert_null (look_up (self, &look_up_error));
  expect_no_keyring (look_up_error, word);
  g_assert_false (store (self, "another", &store_error));
  expect_no_keyring (store_error, word);
}

static void
test_no_keyring (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  expect_unreachable (self, "no keyring");
  g_assert_false (forget (self, &error));
  expect_no_keyring (error, "no keyring");
}

static void
test_locked_keyring (Fixture *self, gconstpointer data)
{
  keyring_start (&self->keyring, "secret");
  g_assert_true (store (self, "schön geheim", NULL));
  keyring_stop (&self->keyring);

  keyring_start (&self->keyring, NULL);
  expect_unreachable (self, "locked");
  keyring_stop (&self->keyring);

  keyring_start (&self->keyring, "secret");
  expect_password (self, "schön geheim");
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  keyring_start (&self->keyring, "secret");
  g_cancellable_cancel (cancellable);
  tdm_mail_password_look_up_async (self->account, cancellable, result_cb, &result);
  g_assert_null (tdm_mail_password_look_up_finish (wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/password/keeps-and-forgets", Fixture, NULL, set_up, test_keeps_and_forgets, tear_down);
  g_test_add ("/password/no-keyring", Fixture, NULL, set_up, test_no_keyring, tear_down);
  g_test_add ("/password/locked-keyring", Fixture, NULL, set_up, test_locked_keyring, tear_down);
  g_test_add ("/password/stop", Fixture, NULL, set_up, test_stop, tear_down);
  return keyring_run_tests ();
}
