/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-guard.h"

#include "workspace/tdm-notebook.h"

#include <gio/gunixfdlist.h>
#include <unistd.h>

/* When nobody has touched the window for some minutes, when the screen is locked, before the computer sleeps, and when the
 * last window is closed. Nothing of it runs before the notes were opened for the first time. */

#define LOGIN "org.freedesktop.login1"
#define LOGIN_PATH "/org/freedesktop/login1"
#define LOGIN_MANAGER "org.freedesktop.login1.Manager"

static struct
{
  GtkApplication *application;
  GSettings *settings;
  gint64 touched;
  guint idle;
  GDBusConnection *system;
  guint sleep_signal;
  gboolean is_watching_screen;
  int sleep_delay; /* while it is open the computer waits with sleeping */
} guard = { .sleep_delay = -1 };

static void
lock (void)
{
  TdmVaultState state = tdm_vault_get_state (tdm_notebook_get ());

  /* Also while they are being unlocked */
  if (state == TDM_VAULT_UNLOCKED || state == TDM_VAULT_LOCKED)
    tdm_vault_lock (tdm_notebook_get ());
}

/* --- idle --------------------------------------------------------------- */

static gint64
get_rest (void)
{
  gint64 most = g_settings_get_uint (guard.settings, "lock-notes-after") * G_TIME_SPAN_MINUTE;

  return most - (g_get_monotonic_time () - guard.touched);
}

static gboolean
idle_cb (gpointer data)
{
  gint64 rest = get_rest ();

  guard.idle = 0;
  if (rest <= 0)
    lock ();
  else
    guard.idle = g_timeout_add_seconds (1 + rest / G_USEC_PER_SEC, idle_cb, NULL);
  return G_SOURCE_REMOVE;
}

/* Another time was chosen. */
static void
minutes_cb (void)
{
  if (guard.idle == 0)
    return;
  g_source_remove (guard.idle);
  idle_cb (NULL);
}

static void
watch_idle (gboolean is_open)
{
  g_clear_handle_id (&guard.idle, g_source_remove);
  if (!is_open)
    return;
  if (!guard.settings)
    {
      guard.settings = g_settings_new (TANDEM_APP_ID);
      g_signal_connect_swapped (guard.settings, "changed::lock-notes-after", G_CALLBACK (minutes_cb), NULL);
    }
  tdm_notes_guard_touch ();
  idle_cb (NULL);
}

/* Somebody is there. */
void
tdm_notes_guard_touch (void)
{
  guard.touched = g_get_monotonic_time ();
}

/* --- sleep -------------------------------------------------------------- */

static void
stop_delay (void)
{
  if (guard.sleep_delay >= 0)
    close (guard.sleep_delay);
  guard.sleep_delay = -1;
}

static void
delayed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result,
                                                                                 NULL);
  int handle;

  if (!answer)
    return;
  g_variant_get (answer, "(h)", &handle);
  stop_delay ();
  guard.sleep_delay = g_unix_fd_list_get (fds, handle, NULL);
}

static void
delay_sleep (void)
{
  g_dbus_connection_call_with_unix_fd_list (guard.system, LOGIN, LOGIN_PATH, LOGIN_MANAGER, "Inhibit",
                                            g_variant_new ("(ssss)", "sleep", "Tandem", "Private notes are being locked",
                                                           "delay"),
                                            G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, delayed_cb,
                                            NULL);
}

static void
locked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  stop_delay ();
}

static void
sleep_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *name,
          GVariant *parameters, gpointer data)
{
  gboolean begins;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &begins);
  if (!begins)
    {
      delay_sleep ();
      return;
    }
  lock ();
  /* Jobs are done in their order: after this one the keys are gone. */
  tdm_vault_look_async (tdm_notebook_get (), locked_cb, NULL);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  if (guard.system || !guard.application)
    return;
  guard.system = g_bus_get_finish (result, NULL);
  if (!guard.system)
    return;
  guard.sleep_signal = g_dbus_connection_signal_subscribe (guard.system, LOGIN, LOGIN_MANAGER, "PrepareForSleep",
                                                           LOGIN_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, sleep_cb, NULL,
                                                           NULL);
  delay_sleep ();
}

/* --- screen ------------------------------------------------------------- */

static void
screen_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *name,
           GVariant *parameters, gpointer data)
{
  gboolean is_active;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &is_active);
  if (is_active)
    lock ();
}

/* GNOME and most others tell of it in one way or the other. GTK would ask at every start of the program. */
static void
watch_screen (void)
{
  static const char *const savers[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver", "org.cinnamon.ScreenSaver",
                                        "org.mate.ScreenSaver", "org.xfce.ScreenSaver" };
  GDBusConnection *session = g_application_get_dbus_connection (G_APPLICATION (guard.application));

  if (!session || guard.is_watching_screen)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (savers); i++)
    g_dbus_connection_signal_subscribe (session, NULL, savers[i], "ActiveChanged", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                        screen_cb, NULL, NULL);
  guard.is_watching_screen = TRUE;
}

/* --- the rest ----------------------------------------------------------- */

/* A copied sentence is not left behind. */
static void
clear_clipboards (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  GdkClipboard *clipboards[2];

  if (!display)
    return;
  clipboards[0] = gdk_display_get_clipboard (display);
  clipboards[1] = gdk_display_get_primary_clipboard (display);
  for (guint i = 0; i < G_N_ELEMENTS (clipboards); i++)
    if (gdk_clipboard_is_local (clipboards[i]))
      gdk_clipboard_set_content (clipboards[i], NULL);
}

static void
state_cb (void)
{
  gboolean is_open = tdm_vault_get_state (tdm_notebook_get ()) == TDM_VAULT_UNLOCKED;

  watch_idle (is_open);
  if (!is_open)
    return;
  watch_screen ();
  if (!guard.system)
    g_bus_get (G_BUS_TYPE_SYSTEM, NULL, connected_cb, NULL);
}

static void
window_removed_cb (void)
{
  if (!gtk_application_get_windows (guard.application))
    lock ();
}

void
tdm_notes_guard_start (GtkApplication *application)
{
  TdmVault *vault = tdm_notebook_get ();

  guard.application = application;
  g_signal_connect_swapped (vault, "notify::state", G_CALLBACK (state_cb), NULL);
  g_signal_connect_swapped (vault, "locking", G_CALLBACK (clear_clipboards), NULL);
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (window_removed_cb), NULL);
}

void
tdm_notes_guard_stop (void)
{
  lock ();
  g_clear_handle_id (&guard.idle, g_source_remove);
  if (guard.system)
    g_dbus_connection_signal_unsubscribe (guard.system, guard.sleep_signal);
  stop_delay ();
  g_clear_object (&guard.system);
  g_clear_object (&guard.settings);
  guard.application = NULL;
  tdm_notebook_close ();
}
