/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/common/tdm-record-view.h"
#include "app/round/tdm-participant-row.h"

#define MENTEE "Jörn Bönisch"
/* Somebody who was not chosen for the round, and has to be told */
#define DECLINED "Anouk Marquetand"

/* Where the keyboard is once something has changed or gone: beside it, not on what comes first in the window. */

static GtkWidget *
get_focus (gpointer window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static void
go_to_person (WindowFixture *self)
{
  window_open_person (self, MENTEE);
}

static void
go_to_tandem (WindowFixture *self)
{
  window_open_tandem (self, "Vikram");
}

typedef struct
{
  const char *path;
  void (*go) (WindowFixture *self);
  const char *type;   /* of the rows */
  const char *action; /* of a menu, where no key does it */
} Removal;

static const Removal removals[] = {
  { "wish", go_to_person, "TdmWishRow" }, { "interest", go_to_person, "TdmInterestRow" },
  { "goal", go_to_tandem, "TdmGoalRow", "item.remove" }, { "step", go_to_tandem, "TdmStepRow", "item.remove" },
  { "topic", round_go_topics, "TdmCatalogueRow" },
};

/* What has the focus of a row: the row, or what holds it in a list */
static GtkWidget *
focus_row (GtkWidget *row)
{
  if (eye_has_focus_inside (row))
    return row;
  for (GtkWidget *widget = row; widget; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_grab_focus (widget) || (widget == row && gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD)))
      return widget;
  return NULL;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX);

  return list ? list : gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);
}

static void
remove_row (WindowFixture *self, const Removal *removal, GtkWidget *row)
{
  g_assert_nonnull (focus_row (row));
  if (removal->action)
    gtk_widget_activate_action (get_focus (self->window), removal->action, NULL);
  else
    window_press (self, "Delete");
  window_settle (self);
}

/* The first, the last and one between: the focus is on a row beside it, and stays there when that is undone. */
static void
test_removal (WindowFixture *self, gconstpointer data)
{
  const Removal *removal = data;
  GType type;

  removal->go (self);
  window_settle (self);
  type = g_type_from_name (removal->type);
  for (int place = 0; place < 3; place++)
    {
      g_autoptr (GPtrArray) rows = eye_look_all (self->window, type, NULL);
      guint index = place == 0 ? 0 : place == 1 ? rows->len - 1 : rows->len / 2;
      GtkWidget *list = find_list (rows->pdata[index]);

      remove_row (self, removal, rows->pdata[index]);
      eye_wait (eye_has_focus_inside, list, "the focus in the list");
      window_press (self, "<Control>z");
      window_settle (self);
      eye_wait (eye_has_focus_inside, list, "the focus in the list");
    }
}

static gboolean
is_in_content (gpointer data)
{
  WindowFixture *self = data;
  GtkWidget *focus = get_focus (self->window);

  return eye_is_focus_shown (self->window) && gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW) &&
         !gtk_widget_is_ancestor (focus, window_find (self->window, GTK_TYPE_LIST_BOX, "Pages"));
}

/* Once a list is empty, the focus stays in the page. */
static void
test_removal_of_all (WindowFixture *self, gconstpointer data)
{
  const Removal *removal = data;
  GtkWidget *list;
  GType type;

  removal->go (self);
  window_settle (self);
  type = g_type_from_name (removal->type);
  list = find_list (eye_find (self->window, type, NULL));
  for (GtkWidget *row = eye_look (list, type, NULL); row; row = eye_look (list, type, NULL))
    {
      remove_row (self, removal, row);
      eye_wait (is_in_content, self, "the focus in the page");
    }
  window_press (self, "<Control>z");
  window_settle (self);
  eye_wait (is_in_content, self, "the focus in the page");
}

static GtkWidget *
get_top (void)
{
  g_autoptr (GPtrArray) windows = eye_windows ();

  return windows->pdata[windows->len - 1];
}

/* After a change of several participants the focus is in the list, not on what comes first in the window. */
static void
test_several_participants (WindowFixture *self, gconstpointer action)
{
  GtkWidget *row, *view;

  round_go (self);
  view = gtk_widget_get_ancestor (eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL), TDM_TYPE_RECORD_VIEW);
  gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL), "round.select", NULL);
  eye_settle ();
  row = eye_find (view, GTK_TYPE_CHECK_BUTTON, DECLINED);
  hand_click (row);
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate_action (row, action, NULL);
  eye_settle ();
  if (get_top () != GTK_WIDGET (self->window))
    hand_click (gtk_window_get_default_widget (GTK_WINDOW (get_top ())));
  window_settle (self);
  eye_wait (eye_has_focus_inside, view, "the focus in the list");
  window_press (self, "<Control>z");
  window_settle (self);
  eye_wait (eye_has_focus_inside, view, "the focus in the list");
}

/* What is added to an empty list takes the place of the button that had the focus. */
static void
test_first_participant (WindowFixture *self, gconstpointer data)
{
  GtkWidget *button, *view;
  GtkWindow *dialog;

  window_alter (self, "DELETE FROM participation");
  window_close (self);
  window_open_again (self, NULL);
  window_press (self, "<Alt>5");
  button = window_find (self->window, GTK_TYPE_BUTTON, "Add People…");
  view = gtk_widget_get_ancestor (button, TDM_TYPE_RECORD_VIEW);
  g_assert_true (gtk_widget_grab_focus (button));
  hand_click (button);
  dialog = window_find_window ("Add People");
  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL));
  window_click_on (dialog, "_Add");
  window_wait_count (view, TDM_TYPE_PARTICIPANT_ROW, NULL, 1);
  eye_wait (eye_has_focus_inside, find_list (eye_find (view, TDM_TYPE_PARTICIPANT_ROW, NULL)), "the focus in the list");
}

/* Of a table of tests, whose data are no looks */
static void
set_up (WindowFixture *self, gconstpointer data)
{
  window_set_up (self, NULL);
}

static void
add_tests (void)
{
  static const char *const changes[] = { "round.change-state", "round.told-today", "round.criterion-met",
                                         "round.remove-people" };

  for (guint i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      g_autofree char *one = g_strdup_printf ("/focus-kept/removal/%s", removals[i].path);
      g_autofree char *all = g_strdup_printf ("/focus-kept/removal-of-all/%s", removals[i].path);

      g_test_add (one, WindowFixture, &removals[i], set_up, test_removal, window_tear_down);
      g_test_add (all, WindowFixture, &removals[i], set_up, test_removal_of_all, window_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/focus-kept/several/%s", changes[i]);

      g_test_add (path, WindowFixture, changes[i], set_up, test_several_participants, window_tear_down);
    }
  WINDOW_TEST_ADD ("/focus-kept/first-participant", NULL, test_first_participant);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
