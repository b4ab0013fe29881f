/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "form-fixture.h"

#include "app/common/tdm-date-row.h"
#include "base/tdm-i18n.h"
#include "model/tdm-person.h"
#include "model/tdm-round.h"

/* The rows of a form: what each kind of field shows, takes and leaves, and where the focus goes from there */

#define TYPE_ROW GTK_TYPE_LIST_BOX_ROW

static void
test_line (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  g_autofree char *title = window_word ("Title");

  hand_fill (eye_find (dialog, GTK_TYPE_EDITABLE, title), "  Autumn   round ");
  form_expect_saved (self, dialog, "SELECT title FROM round LIMIT 1", "Autumn round");
}

static void
test_block (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self), *open = NULL;

  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Test question"), "One?\nTwo?");
  g_set_weak_pointer (&open, dialog);
  hand_press (dialog, "<Control>Return");
  eye_wait_freed (&open, "the dialog");
  window_expect_answer (self, "SELECT question FROM round LIMIT 1", "One?\nTwo?");
}

static gboolean
is_high (gpointer row)
{
  return gtk_widget_get_height (row) > 180;
}

/* A text of many lines scrolls in its row, and the rows around it stay. */
static void
test_long_block (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "Line %d\n", i);
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Test question"), text->str);
  eye_wait (is_high, form_find_row (dialog, TDM_ROUND_QUESTION), "room for the text");
  g_assert_cmpint (gtk_widget_get_height (form_find_row (dialog, TDM_ROUND_QUESTION)), <, 300);
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "Line\n");
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Test question"), text->str);
  words = g_strdup_printf (_ ("“%s” is too long."), _ ("Test question"));
  eye_find (dialog, GTK_TYPE_LABEL, words);
  g_assert_false (form_can_save (dialog));
}

/* What the wheel is turned over: whether it takes that for itself, so that the page around it does not scroll */
static gboolean
takes_the_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_taken = FALSE;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        continue;
      n++;
      if (gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE)
        g_signal_emit_by_name (controller, "scroll", 0.0, 1.0, &is_taken);
    }
  g_assert_cmpuint (n, >, 0);
  return is_taken;
}

static gboolean
leaves_the_wheel (gpointer widget)
{
  return !takes_the_wheel (widget);
}

static gboolean
has_the_wheel (gpointer widget)
{
  return takes_the_wheel (widget);
}

/* Only a text that is longer than its row scrolls in it; over any other, the wheel scrolls the page. */
static void
test_block_and_wheel (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *view = window_find (dialog, GTK_TYPE_TEXT_VIEW, "Test question");
  GtkWidget *around = gtk_widget_get_parent (view);
  g_autoptr (GString) text = g_string_new (NULL);

  eye_wait (leaves_the_wheel, around, "the wheel to go on over an empty text");
  hand_fill (view, "One?\nTwo?\nThree?\nFour?");
  eye_settle ();
  eye_wait (leaves_the_wheel, around, "the wheel to go on over a text that fits");
  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "Line %d\n", i);
  hand_fill (view, text->str);
  eye_wait (is_high, form_find_row (dialog, TDM_ROUND_QUESTION), "room for the text");
  eye_wait (has_the_wheel, around, "the wheel to scroll a long text");
  g_assert_cmpint (gtk_widget_get_height (form_find_row (dialog, TDM_ROUND_QUESTION)), <, 300);
  hand_fill (view, "Short");
  eye_wait (leaves_the_wheel, around, "the wheel to go on over what has become short");
}

static void
forget (gpointer place, GObject *row)
{
  *(gpointer *) place = row;
}

/* While its text gets shorter the row is to fit it, and goes: nothing comes for it any more. */
static void
test_block_that_goes (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *row = form_find_row (dialog, TDM_ROUND_QUESTION);
  GtkWidget *view = window_find (dialog, GTK_TYPE_TEXT_VIEW, "Test question");
  g_autoptr (GString) text = g_string_new (NULL);
  gpointer gone = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "Line %d\n", i);
  hand_fill (view, text->str);
  eye_wait (is_high, row, "room for the text");
  eye_settle ();
  g_object_weak_ref (G_OBJECT (row), forget, &gone);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Short", -1);
  gtk_window_destroy (dialog);
  g_assert_true (gone == row);
  g_assert_null (g_main_context_find_source_by_user_data (NULL, gone));
}

static void
test_number (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);

  hand_fill (window_find (dialog, GTK_TYPE_SPIN_BUTTON, "Number"), "7");
  form_expect_saved (self, dialog, "SELECT number FROM round ORDER BY id LIMIT 1", "7");
}

static void
test_code (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);

  hand_choose (window_find (dialog, TYPE_ROW, "State"), C_ ("round state", "Closing"));
  form_expect_saved (self, dialog, "SELECT state FROM round ORDER BY id LIMIT 1", "closing");
}

static void
test_date (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);

  tdm_date_row_set_date (TDM_DATE_ROW (form_find_row (dialog, TDM_ROUND_KICKOFF)), "2026-10-25");
  form_expect_saved (self, dialog, "SELECT kickoff FROM round ORDER BY id LIMIT 1", "2026-10-25");
}

/* As with Alt and the letter of Save: the focus stays in the row, which still holds what it held before. */
static void
test_number_that_is_being_typed (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *spin = eye_find (form_find_row (dialog, TDM_ROUND_NUMBER), GTK_TYPE_SPIN_BUTTON, NULL);

  gtk_widget_grab_focus (spin);
  gtk_editable_set_text (GTK_EDITABLE (spin), "7");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), !=, 7);
  form_expect_saved (self, dialog, "SELECT number FROM round ORDER BY id LIMIT 1", "7");
}

static void
test_date_taken_away (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *row = form_find_row (dialog, TDM_ROUND_KICKOFF);

  window_click_on (row, "Clear");
  window_find (row, GTK_TYPE_LABEL, "No date");
  form_expect_saved (self, dialog, "SELECT kickoff FROM round ORDER BY id LIMIT 1", "");
}

/* The button of the pointer goes down and up on a day of the month that is shown. */
static void
click_day (GtkWidget *calendar, const char *day)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (calendar);
  g_autoptr (GPtrArray) labels = eye_look_all (calendar, GTK_TYPE_LABEL, day);
  GtkWidget *label = NULL;
  double x, y;

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (labels->pdata[i], "day-number") &&
        !gtk_widget_has_css_class (labels->pdata[i], "other-month"))
      label = labels->pdata[i];
  g_assert_nonnull (label);
  hand_reach (label);
  gtk_widget_translate_coordinates (label, calendar, gtk_widget_get_width (label) / 2.0,
                                    gtk_widget_get_height (label) / 2.0, &x, &y);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        {
          g_signal_emit_by_name (controller, "pressed", 1, x, y);
          g_signal_emit_by_name (controller, "released", 1, x, y);
        }
    }
}

/* Where no day is set, the calendar begins with today, which a click takes. */
static void
test_today_in_calendar (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *row = form_find_row (dialog, TDM_ROUND_KICKOFF);
  GtkWidget *calendar;

  window_click_on (row, "Clear");
  hand_click (row);
  calendar = eye_find (row, GTK_TYPE_CALENDAR, NULL);
  g_assert_null (tdm_date_row_get_date (TDM_DATE_ROW (row)));
  g_assert_true (gtk_widget_has_css_class (calendar, "unset"));
  click_day (calendar, "14");
  g_assert_cmpstr (tdm_date_row_get_date (TDM_DATE_ROW (row)), ==, "2026-07-14");
  g_assert_false (gtk_widget_has_css_class (calendar, "unset"));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_ancestor (calendar, GTK_TYPE_POPOVER)));
}

/* Turning the page chooses nothing, and the day below the pointer can be chosen, whichever GTK has marked. */
static void
test_same_day_of_another_month (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *row = form_find_row (dialog, TDM_ROUND_KICKOFF);
  GtkWidget *calendar;

  tdm_date_row_set_date (TDM_DATE_ROW (row), "2026-07-14");
  hand_click (row);
  calendar = eye_find (row, GTK_TYPE_CALENDAR, NULL);
  g_assert_false (gtk_widget_has_css_class (calendar, "unset"));
  hand_click_on (calendar, GTK_TYPE_BUTTON, NULL);
  g_assert_cmpstr (tdm_date_row_get_date (TDM_DATE_ROW (row)), ==, "2026-07-14");
  g_assert_true (gtk_widget_has_css_class (calendar, "unset"));
  click_day (calendar, "14");
  g_assert_cmpstr (tdm_date_row_get_date (TDM_DATE_ROW (row)), ==, "2026-06-14");
}

/* A key goes down in a calendar. */
static void
press_in (GtkWidget *calendar, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (calendar);
  gboolean is_taken = FALSE;

  for (guint i = 0; !is_taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_taken);
    }
  g_assert_true (is_taken);
  eye_settle ();
}

/* The arrow keys begin at the day that is set, choose nothing on their way, and go beyond the month. */
static void
test_keys_in_calendar (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *row = form_find_row (dialog, TDM_ROUND_KICKOFF);
  TdmDateRow *date = TDM_DATE_ROW (row);
  GtkWidget *calendar;

  tdm_date_row_set_date (date, "2026-07-30");
  hand_click (row);
  calendar = eye_find (row, GTK_TYPE_CALENDAR, NULL);
  g_assert_true (gtk_widget_grab_focus (calendar));
  press_in (calendar, GDK_KEY_Down);
  press_in (calendar, GDK_KEY_Left);
  press_in (calendar, GDK_KEY_Page_Down);
  g_assert_cmpstr (tdm_date_row_get_date (date), ==, "2026-07-30");
  press_in (calendar, GDK_KEY_Return);
  g_assert_cmpstr (tdm_date_row_get_date (date), ==, "2026-09-05");
  eye_wait_gone (row, GTK_TYPE_CALENDAR, NULL);
}

static void
test_switch (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_person (self);

  hand_click (window_find (dialog, GTK_TYPE_SWITCH, "Not an employee"));
  form_expect_saved (self, dialog, "SELECT external FROM person ORDER BY id LIMIT 1", "1");
}

static void
test_link (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_person (self);

  window_choose_in_row (dialog, "Reports to", "Bönisch");
  form_expect_saved (self, dialog,
                     "SELECT p.name FROM person JOIN person p ON p.id = person.reports_to ORDER BY person.id LIMIT 1",
                     "Jörn Bönisch");
}

/* Nobody reports to themselves. */
static void
test_link_to_itself (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_person (self);
  TdmRecord *person = tdm_record_form_get_record (tdm_record_dialog_get_form (dialog));

  hand_click (window_find (dialog, TYPE_ROW, "Reports to"));
  hand_fill (eye_find (NULL, GTK_TYPE_SEARCH_ENTRY, NULL), tdm_record_get_text (person, TDM_PERSON_NAME));
  window_find (NULL, GTK_TYPE_LABEL, "Nothing Found");
  gtk_window_destroy (dialog);
}

/* What is typed next goes into what a row has opened. */
static void
expect_open_at_once (GtkWindow *dialog, guint field)
{
  GtkWidget *row = form_find_row (dialog, field);

  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_nonnull (eye_look (row, GTK_TYPE_POPOVER, NULL));
  gtk_window_destroy (dialog);
}

static void
test_rows_open_at_once (WindowFixture *self, gconstpointer data)
{
  expect_open_at_once (form_open_person (self), TDM_PERSON_REPORTS_TO);
  expect_open_at_once (form_open_person (self), TDM_PERSON_ZONE);
  expect_open_at_once (form_open_round (self), TDM_ROUND_KICKOFF);
}

/* Where the keyboard was on an item of a list, or in a calendar, GTK would let it go on to the next row. */
static void
expect_focus_back (GtkWindow *dialog, guint field, GType type, const char *name)
{
  GtkWidget *row = form_find_row (dialog, field), *popover, *inner;

  gtk_widget_grab_focus (row);
  hand_click (row);
  popover = eye_find (row, GTK_TYPE_POPOVER, NULL);
  inner = eye_find (popover, type, name);
  if (type == GTK_TYPE_LABEL)
    inner = gtk_widget_get_ancestor (inner, g_type_from_name ("GtkListItemWidget"));
  g_assert_true (gtk_widget_grab_focus (inner));
  gtk_popover_popdown (GTK_POPOVER (popover));
  eye_settle ();
  g_assert_true (gtk_window_get_focus (dialog) == row);
}

static void
test_the_focus_comes_back_from_choices (WindowFixture *self, gconstpointer data)
{
  expect_focus_back (form_open_person (self), TDM_PERSON_REPORTS_TO, GTK_TYPE_LABEL, "Anouk Marquetand");
}

static void
test_the_focus_comes_back_from_zones (WindowFixture *self, gconstpointer data)
{
  expect_focus_back (form_open_person (self), TDM_PERSON_ZONE, GTK_TYPE_LABEL, "^Abidjan, .*");
}

static void
test_the_focus_comes_back_from_a_calendar (WindowFixture *self, gconstpointer data)
{
  expect_focus_back (form_open_round (self), TDM_ROUND_KICKOFF, GTK_TYPE_CALENDAR, NULL);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/record-rows/line", NULL, test_line);
  WINDOW_TEST_ADD ("/record-rows/block", NULL, test_block);
  WINDOW_TEST_ADD ("/record-rows/long-block", NULL, test_long_block);
  WINDOW_TEST_ADD ("/record-rows/block-and-wheel", NULL, test_block_and_wheel);
  WINDOW_TEST_ADD ("/record-rows/block-that-goes", NULL, test_block_that_goes);
  WINDOW_TEST_ADD ("/record-rows/number", NULL, test_number);
  WINDOW_TEST_ADD ("/record-rows/code", NULL, test_code);
  WINDOW_TEST_ADD ("/record-rows/date", NULL, test_date);
  WINDOW_TEST_ADD ("/record-rows/number-that-is-being-typed", NULL, test_number_that_is_being_typed);
  WINDOW_TEST_ADD ("/record-rows/date-taken-away", NULL, test_date_taken_away);
  WINDOW_TEST_ADD ("/record-rows/keys-in-calendar", NULL, test_keys_in_calendar);
  WINDOW_TEST_ADD ("/record-rows/today-in-calendar", NULL, test_today_in_calendar);
  WINDOW_TEST_ADD ("/record-rows/same-day-of-another-month", NULL, test_same_day_of_another_month);
  WINDOW_TEST_ADD ("/record-rows/switch", NULL, test_switch);
  WINDOW_TEST_ADD ("/record-rows/link", NULL, test_link);
  WINDOW_TEST_ADD ("/record-rows/link-to-itself", NULL, test_link_to_itself);
  WINDOW_TEST_ADD ("/record-rows/they-open-at-once", NULL, test_rows_open_at_once);
  WINDOW_TEST_ADD ("/record-rows/the-focus-comes-back-from-choices", NULL, test_the_focus_comes_back_from_choices);
  WINDOW_TEST_ADD ("/record-rows/the-focus-comes-back-from-zones", NULL, test_the_focus_comes_back_from_zones);
  WINDOW_TEST_ADD ("/record-rows/the-focus-comes-back-from-a-calendar", NULL,
                   test_the_focus_comes_back_from_a_calendar);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
