/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"
#include "uses.h"

/* Every action, every item of a menu and every shortcut is used once, in both languages: none may stop the program or
 * print a warning. What each of them does is the subject of other tests.
 *
 * Nobody lists them here. At each place of the program, all that is there is used; and what the sources have that was
 * nowhere to be used is complained about in the end. */

#define TANDEM "Bönisch"

static Uses *uses;

/* Whether there is the same file still: one can be left, and the window with it. */
static gboolean
is_still_there (WindowFixture *self, TdmWorkspace *workspace)
{
  eye_settle ();
  if (!self->window || !gtk_widget_get_visible (GTK_WIDGET (self->window)))
    {
      window_wait_freed (self);
      return FALSE;
    }
  window_wait_gone (self->window, GTK_TYPE_LABEL, "Opening…");
  return tdm_window_get_workspace (self->window) == workspace;
}

/* In windows of their own */
static void
close_other_files (WindowFixture *self)
{
  g_autoptr (GPtrArray) windows = eye_windows ();

  for (guint i = 0; i < windows->len; i++)
    if (TDM_IS_WINDOW (windows->pdata[i]) && windows->pdata[i] != (gpointer) self->window)
      gtk_window_close (windows->pdata[i]);
  eye_settle ();
}

/* Uses one thing after the other, coming anew to the place for each; returns whether that is to be gone on with in
 * another window. */
static gboolean
use_place (WindowFixture *self, const Place *place)
{
  gboolean is_used;

  do
    {
      GtkWidget *shown = place_go (place, self);
      g_autoptr (TdmWorkspace) workspace = NULL;

      g_set_object (&workspace, tdm_window_get_workspace (self->window));
      eye_settle ();
      is_used = uses_do_one (uses, self, shown);
      if (!is_still_there (self, workspace))
        return TRUE;
      window_settle (self);
      close_other_files (self);
      window_close_others (self, NULL);
      hand_try_key (GTK_WINDOW (self->window), "<Control>z");
      window_settle (self);
    }
  while (is_used && place->start == PLACE_SAMPLE);
  return is_used;
}

/* On X11 GTK 4.8 complains itself of a tooltip that was about to come when its window closed. */
static gboolean
ends_the_test (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "Gdk") != 0 ||
         !g_str_has_prefix (message, "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE");
}

static void
test_place (gconstpointer place)
{
  gboolean is_used;

  g_test_log_set_fatal_handler (ends_the_test, NULL);
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

/* What people do most comes first, and all there is has two pages. */
static void
test_shortcuts_begin_with_what_is_needed_most (WindowFixture *self, gconstpointer data)
{
  static const char *const first[] = { "People and tandems", "Pages", "General" };
  g_autoptr (GPtrArray) groups = NULL;
  GtkWidget *pages;

  hand_press (GTK_WINDOW (self->window), "F1");
  groups = eye_look_all (NULL, GTK_TYPE_SHORTCUTS_GROUP, NULL);
  g_assert_cmpuint (groups->len, >, G_N_ELEMENTS (first));
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *expected = window_word (first[i]);
      g_autofree char *title = NULL;

      g_object_get (groups->pdata[i], "title", &title, NULL);
      g_assert_cmpstr (title, ==, expected);
    }
  pages = gtk_widget_get_ancestor (groups->pdata[0], GTK_TYPE_STACK);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_stack_get_pages (GTK_STACK (pages)))), ==, 2);
}

static void
test_shortcut_that_quits (WindowFixture *self, gconstpointer data)
{
  hand_press (GTK_WINDOW (self->window), "<Control>q");
  window_wait_freed (self);
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
  for (const Place *place = places_states; place->name; place++)
    add_place (place);
  /* A suite of its own comes behind: newer versions of GLib begin with what is in a suite itself. */
  g_test_add_func ("/every-action-after/nothing-is-left", test_nothing_is_left);
  WINDOW_TEST_ADD ("/every-action/shortcuts-on-every-page", NULL, test_shortcuts_on_every_page);
  g_test_add ("/every-action/shortcuts-on-the-first-page", WindowFixture, NULL, window_set_up_without,
              test_shortcuts_on_the_first_page, window_tear_down);
  WINDOW_TEST_ADD ("/every-action/shortcuts-begin-with-what-is-needed-most", NULL,
                   test_shortcuts_begin_with_what_is_needed_most);
  WINDOW_TEST_ADD ("/every-action/shortcut-that-quits", NULL, test_shortcut_that_quits);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
