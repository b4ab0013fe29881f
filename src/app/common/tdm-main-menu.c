/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-main-menu.h"

#include "app/common/tdm-file-names.h"
#include "app/common/tdm-recent-files.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace.h"

/* The part of the main menu that is the same on all pages, made once. What is about the file of one window is filled in
 * when the menu is opened there: only one is open at a time. */

static GMenu *main_menu, *programme, *recent, *file;

/* What fits on a narrow screen */
#define NAME_MOST 28

GMenuModel *
tdm_main_menu_get (void)
{
  if (!main_menu)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/tandemapp/Tandem/ui/common/main-menu.ui");

      main_menu = g_object_ref (G_MENU (gtk_builder_get_object (builder, "menu")));
      programme = g_object_ref (G_MENU (gtk_builder_get_object (builder, "programme")));
      recent = g_menu_new ();
      file = g_object_ref (G_MENU (gtk_builder_get_object (builder, "file")));
    }
  return G_MENU_MODEL (main_menu);
}

/* The beginning and the end of a long name, without the sign for a letter of the keyboard */
static char *
main_menu_shorten (const char *name)
{
  g_autofree char *start = NULL, *end = NULL;
  glong length = g_utf8_strlen (name, -1);

  if (length <= NAME_MOST)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, NAME_MOST / 2);
  end = g_utf8_substring (name, length - NAME_MOST / 2 + 1, length);
  return g_strconcat (start, "…", end, NULL);
}

/* Behind what the page has of its own: group by group, for GTK draws no lines inside a group. */
void
tdm_main_menu_append (GMenu *menu)
{
  GMenuModel *groups = tdm_main_menu_get ();

  for (int i = 0; i < g_menu_model_get_n_items (groups); i++)
    {
      g_autoptr (GMenuItem) group = g_menu_item_new_from_model (groups, i);

      g_menu_append_item (menu, group);
    }
}

/* In the menu of all pages, or in that of a page which has its groups */
static void
main_menu_name_file (GMenu *menu, const char *path)
{
  g_autofree char *name = path ? tdm_file_names_name (path) : NULL;
  g_autofree char *label = name ? main_menu_shorten (name) : NULL;

  for (int i = 0; i < g_menu_model_get_n_items (G_MENU_MODEL (menu)); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (G_MENU_MODEL (menu), i, G_MENU_LINK_SECTION);

      if (section != G_MENU_MODEL (file))
        continue;
      g_menu_remove (menu, i);
      g_menu_insert_section (menu, i, label, G_MENU_MODEL (file));
      return;
    }
}

/* Below the others of the programme, where there are any */
static void
main_menu_list_recent (const char *path)
{
  g_autoptr (GPtrArray) files = tdm_recent_files_list (path);
  int last = g_menu_model_get_n_items (G_MENU_MODEL (programme)) - 1;
  g_autoptr (GMenuModel) shown = g_menu_model_get_item_link (G_MENU_MODEL (programme), last, G_MENU_LINK_SUBMENU);

  if (!shown && files->len > 0)
    g_menu_append_submenu (programme, _ ("Open Recent"), G_MENU_MODEL (recent));
  else if (shown && files->len == 0)
    g_menu_remove (programme, last);
  g_menu_remove_all (recent);
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *name = main_menu_shorten (gtk_recent_info_get_display_name (files->pdata[i]));
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (files->pdata[i]));
      g_menu_append_item (recent, item);
    }
}

static void
main_menu_popup_cb (GtkMenuButton *button, gpointer menu)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  g_autoptr (TdmWorkspace) workspace = NULL;
  const char *path;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "workspace"))
    g_object_get (root, "workspace", &workspace, NULL);
  path = workspace ? tdm_workspace_get_path (workspace) : NULL;
  if (main_menu && G_IS_MENU (menu))
    {
      main_menu_name_file (menu, path);
      main_menu_list_recent (path);
    }
  if (!gtk_menu_button_get_menu_model (button))
    gtk_menu_button_set_menu_model (button, menu);
}

/* The widgets of a menu are made when it is opened first: there are many of them. */
void
tdm_main_menu_offer (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (button, main_menu_popup_cb, g_object_ref (menu), g_object_unref);
}
