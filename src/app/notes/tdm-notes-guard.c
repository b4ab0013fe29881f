/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-guard.h"

#include "app/notes/tdm-note-clipboard.h"
#include "notebook/tdm-notebook.h"

#include <gio/gunixfdlist.h>
#include <unistd.h>

/* When nobody has touched a window for some minutes, when the screen is locked, before the computer sleeps, and when
 * the last window is closed; with Ctrl+L from within any dialog. */

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
  TdmNotebookState state = tdm_notebook_get_state (tdm_notebook_get_default ());

  /* Also while they are being unlocked */
  if (state == TDM_NOTEBOOK_UNLOCKED || state == TDM_NOTEBOOK_LOCKED)
    tdm_notebook_lock (tdm_notebook_get_default ());
}

/* --- idle --------------------------------------------------------------- */

static gboolean
idle_cb (gpointer data)
{
  gint64 most = g_settings_get_uint (guard.settings, "lock-notes-after") * G_TIME_SPAN_MINUTE;
  gint64 rest = most - (g_get_monotonic_time () - guard.touched);

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

/* --- windows ------------------------------------------------------------ */

static gboolean
event_cb (void)
{
  guard.touched = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

/* Later, for the lock may close this window, which is still busy with the key. */
static gboolean
shortcut_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  if (!tdm_notebook_is_unlocked (tdm_notebook_get_default ()))
    return FALSE;
  g_idle_add_once ((GSourceOnceFunc) lock, NULL);
  return TRUE;
}

/* Whoever types or points is there, in whichever window; and to lock the notes now, no dialog has to be closed
 * first. */
static void
watch_window (GtkWidget *window)
{
  GtkEventController *events = gtk_event_controller_legacy_new (), *keys;

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), NULL);
  gtk_widget_add_controller (window, events);
  /* The shortcuts of the application reach its main windows only. In a file chooser the key is taken: it asks for a
   * path. */
  if (GTK_IS_APPLICATION_WINDOW (window) || GTK_IS_FILE_CHOOSER (window))
    return;
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_l, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (shortcut_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (window, keys);
}

static void
windows_changed_cb (GListModel *windows, guint position, guint n_removed, guint n_added, gpointer data)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      watch_window (window);
    }
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
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result, NULL);
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
                                            g_variant_new ("(ssss)", "sleep", "Tandem",
                                                           "Private notes are being locked", "delay"),
                                            G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, delayed_cb,
                                            NULL);
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
  tdm_notebook_look_async (tdm_notebook_get_default (), (GAsyncReadyCallback) stop_delay, NULL);
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
  static const char *const savers[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver",
                                        "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver", "org.xfce.ScreenSaver" };
  GDBusConnection *session = g_application_get_dbus_connection (G_APPLICATION (guard.application));

  if (!session || guard.is_watching_screen)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (savers); i++)
    g_dbus_connection_signal_subscribe (session, NULL, savers[i], "ActiveChanged", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                        screen_cb, NULL, NULL);
  guard.is_watching_screen = TRUE;
}

/* --- the rest ----------------------------------------------------------- */

static void
state_cb (void)
{
  g_clear_handle_id (&guard.idle, g_source_remove);
  if (!tdm_notebook_is_unlocked (tdm_notebook_get_default ()))
    return;
  if (!guard.settings)
    {
      guard.settings = g_settings_new (TANDEM_APP_ID);
      g_signal_connect_swapped (guard.settings, "changed::lock-notes-after", G_CALLBACK (minutes_cb), NULL);
    }
  guard.touched = g_get_monotonic_time ();
  idle_cb (NULL);
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

/* What a dialog shows or asks for is nothing for whoever finds the notes locked. */
void
tdm_notes_guard_watch_dialog (gpointer dialog)
{
  g_signal_connect_object (tdm_notebook_get_default (), "locking", G_CALLBACK (gtk_window_close), dialog,
                           G_CONNECT_SWAPPED);
}

void
tdm_notes_guard_start (GtkApplication *application)
{
  TdmNotebook *notebook = tdm_notebook_get_default ();
  GListModel *windows = gtk_window_get_toplevels ();

  guard.application = application;
  g_signal_connect_swapped (notebook, "notify::state", G_CALLBACK (state_cb), NULL);
  g_signal_connect_swapped (notebook, "locking", G_CALLBACK (tdm_note_clipboard_clear), NULL);
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (window_removed_cb), NULL);
  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_changed_cb), NULL);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows), NULL);
}

void
tdm_notes_guard_stop (void)
{
  lock ();
  g_signal_handlers_disconnect_by_func (gtk_window_get_toplevels (), windows_changed_cb, NULL);
  g_clear_handle_id (&guard.idle, g_source_remove);
  if (guard.system)
    g_dbus_connection_signal_unsubscribe (guard.system, guard.sleep_signal);
  stop_delay ();
  g_clear_object (&guard.system);
  g_clear_object (&guard.settings);
  guard.application = NULL;
  tdm_notebook_close_default ();
}
