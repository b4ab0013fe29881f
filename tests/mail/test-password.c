/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "mail/tdm-mail-error.h"
#include "mail/tdm-mail-password.h"

#include <glib/gstdio.h>
#include <libsecret/secret.h>

/* GNOME's keyring as it is on people's computers, with a folder of its own, on a bus on which there is nothing else: no
 * dialog can ask to unlock it, which is as if the user had dismissed it. */
typedef struct
{
  char *folder;
  GSubprocess *keyring;
  TdmMailAccount *account;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("tandem-keyring-XXXXXX", &error);
  g_assert_no_error (error);
  self->account = tdm_mail_account_new ("mail.example.org", TDM_MAIL_SECURITY_TLS, "anna@example.org");
}

static void
appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer is_there)
{
  *(gboolean *) is_there = TRUE;
}

static void
vanished_cb (GDBusConnection *bus, const char *name, gpointer is_there)
{
  *(gboolean *) is_there = FALSE;
}

static void
wait_for_keyring (gboolean wanted)
{
  gboolean is_there = !wanted;
  guint watch = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.secrets", G_BUS_NAME_WATCHER_FLAGS_NONE,
                                  appeared_cb, vanished_cb, &is_there, NULL);

  while (is_there != wanted)
    g_main_context_iteration (NULL, TRUE);
  g_bus_unwatch_name (watch);
}

static void
start_keyring (Fixture *self, const char *unlock)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  static const char *const folders[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                         "XDG_RUNTIME_DIR" };
  GOutputStream *input;

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    g_subprocess_launcher_setenv (launcher, folders[i], self->folder, TRUE);
  /* It warns about what is none of our business. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  self->keyring = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon", "--foreground",
                                               "--components=secrets", unlock ? "--unlock" : NULL, NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (self->keyring);
  g_assert_true (!unlock || g_output_stream_write_all (input, unlock, strlen (unlock), NULL, NULL, &error));
  g_output_stream_close (input, NULL, NULL);
  wait_for_keyring (TRUE);
}

static void
stop_keyring (Fixture *self)
{
  if (!self->keyring)
    return;
  g_subprocess_force_exit (self->keyring);
  g_subprocess_wait (self->keyring, NULL, NULL);
  g_clear_object (&self->keyring);
  wait_for_keyring (FALSE);
  /* Otherwise libsecret would go on talking to the one that is gone. */
  secret_service_disconnect ();
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_all (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  stop_keyring (self);
  secret_service_disconnect ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_all (self->folder);
  g_free (self->folder);
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

  start_keyring (self, "secret");
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
  start_keyring (self, "secret");
  g_assert_true (store (self, "schön geheim", NULL));
  stop_keyring (self);

  start_keyring (self, NULL);
  expect_unreachable (self, "locked");
  stop_keyring (self);

  start_keyring (self, "secret");
  expect_password (self, "schön geheim");
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  start_keyring (self, "secret");
  g_cancellable_cancel (cancellable);
  tdm_mail_password_look_up_async (self->account, cancellable, result_cb, &result);
  g_assert_null (tdm_mail_password_look_up_finish (wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Ends the bus without g_test_dbus_down(), which waits for the connection that libsecret keeps for ever. */
static void
end_bus (GTestDBus *bus)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_set_exit_on_close (connection, FALSE);
  g_test_dbus_stop (bus);
}

int
main (int argc, char **argv)
{
  static GTestDBus *bus;
  int status;

  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_test_add ("/password/keeps-and-forgets", Fixture, NULL, set_up, test_keeps_and_forgets, tear_down);
  g_test_add ("/password/no-keyring", Fixture, NULL, set_up, test_no_keyring, tear_down);
  g_test_add ("/password/locked-keyring", Fixture, NULL, set_up, test_locked_keyring, tear_down);
  g_test_add ("/password/stop", Fixture, NULL, set_up, test_stop, tear_down);
  status = g_test_run ();
  end_bus (bus);
  return status;
}
