/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-topic-row.h"
#include "base/tdm-i18n.h"
#include "model/tdm-topic.h"

/* Typing a topic, with what the catalogue has */

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

#define TYPE_ITEM g_type_from_name ("GtkListItemWidget")

/* A dialog with such a row, over the window */
typedef struct
{
  WindowFixture base;
  GtkWindow *dialog;
  GtkWidget *row;
  GtkWidget *text;
  GListStore *topics;
  char *taken;
  guint n_taken;
} RowFixture;

static void
taken_cb (RowFixture *self, const char *title)
{
  g_free (self->taken);
  self->taken = g_strdup (title);
  self->n_taken++;
}

static void
row_add_topic (RowFixture *self, const char *title, const char *area)
{
  g_autoptr (TdmRecord) topic = tdm_record_new (TDM_TYPE_TOPIC);

  tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
  tdm_record_set_text (topic, TDM_TOPIC_AREA, area);
  g_list_store_append (self->topics, topic);
}

static void
row_set_up (RowFixture *self, gconstpointer look)
{
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();

  window_set_up (&self->base, look);
  self->topics = g_list_store_new (TDM_TYPE_TOPIC);
  row_add_topic (self, "Podcasts", "Soziale Netzwerke");
  row_add_topic (self, "Große Runden", "Auftreten");
  row_add_topic (self, "Eigene Podcasts schneiden", "");
  row_add_topic (self, "Führen", "Führung");
  self->row = g_object_new (TDM_TYPE_TOPIC_ROW, "topics", self->topics, NULL);
  self->text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->row)));
  g_signal_connect_swapped (self->row, "taken", G_CALLBACK (taken_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), g_object_new (ADW_TYPE_ENTRY_ROW, "title", "Other", NULL));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  self->dialog = g_object_new (ADW_TYPE_WINDOW, "content", page, "transient-for", self->base.window,
                               "default-width", look ? 360 : 480, "default-height", 420, NULL);
  gtk_window_present (self->dialog);
  eye_find (self->dialog, TDM_TYPE_TOPIC_ROW, NULL);
}

static void
row_tear_down (RowFixture *self, gconstpointer look)
{
  gtk_window_destroy (self->dialog);
  g_object_unref (self->topics);
  g_free (self->taken);
  window_tear_down (&self->base, look);
}

/* What is offered, in its order */
static void
row_expect_offered (RowFixture *self, const char *expected)
{
  g_autoptr (GPtrArray) items = eye_look_all (self->row, TYPE_ITEM, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *label = eye_look (items->pdata[i], GTK_TYPE_LABEL, NULL);

      g_string_append_printf (names, "%s%s", i > 0 ? " | " : "", gtk_label_get_text (GTK_LABEL (label)));
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
row_expect_said (RowFixture *self, const char *english, ...)
{
  g_autofree char *problem = NULL, *format = NULL, *expected = NULL;
  va_list parts;

  va_start (parts, english);
  format = g_strdup (_ (english));
  expected = g_strdup_vprintf (format, parts);
  va_end (parts);
  problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                expected);
  if (problem)
    g_error ("It says “%s” and not “%s”.", problem, expected);
}

static void
row_press (RowFixture *self, const char *key)
{
  hand_press (self->dialog, key);
}

static void
test_typing_offers_what_fits_best_first (RowFixture *self, gconstpointer look)
{
  hand_fill (self->row, "podca");
  row_expect_offered (self, "Podcasts | Eigene Podcasts schneiden");
  row_expect_said (self, window_is_german () ? "Neues Thema, 2 zur Auswahl" : "New topic, 2 to choose from");
  hand_fill (self->row, "fuhr");
  row_expect_offered (self, "Führen");
  hand_fill (self->row, "netzw");
  row_expect_offered (self, "Podcasts");
}

static void
test_arrows_choose_and_enter_takes (RowFixture *self, gconstpointer look)
{
  hand_fill (self->row, "podca");
  row_press (self, "Down");
  row_press (self, "Down");
  row_expect_said (self, "%s, %u of %u", "Eigene Podcasts schneiden", 2, 2);
  row_press (self, "Up");
  row_press (self, "Return");
  g_assert_cmpstr (self->taken, ==, "Podcasts");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->row)), ==, "Podcasts");
  row_expect_offered (self, "");
  g_assert_cmpuint (self->n_taken, ==, 1);
}

static void
test_above_the_first_are_the_words_that_were_typed (RowFixture *self, gconstpointer look)
{
  hand_fill (self->row, "podca");
  row_press (self, "Down");
  row_press (self, "Up");
  row_press (self, "Return");
  g_assert_cmpstr (self->taken, ==, "podca");
}

static void
test_a_new_topic_is_said_and_taken (RowFixture *self, gconstpointer look)
{
  g_autofree char *label = g_strdup_printf (_ ("New topic: “%s”"), "Töpfern");

  hand_fill (self->row, "  Töpfern ");
  row_expect_offered (self, "");
  row_expect_said (self, "New topic");
  eye_find_label (self->row, label);
  row_press (self, "Return");
  g_assert_cmpstr (self->taken, ==, "Töpfern");
}

static void
test_a_click_takes_what_is_new (RowFixture *self, gconstpointer look)
{
  g_autofree char *label = g_strdup_printf (_ ("New topic: “%s”"), "Podcast");

  hand_fill (self->row, "Podcast");
  hand_click (gtk_widget_get_ancestor (eye_find (self->row, GTK_TYPE_LABEL, label), GTK_TYPE_BUTTON));
  g_assert_cmpstr (self->taken, ==, "Podcast");
}

static void
test_another_spelling_gives_the_topic_that_is_there (RowFixture *self, gconstpointer look)
{
  g_autofree char *label = g_strdup_printf (_ ("New topic: “%s”"), "GROSSE  RUNDEN");

  hand_fill (self->row, "GROSSE  RUNDEN");
  g_assert_null (eye_look (self->row, GTK_TYPE_LABEL, label));
  row_press (self, "Return");
  g_assert_cmpstr (self->taken, ==, "Große Runden");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->row)), ==, "Große Runden");
}

static void
test_a_click_takes_what_is_offered (RowFixture *self, gconstpointer look)
{
  hand_fill (self->row, "podca");
  hand_click (gtk_widget_get_ancestor (eye_find (self->row, GTK_TYPE_LABEL, "Eigene Podcasts schneiden"), TYPE_ITEM));
  g_assert_cmpstr (self->taken, ==, "Eigene Podcasts schneiden");
}

static void
test_escape_closes_what_is_offered_first (RowFixture *self, gconstpointer look)
{
  hand_fill (self->row, "podca");
  row_press (self, "Escape");
  row_expect_offered (self, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->row)), ==, "podca");
  g_assert_false (hand_try_key (self->dialog, "Escape"));
  row_press (self, "Return");
  g_assert_cmpstr (self->taken, ==, "podca");
}

static void
test_down_shows_all_topics (RowFixture *self, gconstpointer look)
{
  hand_click (self->row);
  row_expect_offered (self, "");
  row_press (self, "Down");
  row_expect_offered (self, "Eigene Podcasts schneiden | Führen | Große Runden | Podcasts");
  row_press (self, "Escape");
  window_click_on (self->row, "Show Topics");
  row_press (self, "Down");
  row_press (self, "Return");
  g_assert_cmpstr (self->taken, ==, "Eigene Podcasts schneiden");
}

static void
test_who_goes_on_is_left_alone (RowFixture *self, gconstpointer look)
{
  hand_fill (self->row, "podca");
  hand_click (eye_find (self->dialog, ADW_TYPE_ENTRY_ROW, "Other"));
  row_expect_offered (self, "");
  gtk_editable_set_text (GTK_EDITABLE (self->row), "Podcasts");
  eye_settle ();
  row_expect_offered (self, "");
  g_assert_cmpuint (self->n_taken, ==, 0);
}

static gboolean
has_width (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

static void
test_what_is_offered_fits_a_narrow_window (RowFixture *self, gconstpointer look)
{
  GtkWidget *list;

  eye_wait (has_width, self->row, "the row to have its place");
  hand_fill (self->row, "podca");
  list = eye_find (self->row, GTK_TYPE_LIST_VIEW, NULL);
  row_press (self, "Down");
  eye_wait (has_width, list, "the topics to have their place");
  g_assert_cmpint (gtk_widget_get_width (list), <=, gtk_widget_get_width (self->row));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->dialog)), <=, 360);
}

#define ROW_TEST_ADD(path, look, func) g_test_add (path, RowFixture, look, row_set_up, func, row_tear_down)

static void
add_tests (void)
{
  ROW_TEST_ADD ("/topic-row/offers-what-fits-best-first", NULL, test_typing_offers_what_fits_best_first);
  ROW_TEST_ADD ("/topic-row/arrows-choose-and-enter-takes", NULL, test_arrows_choose_and_enter_takes);
  ROW_TEST_ADD ("/topic-row/above-the-first-are-the-words", NULL, test_above_the_first_are_the_words_that_were_typed);
  ROW_TEST_ADD ("/topic-row/a-new-topic-is-said-and-taken", NULL, test_a_new_topic_is_said_and_taken);
  ROW_TEST_ADD ("/topic-row/a-click-takes-what-is-new", NULL, test_a_click_takes_what_is_new);
  ROW_TEST_ADD ("/topic-row/another-spelling", NULL, test_another_spelling_gives_the_topic_that_is_there);
  ROW_TEST_ADD ("/topic-row/a-click-takes-what-is-offered", NULL, test_a_click_takes_what_is_offered);
  ROW_TEST_ADD ("/topic-row/escape-closes-what-is-offered-first", NULL, test_escape_closes_what_is_offered_first);
  ROW_TEST_ADD ("/topic-row/down-shows-all", NULL, test_down_shows_all_topics);
  ROW_TEST_ADD ("/topic-row/who-goes-on-is-left-alone", NULL, test_who_goes_on_is_left_alone);
  ROW_TEST_ADD ("/topic-row/narrow", &narrow, test_what_is_offered_fits_a_narrow_window);
  ROW_TEST_ADD ("/topic-row/narrow-dark-large", &narrow_dark_large, test_what_is_offered_fits_a_narrow_window);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
