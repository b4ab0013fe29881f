/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"
#include "uses.h"

/* Every action, every item of a menu and every shortcut is used once, in both languages: none may stop the program or print
 * a warning. What each of them does is the subject of other tests.
 *
 * Nobody lists them here. At each place of the program, all that is there is used; and what the sources have that was
 * nowhere to be used is complained about in the end. */

#define TANDEM "Bönisch"

static Uses *uses;

static gboolean
window_is_open (WindowFixture *self)
{
  eye_settle ();
  if (self->window && gtk_widget_get_visible (GTK_WIDGET (self->window)))
    return TRUE;
  if (self->window)
    window_wait_freed (self);
  return FALSE;
}

/* Uses one thing after the other, coming anew to the place for each; returns whether that is to be gone on with in another
 * window. */
static gboolean
use_place (WindowFixture *self, const Place *place)
{
  gboolean is_used;

  do
    {
      GtkWidget *shown = place->go (self);

      eye_settle ();
      is_used = uses_do_one (uses, self, shown ? shown : GTK_WIDGET (self->window));
      if (!window_is_open (self))
        return TRUE;
      window_settle (self);
      window_close_others (self, NULL);
      hand_try_key (GTK_WINDOW (self->window), "<Control>z");
      window_settle (self);
    }
  while (is_used && place->start == PLACE_SAMPLE);
  return is_used;
}

static void
test_place (gconstpointer place)
{
  gboolean is_used;

  uses_go_on (uses);
  do
    {
      WindowFixture self = { 0 };

      place_set_up (&self, place, NULL);
      is_used = use_place (&self, place);
      place_tear_down (&self, place);
    }
  while (is_used);
}

static void
test_nothing_is_left (void)
{
  g_assert_cmpuint (uses_find_unused (uses), ==, 0);
}

/* Going to places */

typedef void (*Way) (WindowFixture *self);

static void
go_to_page (WindowFixture *self, const char *key)
{
  hand_press (GTK_WINDOW (self->window), key);
}

static void
go_to_tandems (WindowFixture *self)
{
  go_to_page (self, "<Alt>1");
}

static void
go_to_people (WindowFixture *self)
{
  go_to_page (self, "<Alt>2");
}

static void
go_to_meetings (WindowFixture *self)
{
  go_to_page (self, "<Alt>3");
}

static void
go_to_notes (WindowFixture *self)
{
  go_to_page (self, "<Alt>4");
}

static void
go_to_round (WindowFixture *self)
{
  go_to_page (self, "<Alt>5");
}

static void
go_to_tandem (WindowFixture *self)
{
  window_open_tandem (self, TANDEM);
}

/* Shortcuts */

/* All keys of the program, but those that leave it */
static GPtrArray *
list_keys (WindowFixture *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; actions[i]; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      if (g_str_equal (actions[i], "app.quit") || g_str_equal (actions[i], "window.close"))
        continue;
      for (guint j = 0; accels[j]; j++)
        g_ptr_array_add (keys, g_strdup (accels[j]));
    }
  g_assert_cmpuint (keys->len, >, 20);
  return keys;
}

/* Each after going to the page again, if there is a way to it. */
static void
press_shortcuts (WindowFixture *self, Way go)
{
  g_autoptr (GPtrArray) keys = list_keys (self);
  g_autoptr (GHashTable) opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_taken = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      if (go)
        go (self);
      n_taken += hand_try_key (GTK_WINDOW (self->window), keys->pdata[i]);
      window_settle (self);
      window_close_others (self, opened);
    }
  g_assert_true (g_hash_table_contains (opened, "GtkShortcutsWindow"));
  g_assert_cmpuint (n_taken, >=, go ? 12 : 4);
}

static void
test_shortcuts_on_every_page (WindowFixture *self, gconstpointer data)
{
  static const Way pages[] = { go_to_tandems, go_to_people, go_to_meetings, go_to_notes, go_to_round };

  go_to_tandem (self);
  press_shortcuts (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    press_shortcuts (self, pages[i]);
}

static void
test_shortcuts_on_the_first_page (WindowFixture *self, gconstpointer data)
{
  press_shortcuts (self, NULL);
}

static void
test_shortcuts_begin_with_what_is_general (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *general = window_word ("General");
  g_autofree char *first = NULL;

  hand_press (GTK_WINDOW (self->window), "F1");
  groups = eye_look_all (NULL, GTK_TYPE_SHORTCUTS_GROUP, NULL);
  g_assert_cmpuint (groups->len, >, 2);
  g_object_get (groups->pdata[0], "title", &first, NULL);
  g_assert_cmpstr (first, ==, general);
}

static void
test_shortcut_that_quits (WindowFixture *self, gconstpointer data)
{
  hand_press (GTK_WINDOW (self->window), "<Control>q");
  window_wait_freed (self);
}

/* Menus */

static GPtrArray *
list_items (GtkWidget *menu)
{
  return eye_look_all (menu, WINDOW_TYPE_ITEM, NULL);
}

static GtkWidget *
find_menu_button (WindowFixture *self, const char *english, guint position)
{
  g_autofree char *name = window_word (english);
  g_autoptr (GPtrArray) buttons = NULL;

  eye_find (self->window, GTK_TYPE_MENU_BUTTON, name);
  buttons = eye_look_all (self->window, GTK_TYPE_MENU_BUTTON, name);
  g_assert_cmpuint (buttons->len, >, position);
  return buttons->pdata[position];
}

static GtkWidget *
open_menu (WindowFixture *self, const char *english, guint position)
{
  GtkWidget *menu = hand_open_menu (find_menu_button (self, english, position));

  eye_find (menu, WINDOW_TYPE_ITEM, NULL);
  return menu;
}

static gboolean
menu_has (GtkWidget *menu, const char *english, gboolean (*condition) (GtkWidget *item))
{
  g_autofree char *name = window_word (english);
  g_autoptr (GPtrArray) items = eye_look_all (menu, WINDOW_TYPE_ITEM, name);

  return items->len > 0 && (!condition || condition (items->pdata[0]));
}

/* The first item that can be used and was not yet. */
static GtkWidget *
find_waiting_item (GtkWidget *menu, GHashTable *pressed)
{
  g_autoptr (GPtrArray) items = list_items (menu);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *name = eye_name (items->pdata[i]);

      g_assert_cmpstr (name, !=, "");
      if (gtk_widget_is_sensitive (items->pdata[i]) && g_hash_table_add (pressed, g_steal_pointer (&name)))
        return items->pdata[i];
    }
  return NULL;
}

/* Clicks through a menu, coming anew to it for each item; returns how many there were. */
static guint
press_all (WindowFixture *self, Way go, const char *english, guint position)
{
  g_autoptr (GHashTable) pressed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *item;

  do
    {
      go (self);
      item = find_waiting_item (open_menu (self, english, position), pressed);
      if (item)
        hand_click (item);
      window_settle (self);
      window_close_others (self, NULL);
      hand_try_key (GTK_WINDOW (self->window), "<Control>z");
      window_settle (self);
    }
  while (item);
  return g_hash_table_size (pressed);
}

static void
test_main_menu (WindowFixture *self, gconstpointer data)
{
  static const Way others[] = { go_to_people, go_to_meetings, go_to_round };

  g_assert_cmpuint (press_all (self, go_to_tandems, "Main Menu", 0), >=, 10);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *shortcuts = window_word ("_Keyboard Shortcuts");
      g_autoptr (GHashTable) opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      others[i](self);
      hand_click_on (open_menu (self, "Main Menu", 0), WINDOW_TYPE_ITEM, shortcuts);
      window_close_others (self, opened);
      g_assert_true (g_hash_table_contains (opened, "GtkShortcutsWindow"));
    }
}

static void
test_menu_of_a_tandem (WindowFixture *self, gconstpointer data)
{
  g_assert_cmpuint (press_all (self, go_to_tandem, "Menu of the Tandem", 0), >=, 6);
}

static void
test_menus_of_goals_and_meetings (WindowFixture *self, gconstpointer data)
{
  for (guint position = 0; position < 2; position++)
    g_assert_cmpuint (press_all (self, go_to_tandem, "More", position), >=, 3);
  g_assert_cmpuint (press_all (self, go_to_tandem, "More About This Meeting", 0), >=, 1);
}

static void
test_what_cannot_be_used_is_not_offered (WindowFixture *self, gconstpointer data)
{
  g_autofree char *undo = window_word ("_Undo");
  g_autofree char *redo = window_word ("Re_do");
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *menu;

  go_to_tandem (self);
  items = list_items (open_menu (self, "Menu of the Tandem", 0));
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *name = eye_name (items->pdata[i]);

      /* But what is the same in all menus of a window */
      if (!g_str_equal (name, undo) && !g_str_equal (name, redo))
        g_assert_true (gtk_widget_is_sensitive (items->pdata[i]));
    }
  window_close_others (self, NULL);

  menu = open_menu (self, "More About This Meeting", 0);
  g_assert_true (menu_has (menu, "_Not Recorded After All", NULL));
  g_assert_false (menu_has (menu, "An_swer of the Mentee", NULL));
  g_assert_false (menu_has (menu, "Ans_wer of the Mentor", NULL));
}

static void
test_the_first_goal_cannot_be_moved_up (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  go_to_tandem (self);
  menu = open_menu (self, "More", 0);
  g_assert_true (menu_has (menu, "Rename", NULL));
  g_assert_false (menu_has (menu, "Move Up", NULL));
}

/* Items that are not offered take the keyboard nowhere. */
static void
test_the_menu_of_the_first_goal_has_the_keyboard (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu, *focus;

  go_to_tandem (self);
  menu = open_menu (self, "More", 0);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus && gtk_widget_is_ancestor (focus, menu));
}

static void
test_menu_of_the_notes (WindowFixture *self, gconstpointer data)
{
  g_assert_cmpuint (press_all (self, go_to_notes, "Menu of the Notes", 0), >=, 4);
}

static void
add_place (const Place *place)
{
  g_autofree char *path = g_strdup_printf ("/every-action/place/%s", place->name);

  g_test_add_data_func (path, place, test_place);
}

static void
add_tests (void)
{
  uses = uses_new ();
  for (const Place *const *table = place_tables; *table; table++)
    for (const Place *place = *table; place->name; place++)
      add_place (place);
  g_test_add_func ("/every-action/nothing-is-left", test_nothing_is_left);
  WINDOW_TEST_ADD ("/every-action/shortcuts-on-every-page", NULL, test_shortcuts_on_every_page);
  g_test_add ("/every-action/shortcuts-on-the-first-page", WindowFixture, NULL, window_set_up_without,
              test_shortcuts_on_the_first_page, window_tear_down);
  WINDOW_TEST_ADD ("/every-action/shortcuts-begin-with-what-is-general", NULL, test_shortcuts_begin_with_what_is_general);
  WINDOW_TEST_ADD ("/every-action/shortcut-that-quits", NULL, test_shortcut_that_quits);
  WINDOW_TEST_ADD ("/every-action/main-menu", NULL, test_main_menu);
  WINDOW_TEST_ADD ("/every-action/menu-of-a-tandem", NULL, test_menu_of_a_tandem);
  WINDOW_TEST_ADD ("/every-action/menus-of-goals-and-meetings", NULL, test_menus_of_goals_and_meetings);
  WINDOW_TEST_ADD ("/every-action/what-cannot-be-used-is-not-offered", NULL, test_what_cannot_be_used_is_not_offered);
  WINDOW_TEST_ADD ("/every-action/the-first-goal-cannot-be-moved-up", NULL, test_the_first_goal_cannot_be_moved_up);
  WINDOW_TEST_ADD ("/every-action/the-menu-of-the-first-goal-has-the-keyboard", NULL,
                   test_the_menu_of_the_first_goal_has_the_keyboard);
  NOTES_TEST_ADD ("/every-action/menu-of-the-notes", NULL, test_menu_of_the_notes);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
