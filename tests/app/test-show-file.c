/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "app/common/tdm-show-file.h"

/* The file manager of the desktop is asked to choose the file in its folder. */

static const char interface[] =
  "<node><interface name='org.freedesktop.FileManager1'>"
  "<method name='ShowItems'><arg type='as' direction='in'/><arg type='s' direction='in'/></method>"
  "</interface></node>";

static void
show_items_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface_name,
               const char *method, GVariant *arguments, GDBusMethodInvocation *invocation, gpointer asked)
{
  g_autofree char **uris = NULL;

  g_variant_get (arguments, "(^a&ss)", &uris, NULL);
  g_assert_cmpuint (g_strv_length (uris), ==, 1);
  *(char **) asked = g_strdup (uris[0]);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
name_owned_cb (GDBusConnection *bus, const char *name, gpointer is_owned)
{
  *(gboolean *) is_owned = TRUE;
}

static void
test_file_manager (void)
{
  static const GDBusInterfaceVTable methods = { .method_call = show_items_cb };
  g_autoptr (GTestDBus) daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/home/kim/Our Programme.tandem");
  g_autoptr (GError) error = NULL;
  g_autofree char *asked = NULL;
  GDBusConnection *manager;
  gboolean is_owned = FALSE;
  guint owner;

  g_test_dbus_up (daemon);
  manager = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (daemon),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (manager, "/org/freedesktop/FileManager1", node->interfaces[0], &methods, &asked,
                                     NULL, &error);
  g_assert_no_error (error);
  owner = g_bus_own_name_on_connection (manager, "org.freedesktop.FileManager1", G_BUS_NAME_OWNER_FLAGS_NONE,
                                        name_owned_cb, NULL, &is_owned, NULL);
  while (!is_owned)
    g_main_context_iteration (NULL, TRUE);
  tdm_show_file (NULL, file);
  while (!asked)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (asked, ==, "file:///home/kim/Our%20Programme.tandem");
  g_bus_unown_name (owner);
  g_object_unref (manager);
  g_test_dbus_stop (daemon);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/show-file/file-manager", test_file_manager);
  return g_test_run ();
}
