/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-month-day.h"
#include "app/meetings/tdm-month-meeting.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/people/tdm-person-page.h"

/* Meetings are found by who meets, about what, where and how it stands; and the key for that works on every page. */

static void
open_all (WindowFixture *self)
{
  window_press (self, "<Alt>3");
  hand_click (eye_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "All"));
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, NULL);
}

static void
search (WindowFixture *self, const char *words)
{
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), words);
  window_settle (self);
}

static guint
count_rows (WindowFixture *self)
{
  g_autoptr (GPtrArray) rows = eye_look_all (self->window, TDM_TYPE_AGENDA_ROW, NULL);

  return rows->len;
}

/* All that is on show says it, and something is. */
static void
expect_each_to_say (WindowFixture *self, const char *expected)
{
  g_autoptr (GPtrArray) rows = eye_look_all (self->window, TDM_TYPE_AGENDA_ROW, NULL);

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *name = eye_name (rows->pdata[i]);

      if (!g_regex_match_simple (expected, name, 0, 0))
        g_error ("“%s” does not say “%s”.", name, expected);
    }
}

static void
test_by_person_topic_place_and_state (WindowFixture *self, gconstpointer data)
{
  static const struct { const char *words, *expected; } searches[] = {
    { "bonisch", "Bönisch" },
    { "first contacts", "Making first contacts" },
    { "workshop room", "Workshop room" },
    { "cancelled", "Cancelled" },
    { "bonisch took place", "Bönisch.*Took place" },
  };

  open_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      search (self, searches[i].words);
      expect_each_to_say (self, searches[i].expected);
    }
}

static void
test_nothing_is_found (WindowFixture *self, gconstpointer data)
{
  open_all (self);
  search (self, "zzyzx");
  window_find (self->window, GTK_TYPE_LABEL, "No meeting fits the search and the filters.");
  g_assert_cmpuint (count_rows (self), ==, 0);
  window_click_on (self->window, "Show All Meetings");
  window_settle (self);
  g_assert_cmpuint (count_rows (self), >, 0);
}

static void
choose (WindowFixture *self, GtkWidget *popover, const char *of, const char *choice)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (window_find (popover, GTK_TYPE_DROP_DOWN, of));
  GtkStringList *choices = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
  guint position = 0;

  while (gtk_string_list_get_string (choices, position) &&
         !g_str_equal (gtk_string_list_get_string (choices, position), choice))
    position++;
  g_assert_nonnull (gtk_string_list_get_string (choices, position));
  gtk_drop_down_set_selected (drop_down, position);
  window_settle (self);
}

static void
test_by_what_is_chosen (WindowFixture *self, gconstpointer data)
{
  GtkWidget *popover;
  guint n_of_state;

  open_all (self);
  window_press (self, "<Control>f");
  popover = hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter"));
  choose (self, popover, "State", "Took place");
  expect_each_to_say (self, "Took place$");
  n_of_state = count_rows (self);
  choose (self, popover, "Topic", "Making first contacts");
  expect_each_to_say (self, "Making first contacts.*Took place$");
  g_assert_cmpuint (count_rows (self), <=, n_of_state);
  choose (self, popover, "State", "All states");
  expect_each_to_say (self, "Making first contacts");
  /* With the bar all that is chosen goes. */
  gtk_widget_activate_action (popover, "meetings.clear-filters", NULL);
  window_settle (self);
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, NULL);
  eye_wait_gone (self->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  search (self, "");
  popover = hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (window_find (popover, GTK_TYPE_DROP_DOWN, "Topic"))), ==,
                    0);
}

static void
test_in_the_month (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = NULL;

  window_press (self, "<Alt>3");
  window_click_on (self->window, "Month");
  eye_find (self->window, TDM_TYPE_MONTH_DAY, "^Wednesday, 15 July 2026, 4 meetings");
  search (self, "bonisch");
  eye_find (self->window, TDM_TYPE_MONTH_DAY, "^Wednesday, 15 July 2026, 1 meeting$");
  meetings = eye_look_all (self->window, TDM_TYPE_MONTH_MEETING, NULL);
  g_assert_cmpuint (meetings->len, >, 0);
  for (guint i = 0; i < meetings->len; i++)
    {
      g_autofree char *name = eye_name (meetings->pdata[i]);

      g_assert_nonnull (strstr (name, "Bönisch"));
    }
  gtk_widget_activate_action (meetings->pdata[0], "meetings.clear-filters", NULL);
  eye_find (self->window, TDM_TYPE_MONTH_DAY, "^Wednesday, 15 July 2026, 4 meetings");
}

/* What is looked for stays while the meetings change. */
static void
test_a_change_while_searching (WindowFixture *self, gconstpointer data)
{
  guint n_before;

  open_all (self);
  search (self, "bonisch invited");
  n_before = count_rows (self);
  window_choose (eye_find (self->window, TDM_TYPE_AGENDA_ROW, "^Wednesday, 15 July 2026"), "More About This Meeting",
                 "_Cancel Meeting");
  window_wait_toast (self, "Meeting cancelled");
  window_settle (self);
  g_assert_cmpuint (count_rows (self), ==, n_before - 1);
  expect_each_to_say (self, "Bönisch.*Invited");
}

/* --- the key for it ---------------------------------------------------------------------- */

static void
expect_search (WindowFixture *self, const char *name)
{
  GtkWidget *entry = window_find (self->window, GTK_TYPE_SEARCH_ENTRY, name);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_true (focus && gtk_widget_is_ancestor (focus, entry));
  window_press (self, "Escape");
}

static void
test_the_key_works_on_every_page (WindowFixture *self, gconstpointer data)
{
  static const struct { const char *page, *entry; } pages[] = {
    { "<Alt>1", "Search tandems" }, { "<Alt>2", "Search people" }, { "<Alt>3", "Search meetings" },
    { "<Alt>5", "Search" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_press (self, pages[i].page);
      window_press (self, "<Control>f");
      expect_search (self, pages[i].entry);
    }
}

/* From one tandem or person on, another one is looked for. */
static void
test_the_key_on_the_page_of_one (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, "Bönisch");
  window_press (self, "<Control>f");
  expect_search (self, "Search tandems");
  window_press (self, "<Alt>2");
  window_open_person (self, "Jörn Bönisch");
  window_press (self, "<Control>f");
  expect_search (self, "Search people");
  g_assert_null (eye_look (self->window, TDM_TYPE_PERSON_PAGE, NULL));
}

/* Whoever has typed a name presses Return: what was found first opens, wherever one looks for something. */
static void
test_return_opens_what_was_found (WindowFixture *self, gconstpointer data)
{
  window_press (self, "<Alt>1");
  search (self, "bonisch");
  window_press (self, "Return");
  window_wait_at (self, TDM_TYPE_PAIR_PAGE, "Jörn Bönisch");

  window_press (self, "<Alt>2");
  search (self, "bonisch");
  window_press (self, "Return");
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, "Jörn Bönisch");

  open_all (self);
  search (self, "bonisch");
  window_press (self, "Return");
  window_wait_at (self, TDM_TYPE_PAIR_PAGE, "Jörn Bönisch");

  window_press (self, "<Alt>5");
  search (self, "bonisch");
  /* Who takes part is read when the page is shown. */
  eye_find (self->window, GTK_TYPE_LABEL, "Jörn Bönisch");
  window_press (self, "Return");
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, "Jörn Bönisch");
}

static void
test_return_opens_nothing_where_nothing_was_sought (WindowFixture *self, gconstpointer data)
{
  window_press (self, "<Alt>2");
  search (self, "");
  hand_try_key (GTK_WINDOW (self->window), "Return");
  search (self, "zzyzx");
  hand_try_key (GTK_WINDOW (self->window), "Return");
  window_settle (self);
  g_assert_null (eye_look (self->window, TDM_TYPE_PERSON_PAGE, NULL));
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/meeting-search/return-opens-what-was-found", NULL, test_return_opens_what_was_found);
  WINDOW_TEST_ADD ("/meeting-search/return-opens-nothing-where-nothing-was-sought", NULL,
                   test_return_opens_nothing_where_nothing_was_sought);
  WINDOW_TEST_ADD ("/meeting-search/by-person-topic-place-and-state", NULL, test_by_person_topic_place_and_state);
  WINDOW_TEST_ADD ("/meeting-search/nothing-is-found", NULL, test_nothing_is_found);
  WINDOW_TEST_ADD ("/meeting-search/by-what-is-chosen", NULL, test_by_what_is_chosen);
  WINDOW_TEST_ADD ("/meeting-search/in-the-month", NULL, test_in_the_month);
  WINDOW_TEST_ADD ("/meeting-search/a-change-while-searching", NULL, test_a_change_while_searching);
  WINDOW_TEST_ADD ("/meeting-search/the-key-works-on-every-page", NULL, test_the_key_works_on_every_page);
  WINDOW_TEST_ADD ("/meeting-search/the-key-on-the-page-of-one", NULL, test_the_key_on_the_page_of_one);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
