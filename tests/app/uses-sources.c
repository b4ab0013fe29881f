/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "uses.h"

#include "base/tdm-i18n.h"

#include <string.h>

/* What the sources say that there is to be used, and whether it was. */

typedef struct
{
  Uses *uses;
  const char *file;
  guint n_found, n_unused;
} Search;

static void
search_complain (Search *self, const char *what)
{
  g_test_message ("%s: no place of the program has %s so that it can be used", self->file, what);
  self->n_unused++;
}

static gboolean
uses_have (Uses *self, const char *prefix, const char *suffix)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->done);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix))
      return TRUE;
  return FALSE;
}

typedef void (*TakeMatch) (Search *self, const char *match);

static void
search_text (Search *self, const char *text, const char *pattern, TakeMatch take)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_nonnull (regex);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 1);

      self->n_found++;
      take (self, found);
    }
}

static void
take_action (Search *self, const char *action)
{
  g_autofree char *suffix = g_strconcat (" ", action, NULL);

  if (!uses_have (self->uses, "action ", suffix))
    search_complain (self, action);
}

/* An item that is made in C: its label is not known here. */
static void
take_made_item (Search *self, const char *action)
{
  g_autofree char *suffix = g_strdup_printf (" (%s)", action), *with_target = g_strdup_printf (" (%s ", action);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->uses->done);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, "item ") && (g_str_has_suffix (name, suffix) || strstr (name, with_target)))
      return;
  search_complain (self, suffix);
}

static char *
fetch (const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
take_item (Search *self, const char *item)
{
  g_autofree char *label = fetch (item, "name=\"label\"[^>]*>([^<]*)<");
  g_autofree char *context = fetch (item, "name=\"label\"[^>]*context=\"([^\"]*)\"");
  g_autofree char *action = fetch (item, "name=\"action\">([^<]*)<");
  g_autofree char *target = fetch (item, "name=\"target\"[^>]*>([^<]*)<");
  g_autofree char *word = NULL, *name = NULL;

  g_assert_true (label && action);
  word = uses_strip (context ? g_dpgettext2 (GETTEXT_PACKAGE, context, label) : _ (label));
  name = uses_name_item (word, action, target ? target : "");
  if (!g_hash_table_contains (self->uses->done, name))
    search_complain (self, name);
}

static void
take_trigger (Search *self, const char *escaped)
{
  g_autoptr (GString) text = g_string_new (escaped);
  g_autoptr (GtkShortcutTrigger) trigger = NULL;
  g_autofree char *key = NULL, *suffix = NULL;

  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  trigger = gtk_shortcut_trigger_parse_string (text->str);
  key = gtk_shortcut_trigger_to_string (trigger);
  suffix = g_strconcat (" ", key, NULL);
  if (!uses_have (self->uses, "key ", suffix))
    search_complain (self, key);
}

/* The keys of a type are known once one of it is there. */
static void
take_type (Search *self, const char *type)
{
  g_autofree char *prefix = g_strdup_printf ("key %s ", type);

  if (!uses_have (self->uses, prefix, ""))
    search_complain (self, prefix);
}

/* Of the group that the file offers to widgets, or of the program */
static void
take_entry (Search *self, const char *entries)
{
  g_autofree char *prefix = fetch (entries, "insert_action_group \\(\\w+, \"(\\w+)\"");
  g_autoptr (GRegex) regex = g_regex_new ("\\{ \\.name = \"([a-z-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, entries, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *action = g_strconcat (prefix ? prefix : "app", ".", name, NULL);

      g_assert_true (uses_is_of_group (action));
      if (!g_str_equal (action, "app.quit"))
        take_action (self, action);
    }
}

static void
search_source (Search *self, const char *text)
{
  search_text (self, text, "(GActionEntry .*)", take_entry);
  search_text (self, text, "install_(?:property_)?action \\(widget_class, \"([^\"]+)\"", take_action);
  search_text (self, text, "g_menu_item_set_action_and_target \\(\\w+, \"([^\"]+)\"", take_made_item);
  search_text (self, text, "\\bmenu_add \\([^;]*\"([a-z-]+\\.[a-z-]+)\"", take_made_item);
  search_text (self, text, "g_menu_(?:append|prepend|insert|item_new) \\([^;]*\"([a-z-]+\\.[a-z-]+)[:\"]",
               take_made_item);
  if (strstr (text, "gtk_widget_class_add_binding") || strstr (text, "gtk_widget_class_add_shortcut"))
    search_text (self, text, "G_DEFINE_[A-Z_]*TYPE[A-Z_]* \\((Tdm\\w+),", take_type);
}

static void
search_folder (Search *self, const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      self->file = name;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        search_folder (self, path);
      else if (g_str_has_suffix (name, ".c") && g_file_get_contents (path, &text, NULL, NULL))
        search_source (self, text);
      else if (g_str_has_suffix (name, ".ui") && g_file_get_contents (path, &text, NULL, NULL))
        {
          search_text (self, text, "name=\"trigger\">([^<]+)<", take_trigger);
          search_text (self, text, "<item>((?:(?!</item>).)*<attribute(?:(?!</item>).)*)</item>", take_item);
        }
    }
}

/* What was there to be seen, but could never be used */
static void
search_seen (Search *self)
{
  GHashTableIter iter;
  gpointer name;

  self->file = "window";
  g_hash_table_iter_init (&iter, self->uses->seen);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (self->uses->done, name))
      search_complain (self, name);
}

/* Says of each thing that was not used where it comes from; returns how many these are. */
guint
uses_find_unused (Uses *self)
{
  Search search = { self };
  g_autofree char *code = g_build_filename (g_getenv ("TANDEM_SOURCES"), "src", "app", NULL);
  g_autofree char *xml = g_build_filename (g_getenv ("TANDEM_SOURCES"), "ui", NULL);

  search_folder (&search, code);
  search_folder (&search, xml);
  g_assert_cmpuint (search.n_found, >, 300);
  search_seen (&search);
  return search.n_unused;
}
