/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "keyring.h"

#include <glib/gstdio.h>
#include <libsecret/secret.h>

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

void
keyring_start (Keyring *self, const char *unlock)
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
  self->process = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon", "--foreground",
                                               "--components=secrets", unlock ? "--unlock" : NULL, NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (self->process);
  g_assert_true (!unlock || g_output_stream_write_all (input, unlock, strlen (unlock), NULL, NULL, &error));
  g_output_stream_close (input, NULL, NULL);
  wait_for_keyring (TRUE);
}

void
keyring_stop (Keyring *self)
{
  if (!self->process)
    return;
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
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

void
keyring_init (Keyring *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("tandem-keyring-XXXXXX", &error);
  g_assert_no_error (error);
}

void
keyring_clear (Keyring *self)
{
  keyring_stop (self);
  secret_service_disconnect ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_all (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

/* What the sanitizers ask a program. libsecret before 0.21.2 loses the answer of a keyring that was asked for a secret
 * or by a prompt, and the list of what it has unlocked. Who has made these is seen where stacks are unwound by their
 * tables, which takes time: the other tests do without. What happens to be made in a callback that libsecret calls is
 * passed over with it, here alone. */
const char *__asan_default_options (void);
const char *__lsan_default_options (void);
const char *__lsan_default_suppressions (void);

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

const char *
__lsan_default_options (void)
{
  return "print_suppressions=0";
}

const char *
__lsan_default_suppressions (void)
{
  return "leak:g_dbus_message_new_from_blob\nleak:libsecret-1.so\n";
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
keyring_run_tests (void)
{
  static GTestDBus *bus;
  int status;

  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  status = g_test_run ();
  end_bus (bus);
  return status;
}
