/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "app/common/tdm-header-title.h"
#include "app/common/tdm-text-button.h"
#include "app/meetings/tdm-month-meeting.h"
#include "app/round/tdm-round-switcher.h"

#include <glib/gstdio.h>
#include <string.h>

/* All that the program shows: it fits a narrow screen with text twice as large, and everything in it that can have the
 * focus has a name.
 *
 * With a folder in TANDEM_PICTURES, each place leaves pictures there: narrow, and as usual. */

/* In pixels: what a header has on each side beside its buttons */
#define SIDE 24

static const WindowLook narrow = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

typedef struct
{
  WindowFixture base;
  GtkWidget *shown; /* the window or popover */
} PlaceFixture;

static void
fixture_go (PlaceFixture *self, const Place *place)
{
  self->shown = place_go (place, &self->base);
  eye_settle ();
}

static void
fixture_set_up (PlaceFixture *self, gconstpointer place)
{
  place_set_up (&self->base, place, &narrow);
  fixture_go (self, place);
}

static void
fixture_set_up_usual (PlaceFixture *self, gconstpointer place)
{
  place_set_up (&self->base, place, NULL);
  fixture_go (self, place);
}

static void
fixture_tear_down (PlaceFixture *self, gconstpointer place)
{
  place_tear_down (&self->base, place);
}

/* --- pictures ------------------------------------------------------------------------------ */

static void
fixture_take_picture (PlaceFixture *self, const Place *place, const char *look)
{
  const char *folder = g_getenv ("TANDEM_PICTURES");
  GtkNative *native = gtk_widget_get_native (self->shown);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *name = NULL, *path = NULL;

  if (!folder)
    return;
  gtk_test_widget_wait_for_draw (self->shown);
  name = g_strdup_printf ("%s-%s-%s.png", place->name, window_is_german () ? "de" : "en", look);
  path = g_build_filename (folder, name, NULL);
  paintable = gtk_widget_paintable_new (self->shown);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (self->shown), gtk_widget_get_height (self->shown));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* --- room ---------------------------------------------------------------------------------- */

/* What makes it so wide, from the outside in */
static char *
describe_width (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  while (widget)
    {
      GtkWidget *widest = NULL;
      int most = 0;
      g_autofree char *name = eye_name (widget);
      int own;

      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &own, NULL, NULL, NULL);
      g_string_append_printf (text, "\n  %s “%s” %d", G_OBJECT_TYPE_NAME (widget), name, own);
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
        {
          int least;

          if (!gtk_widget_get_visible (child) || GTK_IS_NATIVE (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          if (least > most)
            {
              most = least;
              widest = child;
            }
        }
      widget = widest;
    }
  return g_string_free (text, FALSE);
}

#define FRAMES_TO_SHRINK 8

static gboolean
fixture_has_shrunk (PlaceFixture *self)
{
  return gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self->shown))) <= narrow.width;
}

/* Whether all that is shown has its place on a narrow screen. What a question of libadwaita says cannot be scrolled:
 * with text twice as large it may be higher than that. */
static void
fixture_expect_room (PlaceFixture *self, const Place *place, gboolean is_large)
{
  /* The shadow around what a popover shows need not be on the screen. */
  GtkWidget *content = GTK_IS_POPOVER (self->shown) ? gtk_widget_get_first_child (self->shown) : self->shown;
  int width, natural, height;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &width, &natural, NULL, NULL);
  /* A popover is as wide as it would like to be. */
  if (GTK_IS_POPOVER (self->shown))
    width = natural;
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, MAX (width, narrow.width), &height, NULL, NULL, NULL);
  if (width > narrow.width && !place->is_foreign)
    {
      g_autofree char *what = describe_width (self->shown);

      g_test_message ("%d pixels wide:%s", width, what);
      g_test_fail ();
    }
  if (height > narrow.height && !place->is_foreign && !(is_large && ADW_IS_MESSAGE_DIALOG (self->shown)))
    {
      g_test_message ("%d pixels high", height);
      g_test_fail ();
    }
}

/* Whether GTK, which gives one side of a header half of it at most, has no room for the whole button there */
static gboolean
is_wider_than_half_a_header (GtkWidget *button)
{
  int natural;

  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return gtk_widget_get_ancestor (button, ADW_TYPE_HEADER_BAR) &&
         natural > gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (button))) / 2 - SIDE;
}

/* What they say is of the file, and as long as that has it. */
static gboolean
names_something_of_the_file (GtkWidget *button)
{
  return gtk_widget_get_ancestor (button, TDM_TYPE_ROUND_SWITCHER) || TDM_IS_MONTH_MEETING (button);
}

/* With text of usual size all buttons say what they do. */
static void
fixture_expect_whole_buttons (PlaceFixture *self)
{
  g_autoptr (GPtrArray) labels = eye_look_all (self->shown, GTK_TYPE_LABEL, NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *button = gtk_widget_get_ancestor (labels->pdata[i], GTK_TYPE_BUTTON);

      if (!button || !eye_is_shown (labels->pdata[i]) || eye_is_whole (labels->pdata[i]) ||
          is_wider_than_half_a_header (button) || names_something_of_the_file (button))
        continue;
      g_test_message ("“%s” is cut off", gtk_label_get_text (labels->pdata[i]));
      g_test_fail ();
    }
}

static gboolean
has_a_visible_sibling (GtkWidget *button)
{
  GtkWidget *parent = gtk_widget_get_parent (button);

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child; child = gtk_widget_get_next_sibling (child))
    if (child != button && gtk_widget_get_visible (child))
      return TRUE;
  return FALSE;
}

/* However large the text is, what leads out of a form is read whole. Where another button shares its half of the
 * header, there is no room for that. */
static void
fixture_expect_whole_ways_out (PlaceFixture *self)
{
  static const char *const ways[] = { "_Cancel", "_Save" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *word = window_word (ways[i]);
      GtkWidget *button = eye_look (self->shown, TDM_TYPE_TEXT_BUTTON, word);
      GtkWidget *label = button ? gtk_button_get_child (GTK_BUTTON (button)) : NULL;

      if (!GTK_IS_LABEL (label) || !gtk_widget_get_mapped (label) || eye_is_whole (label) ||
          has_a_visible_sibling (button))
        continue;
      g_test_message ("“%s” is cut off", ways[i]);
      g_test_fail ();
    }
}

/* However narrow a dialog is, and however large its text, it says what it is. */
static void
fixture_expect_title (PlaceFixture *self)
{
  const char *title = GTK_IS_WINDOW (self->shown) ? gtk_window_get_title (GTK_WINDOW (self->shown)) : NULL;
  g_autoptr (GPtrArray) labels = NULL;
  gboolean is_said = FALSE;

  if (!eye_look (self->shown, TDM_TYPE_HEADER_TITLE, NULL))
    return;
  labels = eye_look_all (self->shown, GTK_TYPE_LABEL, NULL);
  for (guint i = 0; i < labels->len; i++)
    is_said |= g_str_has_prefix (gtk_label_get_text (labels->pdata[i]), title) && eye_is_whole (labels->pdata[i]);
  if (is_said)
    return;
  g_test_message ("“%s” is said nowhere", title);
  g_test_fail ();
}

/* A dialog as wide as it opens says what it is. */
static void
fixture_expect_whole_title (PlaceFixture *self)
{
  g_autoptr (GPtrArray) titles = eye_look_all (self->shown, TDM_TYPE_HEADER_TITLE, NULL);

  for (guint i = 0; i < titles->len; i++)
    {
      g_autoptr (GPtrArray) labels = eye_look_all (titles->pdata[i], GTK_TYPE_LABEL, NULL);

      if (labels->len == 0 || !eye_is_whole (labels->pdata[0]))
        {
          g_test_message ("“%s” is cut off", gtk_window_get_title (GTK_WINDOW (self->shown)));
          g_test_fail ();
        }
    }
}

/* --- names --------------------------------------------------------------------------------- */

static void
add_texts (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    add_texts (child, text);
}

/* Rows are read with what is in them. */
static gboolean
is_row (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX_ROW (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") ||
         GTK_IS_FLOW_BOX_CHILD (widget) || g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "GtkColumnViewRow");
}

static char *
make_spoken (GtkWidget *widget)
{
  g_autofree char *name = eye_name (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GString *text = g_string_new (NULL);

  if (is_row (widget) && !*name && child)
    {
      g_free (name);
      name = eye_name (child);
    }
  if (is_row (widget) && !*name)
    add_texts (widget, text);
  else
    g_string_append (text, name);
  return g_string_free (text, FALSE);
}

static gboolean
takes_keys (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (role == GTK_ACCESSIBLE_ROLE_NONE || role == GTK_ACCESSIBLE_ROLE_PRESENTATION ||
      role == GTK_ACCESSIBLE_ROLE_GENERIC)
    return FALSE;
  /* In a list the focus is on its rows. */
  if (role == GTK_ACCESSIBLE_ROLE_LIST || role == GTK_ACCESSIBLE_ROLE_TREE_GRID)
    return FALSE;
  return gtk_widget_get_focusable (widget) && !GTK_IS_LABEL (widget) && !GTK_IS_SCROLLED_WINDOW (widget);
}

typedef struct
{
  char *last; /* name of the button before */
  GtkWidget *last_parent;
  GString *complaints;
  guint n_named;
} Reading;

static void
reading_visit (Reading *self, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (takes_keys (widget))
    {
      g_autofree char *name = make_spoken (widget);
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (!*name)
        g_string_append_printf (self->complaints, "\n  %s in %s has no name", G_OBJECT_TYPE_NAME (widget),
                                G_OBJECT_TYPE_NAME (parent));
      else
        self->n_named++;
      if (g_getenv ("TANDEM_READ"))
        g_printerr ("    %s “%s”\n", G_OBJECT_TYPE_NAME (widget), name);
      if (GTK_IS_BUTTON (widget) && parent == self->last_parent && g_strcmp0 (name, self->last) == 0)
        g_string_append_printf (self->complaints, "\n  two beside each other are called “%s”", name);
      g_free (self->last);
      self->last = g_steal_pointer (&name);
      self->last_parent = parent;
    }
  else if (g_getenv ("TANDEM_READ") && GTK_IS_LABEL (widget))
    g_printerr ("      %s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      reading_visit (self, child);
}

static void
fixture_expect_names (PlaceFixture *self, const Place *place)
{
  Reading reading = { .complaints = g_string_new (NULL) };

  if (g_getenv ("TANDEM_READ"))
    g_printerr ("== %s\n", place->name);
  reading_visit (&reading, self->shown);
  if (reading.complaints->len > 0 && !place->is_foreign)
    {
      g_test_message ("%s", reading.complaints->str);
      g_test_fail ();
    }
  g_assert_cmpuint (reading.n_named, >, 0);
  g_string_free (reading.complaints, TRUE);
  g_free (reading.last);
}

/* Narrow, dark and with large text; then, with that of usual size, questions are no higher than the screen, and buttons
 * say all they have to say. */
static void
test_place (PlaceFixture *self, gconstpointer place)
{
  if (GTK_IS_WINDOW (self->shown))
    {
      gtk_window_set_default_size (GTK_WINDOW (self->shown), narrow.width, narrow.height);
      for (int i = 0; i < FRAMES_TO_SHRINK && !fixture_has_shrunk (self); i++)
        gtk_test_widget_wait_for_draw (self->shown);
    }
  else
    gtk_test_widget_wait_for_draw (self->shown);
  /* Headers look at the room that they have got. */
  gtk_test_widget_wait_for_draw (self->shown);
  gtk_test_widget_wait_for_draw (self->shown);
  fixture_take_picture (self, place, "narrow");
  fixture_expect_room (self, place, TRUE);
  fixture_expect_names (self, place);
  fixture_expect_title (self);
  fixture_expect_whole_ways_out (self);
  if (!GTK_IS_WINDOW (self->shown))
    return;
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  for (int i = 0; i < FRAMES_TO_SHRINK; i++)
    gtk_test_widget_wait_for_draw (self->shown);
  fixture_take_picture (self, place, "narrow-usual");
  fixture_expect_room (self, place, FALSE);
  fixture_expect_whole_buttons (self);
  fixture_expect_title (self);
}

/* --- none is missing ----------------------------------------------------------------------- */

/* What opens something, in the sources and in the XML */
#define OPENS \
  "\\b(adw_message_dialog_new|adw_show_about_window|gtk_popover_menu_new_from_model|gtk_popover_new|" \
  "gtk_window_present|" \
  "tdm_dialog_open|tdm_dialog_tell|tdm_record_dialog_present) \\("
#define IS_POPOVER "<object class=\"GtkPopover\""

static gboolean
is_place (const char *file)
{
  /* What is no place of its own, or what this test cannot get to */
  static const char *const others[] = {
    "tdm-application.c",               /* the window of the program */
    "common/tdm-dialog.c",             /* is what the others open theirs with */
    "common/tdm-record-dialog.c",      /* likewise */
    "common/tdm-feedback.c",           /* brings a window to the front */
    "notes/tdm-notes-closing.c",       /* needs a full disk: test-notes-unsaved.c */
    "notes/tdm-recovery-print.c",      /* needs a printer */
    "shell/tdm-window-actions.c",      /* opens the keyboard shortcuts, help-overlay.ui */
    "shell/tdm-window-file.c",         /* opens a window of the program, or brings it to the front */
    "shell/tdm-window-inbox.c",        /* brings a window to the front */
    "shell/tdm-window-start.c",        /* opens a window for a new programme */
  };

  for (const Place *const *table = place_tables; *table; table++)
    for (const Place *place = *table; place->name; place++)
      if (g_strcmp0 (place->of, file) == 0)
        return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i], file))
      return TRUE;
  return FALSE;
}

/* Complains about the files in a folder that open something which is no place. */
static guint
look_through_folder (const char *top, const char *below)
{
  g_autofree char *path = g_build_filename (top, below, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_found = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *file = g_build_filename (below, name, NULL);
      g_autofree char *whole = g_build_filename (top, file, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (whole, G_FILE_TEST_IS_DIR))
        n_found += look_through_folder (top, file);
      else if ((g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".ui")) &&
               g_file_get_contents (whole, &text, NULL, NULL))
        {
          gboolean is_source = g_str_has_suffix (name, ".c");

          if (!g_regex_match_simple (is_source ? OPENS : IS_POPOVER, text, 0, 0))
            continue;
          n_found++;
          if (!is_place (is_source ? file : name))
            {
              g_test_message ("%s opens something: add it to the places", file);
              g_test_fail ();
            }
        }
    }
  return n_found;
}

static void
test_all_are_there (void)
{
  const char *sources = g_getenv ("TANDEM_SOURCES");
  g_autofree char *code = g_build_filename (sources, "src", "app", NULL);
  g_autofree char *xml = g_build_filename (sources, "ui", NULL);

  g_assert_cmpuint (look_through_folder (code, ""), >, 30);
  g_assert_cmpuint (look_through_folder (xml, ""), >, 8);
}

/* As a dialog opens on a desktop */
static void
test_usual (PlaceFixture *self, gconstpointer place)
{
  gtk_test_widget_wait_for_draw (self->shown);
  fixture_expect_whole_buttons (self);
  fixture_expect_whole_title (self);
  fixture_take_picture (self, place, "usual");
}

static void
add_place (const Place *place)
{
  gboolean takes_pictures = g_getenv ("TANDEM_PICTURES") != NULL;
  g_autofree char *path = g_strdup_printf ("/places/narrow/%s", place->name);
  g_autofree char *usual = g_strdup_printf ("/places/usual/%s", place->name);

  g_test_add (path, PlaceFixture, place, fixture_set_up, test_place, fixture_tear_down);
  if (takes_pictures || g_str_has_suffix (place->of ? place->of : "", "-dialog.c"))
    g_test_add (usual, PlaceFixture, place, fixture_set_up_usual, test_usual, fixture_tear_down);
}

static void
add_tests (void)
{
  g_test_add_func ("/places/all-are-there", test_all_are_there);
  for (const Place *const *table = place_tables; *table; table++)
    for (const Place *place = *table; place->name; place++)
      add_place (place);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
