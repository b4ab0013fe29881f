/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "eye.h"

#include <adwaita.h>

#define PATIENCE (20 * G_TIME_SPAN_SECOND)
#define GLANCE 500 /* ms */

static gboolean
keep_awake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the program work until the condition holds: whatever changes, changes in what the main loop does. */
void
eye_wait (EyeCondition condition, gpointer data, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint source = g_timeout_add (GLANCE, keep_awake, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (source);
}

static gboolean
is_freed (gpointer place)
{
  return *(gpointer *) place == NULL;
}

/* @place: where there is a weak pointer to what closes */
void
eye_wait_freed (gpointer place, const char *what)
{
  g_autofree char *waiting = g_strdup_printf ("%s to be freed", what);

  eye_wait (is_freed, place, waiting);
}

/* All that can be done at once is done. */
void
eye_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_labelled_by (GtkWidget *widget, GtkWidget *label)
{
  g_autofree char *other
    = gtk_test_accessible_check_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL);

  return !other;
}

static char *
get_own_name (GtkWidget *widget)
{
  g_autofree char *name = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;
  /* It tells the value only where another one was expected. */
  name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
  return name && *name ? g_steal_pointer (&name) : NULL;
}

static char *
find_name_of_label (GtkWidget *widget, GtkWidget *among)
{
  for (GtkWidget *child = gtk_widget_get_first_child (among); child; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *name = NULL;

      if (is_labelled_by (widget, child))
        name = get_own_name (child);
      if (!name && GTK_IS_LABEL (child) && is_labelled_by (widget, child))
        name = g_strdup (gtk_label_get_text (GTK_LABEL (child)));
      if (!name)
        name = find_name_of_label (widget, child);
      if (name)
        return g_steal_pointer (&name);
    }
  return NULL;
}

/* Newer versions of libadwaita give the name of a row with an entry to the text in it, which has the keyboard; newer
 * ones of GTK read what the button of a menu shows where it has no other name. */
static char *
make_newer_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const char *label = GTK_IS_MENU_BUTTON (parent) ? gtk_menu_button_get_label (GTK_MENU_BUTTON (parent)) : NULL;

  if (ADW_IS_ENTRY_ROW (widget))
    return eye_name (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget))));
  return g_strdup (label ? label : "");
}

/* As GTK makes it: what was set, or else what the labels say that it is labelled by. Mnemonics are left out. */
char *
eye_name (GtkWidget *widget)
{
  g_autofree char *name = get_own_name (widget);
  g_auto (GStrv) parts = NULL;

  for (GtkWidget *around = widget; !name && around; around = gtk_widget_get_parent (around))
    {
      if (!gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
        break;
      name = find_name_of_label (widget, around);
    }
  if (!name)
    return make_newer_name (widget);
  parts = g_strsplit (name, "_", 2);
  return g_strjoinv ("", parts);
}

static gboolean
matches (const char *wanted, const char *name)
{
  if (!wanted)
    return TRUE;
  return *wanted == '^' ? g_regex_match_simple (wanted, name, 0, 0) : g_str_equal (wanted, name);
}

static void
add_matches (GtkWidget *widget, GType type, const char *name, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *own = name ? eye_name (widget) : NULL;

      if (matches (name, own))
        g_ptr_array_add (found, widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    add_matches (child, type, name, found);
}

/* All below a widget, or in any window if that is NULL, in reading order. */
GPtrArray *
eye_look_all (gpointer root, GType type, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) windows = root ? NULL : eye_windows ();

  if (root)
    add_matches (root, type, name, found);
  for (guint i = 0; windows && i < windows->len; i++)
    add_matches (windows->pdata[i], type, name, found);
  return found;
}

GtkWidget *
eye_look (gpointer root, GType type, const char *name)
{
  g_autoptr (GPtrArray) found = eye_look_all (root, type, name);

  return found->len > 0 ? found->pdata[0] : NULL;
}

typedef struct
{
  gpointer root;
  GType type;
  const char *name;
  GtkWidget *found;
} Search;

static gboolean
search_finds (gpointer data)
{
  Search *self = data;

  self->found = eye_look (self->root, self->type, self->name);
  return self->found != NULL;
}

static gboolean
search_finds_nothing (gpointer data)
{
  return !search_finds (data);
}

/* As soon as there is one. */
GtkWidget *
eye_find (gpointer root, GType type, const char *name)
{
  Search search = { root, type, name, NULL };
  g_autofree char *what = g_strdup_printf ("%s “%s”", g_type_name (type), name ? name : "");

  eye_wait (search_finds, &search, what);
  return search.found;
}

void
eye_wait_gone (gpointer root, GType type, const char *name)
{
  Search search = { root, type, name, NULL };
  g_autofree char *what = g_strdup_printf ("%s “%s” to go", g_type_name (type), name ? name : "");

  eye_wait (search_finds_nothing, &search, what);
}

void
eye_find_label (gpointer root, const char *text)
{
  eye_find (root, GTK_TYPE_LABEL, text);
}

/* The windows that are open, the first one first. */
GPtrArray *
eye_windows (void)
{
  GListModel *all = gtk_window_get_toplevels ();
  GPtrArray *windows = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (gtk_widget_get_mapped (window))
        g_ptr_array_add (windows, window);
    }
  return windows;
}

static gboolean
search_finds_window (gpointer data)
{
  Search *self = data;
  g_autoptr (GPtrArray) windows = eye_windows ();

  self->found = NULL;
  for (guint i = 0; i < windows->len && !self->found; i++)
    if (g_strcmp0 (gtk_window_get_title (windows->pdata[i]), self->name) == 0)
      self->found = windows->pdata[i];
  return self->found != NULL;
}

GtkWindow *
eye_find_window (const char *title)
{
  Search search = { NULL, GTK_TYPE_WINDOW, title, NULL };

  eye_wait (search_finds_window, &search, title);
  return GTK_WINDOW (search.found);
}

/* Is its middle in the window, and is it what a pointer there would be over? */
gboolean
eye_is_shown (gpointer widget)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  GtkWidget *hit;
  graphene_rect_t bounds;

  if (!native || !gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, native, &bounds))
    return FALSE;
  hit = gtk_widget_pick (native, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2,
                         GTK_PICK_INSENSITIVE);
  return hit && (hit == widget || gtk_widget_is_ancestor (hit, widget));
}

/* Can all of its text be read, or is it cut off? */
gboolean
eye_is_whole (gpointer label)
{
  return !pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static void
dump (GtkWidget *widget, int depth)
{
  g_autofree char *name = eye_name (widget);

  if (!gtk_widget_get_mapped (widget))
    return;
  g_printerr ("%*s%s “%s”\n", 2 * depth, "", G_OBJECT_TYPE_NAME (widget), name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    dump (child, depth + 1);
}

/* For finding out what a widget is called. */
void
eye_dump (gpointer root)
{
  dump (root, 0);
}

gboolean
eye_is_focus_shown (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus && gtk_widget_get_mapped (focus);
}

/* Is the keyboard in it? It may be on what is gone, until the next frame. */
gboolean
eye_has_focus_inside (gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus && gtk_widget_get_mapped (focus) && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
