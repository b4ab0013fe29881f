/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-show-file.h"

#include "app/common/tdm-dialog.h"
#include "base/tdm-i18n.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <unistd.h>

/* Shows a file in the file manager of the desktop, chosen in its folder. GTK has this since 4.10 as GtkFileLauncher. */

typedef struct
{
  GtkWindow *over;
  GFile *file;
} TdmShowing;

static void
showing_free (TdmShowing *self)
{
  g_clear_weak_pointer (&self->over);
  g_object_unref (self->file);
  g_free (self);
}

/* GTK would say that it failed, but not where the file is. */
static void
show_file_folder_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmShowing *showing = data;

  if (source && gtk_widget_get_realized (GTK_WIDGET (source)) &&
      !gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    {
      g_autofree char *path = g_file_get_parse_name (showing->file);
      g_autofree char *body = g_strdup_printf (_ ("The folder cannot be shown. The file is here: %s"), path);

      tdm_dialog_tell (GTK_WINDOW (source), _ ("No File Manager"), body, _ ("_Close"));
    }
  showing_free (showing);
}

static void
show_file_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmShowing *showing = data;
  g_autoptr (GVariant) answer = NULL;

  if (G_IS_DBUS_CONNECTION (source))
    answer = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL, result, NULL);
  /* Without a file manager that can choose a file, the folder alone says where it is. */
  if (!answer)
    {
      g_autoptr (GFile) folder = g_file_get_parent (showing->file);
      g_autofree char *uri = g_file_get_uri (folder);

      gtk_show_uri_full (showing->over, uri, GDK_CURRENT_TIME, NULL, show_file_folder_shown_cb, showing);
    }
  else
    showing_free (showing);
}

/* A sandbox lets nothing through but the portal, which is given the file itself. */
static void
show_file_by_portal (GDBusConnection *bus, TdmShowing *taken_showing)
{
  g_autoptr (GUnixFDList) descriptors = g_unix_fd_list_new ();
  GVariantBuilder options;
  int fd = open (g_file_peek_path (taken_showing->file), O_RDONLY | O_CLOEXEC);

  if (fd >= 0)
    g_unix_fd_list_append (descriptors, fd, NULL);
  if (fd >= 0)
    close (fd);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_dbus_connection_call_with_unix_fd_list (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                                            "org.freedesktop.portal.OpenURI", "OpenDirectory",
                                            g_variant_new ("(sha{sv})", "", 0, &options), NULL, G_DBUS_CALL_FLAGS_NONE,
                                            -1, descriptors, NULL, show_file_shown_cb, taken_showing);
}

static void
show_file_by_manager (GDBusConnection *bus, TdmShowing *taken_showing)
{
  g_autofree char *uri = g_file_get_uri (taken_showing->file);
  const char *uris[] = { uri, NULL };

  g_dbus_connection_call_with_unix_fd_list (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                                            "org.freedesktop.FileManager1", "ShowItems",
                                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                            NULL, show_file_shown_cb, taken_showing);
}

/* @over: NULL for none */
void
tdm_show_file (GtkWindow *over, GFile *file)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  TdmShowing *showing = g_new0 (TdmShowing, 1);

  g_set_weak_pointer (&showing->over, over);
  showing->file = g_object_ref (file);
  if (!bus)
    show_file_shown_cb (NULL, NULL, showing);
  else if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    show_file_by_portal (bus, showing);
  else
    show_file_by_manager (bus, showing);
}
