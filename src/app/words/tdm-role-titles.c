/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-role-titles.h"

#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace.h"

/* Has an object told when the programme gets other words for the roles: @changed (object). */
void
tdm_role_titles_follow (TdmWorkspace *workspace, gpointer object, GCallback changed)
{
  static const char *const signals[] = { "notify::mentee-label", "notify::mentor-label" };
  TdmProgramme *programme = workspace ? tdm_workspace_get_programme (workspace) : NULL;

  for (guint i = 0; programme && i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (programme, signals[i], changed, object, G_CONNECT_SWAPPED);
}

/* A label of a menu cannot be changed: the item is replaced by another one with the same submenu. */
static void
menu_set_label (GMenu *menu, int position, const char *label)
{
  g_autoptr (GMenuItem) item = g_menu_item_new_from_model (G_MENU_MODEL (menu), position);

  g_menu_item_set_label (item, label);
  g_menu_remove (menu, position);
  g_menu_insert_item (menu, position, item);
}

/* In a menu, what stands before a letter makes it a key. */
static char *
word_escape_for_menu (const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "_", -1);

  return g_strjoinv ("__", parts);
}

/* A section of two submenus, with the answers of the two to an invitation */
void
tdm_role_titles_set_answers (GMenu *answers, TdmProgramme *programme)
{
  const char *const usual[] = { _ ("Answer of the _Mentee"), _ ("Answer of the M_entor") };

  for (int role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    {
      /* Translators: %s is what the programme calls a mentee or a mentor */
      g_autofree char *text = tdm_role_words_fill (programme, role, usual[role], _ ("Answer: %s"));
      g_autofree char *label = g_str_equal (text, usual[role]) ? g_strdup (text) : word_escape_for_menu (text);

      menu_set_label (answers, role, label);
    }
}
