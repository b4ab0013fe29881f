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

/* For a menu, where a single "_" makes the letter behind it a key */
char *
tdm_role_titles_escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

/* In the XML of menus */
static const struct { const char *usual; TdmRole role; const char *own; } labels[] = {
  /* Translators: %s is what the programme calls a mentee or a mentor */
  { N_ ("_Mentee Has Been Asked"), TDM_ROLE_MENTEE, N_ ("Asked: %s") },
  { N_ ("Me_ntor Has Been Asked"), TDM_ROLE_MENTOR, N_ ("Asked: %s") },
  { N_ ("Mentees Have Been Asked"), TDM_ROLE_MENTEE, N_ ("Asked: %s") },
  { N_ ("Mentors Have Been Asked"), TDM_ROLE_MENTOR, N_ ("Asked: %s") },
};

/* What the XML says, kept beside the label that is shown */
#define USUAL "usual-label"

/* A label cannot be changed: the item is replaced by another one with the same action or submenu. */
static void
menu_set_label (GMenu *menu, int position, const char *usual, const char *label)
{
  g_autoptr (GMenuItem) item = g_menu_item_new_from_model (G_MENU_MODEL (menu), position);

  g_menu_item_set_label (item, label);
  g_menu_item_set_attribute (item, USUAL, "s", usual);
  g_menu_remove (menu, position);
  g_menu_insert_item (menu, position, item);
}

static char *
menu_get_text (GMenuModel *menu, int position, const char *attribute)
{
  char *text = NULL;

  g_menu_model_get_item_attribute (menu, position, attribute, "s", &text);
  return text;
}

static void
menu_fill_item (GMenuModel *menu, int position, TdmProgramme *programme)
{
  g_autofree char *shown = menu_get_text (menu, position, G_MENU_ATTRIBUTE_LABEL);
  g_autofree char *kept = menu_get_text (menu, position, USUAL);
  const char *usual = kept ? kept : shown;

  for (guint i = 0; usual && i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (usual, _ (labels[i].usual)))
      {
        g_autofree char *text = tdm_role_words_fill (programme, labels[i].role, usual, _ (labels[i].own));
        g_autofree char *label = g_str_equal (text, usual) ? g_strdup (text) : tdm_role_titles_escape (text);

        if (!g_str_equal (label, shown))
          menu_set_label (G_MENU (menu), position, usual, label);
        return;
      }
}

/* Says the roles in a menu, and in all below it, in the words of the programme. */
void
tdm_role_titles_fill_menu (GMenuModel *menu, TdmProgramme *programme)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      menu_fill_item (menu, i, programme);
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, links[j]);

          if (below)
            tdm_role_titles_fill_menu (below, programme);
        }
    }
}
