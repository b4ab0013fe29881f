/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-edit-label.h"
#include "app/common/tdm-strength.h"
#include "app/common/tdm-topic-row.h"
#include "app/people/tdm-interest-row.h"
#include "app/people/tdm-person-page.h"
#include "app/people/tdm-wish-row.h"
#include "edits/tdm-topic-edits.h"
#include "model/tdm-codes.h"
#include "model/tdm-need.h"
#include "workspace/tdm-workspace.h"

#include <stdlib.h>

/* What a person wants to learn, can pass on, likes and expects, as it is put down on their page */

static const WindowLook low = { .width = 900, .height = 560 };

#define MENTEE "Jörn Bönisch"
#define MENTOR "Vikram Groß-Lüttmann"
#define OF_MENTEE " JOIN person ON person.id = person WHERE name = '" MENTEE "'"
#define COUNT_NEEDS "SELECT count (*) FROM need" OF_MENTEE
#define COUNT_OFFERS "SELECT count (*) FROM offer" OF_MENTEE
#define LIST_INTERESTS "SELECT group_concat (title, '|') FROM interest" OF_MENTEE

static GtkWidget *
find_wish (WindowFixture *self, const char *title)
{
  g_autofree char *name = g_strdup_printf ("^%s[.] ", title);

  return eye_find (self->window, TDM_TYPE_WISH_ROW, name);
}

/* --- topics and interests ------------------------------------------------------- */

static void
type_topic (WindowFixture *self, const char *entry, const char *topic)
{
  window_fill (self->window, entry, topic);
  window_press (self, "Return");
}

static void
test_topics_are_typed_one_after_the_other (WindowFixture *self, gconstpointer data)
{
  window_open_person (self, MENTEE);
  window_expect_answer (self, COUNT_NEEDS, "4");
  type_topic (self, "Add a topic to learn", "Podcasts");
  find_wish (self, "Podcasts");
  type_topic (self, "Add a topic to learn", "Straßenkunst");
  find_wish (self, "Straßenkunst");
  type_topic (self, "Add a topic to pass on", "STRASSENKUNST");
  window_expect_answer (self, COUNT_NEEDS, "6");
  window_expect_answer (self, "SELECT group_concat (title) FROM topic JOIN offer ON topic = topic.id" OF_MENTEE
                              " AND noted_on = '2026-07-14' AND strength = 2 AND source = 'self'", "Straßenkunst");
  window_expect_answer (self, "SELECT count (*) FROM topic WHERE title IN ('Podcasts', 'Straßenkunst')", "2");
}

static void
test_a_topic_typed_again_is_said (WindowFixture *self, gconstpointer data)
{
  g_autofree char *format = window_word ("“%s” is in the list already.");
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv ("Podcasts", parts);

  window_open_person (self, MENTEE);
  type_topic (self, "Add a topic to learn", "Podcasts");
  find_wish (self, "Podcasts");
  type_topic (self, "Add a topic to learn", " podcasts");
  eye_find_label (self->window, text);
  window_expect_answer (self, COUNT_NEEDS, "5");
}

/* What the list has is not offered for it once more; the other list may still take it. */
static void
test_what_is_in_the_list_is_not_offered (WindowFixture *self, gconstpointer data)
{
  GtkWidget *learn, *pass_on;

  window_open_person (self, MENTEE);
  type_topic (self, "Add a topic to learn", "Podcasts");
  find_wish (self, "Podcasts");
  learn = window_find (self->window, TDM_TYPE_TOPIC_ROW, "Add a topic to learn");
  hand_fill (learn, "podc");
  g_assert_null (eye_look (learn, GTK_TYPE_LABEL, "Podcasts"));
  window_press (self, "Escape");
  pass_on = window_find (self->window, TDM_TYPE_TOPIC_ROW, "Add a topic to pass on");
  hand_fill (pass_on, "podc");
  eye_find (pass_on, GTK_TYPE_LABEL, "Podcasts");
}

/* Nothing is drawn across the round corners at its end. */
static void
test_a_list_ends_with_its_last_row (WindowFixture *self, gconstpointer data)
{
  static const char *const types[] = { "TdmWishRow", "TdmInterestRow" };

  window_open_person (self, MENTEE);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *first = eye_find (self->window, g_type_from_name (types[i]), NULL), *last = NULL;
      GtkBorder border;

      for (GtkWidget *row = first; row; row = gtk_widget_get_next_sibling (row))
        if (GTK_IS_LIST_BOX_ROW (row))
          last = row;
      g_assert_true (last != first);
      gtk_style_context_get_border (gtk_widget_get_style_context (first), &border);
      g_assert_cmpint (border.bottom, ==, 1);
      gtk_style_context_get_border (gtk_widget_get_style_context (last), &border);
      g_assert_cmpint (border.bottom, ==, 0);
    }
}

/* A new row pushes the entry down, and in a low window out of it. */
static void
test_the_entry_is_seen_after_each_topic (WindowFixture *self, gconstpointer data)
{
  GtkWidget *entry;

  window_open_person (self, MENTEE);
  entry = window_find (self->window, TDM_TYPE_TOPIC_ROW, "Add a topic to learn");
  hand_fill (entry, "");
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Podcasts %d", i);

      gtk_editable_set_text (GTK_EDITABLE (entry), title);
      window_press (self, "Return");
      find_wish (self, title);
      window_settle (self);
      eye_wait (eye_is_shown, entry, "the entry for the next topic");
    }
}

static void
test_what_was_typed_is_undone_and_redone (WindowFixture *self, gconstpointer data)
{
  window_open_person (self, MENTEE);
  type_topic (self, "Add a topic to learn", "Podcasts");
  find_wish (self, "Podcasts");
  window_press (self, "<Control>z");
  eye_wait_gone (self->window, TDM_TYPE_WISH_ROW, "^Podcasts");
  window_expect_answer (self, "SELECT (SELECT count (*) FROM topic WHERE title = 'Podcasts') || (" COUNT_NEEDS ")",
                        "04");
  window_press (self, "<Control><Shift>z");
  find_wish (self, "Podcasts");
  window_expect_answer (self, "SELECT (SELECT count (*) FROM topic WHERE title = 'Podcasts') || (" COUNT_NEEDS ")",
                        "15");
}

static void
show_mentor_cb (WindowFixture *self)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GListModel *people = tdm_workspace_get_people (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TdmPerson) person = g_list_model_get_item (people, i);

      if (g_str_equal (tdm_person_get_name (person), MENTOR))
        gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-person", "s",
                                    tdm_record_get_uid (TDM_RECORD (person)));
    }
}

/* What could not be added is no word about the next person, to whose page one has gone on meanwhile. */
static void
test_what_fails_is_not_said_of_another (WindowFixture *self, gconstpointer data)
{
  window_open_person (self, MENTEE);
  type_topic (self, "Add a topic to learn", "Podcasts");
  find_wish (self, "Podcasts");
  g_signal_connect_data (window_find (self->window, TDM_TYPE_TOPIC_ROW, "Add a topic to learn"), "taken",
                         G_CALLBACK (show_mentor_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  type_topic (self, "Add a topic to learn", "podcasts");
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, MENTOR);
  window_settle (self);
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (window_find (self->window, GTK_TYPE_EDITABLE, "Add a topic to learn"))),
                   ==, "");
}

/* Where topics are brought together, the row says the one that is left, by each name it gets. */
static void
test_a_topic_that_was_brought_together (WindowFixture *self, gconstpointer data)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GListModel *topics = tdm_workspace_get_topics (workspace);
  TdmTopic *into =
    window_ask_record (self, topics, "SELECT uid FROM topic WHERE id NOT IN (SELECT topic FROM need JOIN person ON "
                                     "person.id = person WHERE name = '" MENTEE "') LIMIT 1");

  window_open_person (self, MENTEE);
  type_topic (self, "Add a topic to learn", "Podcasts");
  find_wish (self, "Podcasts");
  window_commit (self, tdm_topic_edits_merge (tdm_topic_edits_find (topics, "Podcasts"), into,
                                              tdm_workspace_get_pairs (workspace)));
  find_wish (self, tdm_topic_get_title (into));
  window_commit (self, tdm_topic_edits_change (into, topics, "Good podcasts", ""));
  find_wish (self, "Good podcasts");
}

/* Enter on a line in which nothing stands leads to the next. */
static void
test_an_empty_line_leads_on (WindowFixture *self, gconstpointer data)
{
  static const char *const lines[] = { "Add a topic to learn", "Add a topic to pass on", "Add an interest" };

  window_open_person (self, MENTEE);
  gtk_widget_grab_focus (window_find (self->window, GTK_TYPE_EDITABLE, lines[0]));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *line = window_find (self->window, GTK_TYPE_EDITABLE, lines[i]);
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

      g_assert_true (focus == line || gtk_widget_is_ancestor (focus, line));
      if (i + 1 < G_N_ELEMENTS (lines))
        window_press (self, "Return");
    }
}

#define ASK_STRENGTH "SELECT strength FROM need JOIN topic ON topic.id = topic WHERE title = 'Podcasts'"

static void
test_a_topic_is_weighed_by_click_and_key (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) marks = NULL;
  GtkWidget *row;

  window_open_person (self, MENTEE);
  type_topic (self, "Add a topic to learn", "Podcasts");
  row = find_wish (self, "Podcasts");
  marks = eye_look_all (eye_find (row, TDM_TYPE_STRENGTH, NULL), GTK_TYPE_BUTTON, NULL);
  g_assert_cmpuint (marks->len, ==, 3);
  hand_click (marks->pdata[2]);
  window_expect_answer (self, ASK_STRENGTH, "3");
  gtk_widget_grab_focus (find_wish (self, "Podcasts"));
  window_press (self, "1");
  window_expect_answer (self, ASK_STRENGTH, "1");
}

static void
test_where_a_topic_comes_from_is_changed (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_open_person (self, MENTEE);
  type_topic (self, "Add a topic to learn", "Podcasts");
  gtk_widget_grab_focus (find_wish (self, "Podcasts"));
  window_press (self, "F2");
  dialog = eye_find_window ("Podcasts");
  hand_choose (window_find (dialog, ADW_TYPE_COMBO_ROW, "Source"), tdm_code_get_title (tdm_need_source_get_type (),
                                                                                       TDM_NEED_SOURCE_MANAGER));
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Need changed");
  window_expect_answer (self,
                        "SELECT source || noted_on FROM need JOIN topic ON topic.id = topic WHERE title = 'Podcasts'",
                        "manager2026-07-14");
}

static void
test_a_topic_is_removed_by_key (WindowFixture *self, gconstpointer data)
{
  window_open_person (self, MENTEE);
  type_topic (self, "Add a topic to pass on", "Podcasts");
  gtk_widget_grab_focus (find_wish (self, "Podcasts"));
  window_press (self, "Delete");
  window_wait_toast (self, "Offer removed");
  window_expect_answer (self, COUNT_OFFERS, "3");
  window_press (self, "<Control>z");
  find_wish (self, "Podcasts");
  window_expect_answer (self, COUNT_OFFERS, "4");
}

static void
test_interests (WindowFixture *self, gconstpointer data)
{
  GtkWidget *row;

  window_open_person (self, MENTEE);
  while ((row = eye_look (self->window, TDM_TYPE_INTEREST_ROW, NULL)))
    {
      g_autofree char *name = eye_name (row);

      hand_click (eye_find (row, GTK_TYPE_BUTTON, NULL));
      eye_wait_gone (self->window, TDM_TYPE_INTEREST_ROW, name);
    }
  type_topic (self, "Add an interest", "Chess");
  row = eye_find (self->window, TDM_TYPE_INTEREST_ROW, "Chess");
  type_topic (self, "Add an interest", "CHESS");
  type_topic (self, "Add an interest", "Gardens");
  eye_find (self->window, TDM_TYPE_INTEREST_ROW, "Gardens");
  window_expect_answer (self, LIST_INTERESTS, "Chess|Gardens");
  gtk_widget_activate_action (row, "interest.remove", NULL);
  window_expect_answer (self, LIST_INTERESTS, "Gardens");
}

#define ASK_MOTIVES "SELECT motives LIKE '%giveback%' FROM participation" OF_MENTEE " ORDER BY participation.id LIMIT 1"

static void
test_a_motive_is_ticked (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = window_ask (self, ASK_MOTIVES);
  GtkWidget *check;

  window_open_person (self, MENTEE);
  check =
    eye_find (self->window, GTK_TYPE_CHECK_BUTTON, tdm_code_get_title (tdm_motive_get_type (), TDM_MOTIVE_GIVEBACK));
  g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)), ==, atoi (before));
  hand_click (check);
  window_expect_answer (self, ASK_MOTIVES, atoi (before) ? "0" : "1");
  window_press (self, "<Control>z");
  window_expect_answer (self, ASK_MOTIVES, before);
  g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)), ==, atoi (before));
}

static void
test_a_participation_is_changed (WindowFixture *self, gconstpointer data)
{
  g_autofree char *round = window_ask (self, "SELECT title FROM round JOIN participation ON round.id = round" OF_MENTEE
                                             " ORDER BY participation.id LIMIT 1");
  g_autofree char *format = window_word ("Edit “%s”…");
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *edit = g_strjoinv (round, parts);
  GtkWindow *dialog;

  window_open_person (self, MENTEE);
  hand_click_on (self->window, GTK_TYPE_BUTTON, edit);
  dialog = eye_find_window (MENTEE);
  hand_fill (eye_find (dialog, GTK_TYPE_TEXT_VIEW, NULL), "To hear\nwhat others think");
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Participation changed");
  eye_find (self->window, GTK_TYPE_LABEL, "To hear\nwhat others think");
  window_expect_answer (self, "SELECT count (*) FROM participation" OF_MENTEE " AND expectations LIKE 'To hear%think'",
                        "1");
}

/* --- many people ----------------------------------------------------------------------- */

/* Twenty people are typed in without a hand leaving the keys. */
static void
test_people_are_typed_in_by_keyboard_alone (WindowFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Carla Ünal", "Dora O'Neill, MBA" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWindow *dialog;

      window_press (self, "<Control><Shift>n");
      dialog = window_find_window ("New Person");
      /* What is typed goes where the focus is. */
      gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (dialog)), names[i]);
      hand_press (dialog, "Return");
      window_wait_at (self, TDM_TYPE_PERSON_PAGE, names[i]);
      eye_settle ();
      gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self->window))), "Podcasts");
      window_press (self, "Return");
      find_wish (self, "Podcasts");
      window_press (self, "Return");
      gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self->window))), "Chess problems");
      window_press (self, "Return");
      find_wish (self, "Chess problems");
    }
  window_expect_answer (self, "SELECT count (*) FROM person JOIN need ON need.person = person.id JOIN offer ON "
                              "offer.person = person.id WHERE name IN ('Carla Ünal', 'Dora O''Neill, MBA')", "2");
  window_expect_answer (self, "SELECT count (*) FROM topic WHERE title IN ('Podcasts', 'Chess problems')", "2");
}

/* --- undone and redone ----------------------------------------------------------------- */

/* All that the page can change of a person */
#define DUMP                                                                                                           \
  "SELECT quote ((SELECT group_concat (need.topic || strength || source || noted_on) FROM need" OF_MENTEE ")) || "    \
  "quote ((SELECT group_concat (offer.topic || strength || source || noted_on) FROM offer" OF_MENTEE ")) || "         \
  "quote ((SELECT group_concat (title) FROM interest" OF_MENTEE ")) || "                                              \
  "quote ((SELECT group_concat (motives || expectations) FROM participation" OF_MENTEE ")) || "                       \
  "quote ((SELECT name || email || job_title || level || quote (assistant) || quote (reports_to) FROM person WHERE "  \
  "name = '" MENTEE "'))"

static GtkWidget *
find_first (WindowFixture *self, GType type)
{
  return eye_find (self->window, type, NULL);
}

static void
add_need (WindowFixture *self)
{
  type_topic (self, "Add a topic to learn", "Podcasts");
}

static void
add_offer (WindowFixture *self)
{
  type_topic (self, "Add a topic to pass on", "Podcasts");
}

static void
weigh_need (WindowFixture *self)
{
  gtk_widget_activate_action (find_first (self, TDM_TYPE_WISH_ROW), "wish.set-strength", "i", 1);
}

static void
remove_need (WindowFixture *self)
{
  gtk_widget_activate_action (find_first (self, TDM_TYPE_WISH_ROW), "wish.remove", NULL);
}

static void
add_interest (WindowFixture *self)
{
  type_topic (self, "Add an interest", "Chess problems");
}

static void
rename_interest (WindowFixture *self)
{
  GtkWidget *title = eye_find (find_first (self, TDM_TYPE_INTEREST_ROW), TDM_TYPE_EDIT_LABEL, NULL);

  tdm_edit_label_start (TDM_EDIT_LABEL (title));
  hand_fill (eye_find (title, GTK_TYPE_TEXT, NULL), "Gardens");
  window_press (self, "Return");
}

static void
remove_interest (WindowFixture *self)
{
  gtk_widget_activate_action (find_first (self, TDM_TYPE_INTEREST_ROW), "interest.remove", NULL);
}

static void
tick_motive (WindowFixture *self)
{
  hand_click (find_first (self, GTK_TYPE_CHECK_BUTTON));
}

static void
change_job (WindowFixture *self)
{
  GtkWindow *dialog;

  window_click_on (self->window, "Edit…");
  dialog = window_find_window ("Edit Person");
  window_fill (dialog, "Job title", "Chief");
  window_click_on (dialog, "_Save");
}

static char *
wait_for_another (WindowFixture *self, const char *dump)
{
  char *now = window_ask (self, DUMP);

  for (guint i = 0; i < 100 && g_str_equal (now, dump); i++)
    {
      g_free (now);
      now = window_ask (self, DUMP);
    }
  return now;
}

static void
test_every_change_is_undone_and_redone (WindowFixture *self, gconstpointer data)
{
  static void (*const verbs[]) (WindowFixture * self) = {
    add_need,        add_offer,       weigh_need,  remove_need, add_interest,
    rename_interest, remove_interest, tick_motive, change_job,
  };

  window_open_person (self, MENTEE);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *before = window_ask (self, DUMP);
      g_autofree char *after = NULL, *undone = NULL, *redone = NULL;

      verbs[i] (self);
      after = wait_for_another (self, before);
      g_assert_cmpstr (after, !=, before);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo-toast", NULL);
      undone = wait_for_another (self, after);
      g_assert_cmpstr (undone, ==, before);
      gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.redo", NULL);
      redone = wait_for_another (self, undone);
      g_assert_cmpstr (redone, ==, after);
    }
}

/* --- many topics ---------------------------------------------------------------------------- */

/* A page with many topics opens as quickly as one with few: the rest comes when it is asked for. */
static void
test_many_topics_begin_with_a_few (WindowFixture *self, gconstpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Topics added");
  GtkWidget *page = window_open_person (self, MENTEE);
  g_autofree char *format = window_word ("Show All (%u)");
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);
  g_autofree char *all = g_strjoinv ("204", parts);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Made-up topic %u", i);
      TdmRecord *topic = tdm_edit_insert (edit, TDM_TYPE_TOPIC), *need = tdm_edit_insert (edit, TDM_TYPE_NEED);

      tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
      tdm_record_set_link (need, TDM_NEED_PERSON, tdm_person_page_get_person (TDM_PERSON_PAGE (page)));
      tdm_record_set_link (need, TDM_NEED_TOPIC, topic);
      tdm_record_set_integer (need, TDM_NEED_STRENGTH, 1);
    }
  window_commit (self, g_steal_pointer (&edit));
  window_find (page, GTK_TYPE_LABEL, "Wants to Learn");
  eye_find (page, GTK_TYPE_BUTTON, all);
  rows = eye_look_all (page, TDM_TYPE_WISH_ROW, NULL);
  g_assert_cmpuint (rows->len, ==, 20 + 3);
  hand_click_on (page, GTK_TYPE_BUTTON, all);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = eye_look_all (page, TDM_TYPE_WISH_ROW, NULL);
  g_assert_cmpuint (rows->len, ==, 204 + 3);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/profile/topics-are-typed-one-after-the-other", NULL, test_topics_are_typed_one_after_the_other);
  WINDOW_TEST_ADD ("/profile/what-is-in-the-list-is-not-offered", NULL, test_what_is_in_the_list_is_not_offered);
  WINDOW_TEST_ADD ("/profile/the-entry-is-seen-after-each-topic", &low, test_the_entry_is_seen_after_each_topic);
  WINDOW_TEST_ADD ("/profile/a-list-ends-with-its-last-row", NULL, test_a_list_ends_with_its_last_row);
  WINDOW_TEST_ADD ("/profile/a-topic-typed-again-is-said", NULL, test_a_topic_typed_again_is_said);
  WINDOW_TEST_ADD ("/profile/what-was-typed-is-undone-and-redone", NULL, test_what_was_typed_is_undone_and_redone);
  WINDOW_TEST_ADD ("/profile/what-fails-is-not-said-of-another", NULL, test_what_fails_is_not_said_of_another);
  WINDOW_TEST_ADD ("/profile/a-topic-that-was-brought-together", NULL, test_a_topic_that_was_brought_together);
  WINDOW_TEST_ADD ("/profile/an-empty-line-leads-on", NULL, test_an_empty_line_leads_on);
  WINDOW_TEST_ADD ("/profile/a-topic-is-weighed-by-click-and-key", NULL, test_a_topic_is_weighed_by_click_and_key);
  WINDOW_TEST_ADD ("/profile/where-a-topic-comes-from-is-changed", NULL, test_where_a_topic_comes_from_is_changed);
  WINDOW_TEST_ADD ("/profile/a-topic-is-removed-by-key", NULL, test_a_topic_is_removed_by_key);
  WINDOW_TEST_ADD ("/profile/interests", NULL, test_interests);
  WINDOW_TEST_ADD ("/profile/a-motive-is-ticked", NULL, test_a_motive_is_ticked);
  WINDOW_TEST_ADD ("/profile/a-participation-is-changed", NULL, test_a_participation_is_changed);
  WINDOW_TEST_ADD ("/profile/people-are-typed-in-by-keyboard-alone", NULL, test_people_are_typed_in_by_keyboard_alone);
  WINDOW_TEST_ADD ("/profile/every-change-is-undone-and-redone", NULL, test_every_change_is_undone_and_redone);
  WINDOW_TEST_ADD ("/profile/many-topics-begin-with-a-few", NULL, test_many_topics_begin_with_a_few);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
