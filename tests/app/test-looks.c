/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "workspace/tdm-workspace.h"

/* The same pages in both languages, and narrow, dark, and with large text */

#define TANDEM "Bönisch"

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook dark = { .is_dark = TRUE };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static void
test_pages (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();

  eye_find_label (self->window, is_german ? "21 Tandems" : "21 tandems");
  window_press (self, "<Alt>2");
  eye_find_label (self->window, is_german ? "96 Personen" : "96 people");
  window_press (self, "<Alt>3");
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
  window_press (self, "<Control>z");
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

/* --- large text ------------------------------------------------------------------------ */

/* Whether there is a line below the title or not, from page to page, and beside each other. */
static void
test_headers_keep_their_height (WindowFixture *self, gconstpointer data)
{
  static const char *const pages[] = { "pairs", "people", "meetings", "round", "notes" };
  guint n_seen = 0;
  int height = 0;

  window_open_tandem (self, TANDEM);
  /* Once all are built */
  for (guint i = 0; i < 2 * G_N_ELEMENTS (pages) + 1; i++)
    {
      g_autoptr (GPtrArray) headers = NULL;

      if (i < 2 * G_N_ELEMENTS (pages))
        gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", pages[i % G_N_ELEMENTS (pages)]);
      else
        window_open_tandem (self, TANDEM);
      window_settle (self);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
      headers = eye_look_all (self->window, ADW_TYPE_HEADER_BAR, NULL);
      for (guint j = 0; i >= G_N_ELEMENTS (pages) && j < headers->len; j++, n_seen++)
        {
          if (height == 0)
            height = gtk_widget_get_height (headers->pdata[j]);
          g_assert_cmpint (gtk_widget_get_height (headers->pdata[j]), ==, height);
        }
    }
  g_assert_cmpuint (n_seen, >=, G_N_ELEMENTS (pages) + 1);
}

/* However large the text is, it is read who learns from whom: the names get lines of their own. */
static void
test_the_mentor_is_read_on_a_card (WindowFixture *self, gconstpointer data)
{
  GtkWidget *card = eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  g_autoptr (PangoLayout) one_line = gtk_widget_create_pango_layout (card, "M");
  int line, beside, below;

  gtk_test_widget_wait_for_draw (card);
  pango_layout_get_pixel_size (one_line, NULL, &line);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, 1600, &beside, NULL, NULL, NULL);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (card), &below, NULL, NULL, NULL);
  /* The pictures stand above, and the mentor may take two lines. */
  g_assert_cmpint (below, >=, beside + line + 38);
  g_assert_cmpint (gtk_widget_get_height (card), >=, 5 * line + 38);
}

/* Messages that wait are one click away however small the window is: in the header bar, or below the meetings. */
static void
test_messages_are_within_reach (WindowFixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", "meetings");
  hand_click (
    eye_find (self->window, GTK_TYPE_BUTTON, window_say ("^[0-9]+ messages to send", "^[0-9]+ Nachrichten zu senden")));
  window_find_window ("Messages to Send");
}

/* --- lines --------------------------------------------------------------------------- */

/* A day in the history has one line where there is room. */
static void
test_days_of_the_history_do_not_wrap (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint n_days = 0;

  window_open_tandem (self, TANDEM);
  rows = eye_look_all (self->window, ADW_TYPE_ACTION_ROW, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkLabel *day = g_object_get_data (rows->pdata[i], "day");

      if (!day)
        continue;
      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (day)), ==, 1);
      n_days++;
    }
  g_assert_cmpuint (n_days, >, 0);
}

static double
find_middle (GtkWidget *widget, GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, within, &bounds));
  return bounds.origin.y + bounds.size.height / 2;
}

/* What a meeting without a place and a topic is called stands on the line of its day, its state and its menu. */
static void
test_a_meeting_without_a_place_keeps_the_line (WindowFixture *self, gconstpointer data)
{
  const char *day = window_say ("Wed, 18 Mar", "Mi, 18. Mär");
  GListModel *pairs = tdm_workspace_get_pairs (tdm_window_get_workspace (self->window));
  TdmPair *pair = window_ask_record (self, pairs,
                                     "SELECT pair.uid FROM pair JOIN person ON person.id = mentee JOIN round ON "
                                     "round.id = round WHERE name LIKE '%Bönisch' AND number = 3");
  GtkWidget *row, *title, *state, *day_label;
  g_autoptr (TdmRecord) meeting = NULL, draft = NULL;

  window_open_tandem (self, TANDEM);
  day_label = eye_find (self->window, GTK_TYPE_LABEL, day);
  row = gtk_widget_get_ancestor (day_label, TDM_TYPE_MEETING_ROW);
  meeting = g_list_model_get_item (tdm_pair_get_meetings (pair), 0);
  draft = tdm_record_new_draft (meeting);
  tdm_record_set_text (draft, TDM_MEETING_PLACE, "");
  window_commit (self, tdm_edit_new_save (draft));
  gtk_test_widget_wait_for_draw (row);
  title = eye_find (row, GTK_TYPE_LABEL, window_say ("Getting to know", "Kennenlernen"));
  state = eye_find (row, GTK_TYPE_LABEL, window_say ("Took place", "Stattgefunden"));
  g_assert_cmpfloat_with_epsilon (find_middle (title, row), find_middle (state, row), 2);
  g_assert_cmpfloat_with_epsilon (find_middle (day_label, row), find_middle (title, row), 2);
}

/* Who has not answered has a sign that does not look like the end of a text that was cut off. */
static void
test_who_has_not_answered_has_a_sign (WindowFixture *self, gconstpointer data)
{
  GtkWidget *marks;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", "meetings");
  marks = eye_find (self->window, GTK_TYPE_LABEL, window_say ("^Waiting for", "^Antwort von .* aus"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (marks)), "○ "));
}

/* --- messages -------------------------------------------------------------------------- */

static gpointer
find_bar (gpointer widget)
{
  gpointer found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (gtk_widget_has_css_class (widget, "bottom-bar"))
    return gtk_widget_get_height (widget) > 0 ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_bar (child);
  return found;
}

#define MESSAGE "Backed up and checked"

static gboolean
stands_above_the_bar (gpointer window)
{
  g_autofree char *text = window_word (MESSAGE);
  GtkWidget *bar = find_bar (window), *label = eye_look (window, GTK_TYPE_LABEL, text), *message;
  graphene_rect_t message_bounds, bar_bounds;

  if (!bar || !label)
    return FALSE;
  message = gtk_widget_get_ancestor (label, g_type_from_name ("AdwToastWidget"));
  g_assert_true (gtk_widget_compute_bounds (message, window, &message_bounds));
  g_assert_true (gtk_widget_compute_bounds (bar, window, &bar_bounds));
  return message_bounds.origin.y > 0 && message_bounds.origin.y + message_bounds.size.height <= bar_bounds.origin.y;
}

static gboolean
has_bar (gpointer window)
{
  return find_bar (window) != NULL;
}

static void
expect_message_above_the_bar (WindowFixture *self)
{
  g_autofree char *text = window_word (MESSAGE);

  eye_wait (has_bar, self->window, "a bar at the bottom");
  window_settle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-message", "s", text);
  eye_wait (stands_above_the_bar, self->window, "a message above the bar");
  window_wait_toast (self, MESSAGE);
}

/* What is at the bottom of a page can be used while a message is shown. */
static void
test_messages_cover_no_bar (WindowFixture *self, gconstpointer data)
{
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  expect_message_above_the_bar (self);
  window_press (self, "<Alt>3");
  expect_message_above_the_bar (self);
  window_press (self, "<Alt>5");
  expect_message_above_the_bar (self);
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
  window_press (self, "<Alt>3");
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
  WINDOW_TEST_ADD ("/looks/narrow/messages-and-bars", &narrow, test_messages_cover_no_bar);
  WINDOW_TEST_ADD ("/looks/dark/cards", &dark, test_cards);
  WINDOW_TEST_ADD ("/looks/dark/tandem", &dark, test_tandem);
  WINDOW_TEST_ADD ("/looks/usual/headers", NULL, test_headers_keep_their_height);
  WINDOW_TEST_ADD ("/looks/usual/days-of-the-history", NULL, test_days_of_the_history_do_not_wrap);
  WINDOW_TEST_ADD ("/looks/usual/a-meeting-without-a-place", NULL, test_a_meeting_without_a_place_keeps_the_line);
  WINDOW_TEST_ADD ("/looks/usual/no-answer", NULL, test_who_has_not_answered_has_a_sign);
  WINDOW_TEST_ADD ("/looks/large/headers", &large, test_headers_keep_their_height);
  WINDOW_TEST_ADD ("/looks/large/the-mentor-on-a-card", &large, test_the_mentor_is_read_on_a_card);
  WINDOW_TEST_ADD ("/looks/usual/messages", NULL, test_messages_are_within_reach);
  WINDOW_TEST_ADD ("/looks/narrow-dark-large/messages", &narrow_dark_large, test_messages_are_within_reach);
  WINDOW_TEST_ADD ("/looks/narrow-dark-large/headers", &narrow_dark_large, test_headers_keep_their_height);
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
