/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-strength.h"
#include "app/common/tdm-zone-row.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/pairs/tdm-person-panel.h"
#include "app/people/tdm-person-page.h"
#include "app/people/tdm-person-row.h"
#include "app/people/tdm-wish-row.h"
#include "app/words/tdm-person-words.h"

#include <glib/gstdio.h>

/* The page of a person: contact and work, the way there and back, and how it looks */

#define MENTEE "Jörn Bönisch"
#define MENTOR "Vikram Groß-Lüttmann"

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook dark = { .is_dark = TRUE };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

/* --- contact and work --------------------------------------------------------------- */

/* The row itself has the focus, not a button in it, which would leave no key for the page. */
static void
test_list_leads_to_a_person_by_keyboard (WindowFixture *self, gconstpointer data)
{
  GtkWidget *list, *focus, *page;

  window_press (self, "<Alt>2");
  list = gtk_widget_get_ancestor (eye_find (self->window, TDM_TYPE_PERSON_ROW, NULL), GTK_TYPE_LIST_VIEW);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (gtk_widget_is_ancestor (focus, list));
  gtk_widget_activate (focus);
  page = eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
  g_assert_nonnull (tdm_person_page_get_person (TDM_PERSON_PAGE (page)));
}

/* A hyphen at the end of a line would be one of the address. */
static void
test_an_address_gets_no_hyphens (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page = window_open_person (self, MENTEE);
  GtkLabel *label = GTK_LABEL (eye_find (page, GTK_TYPE_LABEL, "^[^ ]+@[^ ]+$"));
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  PangoAttrIterator *iterator;
  PangoAttribute *hyphens;

  g_assert_nonnull (attributes);
  iterator = pango_attr_list_get_iterator (attributes);
  hyphens = pango_attr_iterator_get (iterator, PANGO_ATTR_INSERT_HYPHENS);
  g_assert_nonnull (hyphens);
  g_assert_false (pango_attribute_as_int (hyphens)->value);
  pango_attr_iterator_destroy (iterator);
}

static GtkWindow *
open_form (WindowFixture *self, const char *name)
{
  GtkWidget *page = window_open_person (self, name);

  window_click_on (page, "Edit…");
  return window_find_window ("Edit Person");
}

typedef struct
{
  GtkWidget *row;
  const char *text;
  GType within; /* the list that is open, or the row */
} Choice;

static gboolean
choice_is_whole (gpointer data)
{
  const Choice *self = data;
  g_autoptr (GPtrArray) labels = eye_look_all (self->row, GTK_TYPE_LABEL, self->text);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = labels->pdata[i];
      gboolean is_in_list = gtk_widget_get_ancestor (label, GTK_TYPE_POPOVER) != NULL;

      if (is_in_list == (self->within == GTK_TYPE_POPOVER) && gtk_widget_get_width (label) > 0)
        return eye_is_whole (label);
    }
  return FALSE;
}

/* The longest of them in German is a line of thirty letters. */
static void
test_the_level_is_not_cut_off (WindowFixture *self, gconstpointer data)
{
  Choice choice = { .row = window_find (open_form (self, MENTEE), ADW_TYPE_COMBO_ROW, "Level") };

  for (int level = 1; level <= 7; level++)
    {
      choice.text = tdm_person_words_level (level);
      choice.within = ADW_TYPE_COMBO_ROW;
      hand_choose (choice.row, choice.text);
      eye_wait (choice_is_whole, &choice, choice.text);
    }
  choice.within = GTK_TYPE_POPOVER;
  hand_click (choice.row);
  for (int level = 1; level <= 7; level++)
    {
      choice.text = tdm_person_words_level (level);
      eye_wait (choice_is_whole, &choice, choice.text);
    }
}

static void
test_work_is_changed (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_form (self, MENTEE);

  window_fill (dialog, "Job title", "Chief & <b>more</b>");
  hand_choose (window_find (dialog, ADW_TYPE_COMBO_ROW, "Level"), tdm_person_words_level (7));
  hand_click (window_find (dialog, GTK_TYPE_SWITCH, "Publicly known"));
  window_choose_in_row (dialog, "Assistant", MENTOR);
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Person changed");
  window_expect_answer (
    self,
    "SELECT person.job_title || ' ' || person.level || ' ' || person.publicly_known || ' ' || other.name "
    "FROM person JOIN person other ON other.id = person.assistant WHERE person.name = '" MENTEE "'",
    "Chief & <b>more</b> 7 1 " MENTOR);
  eye_find (self->window, GTK_TYPE_LABEL, tdm_person_words_level (7));
  eye_find (self->window, GTK_TYPE_LABEL, MENTOR);
  window_press (self, "<Control>z");
  eye_wait_gone (self->window, GTK_TYPE_LABEL, tdm_person_words_level (7));
}

#define LANGUAGES_OF_MENTEE "SELECT languages FROM person WHERE name = '" MENTEE "'"

/* In which language messages to somebody are written is chosen, and the form says that this is what it decides; what
 * else was noted of the languages of the person stays. */
static void
test_the_language_of_messages_is_chosen (WindowFixture *self, gconstpointer data)
{
  GListModel *people = tdm_workspace_get_people (tdm_window_get_workspace (self->window));
  TdmRecord *person = window_ask_record (self, people, "SELECT uid FROM person WHERE name = '" MENTEE "'");
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (person);
  GtkWindow *dialog;
  GtkWidget *row;
  g_autofree char *usual = g_strdup_printf (window_say ("As the programme: %s", "Wie das Programm: %s"),
                                            window_say ("English", "Deutsch"));

  tdm_record_set_text (draft, TDM_PERSON_LANGUAGES, "de, fr, en");
  window_commit (self, tdm_edit_new_save (draft));
  dialog = open_form (self, MENTEE);
  row = window_find (dialog, ADW_TYPE_COMBO_ROW, "Language of messages");
  window_find (dialog, GTK_TYPE_LABEL,
               "Messages to this person are written in this language, with the hours of this time zone.");
  hand_choose (row, window_say ("English", "Englisch"));
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Person changed");
  window_expect_answer (self, LANGUAGES_OF_MENTEE, "en, de, fr");
  eye_find (self->window, GTK_TYPE_LABEL, window_say ("English, German, fr", "Englisch, Deutsch, fr"));

  dialog = open_form (self, MENTEE);
  row = window_find (dialog, ADW_TYPE_COMBO_ROW, "Language of messages");
  hand_choose (row, usual);
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Person changed");
  window_expect_answer (self, LANGUAGES_OF_MENTEE, "fr");
}

/* The manager cannot come to report to somebody below. */
static void
test_a_circle_of_managers_is_said_at_once (WindowFixture *self, gconstpointer data)
{
  g_autofree char *manager =
    window_ask (self, "SELECT name FROM person WHERE id = (SELECT reports_to FROM person WHERE "
                      "name = '" MENTEE "')");
  GtkWindow *dialog = open_form (self, manager);

  window_choose_in_row (dialog, "Reports to", MENTEE);
  eye_find (dialog, GTK_TYPE_LABEL, window_is_german () ? "^" MENTEE " berichtet bereits" : "^" MENTEE " reports to");
  g_assert_false (gtk_widget_is_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Save")));
}

static void
test_the_zone_is_said_by_its_city (WindowFixture *self, gconstpointer data)
{
  g_autofree char *name = window_ask (self, "SELECT name FROM person WHERE zone = 'Europe/Berlin' LIMIT 1");
  g_autofree char *other = window_ask (self, "SELECT name FROM person WHERE zone = '' LIMIT 1");
  GtkWindow *dialog;

  eye_find_label (window_open_person (self, name), window_say ("Berlin, Europe", "Berlin, Europa"));
  dialog = open_form (self, other);
  eye_find_label (dialog, window_say ("As the programme: Berlin, Europe", "Wie das Programm: Berlin, Europa"));
}

/* What the change of another row leaves as it is keeps the focus. */
static void
test_a_change_elsewhere_keeps_the_focus (WindowFixture *self, gconstpointer data)
{
  g_autofree char *manager =
    window_ask (self, "SELECT name FROM person WHERE id = (SELECT reports_to FROM person WHERE "
                      "name = '" MENTEE "')");
  TdmPersonPage *page = TDM_PERSON_PAGE (window_open_person (self, MENTEE));
  GtkWidget *row = gtk_widget_get_ancestor (eye_find (page, GTK_TYPE_LABEL, manager), GTK_TYPE_LIST_BOX_ROW);
  TdmRecord *draft = tdm_record_new_draft (TDM_RECORD (tdm_person_page_get_person (page)));

  g_assert_true (gtk_widget_grab_focus (row));
  tdm_record_set_text (draft, TDM_PERSON_JOB_TITLE, "Chief");
  window_commit (self, tdm_edit_new_save (draft));
  g_object_unref (draft);
  eye_find (page, GTK_TYPE_LABEL, "^Chief");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == row);
}

/* --- the way there and back ------------------------------------------------------- */

static void
test_from_a_tandem_there_and_back (WindowFixture *self, gconstpointer data)
{
  g_autofree char *format = window_word ("Profile of %s");
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *profile = g_strjoinv (MENTEE, parts);
  GtkWidget *row;

  window_open_tandem (self, "Bönisch");
  hand_click_on (self->window, GTK_TYPE_BUTTON, profile);
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, MENTEE);
  row = gtk_widget_get_ancestor (eye_find (self->window, GTK_TYPE_LABEL, window_is_german () ? "^Lernt von Vikram"
                                                                                               : "^Learns from Vikram"),
                                 GTK_TYPE_LIST_BOX_ROW);
  hand_click (row);
  eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  window_press (self, "<Alt>Left");
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, MENTEE);
  window_press (self, "<Alt>Left");
  eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  window_press (self, "<Alt>Left");
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
}

/* All that is said of a person there leads to their page, not the picture alone. */
static void
test_a_click_on_a_person_of_a_tandem (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, "Bönisch");
  hand_click (eye_find (self->window, TDM_TYPE_PERSON_PANEL, NULL));
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, MENTEE);
}

static void
test_from_one_person_to_another (WindowFixture *self, gconstpointer data)
{
  g_autofree char *manager =
    window_ask (self, "SELECT name FROM person WHERE id = (SELECT reports_to FROM person WHERE "
                      "name = '" MENTEE "')");
  GtkWidget *page = window_open_person (self, MENTEE);
  GtkWidget *scroller = eye_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  hand_click (gtk_widget_get_ancestor (eye_find (page, GTK_TYPE_LABEL, manager), GTK_TYPE_LIST_BOX_ROW));
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, manager);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0);
  window_press (self, "<Alt>Left");
  window_wait_at (self, TDM_TYPE_PERSON_PAGE, MENTEE);
  window_press (self, "<Alt>2");
  eye_find (self->window, TDM_TYPE_PERSON_ROW, NULL);
  /* The page of the sidebar is a start: nothing is behind it. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
  eye_settle ();
  eye_find (self->window, TDM_TYPE_PERSON_ROW, NULL);
}

/* It is said where, and that is one click away. */
static void
test_who_is_needed_is_not_removed (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page = window_open_person (self, MENTEE);
  GtkWindow *dialog;

  gtk_widget_activate_action (page, "person.remove", NULL);
  dialog = window_find_window ("Still Needed");
  eye_find (dialog, GTK_TYPE_LABEL, window_is_german () ? "^" MENTEE " gehört zu Tandems und ihrem Verlauf: "
                                                        : "^" MENTEE " belongs to tandems and their history: ");
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name = '" MENTEE "'", "1");
  hand_click (eye_find (dialog, ADW_TYPE_ACTION_ROW, NULL));
  eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
}

/* No line of what is in the way is cut while the window has room. */
static void
test_what_is_in_the_way_is_read_in_full (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page, *list;
  GtkAdjustment *rows;

  window_close (self);
  window_alter (self, "UPDATE person SET name = 'Dr. Marlene Hoffmann-Wiegand' WHERE name = '" MENTEE "'");
  window_open_again (self, NULL);
  page = window_open_person (self, "Dr. Marlene Hoffmann-Wiegand");
  gtk_widget_activate_action (page, "person.remove", NULL);
  list = eye_find (window_find_window ("Still Needed"), GTK_TYPE_LIST_BOX, NULL);
  window_settle (self);
  rows = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpfloat (gtk_adjustment_get_page_size (rows), >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (rows), <=, gtk_adjustment_get_page_size (rows));
}

static void
test_a_person_that_is_gone_is_left (WindowFixture *self, gconstpointer data)
{
  g_autofree char *name = window_ask (self, "SELECT name FROM person WHERE id NOT IN (SELECT mentee FROM pair UNION "
                                            "SELECT mentor FROM pair) LIMIT 1");
  g_autofree char *question = g_strdup_printf ("SELECT count (*) FROM person WHERE name = '%s'", name);
  GtkWidget *page;

  window_press (self, "<Alt>2");
  page = window_open_person (self, name);
  gtk_widget_activate_action (page, "person.remove", NULL);
  window_wait_toast (self, "Person removed");
  eye_find (self->window, TDM_TYPE_PERSON_ROW, NULL);
  window_expect_answer (self, question, "0");
}

/* --- a file that can only be read -------------------------------------------------------- */

static void
test_what_can_only_be_read_is_shown (WindowFixture *self, gconstpointer data)
{
  static const char *const lines[] = { "Add a topic to learn", "Add a topic to pass on", "Add an interest" };
  GtkWidget *page;
  GtkWidget *row;
  int held = window_open_held (self);

  page = window_open_person (self, MENTEE);
  row = eye_find (self->window, TDM_TYPE_WISH_ROW, "^.+[.] ");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_false (window_shows (page, GTK_TYPE_EDITABLE, lines[i]));
  g_assert_false (gtk_widget_is_sensitive (eye_find (row, TDM_TYPE_STRENGTH, NULL)));
  g_assert_false (gtk_widget_is_sensitive (window_find (page, GTK_TYPE_BUTTON, "Edit…")));
  g_assert_false (gtk_widget_is_sensitive (eye_find (page, GTK_TYPE_CHECK_BUTTON, NULL)));
  g_close (held, NULL);
}

/* What is wrong with the file may show only when what is known of a person is read. */
static void
test_what_is_found_altered_is_shown (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page, *row;

  window_settle (self);
  window_alter (self, "UPDATE need SET source = 'frozen' WHERE id = (SELECT max (need.id) FROM need JOIN person ON "
                      "person.id = person WHERE name = '" MENTEE "')");
  page = window_open_person (self, MENTEE);
  window_wait_gone (page, GTK_TYPE_EDITABLE, "Add a topic to learn");
  window_wait_gone (page, GTK_TYPE_EDITABLE, "Add an interest");
  row = eye_find (page, TDM_TYPE_WISH_ROW, "^.+[.] ");
  g_assert_false (gtk_widget_is_sensitive (eye_find (row, TDM_TYPE_STRENGTH, NULL)));
  g_assert_false (gtk_widget_is_sensitive (window_find (page, GTK_TYPE_BUTTON, "Edit…")));
  g_assert_false (gtk_widget_is_sensitive (eye_find (page, GTK_TYPE_CHECK_BUTTON, NULL)));
}

/* --- looks --------------------------------------------------------------------------- */

static void
test_fits (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page = window_open_person (self, MENTEE);

  eye_find (self->window, TDM_TYPE_WISH_ROW, "^.+[.] ");
  g_assert_true (eye_is_shown (window_find (page, GTK_TYPE_BUTTON, "Back")));
  window_expect_size (self, data);
}

static float
find_middle (GtkWidget *page, const char *heading)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (window_find (page, GTK_TYPE_LABEL, heading), page, &bounds));
  return bounds.origin.y + bounds.size.height / 2;
}

static void
test_headings_stand_on_one_line (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page = window_open_person (self, MENTEE);

  g_assert_cmpfloat (find_middle (page, "Wants to Learn"), ==, find_middle (page, "Can Pass On"));
  g_assert_cmpfloat_with_epsilon (find_middle (page, "Interests"), find_middle (page, "Contact and Work"), 1);
}

/* A row that is cut off says that there are more. */
static gboolean
shows_that_there_are_more (gpointer popover)
{
  GtkWidget *scrolled = eye_look (popover, GTK_TYPE_SCROLLED_WINDOW, NULL);
  g_autoptr (GPtrArray) rows = eye_look_all (popover, g_type_from_name ("GtkListItemWidget"), NULL);
  float height = scrolled ? gtk_widget_get_height (scrolled) : 0;

  for (guint i = 0; i < rows->len; i++)
    {
      graphene_rect_t place;

      if (gtk_widget_compute_bounds (rows->pdata[i], scrolled, &place) && place.origin.y < height - 12 &&
          place.origin.y + place.size.height > height + 12)
        return TRUE;
    }
  return FALSE;
}

static void
test_a_list_of_people_shows_that_there_are_more (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *popover;

  window_open_person (self, MENTEE);
  window_click_on (self->window, "Edit…");
  dialog = window_find_window ("Edit Person");
  popover = hand_open_menu (eye_find (eye_find (dialog, TDM_TYPE_CHOOSER_ROW, NULL), GTK_TYPE_MENU_BUTTON, NULL));
  eye_wait (shows_that_there_are_more, popover, "a row that is cut off");
}

/* The last arrow in a row, by which it says that it opens */
static GtkWidget *
find_arrow (GtkWidget *widget)
{
  GtkWidget *arrow = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (gtk_widget_get_css_name (widget), "arrow") ||
      (GTK_IS_IMAGE (widget) && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "pan-down-symbolic") == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child && !arrow;
       child = gtk_widget_get_prev_sibling (child))
    arrow = find_arrow (child);
  return arrow;
}

/* Of all rows with something to choose, whatever sort of choice it is */
static void
test_arrows_are_in_line (WindowFixture *self, gconstpointer data)
{
  const GType types[] = { ADW_TYPE_COMBO_ROW, TDM_TYPE_CHOOSER_ROW, TDM_TYPE_ZONE_ROW };
  float first = 0;
  GtkWindow *dialog;

  window_open_person (self, MENTEE);
  window_click_on (self->window, "Edit…");
  dialog = window_find_window ("Edit Person");
  window_settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *row = eye_find (dialog, types[i], NULL), *arrow = find_arrow (row);
      graphene_rect_t place;

      g_assert_nonnull (arrow);
      g_assert_true (gtk_widget_compute_bounds (arrow, row, &place));
      if (i == 0)
        first = place.origin.x + place.size.width;
      g_assert_cmpfloat_with_epsilon (place.origin.x + place.size.width, first, 1.5);
    }
}

/* Who left a tandem is in none of it any more, but the page says who took over, and when, and leads there. */
static void
test_a_tandem_that_was_left_is_history (WindowFixture *self, gconstpointer data)
{
  const char *taken_over = window_say ("Fátima Lindqvister took over the tandem with Jörn Bönisch",
                                       "Fátima Lindqvister hat das Tandem mit Jörn Bönisch übernommen");
  GtkWindow *dialog;
  GtkWidget *row;

  window_open_tandem (self, "Bönisch");
  window_choose (self->window, "Menu of the Tandem", "C_hange People…");
  dialog = window_find_window ("Change People");
  window_choose_partner (dialog, TDM_ROLE_MENTOR, "Lindqv");
  window_click_on (dialog, "_Change");
  window_wait_toast (self, "People changed");
  window_open_person (self, "Vikram Groß-Lüttmann");
  row = gtk_widget_get_ancestor (eye_find (self->window, GTK_TYPE_LABEL, taken_over), GTK_TYPE_LIST_BOX_ROW);
  eye_find (row, GTK_TYPE_LABEL, window_say ("^.*14 Jul", "^.*14. Jul"));
  hand_click (row);
  eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/person/an-address-gets-no-hyphens", NULL, test_an_address_gets_no_hyphens);
  WINDOW_TEST_ADD ("/person/list-leads-to-a-person-by-keyboard", NULL, test_list_leads_to_a_person_by_keyboard);
  WINDOW_TEST_ADD ("/person/work-is-changed", NULL, test_work_is_changed);
  WINDOW_TEST_ADD ("/person/the-level-is-not-cut-off", NULL, test_the_level_is_not_cut_off);
  WINDOW_TEST_ADD ("/person/a-list-of-people-shows-that-there-are-more", NULL,
                   test_a_list_of_people_shows_that_there_are_more);
  WINDOW_TEST_ADD ("/person/arrows-are-in-line", NULL, test_arrows_are_in_line);
  WINDOW_TEST_ADD ("/person/the-language-of-messages-is-chosen", NULL, test_the_language_of_messages_is_chosen);
  WINDOW_TEST_ADD ("/person/a-circle-of-managers-is-said-at-once", NULL, test_a_circle_of_managers_is_said_at_once);
  WINDOW_TEST_ADD ("/person/from-a-tandem-there-and-back", NULL, test_from_a_tandem_there_and_back);
  WINDOW_TEST_ADD ("/person/a-click-on-a-person-of-a-tandem", NULL, test_a_click_on_a_person_of_a_tandem);
  WINDOW_TEST_ADD ("/person/a-tandem-that-was-left-is-history", NULL, test_a_tandem_that_was_left_is_history);
  WINDOW_TEST_ADD ("/person/from-one-person-to-another", NULL, test_from_one_person_to_another);
  WINDOW_TEST_ADD ("/person/what-is-in-the-way-is-read-in-full", NULL, test_what_is_in_the_way_is_read_in_full);
  WINDOW_TEST_ADD ("/person/who-is-needed-is-not-removed", NULL, test_who_is_needed_is_not_removed);
  WINDOW_TEST_ADD ("/person/a-person-that-is-gone-is-left", NULL, test_a_person_that_is_gone_is_left);
  WINDOW_TEST_ADD ("/person/what-can-only-be-read-is-shown", NULL, test_what_can_only_be_read_is_shown);
  WINDOW_TEST_ADD ("/person/the-zone-is-said-by-its-city", NULL, test_the_zone_is_said_by_its_city);
  WINDOW_TEST_ADD ("/person/a-change-elsewhere-keeps-the-focus", NULL, test_a_change_elsewhere_keeps_the_focus);
  WINDOW_TEST_ADD ("/person/what-is-found-altered-is-shown", NULL, test_what_is_found_altered_is_shown);
  WINDOW_TEST_ADD ("/person/looks/headings-stand-on-one-line", NULL, test_headings_stand_on_one_line);
  WINDOW_TEST_ADD ("/person/looks/usual", NULL, test_fits);
  WINDOW_TEST_ADD ("/person/looks/dark", &dark, test_fits);
  WINDOW_TEST_ADD ("/person/looks/large", &large, test_fits);
  WINDOW_TEST_ADD ("/person/looks/narrow", &narrow, test_fits);
  WINDOW_TEST_ADD ("/person/looks/narrow-dark-large", &narrow_dark_large, test_fits);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
