/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

/* The same pages in both languages, and narrow, dark, and with large text */

#define TANDEM "Bönisch"

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook dark = { .is_dark = TRUE };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static void
press (WindowFixture *self, const char *key)
{
  hand_press (GTK_WINDOW (self->window), key);
}

static void
test_pages (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();

  eye_find_label (self->window, is_german ? "21 Tandems" : "21 tandems");
  press (self, "<Alt>2");
  eye_find_label (self->window, is_german ? "96 Personen" : "96 people");
  press (self, "<Alt>3");
  eye_find_label (self->window, is_german ? "Morgen" : "Tomorrow");
}

static void
test_tandem (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  eye_find_label (self->window, window_is_german () ? "Jörn Bönisch lernt von Vikram Groß-Lüttmann"
                                                   : "Jörn Bönisch learns from Vikram Groß-Lüttmann");
  eye_find (self->window, GTK_TYPE_CHECK_BUTTON, NULL);
}

static gboolean
is_ticked (gpointer box)
{
  return gtk_check_button_get_active (box);
}

static gboolean
is_not_ticked (gpointer box)
{
  return !is_ticked (box);
}

static void
test_tick_and_undo (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) boxes = NULL;
  GtkWidget *box = NULL;

  window_open_tandem (self, TANDEM);
  boxes = eye_look_all (self->window, GTK_TYPE_CHECK_BUTTON, NULL);
  for (guint i = 0; i < boxes->len && !box; i++)
    if (!is_ticked (boxes->pdata[i]))
      box = boxes->pdata[i];
  g_assert_nonnull (box);
  hand_click (box);
  eye_wait (is_ticked, box, "the tick");
  window_settle (self);
  press (self, "<Control>z");
  eye_wait (is_not_ticked, box, "no tick");
}

static gboolean
shows_cards (WindowFixture *self, guint at_least)
{
  g_autoptr (GPtrArray) cards = eye_look_all (self->window, WINDOW_TYPE_CARD, NULL);
  guint n_shown = 0;

  for (guint i = 0; i < cards->len; i++)
    n_shown += eye_is_shown (cards->pdata[i]);
  return n_shown >= at_least;
}

static gboolean
shows_two_cards (gpointer self)
{
  return shows_cards (self, 2);
}

static gboolean
shows_four_cards (gpointer self)
{
  return shows_cards (self, 4);
}

static void
test_cards (WindowFixture *self, gconstpointer data)
{
  const WindowLook *look = data;

  eye_wait (look == &dark ? shows_four_cards : shows_two_cards, self, "the cards");
  window_expect_size (self, look);
}

static void
test_narrow_dark_large (WindowFixture *self, gconstpointer data)
{
  window_expect_size (self, data);
}

static void
test_sidebar_and_back (WindowFixture *self, gconstpointer data)
{
  window_click_on (self->window, "Overview");
  hand_click (window_find (self->window, GTK_TYPE_LIST_BOX_ROW, "People"));
  eye_find_label (self->window, window_is_german () ? "96 Personen" : "96 people");
  window_expect_size (self, data);
}

static void
test_way_back (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  g_assert_true (eye_is_shown (window_find (self->window, GTK_TYPE_BUTTON, "Back")));
  window_expect_size (self, data);
}

static void
test_meetings (WindowFixture *self, gconstpointer data)
{
  press (self, "<Alt>3");
  window_settle (self);
  window_expect_size (self, data);
}

static void
test_welcome (WindowFixture *self, gconstpointer data)
{
  static const char *const ways[] = { "_Coordinate a Programme…", "_Open a Programme…", "_Look Round With a Sample",
                                      "I Am _Part of a Tandem…" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    window_find (self->window, GTK_TYPE_BUTTON, ways[i]);
  window_expect_size (self, data);
}

static void
add_welcome (const char *path, const WindowLook *look)
{
  g_test_add (path, WindowFixture, look, window_set_up_without, test_welcome, window_tear_down);
}

static void
add_tests (void)
{
  add_welcome ("/looks/usual/welcome", NULL);
  WINDOW_TEST_ADD ("/looks/usual/pages", NULL, test_pages);
  WINDOW_TEST_ADD ("/looks/usual/tandem", NULL, test_tandem);
  WINDOW_TEST_ADD ("/looks/usual/tick-and-undo", NULL, test_tick_and_undo);
  WINDOW_TEST_ADD ("/looks/narrow/cards", &narrow, test_cards);
  WINDOW_TEST_ADD ("/looks/narrow/sidebar-and-back", &narrow, test_sidebar_and_back);
  WINDOW_TEST_ADD ("/looks/narrow/way-back", &narrow, test_way_back);
  WINDOW_TEST_ADD ("/looks/narrow/meetings", &narrow, test_meetings);
  WINDOW_TEST_ADD ("/looks/dark/cards", &dark, test_cards);
  WINDOW_TEST_ADD ("/looks/dark/tandem", &dark, test_tandem);
  WINDOW_TEST_ADD ("/looks/large/cards", &large, test_cards);
  WINDOW_TEST_ADD ("/looks/large/way-back", &large, test_way_back);
  WINDOW_TEST_ADD ("/looks/narrow-dark-large/tandems", &narrow_dark_large, test_narrow_dark_large);
  add_welcome ("/looks/narrow-dark-large/welcome", &narrow_dark_large);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
