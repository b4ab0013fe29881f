/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-words.h"

#include "base/tdm-i18n.h"
#include "eye.h"
#include "hand.h"

#include <adwaita.h>
#include <locale.h>

gboolean
window_is_german (void)
{
  return g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "de");
}

const char *
window_say (const char *english, const char *german)
{
  return window_is_german () ? german : english;
}

/* What the program says for words in the language of this run, without the sign for the key */
char *
window_word (const char *english)
{
  const char *word = _ (english);
  g_auto (GStrv) parts = g_strsplit (word, "_", 2);

  if (window_is_german () && word == english)
    g_error ("“%s” is not translated", english);
  return g_strjoinv ("", parts);
}

GtkWidget *
window_find (gpointer root, GType type, const char *english)
{
  g_autofree char *name = window_word (english);

  return eye_find (root, type, name);
}

gboolean
window_shows (gpointer root, GType type, const char *english)
{
  g_autofree char *name = window_word (english);

  return eye_look (root, type, name) != NULL;
}

void
window_wait_gone (gpointer root, GType type, const char *english)
{
  g_autofree char *name = window_word (english);

  eye_wait_gone (root, type, name);
}

void
window_click_on (gpointer root, const char *english)
{
  hand_click (window_find (root, GTK_TYPE_BUTTON, english));
}

/* In place of what the entry contains */
void
window_fill (gpointer root, const char *english, const char *text)
{
  hand_fill (window_find (root, GTK_TYPE_EDITABLE, english), text);
}

GtkWindow *
window_find_window (const char *english)
{
  g_autofree char *title = window_word (english);

  return eye_find_window (title);
}

/* The menu of a button, when it shows its items */
GtkWidget *
window_open_menu (gpointer root, const char *english)
{
  GtkWidget *menu = hand_open_menu (window_find (root, GTK_TYPE_MENU_BUTTON, english));

  eye_find (menu, WINDOW_TYPE_ITEM, NULL);
  return menu;
}

/* Clicks on an item of the menu of a button. */
void
window_choose (gpointer root, const char *menu, const char *item)
{
  hand_click (window_find (window_open_menu (root, menu), WINDOW_TYPE_ITEM, item));
}

static void
search_in_row (GtkWidget *row, const char *typed)
{
  GtkWidget *search;

  hand_click (row);
  search = eye_find (NULL, GTK_TYPE_SEARCH_ENTRY, NULL);
  hand_fill (search, typed);
  hand_press (GTK_WINDOW (gtk_widget_get_root (search)), "Return");
}

/* Finds somebody or something by typing, in a row that offers to choose. */
void
window_choose_in_row (gpointer dialog, const char *row, const char *typed)
{
  search_in_row (window_find (dialog, GTK_TYPE_LIST_BOX_ROW, row), typed);
}

/* The same for the two people of a tandem, where the roles have their usual names */
void
window_choose_partner (gpointer dialog, TdmRole role, const char *typed)
{
  const char *format = role == TDM_ROLE_MENTEE ? _ ("%s (learns)") : _ ("%s (gives)");
  g_autofree char *row = g_strdup_printf (format, tdm_code_get_title (tdm_role_get_type (), role));

  search_in_row (eye_find (dialog, GTK_TYPE_LIST_BOX_ROW, row), typed);
}
