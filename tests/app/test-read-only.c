/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-month-meeting.h"
#include "app/round/tdm-participant-row.h"
#include "workspace/tdm-workspace.h"

#include <glib/gstdio.h>
#include <string.h>

/* A file that can only be read: on every page nothing is offered that would change it. Whatever can be pressed is, and
 * no page answers with an error. */

#define MENTEE "Jörn Bönisch"
#define TANDEM "Vikram"
#define OF_EARLIER_ROUND "FROM pair WHERE round = (SELECT id FROM round WHERE state = 'followup') LIMIT 1"

typedef struct
{
  WindowFixture base;
  int held; /* by another program */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  window_set_up (&self->base, NULL);
  self->held = window_open_held (&self->base);
}

static guint n_problems;

static gboolean
is_read_only (gpointer window)
{
  return tdm_workspace_is_read_only (tdm_window_get_workspace (window));
}

static GtkWidget *
find_toast (gpointer window)
{
  return eye_look (window, g_type_from_name ("AdwToastWidget"), NULL);
}

static gboolean
has_no_toast (gpointer window)
{
  return !find_toast (window);
}

/* Closes the one that is shown, if there is one; returns what it said. */
static char *
close_toast (WindowFixture *self)
{
  GtkWidget *toast = find_toast (self->window);
  g_autoptr (GPtrArray) labels = NULL, buttons = NULL;
  char *text;

  if (!toast)
    return NULL;
  labels = eye_look_all (toast, GTK_TYPE_LABEL, NULL);
  buttons = eye_look_all (toast, GTK_TYPE_BUTTON, NULL);
  text = g_strdup (gtk_label_get_text (labels->pdata[0]));
  g_signal_emit_by_name (buttons->pdata[buttons->len - 1], "clicked");
  eye_wait (has_no_toast, self->window, "the toast to go");
  return text;
}

/* --- the pages ------------------------------------------------------------------------ */

static void
go_to_tandems (WindowFixture *self)
{
  window_press (self, "<Alt>1");
  window_press (self, "<Control>1");
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
}

static void
go_to_table (WindowFixture *self)
{
  go_to_tandems (self);
  window_press (self, "<Control>2");
  eye_find (self->window, GTK_TYPE_COLUMN_VIEW, NULL);
}

static void
go_to_tandem (WindowFixture *self)
{
  go_to_tandems (self);
  window_open_tandem (self, TANDEM);
  eye_find (self->window, TDM_TYPE_MEETING_ROW, NULL);
}

static void
go_to_people (WindowFixture *self)
{
  window_press (self, "<Alt>2");
  eye_settle ();
}

static void
go_to_person (WindowFixture *self)
{
  window_open_person (self, MENTEE);
}

static void
go_to_meetings (WindowFixture *self)
{
  window_press (self, "<Alt>3");
  window_settle (self);
}

static void
go_to_round (WindowFixture *self)
{
  round_show_view (self, "Round");
  eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL);
}

typedef struct
{
  const char *name;
  void (*go) (WindowFixture *self);
} Page;

static const Page pages[] = {
  { "tandems", go_to_tandems }, { "table", go_to_table },      { "tandem", go_to_tandem },
  { "people", go_to_people },   { "person", go_to_person },    { "meetings", go_to_meetings },
  { "round", go_to_round },     { "topics", round_go_topics },
};

/* What is wrong with a file may show late: all pages have been seen when details of a tandem cannot be read. */
static void
set_up_later (Fixture *self, gconstpointer data)
{
  g_autofree char *uid = NULL;

  self->held = -1;
  window_set_up (&self->base, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    pages[i].go (&self->base);
  window_settle (&self->base);
  uid = window_ask (&self->base, "SELECT uid " OF_EARLIER_ROUND);
  window_alter (&self->base, "UPDATE meeting SET state = 'frozen' WHERE pair = (SELECT id " OF_EARLIER_ROUND ")");
  gtk_widget_activate_action (GTK_WIDGET (self->base.window), "win.show-pair", "s", uid);
  eye_wait (is_read_only, self->base.window, "the file to turn out to be one that can only be read");
  window_settle (&self->base);
  g_free (close_toast (&self->base));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  window_tear_down (&self->base, NULL);
  if (self->held >= 0)
    g_close (self->held, NULL);
}

/* --- what is wrong -------------------------------------------------------------------- */

static void
complain (const char *page, const char *what, const char *name)
{
  n_problems++;
  g_test_message ("PROBLEM %s: %s “%s”", page, what, name);
}

/* What can be typed into or ticked, but to search */
static void
look_at_fields (gpointer window, const char *page)
{
  g_autoptr (GPtrArray) texts = eye_look_all (window, GTK_TYPE_TEXT, NULL);
  g_autoptr (GPtrArray) views = eye_look_all (window, GTK_TYPE_TEXT_VIEW, NULL);
  g_autoptr (GPtrArray) checks = eye_look_all (window, GTK_TYPE_CHECK_BUTTON, NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *name = eye_name (gtk_widget_get_parent (texts->pdata[i]));

      if (gtk_widget_is_sensitive (texts->pdata[i]) && gtk_editable_get_editable (GTK_EDITABLE (texts->pdata[i])) &&
          !gtk_widget_get_ancestor (texts->pdata[i], GTK_TYPE_SEARCH_ENTRY))
        complain (page, "can be typed into", name);
    }
  for (guint i = 0; i < views->len; i++)
    if (gtk_widget_is_sensitive (views->pdata[i]) && gtk_text_view_get_editable (views->pdata[i]))
      complain (page, "can be typed into", "a text");
  for (guint i = 0; i < checks->len; i++)
    {
      g_autofree char *name = eye_name (checks->pdata[i]);

      if (gtk_widget_is_sensitive (checks->pdata[i]))
        complain (page, "can be ticked", name);
    }
}

/* Files may be made, and read; and a programme may be made from one that can only be read. */
static gboolean
is_about_another_file (gpointer window)
{
  return GTK_IS_FILE_CHOOSER (window)
         || g_strcmp0 (gtk_window_get_title (window), "New Programme From This One") == 0
         || g_strcmp0 (gtk_window_get_title (window), "Share Goals") == 0;
}

/* Whatever opened, and whatever was said */
static void
look_at_answer (WindowFixture *self, const Page *page, const char *name)
{
  g_autoptr (GPtrArray) windows = NULL;
  g_autofree char *said = NULL;
  GtkWidget *save;

  window_settle (self);
  windows = eye_windows ();
  for (guint i = 0; i < windows->len; i++)
    {
      if (windows->pdata[i] == (gpointer) self->window || is_about_another_file (windows->pdata[i]))
        continue;
      save = gtk_window_get_default_widget (windows->pdata[i]);
      if (save && gtk_widget_is_sensitive (save))
        complain (page->name, gtk_window_get_title (windows->pdata[i]), name);
      look_at_fields (windows->pdata[i], name);
    }
  window_close_others (self, NULL);
  said = close_toast (self);
  if (said)
    complain (page->name, said, name);
}

/* --- what can be pressed -------------------------------------------------------------- */

/* Leads elsewhere, only changes what is shown, or opens the file once more */
static gboolean
is_harmless (GtkWidget *widget)
{
  const char *action = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  return g_strcmp0 (action, "win.try-again") == 0 || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_ENTRY) ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN);
}

static GtkWidget *
find_waiting (WindowFixture *self, GType type, GHashTable *pressed)
{
  g_autoptr (GPtrArray) found = eye_look_all (self->window, type, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      /* Of the meetings in a month one is enough. */
      g_autofree char *name =
        TDM_IS_MONTH_MEETING (found->pdata[i]) ? g_strdup ("a meeting") : eye_name (found->pdata[i]);

      if (gtk_widget_is_sensitive (found->pdata[i]) && !is_harmless (found->pdata[i]) && *name
          && g_hash_table_add (pressed, g_steal_pointer (&name)))
        return found->pdata[i];
    }
  return NULL;
}

static void
press_buttons (WindowFixture *self, const Page *page)
{
  g_autoptr (GHashTable) pressed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *button;

  for (;;)
    {
      g_autofree char *name = NULL;

      page->go (self);
      button = find_waiting (self, GTK_TYPE_BUTTON, pressed);
      if (!button)
        break;
      name = eye_name (button);
      g_test_message ("%s: button %s", page->name, name);
      g_signal_emit_by_name (button, "clicked");
      look_at_answer (self, page, name);
    }
}

static GtkWidget *
find_waiting_item (GtkWidget *menu, const char *button, GHashTable *pressed)
{
  g_autoptr (GPtrArray) items = eye_look_all (menu, WINDOW_TYPE_ITEM, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *name = eye_name (items->pdata[i]);

      if (gtk_widget_is_sensitive (items->pdata[i])
          && g_hash_table_add (pressed, g_strdup_printf ("%s / %s", button, name)))
        return items->pdata[i];
    }
  return NULL;
}

static void
press_menus (WindowFixture *self, const Page *page)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) pressed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *current = NULL, *main_menu = window_word ("Main Menu");

  /* It is the same on all pages. */
  if (page != pages)
    g_hash_table_add (done, g_steal_pointer (&main_menu));
  for (;;)
    {
      GtkWidget *button, *menu, *item;

      page->go (self);
      button = current ? eye_find (self->window, GTK_TYPE_MENU_BUTTON, current)
                       : find_waiting (self, GTK_TYPE_MENU_BUTTON, done);
      if (!button)
        break;
      if (!current)
        current = eye_name (button);
      menu = hand_open_menu (button);
      item = find_waiting_item (menu, current, pressed);
      if (item)
        {
          g_autofree char *name = eye_name (item);

          g_test_message ("%s: %s / %s", page->name, current, name);
          hand_click (item);
          look_at_answer (self, page, name);
        }
      else
        g_clear_pointer (&current, g_free);
      window_close_others (self, NULL);
    }
}

/* Of the rows, with each of them in turn: what has the focus takes the key, or something around it. */
static void
press_keys (WindowFixture *self, const Page *page)
{
  static const char *const keys[] = { "F2", "Delete", "Menu", "<Alt>Down", "Return" };
  static const char *const rows[] = { "GtkListBoxRow", "GtkListItemWidget", "TdmWishRow", "TdmMeetingRow", "TdmGoalRow",
                                      "TdmStepRow", "TdmInterestRow", "TdmParticipationRow" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
      {
        GType type = g_type_from_name (rows[i]);
        g_autoptr (GPtrArray) found = NULL;
        g_autofree char *what = g_strdup_printf ("%s on %s", keys[j], rows[i]);
        gboolean has_focus = FALSE;

        page->go (self);
        found = type ? eye_look_all (self->window, type, NULL) : g_ptr_array_new ();
        for (guint k = found->len; k > 0 && !has_focus; k--)
          has_focus = gtk_widget_grab_focus (found->pdata[k - 1]);
        if (!has_focus)
          break;
        hand_try_key (GTK_WINDOW (self->window), keys[j]);
        look_at_answer (self, page, what);
      }
}

/* What leads to nothing is not offered either. */
static void
look_for_verbs (WindowFixture *self, const Page *page)
{
  static const char *const verbs[] = { "Pair With…", "New Tandem…", "New Person…", "Took Place", "Add People…" };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *name = window_word (verbs[i]);
      GtkWidget *button = eye_look (self->window, GTK_TYPE_BUTTON, name);

      if (button && gtk_widget_is_sensitive (button))
        complain (page->name, "is offered", verbs[i]);
    }
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  WindowFixture *self = &fixture->base;
  const Page *page = data;

  n_problems = 0;
  page->go (self);
  look_at_fields (self->window, page->name);
  look_for_verbs (self, page);
  press_buttons (self, page);
  /* What rows and menus do was seen where the file could not be written from the start. */
  if (fixture->held >= 0)
    {
      press_menus (self, page);
      press_keys (self, page);
    }
  g_assert_cmpuint (n_problems, ==, 0);
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read-only/%s", pages[i].name);
      g_autofree char *later = g_strdup_printf ("/read-only/found-later/%s", pages[i].name);

      g_test_add (path, Fixture, &pages[i], set_up, test_page, tear_down);
      g_test_add (later, Fixture, &pages[i], set_up_later, test_page, tear_down);
    }
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
