/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "app/round/tdm-round-page.h"
#include "model/tdm-edit.h"
#include "model/tdm-programme.h"
#include "workspace/tdm-workspace.h"

/* A programme has words of its own for the roles: the usual ones stand nowhere in the window, not even in what is
 * hidden or said to a screen reader alone. */

#define TANDEM "Bönisch"

/* But the name of the method, and what people wrote themselves */
#define USUAL "(?i)\\bment(ee|or(?!ing))"

typedef struct
{
  WindowFixture base;
  GHashTable *written;
  GRegex *usual;
  guint n_found;
  char *found; /* the first one, and where */
} Fixture;

static void
fixture_look_at (Fixture *self, const char *text, GtkWidget *widget)
{
  if (!text || !g_regex_match (self->usual, text, 0, NULL) || g_hash_table_contains (self->written, text))
    return;
  if (!self->found)
    self->found = g_strdup_printf ("“%s” in %s", text, G_OBJECT_TYPE_NAME (widget));
  self->n_found++;
}

static void
fixture_look_into_menu (Fixture *self, GMenuModel *menu, GtkWidget *widget)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; menu && i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (label)
        {
          g_auto (GStrv) parts = g_strsplit (label, "_", -1);
          g_autofree char *text = g_strjoinv ("", parts);

          fixture_look_at (self, text, widget);
        }
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, links[j]);

          fixture_look_into_menu (self, below, widget);
        }
    }
}

/* What is shown later is looked at as well: pages of stacks, popovers, menus. */
static void
fixture_look_into (Fixture *self, GtkWidget *widget)
{
  g_autofree char *name = eye_name (widget);

  fixture_look_at (self, name, widget);
  fixture_look_at (self, gtk_widget_get_tooltip_text (widget), widget);
  if (GTK_IS_LABEL (widget))
    fixture_look_at (self, gtk_label_get_text (GTK_LABEL (widget)), widget);
  if (GTK_IS_MENU_BUTTON (widget))
    fixture_look_into_menu (self, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)), widget);
  if (GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget))
    {
      g_autoptr (GListModel) choices = NULL;

      g_object_get (widget, "model", &choices, NULL);
      for (guint i = 0; GTK_IS_STRING_LIST (choices) && i < g_list_model_get_n_items (choices); i++)
        fixture_look_at (self, gtk_string_list_get_string (GTK_STRING_LIST (choices), i), widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    fixture_look_into (self, child);
}

static void
fixture_look_round (Fixture *self)
{
  g_autoptr (GPtrArray) windows = NULL;

  window_settle (&self->base);
  windows = eye_windows ();
  for (guint i = 0; i < windows->len; i++)
    fixture_look_into (self, windows->pdata[i]);
}

/* Texts of people, with a line for each */
static void
fixture_add_written (Fixture *self, const char *question)
{
  g_autofree char *texts = window_ask (&self->base, question);
  g_auto (GStrv) lines = g_strsplit (texts ? texts : "", "\n", -1);

  for (guint i = 0; lines[i]; i++)
    g_hash_table_add (self->written, g_strdup (lines[i]));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  window_set_up (&self->base, data);
  self->usual = g_regex_new (USUAL, 0, 0, NULL);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture_add_written (self, "SELECT group_concat (title, char (10)) FROM goal_step");
  fixture_add_written (self, "SELECT group_concat (note, char (10)) FROM pair_event");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->found);
  g_regex_unref (self->usual);
  g_hash_table_unref (self->written);
  window_tear_down (&self->base, data);
}

static void
press (Fixture *self, const char *key)
{
  hand_press (GTK_WINDOW (self->base.window), key);
}

static void
activate (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->base.window), action, NULL);
  eye_settle ();
}

/* As in the dialog of the programme */
static void
set_words (Fixture *self, const char *mentee, const char *mentor)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->base.window);
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (tdm_workspace_get_programme (workspace)));

  tdm_record_set_text (draft, TDM_PROGRAMME_MENTEE_LABEL, mentee);
  tdm_record_set_text (draft, TDM_PROGRAMME_MENTOR_LABEL, mentor);
  window_commit (&self->base, tdm_edit_new_save (draft));
}

static void
look_at_pages (Fixture *self)
{
  static const char *const keys[] = { "<Alt>1", "<Alt>2", "<Alt>3", "<Alt>4", "<Alt>5" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      hand_try_key (GTK_WINDOW (self->base.window), keys[i]);
      fixture_look_round (self);
    }
  press (self, "<Alt>1");
  hand_open_menu (window_find (self->base.window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
  fixture_look_round (self);
  window_close_others (&self->base, NULL);
}

static void
look_at_table (Fixture *self)
{
  press (self, "<Alt>1");
  g_action_group_change_action_state (G_ACTION_GROUP (self->base.window), "tandems-view",
                                      g_variant_new_string ("table"));
  fixture_look_round (self);
  g_action_group_change_action_state (G_ACTION_GROUP (self->base.window), "tandems-view",
                                      g_variant_new_string ("cards"));
}

static void
look_at_dialogs (Fixture *self)
{
  static const char *const actions[] = { "win.new-pair", "win.new-person", "win.edit-programme", "win.show-outbox",
                                         "win.show-help-overlay", "win.new-round" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      activate (self, actions[i]);
      fixture_look_round (self);
      window_close_others (&self->base, NULL);
    }
}

static void
look_at_tandem (Fixture *self)
{
  window_open_tandem (&self->base, TANDEM);
  fixture_look_round (self);
}

static void
look_at_round (Fixture *self)
{
  static const char *const actions[] = { "round.edit", "round.add-people", "round.clear-filters" };
  GtkWidget *page;

  press (self, "<Alt>5");
  page = eye_find (self->base.window, TDM_TYPE_ROUND_PAGE, NULL);
  fixture_look_round (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (gtk_widget_activate_action (page, actions[i], NULL));
      fixture_look_round (self);
      window_close_others (&self->base, NULL);
    }
  for (int role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    {
      g_assert_true (gtk_widget_activate_action (page, "round.new-participant", "s", role ? "mentor" : "mentee"));
      fixture_look_round (self);
      window_close_others (&self->base, NULL);
    }
}

static char *
ask_uid (Fixture *self, const char *from)
{
  g_autofree char *question = g_strdup_printf ("SELECT %s LIMIT 1", from);

  return window_ask (&self->base, question);
}

static void
look_at_participation (Fixture *self)
{
  g_autofree char *uid =
    ask_uid (self, "participation.uid FROM participation JOIN round ON round.id = participation.round"
                   " WHERE role = 'mentor' AND round.state = 'running'");

  press (self, "<Alt>5");
  g_assert_true (gtk_widget_activate_action (eye_find (self->base.window, TDM_TYPE_ROUND_PAGE, NULL),
                                             "round.edit-participation", "s", uid));
  fixture_look_round (self);
  window_close_others (&self->base, NULL);
}

static void
look_at_person (Fixture *self)
{
  g_autofree char *uid = ask_uid (self, "person.uid FROM person JOIN pair ON pair.mentee = person.id"
                                        " WHERE pair.state = 'active'");

  gtk_widget_activate_action (GTK_WIDGET (self->base.window), "win.show-person", "s", uid);
  fixture_look_round (self);
}

static void
look_at_meeting (Fixture *self)
{
  window_open_tandem (&self->base, TANDEM);
  gtk_widget_activate_action (eye_find (self->base.window, TDM_TYPE_MEETING_ROW, NULL), "meeting.details", NULL);
  eye_settle ();
  fixture_look_round (self);
  window_close_others (&self->base, NULL);
}

static void
expect_none (Fixture *self)
{
  if (self->n_found > 0)
    g_error ("%u times a usual word, first %s", self->n_found, self->found);
}

static void
forget (Fixture *self)
{
  self->n_found = 0;
  g_clear_pointer (&self->found, g_free);
}

/* Each place is looked at with the usual words first: there they are, or there would be nothing to find. */
static void
check_place (Fixture *self, void (*look) (Fixture *self))
{
  set_words (self, "", "");
  look (self);
  g_assert_cmpuint (self->n_found, >, 0);
  forget (self);
  set_words (self, "Explorer", "Guide");
  look (self);
  expect_none (self);
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  check_place (self, look_at_pages);
}

static void
test_table (Fixture *self, gconstpointer data)
{
  check_place (self, look_at_table);
}

static void
test_dialogs (Fixture *self, gconstpointer data)
{
  check_place (self, look_at_dialogs);
}

static void
test_round (Fixture *self, gconstpointer data)
{
  check_place (self, look_at_round);
}

static void
test_participation (Fixture *self, gconstpointer data)
{
  check_place (self, look_at_participation);
}

static void
test_person (Fixture *self, gconstpointer data)
{
  check_place (self, look_at_person);
}

static void
test_meeting (Fixture *self, gconstpointer data)
{
  check_place (self, look_at_meeting);
}

static void
test_tandem (Fixture *self, gconstpointer data)
{
  check_place (self, look_at_tandem);
  eye_find (self->base.window, GTK_TYPE_LABEL, "Explorer");
  eye_find (self->base.window, GTK_TYPE_LABEL, "Guide");
}

/* What is open says the new words at once, and the usual ones again when that is undone. */
static void
test_while_it_is_shown (Fixture *self, gconstpointer data)
{
  static void (*const places[]) (Fixture *self) = { look_at_table, look_at_round, look_at_person, look_at_tandem };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      places[i](self);
      forget (self);
      set_words (self, "Explorer", "Guide");
      fixture_look_round (self);
      expect_none (self);
      set_words (self, "", "");
      fixture_look_round (self);
      g_assert_cmpuint (self->n_found, >, 0);
    }
}

/* In the table it stands who was asked, too. */
static void
test_who_was_asked (Fixture *self, gconstpointer data)
{
  GListModel *pairs = tdm_workspace_get_pairs (tdm_window_get_workspace (self->base.window));
  TdmPair *pair = window_ask_record (&self->base, pairs,
                                     "SELECT pair.uid FROM pair JOIN round ON round.id = pair.round WHERE "
                                     "round.state = 'running' AND pair.state = 'active' LIMIT 1");
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (TDM_RECORD (pair));

  tdm_record_set_integer (draft, TDM_PAIR_STATE, TDM_PAIR_ASKED);
  tdm_record_set_text (draft, TDM_PAIR_MENTEE_ASKED_ON, "2026-07-14");
  window_commit (&self->base, tdm_edit_new_save (draft));
  look_at_table (self);
  press (self, "<Control>2");
  eye_find_label (self->base.window,
                  window_say ("Mentee asked since Tue, 14 Jul", "Mentee angefragt seit Di, 14. Jul"));
  set_words (self, "Explorer", "Guide");
  eye_find_label (self->base.window,
                  window_say ("Explorer asked since Tue, 14 Jul", "Explorer angefragt seit Di, 14. Jul"));
}

/* A word is a word, whatever is in it. */
static void
test_any_word (Fixture *self, gconstpointer data)
{
  set_words (self, "A_B & <C> %s", "Guide");
  look_at_tandem (self);
  eye_find (self->base.window, GTK_TYPE_LABEL, "AB & <C> %s"); /* names are without the sign for a key */
  look_at_table (self);
}

#define ADD(path, func) g_test_add ("/own-words/" path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("pages", test_pages);
  ADD ("table", test_table);
  ADD ("dialogs", test_dialogs);
  ADD ("round", test_round);
  ADD ("participation", test_participation);
  ADD ("person", test_person);
  ADD ("meeting", test_meeting);
  ADD ("tandem", test_tandem);
  ADD ("while-it-is-shown", test_while_it_is_shown);
  ADD ("who-was-asked", test_who_was_asked);
  ADD ("any-word", test_any_word);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
