/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include <string.h>

/* The way of Tab, and of F6, through each page, as it is written down in tab-order.txt; after a change that is wanted,
 * test-tab-order with TANDEM_TAB_ORDER=FILE writes it anew. Escape leads back to where one came from. */

#define STOPS_MOST 150

static const char *const pages[] = {
  "page-welcome", "page-tandems", "page-tandem", "page-people", "page-person", "page-meetings", "page-month",
  "page-round",   "page-topics",  "page-notes-first", "page-notes", "page-notes-locked", "page-my-tandem", NULL,
};

static GtkWidget *
get_focus (WindowFixture *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_GRID_VIEW (widget) ||
         GTK_IS_COLUMN_VIEW (widget) || GTK_IS_FLOW_BOX (widget);
}

/* A row of a list, by the name of the list; else the widget, or what is around it, by its own. Newer versions of
 * libadwaita stop once at a switcher of pages, older ones at each of its buttons. */
static char *
name_stop (GtkWidget *focus)
{
  GtkWidget *parent = gtk_widget_get_parent (focus);
  g_autofree char *list = parent && is_list (parent) ? eye_name (parent) : NULL;

  if (list)
    return g_strdup_printf ("[%s]", list);
  if (gtk_widget_get_ancestor (focus, ADW_TYPE_VIEW_SWITCHER))
    return g_strdup ("[switcher]");
  for (GtkWidget *widget = focus; widget && !GTK_IS_WINDOW (widget); widget = gtk_widget_get_parent (widget))
    {
      char *name = eye_name (widget);

      if (*name)
        return name;
      g_free (name);
    }
  return g_strdup (G_OBJECT_TYPE_NAME (focus));
}

/* What a key stops at until it comes to the first again; rows of a list, one after the other, are one line, and
 * so are the buttons of a switcher. */
static void
walk (WindowFixture *self, const char *key, GString *text)
{
  GtkWidget *first = NULL;
  g_autofree char *before = NULL;

  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_string_append_printf (text, "  %s\n", key);
  for (int i = 0; i < STOPS_MOST; i++)
    {
      g_autofree char *name = NULL;

      window_press (self, key);
      g_assert_nonnull (get_focus (self));
      if (get_focus (self) == first)
        return;
      if (!first)
        first = get_focus (self);
      name = name_stop (get_focus (self));
      if (*name == '[' && g_strcmp0 (name, before) == 0)
        continue;
      g_string_append_printf (text, "    %s\n", name);
      g_free (before);
      before = g_steal_pointer (&name);
    }
  g_test_message ("%s does not come round", key);
  g_test_fail ();
}

static char *
read_expected (const char *page)
{
  g_autofree char *path = g_build_filename (g_getenv ("TANDEM_SOURCES"), "tests", "app", "tab-order.txt", NULL);
  g_autofree char *text = NULL, *heading = g_strdup_printf ("%s\n", page);
  g_autoptr (GError) error = NULL;
  const char *start, *end;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  start = strstr (text, heading);
  g_assert_nonnull (start);
  end = strstr (start, "\n\n");
  return end ? g_strndup (start, end + 1 - start) : g_strdup (start);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

/* A row lets Tab go on only where it has the keyboard, and in GTK 4.18 that needs a window that has it. */
static void
give_keyboard (WindowFixture *self)
{
  gtk_window_present (GTK_WINDOW (self->window));
  eye_wait (is_active, self->window, "the window to have the keyboard");
}

static void
test_page (gconstpointer data)
{
  const Place *page = place_find (data);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected = NULL;
  const char *file = g_getenv ("TANDEM_TAB_ORDER");
  WindowFixture self = { 0 };

  place_set_up (&self, page, NULL);
  place_go (page, &self);
  window_settle (&self);
  give_keyboard (&self);
  g_string_append_printf (text, "%s\n", page->name);
  walk (&self, "Tab", text);
  walk (&self, "F6", text);
  if (file)
    {
      FILE *stream = fopen (file, "a");

      fprintf (stream, "%s\n", text->str);
      fclose (stream);
    }
  else
    {
      expected = read_expected (page->name);
      g_assert_cmpstr (text->str, ==, expected);
    }
  place_tear_down (&self, page);
}

/* Where a person comes to with the keyboard, and how Escape leads back */
static void
test_escape_leads_back (WindowFixture *self, gconstpointer data)
{
  place_go_tandem (self);
  window_press (self, "Escape");
  window_find (self->window, GTK_TYPE_GRID_VIEW, "Tandems");
  place_go_person (self);
  window_press (self, "Escape");
  g_assert_null (eye_look (self->window, g_type_from_name ("TdmPersonPage"), NULL));
}

static gboolean
is_in_message (GtkWidget *widget)
{
  for (; widget; widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_css_name (widget), "toast") == 0)
      return TRUE;
  return FALSE;
}

/* From anywhere, and Tab goes through its buttons then. */
static void
test_a_message_is_reached (WindowFixture *self, gconstpointer data)
{
  g_autofree char *undo = window_word ("_Undo"), *name = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.offer-undo", "s", "Done");
  eye_find (self->window, GTK_TYPE_BUTTON, undo);
  window_press (self, "F6");
  g_assert_true (is_in_message (get_focus (self)));
  name = name_stop (get_focus (self));
  g_assert_cmpstr (name, ==, undo);
  window_press (self, "F6");
  g_assert_false (is_in_message (get_focus (self)));
}

static void
add_tests (void)
{
  for (guint i = 0; pages[i]; i++)
    {
      g_autofree char *path = g_strdup_printf ("/tab-order/%s", pages[i]);

      g_test_add_data_func (path, pages[i], test_page);
    }
  WINDOW_TEST_ADD ("/tab-order/escape-leads-back", NULL, test_escape_leads_back);
  WINDOW_TEST_ADD ("/tab-order/a-message-is-reached", NULL, test_a_message_is_reached);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
