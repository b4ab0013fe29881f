/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notes-fixture.h"

/* The main menus of the pages, and the other menus: what stands in them, and the keyboard there */

#define TANDEM "Bönisch"

typedef struct
{
  const char *name;
  const char *key;
} Page;

static const Page pages[] = {
  { "tandems", "<Alt>1" }, { "people", "<Alt>2" }, { "meetings", "<Alt>3" },
  { "notes", "<Alt>4" },   { "round", "<Alt>5" },
};

/* However they are put together */
static guint
count_groups (GMenuModel *model)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) group = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      n += group ? MAX (count_groups (group), 1) : 0;
    }
  return n;
}

static guint
count_lines (GtkWidget *menu)
{
  g_autoptr (GPtrArray) lines = eye_look_all (menu, GTK_TYPE_SEPARATOR, NULL);

  return lines->len;
}

static void
expect_lines (GtkWidget *menu)
{
  guint n_groups = count_groups (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)));

  g_assert_cmpuint (n_groups, >=, 5);
  g_assert_cmpuint (count_lines (menu), ==, n_groups - 1);
}

static GtkWidget *
open_by_key (WindowFixture *self)
{
  GtkWidget *button = window_find (self->window, GTK_TYPE_MENU_BUTTON, "Main Menu");
  GtkWidget *menu;

  window_press (self, "F10");
  menu = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  eye_find (menu, WINDOW_TYPE_ITEM, NULL);
  return menu;
}

static void
test_main_menu (WindowFixture *self, gconstpointer data)
{
  const Page *page = data;
  GtkWidget *menu;

  window_press (self, page->key);
  menu = open_by_key (self);
  g_assert_true (window_shows (menu, WINDOW_TYPE_ITEM, "_Keyboard Shortcuts"));
  expect_lines (menu);
}

static void
test_main_menu_of_open_notes (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu = open_by_key (self);

  g_assert_true (window_shows (menu, WINDOW_TYPE_ITEM, "_Keyboard Shortcuts"));
  expect_lines (menu);
}

static void
test_main_menu_of_the_welcome (WindowFixture *self, gconstpointer data)
{
  g_assert_true (window_shows (open_by_key (self), WINDOW_TYPE_ITEM, "_About Tandem"));
}

/* Of whomever */
#define ANSWER_OF window_say ("^Answer of ", "^Antwort von ")

static void
test_what_cannot_be_used_is_not_offered (WindowFixture *self, gconstpointer data)
{
  g_autofree char *undo = window_word ("_Undo");
  g_autofree char *redo = window_word ("Re_do");
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *menu;

  window_open_tandem (self, TANDEM);
  items = eye_look_all (window_open_menu (self->window, "Menu of the Tandem"), WINDOW_TYPE_ITEM, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *name = eye_name (items->pdata[i]);

      /* But what is the same in all menus of a window */
      if (!g_str_equal (name, undo) && !g_str_equal (name, redo))
        g_assert_true (gtk_widget_is_sensitive (items->pdata[i]));
    }
  window_close_others (self, NULL);

  menu = window_open_menu (self->window, "More About This Meeting");
  g_assert_true (window_shows (menu, WINDOW_TYPE_ITEM, "_Not Recorded After All"));
  g_assert_null (eye_look (menu, WINDOW_TYPE_ITEM, ANSWER_OF));
}

static void
test_the_first_goal_cannot_be_moved_up (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  window_open_tandem (self, TANDEM);
  menu = window_open_menu (self->window, "More");
  g_assert_true (window_shows (menu, WINDOW_TYPE_ITEM, "Rename"));
  g_assert_false (window_shows (menu, WINDOW_TYPE_ITEM, "Move Up"));
}

/* Items that are not offered take the keyboard nowhere. */
static void
test_the_menu_of_the_first_goal_has_the_keyboard (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu, *focus;

  window_open_tandem (self, TANDEM);
  menu = window_open_menu (self->window, "More");
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus && gtk_widget_is_ancestor (focus, menu));
}

static void
set_up (WindowFixture *self, gconstpointer page)
{
  window_set_up (self, NULL);
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/menus/main-menu/%s", pages[i].name);

      g_test_add (path, WindowFixture, &pages[i], set_up, test_main_menu, window_tear_down);
    }
  NOTES_TEST_ADD ("/menus/main-menu/open-notes", NULL, test_main_menu_of_open_notes);
  g_test_add ("/menus/main-menu/welcome", WindowFixture, NULL, window_set_up_without, test_main_menu_of_the_welcome,
              window_tear_down);
  WINDOW_TEST_ADD ("/menus/what-cannot-be-used-is-not-offered", NULL, test_what_cannot_be_used_is_not_offered);
  WINDOW_TEST_ADD ("/menus/the-first-goal-cannot-be-moved-up", NULL, test_the_first_goal_cannot_be_moved_up);
  WINDOW_TEST_ADD ("/menus/the-menu-of-the-first-goal-has-the-keyboard", NULL,
                   test_the_menu_of_the_first_goal_has_the_keyboard);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
