/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/pairs/tdm-pair-page.h"
#include "app/pairs/tdm-person-panel.h"
#include "app/people/tdm-person-page.h"

/* Where pages begin, and where one comes back to */

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook low = { .width = 1100, .height = 560 };

static GtkAdjustment *
find_adjustment (GtkWidget *page)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (eye_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL)));
}

typedef struct
{
  GtkWidget *page;
  double scrolled;
} Scrolled;

static gboolean
is_scrolled (gpointer data)
{
  Scrolled *self = data;

  return gtk_adjustment_get_value (find_adjustment (self->page)) == self->scrolled;
}

static void
expect_scrolled (GtkWidget *page, double scrolled)
{
  eye_wait (is_scrolled, &(Scrolled) { page, scrolled }, "the page to be scrolled as it was");
}

static GtkWidget *
get_focus (WindowFixture *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}

typedef struct
{
  WindowFixture *fixture;
  const char *name;
} Focused;

static gboolean
is_focused (gpointer data)
{
  Focused *self = data;
  g_autofree char *name = get_focus (self->fixture) ? eye_name (get_focus (self->fixture)) : NULL;

  return g_strcmp0 (name, self->name) == 0;
}

/* The focus comes back once the page is laid out as it was, frames later than the page itself. */
static void
expect_focused (WindowFixture *self, const char *name)
{
  eye_wait (is_focused, &(Focused) { self, name }, "the keyboard to be where it was");
}

/* At its top, and the keyboard with it */
static void
expect_top (WindowFixture *self, GtkWidget *page)
{
  window_settle (self);
  expect_scrolled (page, 0);
  g_assert_nonnull (gtk_widget_get_ancestor (get_focus (self), ADW_TYPE_HEADER_BAR));
  g_assert_true (eye_has_focus_inside (page));
}

static void
test_a_tandem_opens_at_its_top_each_time (WindowFixture *self, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      window_press (self, "<Alt>1");
      window_open_tandem (self, "Bönisch");
      expect_top (self, eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL));
      for (guint j = 0; j < 6; j++)
        gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
      gtk_adjustment_set_value (find_adjustment (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL)), 400);
      window_press (self, "<Alt>Left");
      eye_find (self->window, WINDOW_TYPE_CARD, NULL);
    }
}

static void
test_another_tandem_opens_at_its_top (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page;

  window_open_tandem (self, "Bönisch");
  page = eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  gtk_widget_grab_focus (window_find (page, GTK_TYPE_BUTTON, "Plan Meetings…"));
  window_press (self, "<Alt>1");
  window_open_tandem (self, "Lindqvister");
  expect_top (self, page);
}

static void
test_a_person_opens_at_its_top_each_time (WindowFixture *self, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *page;

      window_press (self, "<Alt>2");
      page = window_open_person (self, "Jörn Bönisch");
      expect_top (self, page);
      gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
      gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
      gtk_adjustment_set_value (find_adjustment (page), 200);
      window_settle (self);
    }
}

/* The focus is where one left, neither before nor behind. */
static void
test_back_to_where_one_was (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page, *panel;

  window_open_tandem (self, "Bönisch");
  page = eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  panel = eye_find (eye_find (page, TDM_TYPE_PERSON_PANEL, NULL), GTK_TYPE_BUTTON, NULL);
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_grab_focus (panel);
      window_settle (self);
      gtk_adjustment_set_value (find_adjustment (page), 120);
      g_signal_emit_by_name (panel, "clicked");
      eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
      window_settle (self);
      window_press (self, "<Alt>Left");
      eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
      window_settle (self);
      expect_scrolled (page, 120);
      g_assert_true (get_focus (self) == panel);
    }
}

/* The one page has shown another person meanwhile. */
static void
test_back_to_a_person_after_another (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page = window_open_person (self, "Jörn Bönisch");
  g_autofree char *manager =
    window_ask (self, "SELECT name FROM person WHERE id = (SELECT reports_to FROM person WHERE "
                      "name = 'Jörn Bönisch')");
  g_autofree char *left_from = NULL;
  GtkWidget *row = gtk_widget_get_ancestor (eye_find (page, GTK_TYPE_LABEL, manager), GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_grab_focus (row);
  window_settle (self);
  left_from = eye_name (row);
  gtk_adjustment_set_value (find_adjustment (page), 150);
  g_assert_cmpfloat (gtk_adjustment_get_value (find_adjustment (page)), ==, 150);
  gtk_widget_activate (row);
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, manager);
  expect_top (self, page);
  window_press (self, "<Alt>Left");
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, "Jörn Bönisch");
  window_settle (self);
  expect_scrolled (page, 150);
  expect_focused (self, left_from);
}

static void
test_back_to_the_card_that_was_opened (WindowFixture *self, gconstpointer data)
{
  GtkWidget *list = eye_find (self->window, GTK_TYPE_GRID_VIEW, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GtkWidget *card;

  window_open_tandem (self, "Lindqvister");
  window_press (self, "<Alt>Left");
  card = eye_find (self->window, WINDOW_TYPE_CARD, "^.*Lindqvister");
  hand_reach (card);
  gtk_widget_grab_focus (gtk_widget_get_parent (card));
  window_settle (self);
  for (guint i = 0; i < 3; i++)
    {
      double scrolled = gtk_adjustment_get_value (adjustment);

      gtk_widget_activate (gtk_widget_get_parent (card));
      eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
      window_settle (self);
      window_press (self, "<Alt>Left");
      eye_find (self->window, WINDOW_TYPE_CARD, NULL);
      window_settle (self);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, scrolled);
      g_assert_true (get_focus (self) == gtk_widget_get_parent (card));
    }
}

/* The key does what the arrow does, also where the arrow leads to the overview. */
static void
test_back_to_the_overview (WindowFixture *self, gconstpointer data)
{
  static const char *const keys[] = { "<Alt>1", "<Alt>2", "<Alt>3", "<Alt>4", "<Alt>5" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *sidebar;

      window_press (self, keys[i]);
      window_wait_gone (self->window, GTK_TYPE_LIST_BOX, "Pages");
      window_press (self, "<Alt>Left");
      sidebar = window_find (self->window, GTK_TYPE_LIST_BOX, "Pages");
      g_assert_true (eye_has_focus_inside (sidebar));
    }
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/trail/a-tandem-opens-at-its-top-each-time", NULL, test_a_tandem_opens_at_its_top_each_time);
  WINDOW_TEST_ADD ("/trail/another-tandem-opens-at-its-top", NULL, test_another_tandem_opens_at_its_top);
  WINDOW_TEST_ADD ("/trail/a-person-opens-at-its-top-each-time", NULL, test_a_person_opens_at_its_top_each_time);
  WINDOW_TEST_ADD ("/trail/back-to-where-one-was", NULL, test_back_to_where_one_was);
  WINDOW_TEST_ADD ("/trail/back-to-a-person-after-another", &low, test_back_to_a_person_after_another);
  WINDOW_TEST_ADD ("/trail/back-to-the-overview", &narrow, test_back_to_the_overview);
  WINDOW_TEST_ADD ("/trail/back-to-the-card-that-was-opened", NULL, test_back_to_the_card_that_was_opened);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
