/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/people/tdm-people-page.h"

static const WindowLook narrow = { .width = 360, .height = 560 };

/* Where the keyboard is: what has the focus when something opens, and where Tab and Enter lead from there. */

static GtkWidget *
get_focus (gpointer window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* What has the focus, as a screen reader says it: the name of the widget, or of the row or box around it */
static char *
name_focus (gpointer window)
{
  for (GtkWidget *widget = get_focus (window); widget && widget != window; widget = gtk_widget_get_parent (widget))
    {
      char *name = eye_name (widget);

      if (*name)
        return name;
      g_free (name);
    }
  return g_strdup ("nothing");
}

/* --- the sidebar --------------------------------------------------------------------- */

static GtkWidget *
find_sidebar (WindowFixture *self)
{
  return window_find (self->window, GTK_TYPE_LIST_BOX, "Pages");
}

static gboolean
is_page (WindowFixture *self, const char *english)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (find_sidebar (self)));
  g_autofree char *name = eye_name (GTK_WIDGET (row)), *expected = window_word (english);

  return g_str_equal (name, expected);
}

static void
go_to_sidebar (WindowFixture *self)
{
  GtkListBox *sidebar = GTK_LIST_BOX (find_sidebar (self));

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (sidebar))));
}

static gboolean
is_in_sidebar (WindowFixture *self)
{
  return gtk_widget_is_ancestor (get_focus (self->window), find_sidebar (self));
}

static void
test_tab_leaves_the_sidebar (WindowFixture *self, gconstpointer data)
{
  go_to_sidebar (self);
  window_press (self, "Tab");
  g_assert_false (is_in_sidebar (self));
  g_assert_nonnull (gtk_widget_get_ancestor (get_focus (self->window), GTK_TYPE_STACK));
  g_assert_true (is_page (self, "Tandems"));
  window_press (self, "<Shift>Tab");
  g_assert_true (is_in_sidebar (self));
  window_press (self, "<Shift>Tab");
  g_assert_false (is_in_sidebar (self));
  g_assert_true (is_page (self, "Tandems"));
}

static void
test_tab_turns_no_page (WindowFixture *self, gconstpointer data)
{
  go_to_sidebar (self);
  for (int i = 0; i < 12; i++)
    {
      window_press (self, "Tab");
      g_assert_true (is_page (self, "Tandems"));
      g_assert_nonnull (get_focus (self->window));
    }
}

static void
test_arrows_turn_pages (WindowFixture *self, gconstpointer data)
{
  static const char *const pages[] = { "People", "Meetings", "Round", "My Notes" };

  go_to_sidebar (self);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_press (self, "Down");
      g_assert_true (is_page (self, pages[i]));
      g_assert_true (is_in_sidebar (self));
    }
  window_press (self, "Up");
  window_press (self, "Return");
  g_assert_true (is_page (self, "Round"));
  window_press (self, "Tab");
  g_assert_true (is_page (self, "Round"));
  g_assert_false (is_in_sidebar (self));
}

static gboolean
is_focus_shown (gpointer window)
{
  GtkWidget *focus = get_focus (window);

  return focus && gtk_widget_get_mapped (focus);
}

/* Where there is room for one of them, the page comes in place of the sidebar, and back. */
static void
test_narrow (WindowFixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-sidebar", NULL);
  find_sidebar (self);
  go_to_sidebar (self);
  window_press (self, "Down");
  g_assert_true (is_in_sidebar (self));
  window_press (self, "Return");
  window_wait_gone (self->window, GTK_TYPE_LIST_BOX, "Pages");
  eye_find (self->window, TDM_TYPE_PEOPLE_PAGE, NULL);
  eye_wait (is_focus_shown, self->window, "the focus in the page");
  window_press (self, "Tab");
  eye_wait (is_focus_shown, self->window, "the focus in the page");
}

static void
test_welcome (WindowFixture *self, gconstpointer data)
{
  g_autofree char *first = name_focus (self->window), *expected = window_word ("Coordinate a Programme…");

  g_assert_cmpstr (first, ==, expected);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/focus/tab-leaves-the-sidebar", NULL, test_tab_leaves_the_sidebar);
  WINDOW_TEST_ADD ("/focus/tab-turns-no-page", NULL, test_tab_turns_no_page);
  WINDOW_TEST_ADD ("/focus/arrows-turn-pages", NULL, test_arrows_turn_pages);
  WINDOW_TEST_ADD ("/focus/narrow", &narrow, test_narrow);
  g_test_add ("/focus/welcome", WindowFixture, NULL, window_set_up_without, test_welcome, window_tear_down);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
