/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "mail/tdm-mail-account.h"
#include "mail/tdm-mail-error.h"

static void
expect_check (const char *server, TdmMailSecurity security, const char *user, gboolean good)
{
  g_autoptr (TdmMailAccount) account = tdm_mail_account_new (server, security, user);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tdm_mail_account_check (account, &error), ==, good);
  if (good)
    g_assert_no_error (error);
  else
    g_assert_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_ACCOUNT);
}

static void
test_defaults (void)
{
  g_autoptr (TdmMailAccount) account = g_object_new (TDM_TYPE_MAIL_ACCOUNT, NULL);

  g_assert_cmpint (tdm_mail_account_get_security (account), ==, TDM_MAIL_SECURITY_TLS);
  g_assert_cmpuint (tdm_mail_account_get_port (account), ==, 465);
  g_assert_cmpuint (tdm_mail_security_usual_port (TDM_MAIL_SECURITY_STARTTLS), ==, 587);
  g_assert_false (tdm_mail_account_check (account, NULL));
}

static void
test_servers (void)
{
  static const char *const good[] = { "mail.example.org", "localhost", "bücher.example", "192.0.2.1", "::1", "mail-1" };
  static const char *const bad[] = {
    NULL,
    "",
    "mail example",
    "mail.example.org:25",
    "smtp://mail.example.org",
    "user@mail.example.org",
    "mail/x",
    "mail?x",
    "mail#x",
    "mail.example.org\r\nX",
    ".example.org",
    "-oProxy",
    "a..b",
    "fe80::1%eth0",
    "mail\\x",
    "\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    expect_check (good[i], TDM_MAIL_SECURITY_TLS, "anna", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    expect_check (bad[i], TDM_MAIL_SECURITY_TLS, "anna", FALSE);
}

static void
test_port_is_needed (void)
{
  g_autoptr (TdmMailAccount) account = tdm_mail_account_new ("mail.example.org", TDM_MAIL_SECURITY_TLS, NULL);

  g_object_set (account, "port", 0, NULL);
  g_assert_false (tdm_mail_account_check (account, NULL));
}

static void
test_password_is_never_sent_in_the_open (void)
{
  expect_check ("mail.example.org", TDM_MAIL_SECURITY_NONE, "anna", FALSE);
  expect_check ("192.0.2.1", TDM_MAIL_SECURITY_NONE, "anna", FALSE);
  expect_check ("localhost.example.org", TDM_MAIL_SECURITY_NONE, "anna", FALSE);
  expect_check ("mail.example.org", TDM_MAIL_SECURITY_NONE, NULL, TRUE);
  expect_check ("mail.example.org", TDM_MAIL_SECURITY_NONE, "", TRUE);
  expect_check ("localhost", TDM_MAIL_SECURITY_NONE, "anna", TRUE);
  expect_check ("127.0.0.1", TDM_MAIL_SECURITY_NONE, "anna", TRUE);
  expect_check ("::1", TDM_MAIL_SECURITY_NONE, "anna", TRUE);
}

static void
test_users (void)
{
  expect_check ("mail.example.org", TDM_MAIL_SECURITY_TLS, "anna@example.org", TRUE);
  expect_check ("mail.example.org", TDM_MAIL_SECURITY_TLS, "müller", TRUE);
  expect_check ("mail.example.org", TDM_MAIL_SECURITY_TLS, "anna\r\nQUIT", FALSE);
}

static void
count_cb (GObject *object, GParamSpec *spec, gpointer count)
{
  ++*(int *) count;
}

static void
test_changes_are_told (void)
{
  g_autoptr (TdmMailAccount) account = g_object_new (TDM_TYPE_MAIL_ACCOUNT, NULL);
  int n_told = 0;

  g_signal_connect (account, "notify", G_CALLBACK (count_cb), &n_told);
  g_object_set (account, "server", "mail.example.org", "port", 587, "security", TDM_MAIL_SECURITY_STARTTLS, "user",
                "anna", "authority", "/ca.pem", NULL);
  g_assert_cmpint (n_told, ==, 5);
  g_object_set (account, "server", "mail.example.org", "port", 587, NULL);
  g_assert_cmpint (n_told, ==, 5);
  g_assert_cmpstr (tdm_mail_account_get_server (account), ==, "mail.example.org");
  g_assert_cmpstr (tdm_mail_account_get_user (account), ==, "anna");
  g_assert_cmpstr (tdm_mail_account_get_authority (account), ==, "/ca.pem");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account/defaults", test_defaults);
  g_test_add_func ("/account/servers", test_servers);
  g_test_add_func ("/account/port-is-needed", test_port_is_needed);
  g_test_add_func ("/account/password-is-never-sent-in-the-open", test_password_is_never_sent_in_the_open);
  g_test_add_func ("/account/users", test_users);
  g_test_add_func ("/account/changes-are-told", test_changes_are_told);
  return g_test_run ();
}
