/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-block-row.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-record-dialog.h"
#include "base/tdm-i18n.h"
#include "model/tdm-pair.h"
#include "model/tdm-person.h"
#include "model/tdm-round.h"
#include "workspace/tdm-workspace.h"

/* Forms that are made from the fields of a record, in a dialog over the window */

#define FORMS "/org/tandemapp/Tandem/tests/"
#define TYPE_ROW GTK_TYPE_LIST_BOX_ROW

static const WindowLook small = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static TdmWorkspace *
get_workspace (WindowFixture *self)
{
  return tdm_window_get_workspace (self->window);
}

static TdmRecord *
get_first (GListModel *list)
{
  g_autoptr (TdmRecord) first = g_list_model_get_item (list, 0);

  return first;
}

static GtkWindow *
open_form (WindowFixture *self, const char *resource, gpointer record, TdmRecordDialogCheck check)
{
  GtkWindow *dialog = tdm_record_dialog_present (
    GTK_WIDGET (self->window), get_workspace (self),
    &(TdmRecordDialogSetup){ .title = "Form", .resource = resource, .record = record, .check = check });

  eye_find_window ("Form");
  eye_settle ();
  return dialog;
}

static GtkWindow *
open_round (WindowFixture *self)
{
  return open_form (self, FORMS "round.ui", get_first (tdm_workspace_get_rounds (get_workspace (self))), NULL);
}

static GtkWindow *
open_person (WindowFixture *self)
{
  return open_form (self, FORMS "person.ui", get_first (tdm_workspace_get_people (get_workspace (self))), NULL);
}

static GtkWidget *
find_row (GtkWindow *dialog, guint field)
{
  GtkWidget *row = tdm_record_form_get_row (tdm_record_dialog_get_form (dialog), field);

  g_assert_nonnull (row);
  return row;
}

static guint64
get_changed (GtkWindow *dialog)
{
  g_autoptr (TdmRecord) draft = tdm_record_form_make_draft (tdm_record_dialog_get_form (dialog));

  return tdm_record_get_changed (draft);
}

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static gboolean
can_save (GtkWindow *dialog)
{
  return gtk_widget_is_sensitive (gtk_window_get_default_widget (dialog));
}

static gboolean
is_closed (gpointer dialog)
{
  return *(gpointer *) dialog == NULL;
}

/* With Enter, as from a row that has the focus */
static void
confirm (WindowFixture *self, GtkWindow *dialog)
{
  GtkWindow *open = NULL;

  g_set_weak_pointer (&open, dialog);
  g_assert_true (can_save (dialog));
  gtk_widget_activate (gtk_window_get_default_widget (dialog));
  eye_wait (is_closed, &open, "the dialog to close");
  window_settle (self);
}

/* What is saved, undone and done again is in the file each time. */
static void
expect_saved (WindowFixture *self, GtkWindow *dialog, const char *question, const char *expected)
{
  g_autofree char *before = window_ask (self, question);

  g_assert_cmpstr (before, !=, expected);
  confirm (self, dialog);
  window_expect_answer (self, question, expected);
  hand_press (GTK_WINDOW (self->window), "<Control>z");
  window_expect_answer (self, question, before);
  hand_press (GTK_WINDOW (self->window), "<Control><Shift>z");
  window_expect_answer (self, question, expected);
}

static void
test_what_is_not_changed_is_not_marked (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);

  g_assert_cmpuint (get_changed (dialog), ==, 0);
  hand_fill (find_row (dialog, TDM_ROUND_TITLE), "Autumn");
  g_assert_cmpuint (get_changed (dialog), ==, BIT (TDM_ROUND_TITLE));
  dialog = open_person (self);
  g_assert_cmpuint (get_changed (dialog), ==, 0);
}

/* A number beyond what the row can show is shown as another one, and kept as it is. */
static void
test_what_a_row_cannot_show_is_kept (WindowFixture *self, gconstpointer data)
{
  TdmRecord *round = tdm_record_new_draft (get_first (tdm_workspace_get_rounds (get_workspace (self))));
  GtkWindow *dialog;

  tdm_record_set_integer (round, TDM_ROUND_NUMBER, 5000);
  dialog = open_form (self, FORMS "round.ui", round, NULL);
  g_assert_cmpuint (get_changed (dialog), ==, 0);
  g_object_unref (round);
}

static void
test_nothing_changed_closes (WindowFixture *self, gconstpointer data)
{
  confirm (self, open_round (self));
  g_assert_null (tdm_workspace_get_undo_label (get_workspace (self)));
}

static void
test_line (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);
  g_autofree char *title = window_word ("Title");

  hand_fill (eye_find (dialog, GTK_TYPE_EDITABLE, title), "  Autumn   round ");
  expect_saved (self, dialog, "SELECT title FROM round LIMIT 1", "Autumn round");
}

static void
test_block (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self), *open = NULL;

  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Test question"), "One?\nTwo?");
  g_set_weak_pointer (&open, dialog);
  hand_press (dialog, "<Control>Return");
  eye_wait (is_closed, &open, "the dialog to close");
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
  GtkWindow *dialog = open_round (self);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "Line %d\n", i);
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Test question"), text->str);
  eye_wait (is_high, find_row (dialog, TDM_ROUND_QUESTION), "room for the text");
  g_assert_cmpint (gtk_widget_get_height (find_row (dialog, TDM_ROUND_QUESTION)), <, 300);
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "Line\n");
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Test question"), text->str);
  words = g_strdup_printf (_ ("“%s” is too long."), _ ("Test question"));
  eye_find (dialog, GTK_TYPE_LABEL, words);
  g_assert_false (can_save (dialog));
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
  GtkWindow *dialog = open_round (self);
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
  eye_wait (is_high, find_row (dialog, TDM_ROUND_QUESTION), "room for the text");
  eye_wait (has_the_wheel, around, "the wheel to scroll a long text");
  g_assert_cmpint (gtk_widget_get_height (find_row (dialog, TDM_ROUND_QUESTION)), <, 300);
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
  GtkWindow *dialog = open_round (self);
  GtkWidget *row = find_row (dialog, TDM_ROUND_QUESTION);
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
  GtkWindow *dialog = open_round (self);

  hand_fill (window_find (dialog, GTK_TYPE_SPIN_BUTTON, "Number"), "7");
  expect_saved (self, dialog, "SELECT number FROM round ORDER BY id LIMIT 1", "7");
}

static void
test_code (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);

  hand_choose (window_find (dialog, TYPE_ROW, "State"), C_ ("round state", "Closing"));
  expect_saved (self, dialog, "SELECT state FROM round ORDER BY id LIMIT 1", "closing");
}

static void
test_date (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);

  tdm_date_row_set_date (TDM_DATE_ROW (find_row (dialog, TDM_ROUND_KICKOFF)), "2026-10-25");
  expect_saved (self, dialog, "SELECT kickoff FROM round ORDER BY id LIMIT 1", "2026-10-25");
}

/* As with Alt and the letter of Save: the focus stays in the row, which still holds what it held before. */
static void
test_number_that_is_being_typed (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);
  GtkWidget *spin = eye_find (find_row (dialog, TDM_ROUND_NUMBER), GTK_TYPE_SPIN_BUTTON, NULL);

  gtk_widget_grab_focus (spin);
  gtk_editable_set_text (GTK_EDITABLE (spin), "7");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), !=, 7);
  expect_saved (self, dialog, "SELECT number FROM round ORDER BY id LIMIT 1", "7");
}

static void
test_date_taken_away (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);
  GtkWidget *row = find_row (dialog, TDM_ROUND_KICKOFF);

  window_click_on (row, "Clear");
  window_find (row, GTK_TYPE_LABEL, "No date");
  expect_saved (self, dialog, "SELECT kickoff FROM round ORDER BY id LIMIT 1", "");
}

/* The button of the pointer goes down on a day of the month that is shown. */
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
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

/* Where no day is set, the calendar begins with today, which a click takes. */
static void
test_today_in_calendar (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);
  GtkWidget *row = find_row (dialog, TDM_ROUND_KICKOFF);
  GtkWidget *calendar;

  window_click_on (row, "Clear");
  hand_click (row);
  calendar = eye_find (row, GTK_TYPE_CALENDAR, NULL);
  g_assert_null (tdm_date_row_get_date (TDM_DATE_ROW (row)));
  g_assert_true (gtk_widget_has_css_class (calendar, "unset"));
  click_day (calendar, "14");
  g_assert_cmpstr (tdm_date_row_get_date (TDM_DATE_ROW (row)), ==, "2026-07-14");
  g_assert_false (gtk_widget_has_css_class (calendar, "unset"));
}

/* Turning the page chooses nothing, and the day below the pointer can be chosen, whichever GTK has marked. */
static void
test_same_day_of_another_month (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);
  GtkWidget *row = find_row (dialog, TDM_ROUND_KICKOFF);
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

static void
test_switch (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_person (self);

  hand_click (window_find (dialog, GTK_TYPE_SWITCH, "External"));
  expect_saved (self, dialog, "SELECT external FROM person ORDER BY id LIMIT 1", "1");
}

static void
test_link (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_person (self);

  window_choose_in_row (dialog, "Reports to", "Bönisch");
  expect_saved (self, dialog,
                "SELECT p.name FROM person JOIN person p ON p.id = person.reports_to ORDER BY person.id LIMIT 1",
                "Jörn Bönisch");
}

/* Nobody reports to themselves. */
static void
test_link_to_itself (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_person (self);
  TdmRecord *person = tdm_record_form_get_record (tdm_record_dialog_get_form (dialog));

  hand_click (window_find (dialog, TYPE_ROW, "Reports to"));
  hand_fill (eye_find (NULL, GTK_TYPE_SEARCH_ENTRY, NULL), tdm_record_get_text (person, TDM_PERSON_NAME));
  window_find (NULL, GTK_TYPE_LABEL, "Nothing Found");
  gtk_window_destroy (dialog);
}

/* As Tab and Shift+Tab do */
static GtkWidget *
move_focus (GtkWindow *dialog, GtkDirectionType direction)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (dialog), direction));
  return gtk_window_get_focus (dialog);
}

/* What is said below a row takes no keys, and is passed on the way to the next one. */
static void
test_tab_passes_what_is_said_of_a_row (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);
  GtkWidget *title = find_row (dialog, TDM_ROUND_TITLE), *number = find_row (dialog, TDM_ROUND_NUMBER), *focus;
  g_autofree char *problem = g_strdup_printf (_ ("“%s” must not be empty."), _ ("Title"));

  hand_fill (title, "");
  eye_find (dialog, GTK_TYPE_LABEL, problem);
  focus = move_focus (dialog, GTK_DIR_TAB_FORWARD);
  g_assert_true (focus && (focus == number || gtk_widget_is_ancestor (focus, number)));
  while (gtk_widget_is_ancestor (focus, number) || focus == number)
    focus = move_focus (dialog, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_ancestor (focus, title));
}

/* Where the keyboard was on an item of a list, or in a calendar, GTK would let it go on to the next row. */
static void
expect_focus_back (GtkWindow *dialog, guint field, GType type, const char *name)
{
  GtkWidget *row = find_row (dialog, field), *popover, *inner;

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
  expect_focus_back (open_person (self), TDM_PERSON_REPORTS_TO, GTK_TYPE_LABEL, "Jörn Bönisch");
}

static void
test_the_focus_comes_back_from_zones (WindowFixture *self, gconstpointer data)
{
  expect_focus_back (open_person (self), TDM_PERSON_ZONE, GTK_TYPE_LABEL, "^Abidjan, .*");
}

static void
test_the_focus_comes_back_from_a_calendar (WindowFixture *self, gconstpointer data)
{
  expect_focus_back (open_round (self), TDM_ROUND_KICKOFF, GTK_TYPE_CALENDAR, NULL);
}

/* Rows that the XML has for a field, in place of the usual one */
static void
test_own_rows (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_person (self);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_row (dialog, TDM_PERSON_LEVEL))), ==,
                   "How high");
  hand_choose (find_row (dialog, TDM_PERSON_LEVEL), "three");
  g_object_set (find_row (dialog, TDM_PERSON_ZONE), "zone", "Asia/Tokyo", NULL);
  confirm (self, dialog);
  window_expect_answer (self, "SELECT level || zone FROM person WHERE zone = 'Asia/Tokyo'", "3Asia/Tokyo");
}

static gboolean
comes_before (GtkWidget *a, GtkWidget *b)
{
  graphene_rect_t upper, lower;

  gtk_test_widget_wait_for_draw (a);
  g_assert_true (gtk_widget_compute_bounds (a, GTK_WIDGET (gtk_widget_get_root (a)), &upper));
  g_assert_true (gtk_widget_compute_bounds (b, GTK_WIDGET (gtk_widget_get_root (b)), &lower));
  return upper.origin.y < lower.origin.y;
}

static void
test_other_rows_have_their_place (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);
  GtkWidget *between = eye_find (dialog, TYPE_ROW, "Between"), *behind = eye_find (dialog, TYPE_ROW, "Behind");

  g_assert_true (comes_before (find_row (dialog, TDM_ROUND_NUMBER), between));
  g_assert_true (comes_before (between, find_row (dialog, TDM_ROUND_STATE)));
  g_assert_true (comes_before (find_row (dialog, TDM_ROUND_END_DATE), behind));
}

/* What is wrong stands below its row, and nowhere else. */
static void
test_refusal_stands_at_its_row (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_person (self);
  g_autofree char *words = g_strdup_printf (_ ("“%s” is not an e-mail address such as anna@example.org."), "anna at example");
  GtkWidget *problem;

  hand_fill (find_row (dialog, TDM_PERSON_EMAIL), "anna at example");
  problem = eye_find (dialog, GTK_TYPE_LABEL, words);
  g_assert_false (can_save (dialog));
  g_assert_true (gtk_widget_has_css_class (find_row (dialog, TDM_PERSON_EMAIL), "error"));
  g_assert_false (gtk_widget_has_css_class (find_row (dialog, TDM_PERSON_NAME), "error"));
  g_assert_true (comes_before (find_row (dialog, TDM_PERSON_EMAIL), problem));
  g_assert_true (comes_before (problem, find_row (dialog, TDM_PERSON_LEVEL)));
  hand_fill (find_row (dialog, TDM_PERSON_EMAIL), "anna@example.org");
  eye_wait_gone (dialog, GTK_TYPE_LABEL, words);
  g_assert_true (can_save (dialog));
}

/* A new record is not red before anything was typed, and cannot be added either. */
static void
test_new (WindowFixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);
  GtkWindow *dialog = open_form (self, FORMS "person.ui", person, NULL);
  GtkWidget *name = find_row (dialog, TDM_PERSON_NAME);

  window_find (dialog, GTK_TYPE_BUTTON, "_Add");
  g_assert_false (can_save (dialog));
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  hand_fill (name, "Nora Nowak");
  g_assert_true (can_save (dialog));
  hand_fill (name, " ");
  g_assert_false (can_save (dialog));
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  hand_fill (name, "Nora Nowak");
  expect_saved (self, dialog, "SELECT count (*) FROM person WHERE name = 'Nora Nowak'", "1");
}

static void
round_check (TdmRecordForm *form, TdmRecord *draft, gpointer data)
{
  gboolean has_criterion = *tdm_record_get_text (draft, TDM_ROUND_CRITERION) != '\0';

  if (has_criterion && *tdm_record_get_text (draft, TDM_ROUND_JUSTIFICATION) == '\0')
    tdm_record_form_explain (form, TDM_ROUND_JUSTIFICATION, "Why?");
  else if (has_criterion)
    tdm_record_form_hint (form, TDM_ROUND_JUSTIFICATION, "Good to know");
}

/* What is wrong with two fields together stands at one of them; a hint keeps nobody from saving. */
static void
test_several_fields_together (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_form (self, FORMS "round.ui", get_first (tdm_workspace_get_rounds (get_workspace (self))),
                                 round_check);

  hand_fill (find_row (dialog, TDM_ROUND_CRITERION), "Under 30");
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Justification of the criterion"), "");
  eye_find (dialog, GTK_TYPE_LABEL, "Why?");
  g_assert_false (can_save (dialog));
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Justification of the criterion"), "Because");
  eye_find (dialog, GTK_TYPE_LABEL, "Good to know");
  g_assert_true (can_save (dialog));
}

static gboolean
is_focused_in (gpointer row)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (row)));

  return focus && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* From the first field, through all, with Tab alone */
static void
test_keyboard (WindowFixture *self, gconstpointer data)
{
  static const TdmRoundField fields[] = { TDM_ROUND_TITLE, TDM_ROUND_NUMBER, TDM_ROUND_STATE, TDM_ROUND_KICKOFF,
                                          TDM_ROUND_END_DATE, TDM_ROUND_QUESTION, TDM_ROUND_CRITERION };
  GtkWindow *dialog = open_round (self);
  guint n_tabs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = find_row (dialog, fields[i]);

      g_assert_true (i > 0 || is_focused_in (row));
      for (; !is_focused_in (row); n_tabs++)
        {
          g_assert_cmpuint (n_tabs, <, 30);
          g_assert_true (gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD));
          eye_settle ();
        }
    }
}

/* Once it is complete: before that, Enter does nothing. */
static void
test_enter (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self), *open = NULL;
  GtkWidget *title = find_row (dialog, TDM_ROUND_TITLE);

  g_set_weak_pointer (&open, dialog);
  hand_fill (title, "");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (title)), "activate");
  eye_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  hand_fill (title, "Autumn");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (title)), "activate");
  eye_wait (is_closed, &open, "the dialog to close");
  window_expect_answer (self, "SELECT title FROM round ORDER BY id LIMIT 1", "Autumn");
}

/* In which round a tandem is, is said when it is made, and stays so; when it ended follows from what is done. */
static void
test_what_nobody_sets (WindowFixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) new = tdm_record_new (TDM_TYPE_PAIR);
  GtkWindow *dialog = open_form (self, FORMS "pair.ui", new, NULL);

  g_assert_true (gtk_widget_is_sensitive (find_row (dialog, TDM_PAIR_ROUND)));
  g_assert_true (gtk_widget_is_sensitive (find_row (dialog, TDM_PAIR_TOPIC)));
  g_assert_false (gtk_widget_is_sensitive (find_row (dialog, TDM_PAIR_ENDED_ON)));
  gtk_window_destroy (dialog);
  dialog = open_form (self, FORMS "pair.ui", get_first (tdm_workspace_get_pairs (get_workspace (self))), NULL);
  g_assert_false (gtk_widget_is_sensitive (find_row (dialog, TDM_PAIR_ROUND)));
  g_assert_true (gtk_widget_is_sensitive (find_row (dialog, TDM_PAIR_TOPIC)));
}

static void
test_escape (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_round (self);

  hand_fill (find_row (dialog, TDM_ROUND_TITLE), "Never");
  hand_press (dialog, "Escape");
  window_expect_answer (self, "SELECT count (*) FROM round WHERE title = 'Never'", "0");
}

static void
test_small_and_large (WindowFixture *self, gconstpointer data)
{
  window_shrink (open_round (self), data);
  window_close_others (self, NULL);
  window_shrink (open_person (self), data);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/record-form/what-is-not-changed-is-not-marked", NULL, test_what_is_not_changed_is_not_marked);
  WINDOW_TEST_ADD ("/record-form/what-a-row-cannot-show-is-kept", NULL, test_what_a_row_cannot_show_is_kept);
  WINDOW_TEST_ADD ("/record-form/nothing-changed-closes", NULL, test_nothing_changed_closes);
  WINDOW_TEST_ADD ("/record-form/line", NULL, test_line);
  WINDOW_TEST_ADD ("/record-form/block", NULL, test_block);
  WINDOW_TEST_ADD ("/record-form/long-block", NULL, test_long_block);
  WINDOW_TEST_ADD ("/record-form/block-and-wheel", NULL, test_block_and_wheel);
  WINDOW_TEST_ADD ("/record-form/block-that-goes", NULL, test_block_that_goes);
  WINDOW_TEST_ADD ("/record-form/number", NULL, test_number);
  WINDOW_TEST_ADD ("/record-form/code", NULL, test_code);
  WINDOW_TEST_ADD ("/record-form/date", NULL, test_date);
  WINDOW_TEST_ADD ("/record-form/number-that-is-being-typed", NULL, test_number_that_is_being_typed);
  WINDOW_TEST_ADD ("/record-form/date-taken-away", NULL, test_date_taken_away);
  WINDOW_TEST_ADD ("/record-form/today-in-calendar", NULL, test_today_in_calendar);
  WINDOW_TEST_ADD ("/record-form/same-day-of-another-month", NULL, test_same_day_of_another_month);
  WINDOW_TEST_ADD ("/record-form/switch", NULL, test_switch);
  WINDOW_TEST_ADD ("/record-form/link", NULL, test_link);
  WINDOW_TEST_ADD ("/record-form/tab-passes-what-is-said-of-a-row", NULL, test_tab_passes_what_is_said_of_a_row);
  WINDOW_TEST_ADD ("/record-form/the-focus-comes-back-from-choices", NULL, test_the_focus_comes_back_from_choices);
  WINDOW_TEST_ADD ("/record-form/the-focus-comes-back-from-zones", NULL, test_the_focus_comes_back_from_zones);
  WINDOW_TEST_ADD ("/record-form/the-focus-comes-back-from-a-calendar", NULL,
                   test_the_focus_comes_back_from_a_calendar);
  WINDOW_TEST_ADD ("/record-form/link-to-itself", NULL, test_link_to_itself);
  WINDOW_TEST_ADD ("/record-form/own-rows", NULL, test_own_rows);
  WINDOW_TEST_ADD ("/record-form/other-rows-have-their-place", NULL, test_other_rows_have_their_place);
  WINDOW_TEST_ADD ("/record-form/refusal-stands-at-its-row", NULL, test_refusal_stands_at_its_row);
  WINDOW_TEST_ADD ("/record-form/new", NULL, test_new);
  WINDOW_TEST_ADD ("/record-form/several-fields-together", NULL, test_several_fields_together);
  WINDOW_TEST_ADD ("/record-form/keyboard", NULL, test_keyboard);
  WINDOW_TEST_ADD ("/record-form/enter", NULL, test_enter);
  WINDOW_TEST_ADD ("/record-form/what-nobody-sets", NULL, test_what_nobody_sets);
  WINDOW_TEST_ADD ("/record-form/escape", NULL, test_escape);
  WINDOW_TEST_ADD ("/record-form/small-and-large", &small, test_small_and_large);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
