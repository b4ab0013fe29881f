/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/round/tdm-participant-row.h"
#include "app/round/tdm-round-page.h"

/* The page of a round: what it says, and how far the round is */

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook dark = { .is_dark = TRUE };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

/* A field of several lines */
static void
fill_block (GtkWindow *dialog, const char *english, const char *text)
{
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, english), text);
}

static void
test_it_says_how_far_it_is (WindowFixture *self, gconstpointer data)
{
  gboolean is_german = window_is_german ();

  round_go (self);
  eye_find_label (self->window, is_german
                                  ? "^Reguläre Runde · Runde 3 des Programms · Auftakt Dienstag, 3. März 2026.*"
                                  : "^Regular round · Round 3 of the programme · kick-off Tuesday, 3 March 2026.*");
  eye_find (self->window, GTK_TYPE_LABEL, is_german ? "Vorbei: Auswahl" : "Over: Selection");
  eye_find (self->window, GTK_TYPE_LABEL, is_german ? "Jetzt: Laufend" : "Now: Running");
  eye_find (self->window, GTK_TYPE_LABEL, is_german ? "Später: Abschluss" : "Later: Closing");
  eye_find_label (self->window, is_german ? "^Niemand hat die eigene Führungskraft im Tandem(?s).*"
                                          : "^Nobody has their own manager as a partner(?s).*");
}

/* Adds the letters by which the items of a menu are chosen, and of all sections in it. */
static void
menu_collect_keys (GMenuModel *menu, GHashTable *keys)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;
      const char *sign;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      sign = label ? strchr (label, '_') : NULL;
      if (section)
        menu_collect_keys (section, keys);
      if (sign && !g_hash_table_add (keys, GUINT_TO_POINTER (g_unichar_tolower (g_utf8_get_char (sign + 1)))))
        g_error ("the letter of “%s” stands in the menu twice", label);
    }
}

static void
test_every_letter_of_the_menu_leads_to_one_item (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  GtkWidget *menu;

  round_go (self);
  menu = window_open_menu (self->window, "Main Menu");
  menu_collect_keys (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), keys);
  g_assert_cmpuint (g_hash_table_size (keys), >, 20);
}

#define ROUND_3 "SELECT state || ' ' || closing_on FROM round WHERE number = 3"

static void
test_one_button_leads_to_the_next_state (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  window_click_on (self->window, "Begin Closing");
  window_wait_toast (self, "Round changed");
  window_expect_answer (self, ROUND_3, "closing 2026-07-14");
  eye_find (self->window, GTK_TYPE_LABEL, "Now: Closing");
  eye_find (self->window, GTK_TYPE_BUTTON, "Begin Follow-up");
  window_press (self, "<Control>z");
  window_wait_toast (self, "Undone: Round changed");
  eye_find (self->window, GTK_TYPE_LABEL, "Now: Running");
  window_press (self, "<Control>y");
  window_wait_toast (self, "Redone: Round changed");
  window_expect_answer (self, ROUND_3, "closing 2026-07-14");
}

static void
test_a_menu_leads_to_any_state (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  window_choose (self->window, "Other States", "Begin Matching");
  window_wait_toast (self, "Round changed");
  window_expect_answer (self, "SELECT state FROM round WHERE number = 3", "matching");
}

static void
test_a_round_is_changed (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  round_go (self);
  window_click_on (self->window, "_Edit…");
  dialog = eye_find_window ("Round");
  window_fill (dialog, "Title", "Round 3: A & B");
  fill_block (dialog, "Test question", "Does it work?");
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Round changed");
  eye_find_label (self->window, "Round 3: A & B");
  eye_find_label (self->window, "Does it work?");
  eye_find (self->window, GTK_TYPE_MENU_BUTTON, "Round: Round 3: A & B, Running");
}

/* Both are words of the method. */
static void
test_what_is_asked_of_a_round_is_explained (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  round_go (self);
  window_click_on (self->window, "_Edit…");
  dialog = eye_find_window ("Round");
  eye_find (dialog, GTK_TYPE_LABEL, "^At the end, the answer to the test question says .*");
  eye_find (dialog, GTK_TYPE_LABEL, "^What everyone who passes something on in this round must meet.*");
}

static void
test_a_criterion_asks_for_its_justification (WindowFixture *self, gconstpointer data)
{
  GtkWidget *save;
  GtkWindow *dialog;

  round_go (self);
  window_click_on (self->window, "_Edit…");
  dialog = eye_find_window ("Round");
  save = eye_find (dialog, GTK_TYPE_BUTTON, "Save");
  hand_fill (eye_find (dialog, GTK_TYPE_EDITABLE, "Criterion for mentors"), "");
  eye_find_label (dialog, "Please write down the criterion that is justified.");
  g_assert_false (gtk_widget_is_sensitive (save));
  hand_fill (eye_find (dialog, GTK_TYPE_EDITABLE, "Criterion for mentors"), "In training");
  eye_find_label (dialog, "^A limit of age needs a legitimate aim.*");
  g_assert_true (gtk_widget_is_sensitive (save));
  fill_block (dialog, "Justification of the criterion", "");
  eye_find_label (dialog, "Please write down the justification of the criterion.");
  g_assert_false (gtk_widget_is_sensitive (save));
  fill_block (dialog, "Justification of the criterion", "They know the tools.");
  g_assert_true (gtk_widget_is_sensitive (save));
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Round changed");
  eye_find_label (self->window, "^Nobody has(?s).*Criterion for mentors: In training \\(They know the tools.\\)");
}

static gboolean
can_scroll (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

/* Its name and what can be done with it stand above those who take part. */
static void
test_another_round_is_read_from_its_name_on (WindowFixture *self, gconstpointer data)
{
  GtkAdjustment *adjustment;
  GtkWidget *page;

  round_go (self);
  page = eye_find (self->window, TDM_TYPE_ROUND_PAGE, NULL);
  adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (eye_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL)));
  eye_wait (can_scroll, adjustment, "the page to be longer than the window");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  window_settle (self);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  round_switch_to (self, "Round 2.*");
  window_settle (self);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  window_find (self->window, GTK_TYPE_LABEL, "Round 2: first regular round");
}

/* The answer does not wait for what is said of the step before it, which can be undone afterwards as well. */
static void
test_a_refusal_is_said_at_once (WindowFixture *self, gconstpointer data)
{
  round_go (self);
  round_choose (self, "_Archive Round");
  window_find (self->window, GTK_TYPE_LABEL, "^Round archived: [0-9]+ tandems go on in it$");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-error", "s", "That was not possible.");
  window_wait_toast (self, "That was not possible.");
  window_wait_toast (self, "^Round archived: [0-9]+ tandems go on in it$");
}

static void
test_looks (WindowFixture *self, gconstpointer look)
{
  round_go (self);
  window_expect_size (self, look);
  hand_reach (eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL));
  window_expect_size (self, look);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/round/it-says-how-far-it-is", NULL, test_it_says_how_far_it_is);
  WINDOW_TEST_ADD ("/round/every-letter-of-the-menu-leads-to-one-item", NULL,
                   test_every_letter_of_the_menu_leads_to_one_item);
  WINDOW_TEST_ADD ("/round/narrow", &narrow, test_looks);
  WINDOW_TEST_ADD ("/round/large", &large, test_looks);
  WINDOW_TEST_ADD ("/round/narrow-dark-large", &narrow_dark_large, test_looks);
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/round/dark", &dark, test_looks);
  WINDOW_TEST_ADD ("/round/one-button-leads-to-the-next-state", NULL, test_one_button_leads_to_the_next_state);
  WINDOW_TEST_ADD ("/round/a-menu-leads-to-any-state", NULL, test_a_menu_leads_to_any_state);
  WINDOW_TEST_ADD ("/round/a-round-is-changed", NULL, test_a_round_is_changed);
  WINDOW_TEST_ADD ("/round/what-is-asked-of-a-round-is-explained", NULL, test_what_is_asked_of_a_round_is_explained);
  WINDOW_TEST_ADD ("/round/a-criterion-asks-for-its-justification", NULL, test_a_criterion_asks_for_its_justification);
  WINDOW_TEST_ADD ("/round/another-round-is-read-from-its-name-on", NULL, test_another_round_is_read_from_its_name_on);
  WINDOW_TEST_ADD ("/round/a-refusal-is-said-at-once", NULL, test_a_refusal_is_said_at_once);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
