/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "form-fixture.h"

#include "base/tdm-i18n.h"
#include "model/tdm-pair.h"
#include "model/tdm-person.h"
#include "model/tdm-round.h"
#include "workspace/tdm-workspace.h"

/* Forms that are made from the fields of a record, in a dialog over the window */

#define TYPE_ROW GTK_TYPE_LIST_BOX_ROW

static const WindowLook small = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static guint64
get_changed (GtkWindow *dialog)
{
  g_autoptr (TdmRecord) draft = tdm_record_form_make_draft (tdm_record_dialog_get_form (dialog));

  return tdm_record_get_changed (draft);
}

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static void
test_what_is_not_changed_is_not_marked (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);

  g_assert_cmpuint (get_changed (dialog), ==, 0);
  hand_fill (form_find_row (dialog, TDM_ROUND_TITLE), "Autumn");
  g_assert_cmpuint (get_changed (dialog), ==, BIT (TDM_ROUND_TITLE));
  dialog = form_open_person (self);
  g_assert_cmpuint (get_changed (dialog), ==, 0);
}

/* Escape does not throw away what was typed; Cancel, which says so, does. */
static void
test_escape_asks_before_it_discards (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);

  hand_fill (form_find_row (dialog, TDM_ROUND_TITLE), "Autumn");
  hand_press (dialog, "Escape");
  window_click_on (NULL, "_Keep Editing");
  eye_wait_gone (NULL, GTK_TYPE_LABEL, "Discard Changes?");
  g_assert_cmpuint (get_changed (dialog), ==, BIT (TDM_ROUND_TITLE));
  hand_press (dialog, "Escape");
  window_click_on (NULL, "_Discard");
  window_close_others (self, NULL);
  window_expect_answer (self, "SELECT count (*) FROM round WHERE title = 'Autumn'", "0");
  dialog = form_open_round (self);
  hand_fill (form_find_row (dialog, TDM_ROUND_TITLE), "Autumn");
  window_click_on (dialog, "_Cancel");
  g_assert_null (eye_look (NULL, GTK_TYPE_LABEL, "Discard Changes?"));
}

/* A number beyond what the row can show is shown as another one, and kept as it is. */
static void
test_what_a_row_cannot_show_is_kept (WindowFixture *self, gconstpointer data)
{
  TdmRecord *round = tdm_record_new_draft (form_get_first (self, tdm_workspace_get_rounds));
  GtkWindow *dialog;

  tdm_record_set_integer (round, TDM_ROUND_NUMBER, 5000);
  dialog = form_open (self, FORM_RESOURCES "round.ui", round, NULL);
  g_assert_cmpuint (get_changed (dialog), ==, 0);
  g_object_unref (round);
}

static void
test_nothing_changed_closes (WindowFixture *self, gconstpointer data)
{
  form_confirm (self, form_open_round (self));
  g_assert_null (tdm_workspace_get_undo_label (tdm_window_get_workspace (self->window)));
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
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *title = form_find_row (dialog, TDM_ROUND_TITLE), *number = form_find_row (dialog, TDM_ROUND_NUMBER);
  GtkWidget *focus;
  g_autofree char *problem = g_strdup_printf (_ ("“%s” must not be empty."), _ ("Title"));

  hand_fill (title, "");
  eye_find (dialog, GTK_TYPE_LABEL, problem);
  focus = move_focus (dialog, GTK_DIR_TAB_FORWARD);
  g_assert_true (focus && (focus == number || gtk_widget_is_ancestor (focus, number)));
  while (gtk_widget_is_ancestor (focus, number) || focus == number)
    focus = move_focus (dialog, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_ancestor (focus, title));
}

/* Rows that the XML has for a field, in place of the usual one */
static void
test_own_rows (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_person (self);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (form_find_row (dialog, TDM_PERSON_LEVEL))), ==,
                   "How high");
  hand_choose (form_find_row (dialog, TDM_PERSON_LEVEL), "three");
  g_object_set (form_find_row (dialog, TDM_PERSON_ZONE), "zone", "Asia/Tokyo", NULL);
  form_confirm (self, dialog);
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
  GtkWindow *dialog = form_open_round (self);
  GtkWidget *between = eye_find (dialog, TYPE_ROW, "Between"), *behind = eye_find (dialog, TYPE_ROW, "Behind");

  g_assert_true (comes_before (form_find_row (dialog, TDM_ROUND_NUMBER), between));
  g_assert_true (comes_before (between, form_find_row (dialog, TDM_ROUND_STATE)));
  g_assert_true (comes_before (form_find_row (dialog, TDM_ROUND_END_DATE), behind));
}

/* What is wrong stands below its row, and nowhere else. */
static void
test_refusal_stands_at_its_row (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_person (self);
  g_autofree char *words =
    g_strdup_printf (_ ("“%s” is not an e-mail address such as anna@example.org."), "anna at example");
  GtkWidget *problem;

  hand_fill (form_find_row (dialog, TDM_PERSON_EMAIL), "anna at example");
  problem = eye_find (dialog, GTK_TYPE_LABEL, words);
  g_assert_false (form_can_save (dialog));
  g_assert_true (gtk_widget_has_css_class (form_find_row (dialog, TDM_PERSON_EMAIL), "error"));
  g_assert_false (gtk_widget_has_css_class (form_find_row (dialog, TDM_PERSON_NAME), "error"));
  g_assert_true (comes_before (form_find_row (dialog, TDM_PERSON_EMAIL), problem));
  g_assert_true (comes_before (problem, form_find_row (dialog, TDM_PERSON_LEVEL)));
  hand_fill (form_find_row (dialog, TDM_PERSON_EMAIL), "anna@example.org");
  eye_wait_gone (dialog, GTK_TYPE_LABEL, words);
  g_assert_true (form_can_save (dialog));
}

/* A new record is not red before anything was typed, and cannot be added either. */
static void
test_new (WindowFixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);
  GtkWindow *dialog = form_open (self, FORM_RESOURCES "person.ui", person, NULL);
  GtkWidget *name = form_find_row (dialog, TDM_PERSON_NAME);

  window_find (dialog, GTK_TYPE_BUTTON, "_Add");
  g_assert_false (form_can_save (dialog));
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  hand_fill (name, "Nora Nowak");
  g_assert_true (form_can_save (dialog));
  hand_fill (name, " ");
  g_assert_false (form_can_save (dialog));
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  hand_fill (name, "Nora Nowak");
  form_expect_saved (self, dialog, "SELECT count (*) FROM person WHERE name = 'Nora Nowak'", "1");
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
  GtkWindow *dialog =
    form_open (self, FORM_RESOURCES "round.ui", form_get_first (self, tdm_workspace_get_rounds), round_check);

  hand_fill (form_find_row (dialog, TDM_ROUND_CRITERION), "Under 30");
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Justification of the criterion"), "");
  eye_find (dialog, GTK_TYPE_LABEL, "Why?");
  g_assert_false (form_can_save (dialog));
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, "Justification of the criterion"), "Because");
  eye_find (dialog, GTK_TYPE_LABEL, "Good to know");
  g_assert_true (form_can_save (dialog));
}

/* From the first field, through all, with Tab alone */
static void
test_keyboard (WindowFixture *self, gconstpointer data)
{
  static const TdmRoundField fields[] = { TDM_ROUND_TITLE, TDM_ROUND_NUMBER, TDM_ROUND_STATE, TDM_ROUND_KICKOFF,
                                          TDM_ROUND_END_DATE, TDM_ROUND_QUESTION, TDM_ROUND_CRITERION };
  GtkWindow *dialog = form_open_round (self);
  guint n_tabs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = form_find_row (dialog, fields[i]);

      g_assert_true (i > 0 || eye_has_focus_inside (row));
      for (; !eye_has_focus_inside (row); n_tabs++)
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
  GtkWindow *dialog = form_open_round (self), *open = NULL;
  GtkWidget *title = form_find_row (dialog, TDM_ROUND_TITLE);

  g_set_weak_pointer (&open, dialog);
  hand_fill (title, "");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (title)), "activate");
  eye_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  hand_fill (title, "Autumn");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (title)), "activate");
  eye_wait_freed (&open, "the dialog");
  window_expect_answer (self, "SELECT title FROM round ORDER BY id LIMIT 1", "Autumn");
}

/* In which round a tandem is, is said when it is made, and stays so; when it ended follows from what is done. */
static void
test_what_nobody_sets (WindowFixture *self, gconstpointer data)
{
  g_autoptr (TdmRecord) new = tdm_record_new (TDM_TYPE_PAIR);
  GtkWindow *dialog = form_open (self, FORM_RESOURCES "pair.ui", new, NULL);

  g_assert_true (gtk_widget_is_sensitive (form_find_row (dialog, TDM_PAIR_ROUND)));
  g_assert_true (gtk_widget_is_sensitive (form_find_row (dialog, TDM_PAIR_TOPIC)));
  g_assert_false (gtk_widget_is_sensitive (form_find_row (dialog, TDM_PAIR_ENDED_ON)));
  gtk_window_destroy (dialog);
  dialog = form_open (self, FORM_RESOURCES "pair.ui", form_get_first (self, tdm_workspace_get_pairs), NULL);
  g_assert_false (gtk_widget_is_sensitive (form_find_row (dialog, TDM_PAIR_ROUND)));
  g_assert_true (gtk_widget_is_sensitive (form_find_row (dialog, TDM_PAIR_TOPIC)));
}

static void
test_escape (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = form_open_round (self);

  hand_fill (form_find_row (dialog, TDM_ROUND_TITLE), "Never");
  hand_press (dialog, "Escape");
  window_expect_answer (self, "SELECT count (*) FROM round WHERE title = 'Never'", "0");
}

static void
test_small_and_large (WindowFixture *self, gconstpointer data)
{
  window_shrink (form_open_round (self), data);
  window_close_others (self, NULL);
  window_shrink (form_open_person (self), data);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/record-form/what-is-not-changed-is-not-marked", NULL, test_what_is_not_changed_is_not_marked);
  WINDOW_TEST_ADD ("/record-form/escape-asks-before-it-discards", NULL, test_escape_asks_before_it_discards);
  WINDOW_TEST_ADD ("/record-form/what-a-row-cannot-show-is-kept", NULL, test_what_a_row_cannot_show_is_kept);
  WINDOW_TEST_ADD ("/record-form/nothing-changed-closes", NULL, test_nothing_changed_closes);
  WINDOW_TEST_ADD ("/record-form/tab-passes-what-is-said-of-a-row", NULL, test_tab_passes_what_is_said_of_a_row);
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
