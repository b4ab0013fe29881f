/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/pairs/tdm-pair-page.h"
#include "app/people/tdm-person-page.h"
#include "app/tdm-application.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "sample/tdm-sample.h"
#include "window-log.h"
#include "workspace/tdm-workspace-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/file.h>

#define DOTS_PER_INCH 96
#define WIDTH 1100
#define HEIGHT 760

static TdmApplication *application;
static TdmTestFolder samples;

/* So many times as large as usual */
void
window_make_sample (const char *path, guint scale)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = tdm_clock_today ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_test_open (path, TDM_OPEN_CREATE, &error);
  g_autoptr (TdmEdit) edit = tdm_sample_build (today, scale, C_ ("sample language", "en"), &error);

  g_assert_no_error (error);
  tdm_workspace_import_async (workspace, g_steal_pointer (&edit), tdm_test_result_cb, &result);
  g_assert_true (tdm_workspace_import_finish (workspace, tdm_test_wait (&result), &error));
  g_assert_no_error (error);
  tdm_workspace_close (workspace);
}

/* To be called by main(); the windows of all tests are of one application, which shows no window of its own. */
int
window_tests_run (int *argc, char ***argv, void (*add_tests) (void))
{
  g_autoptr (GError) error = NULL;
  int status;

  tdm_test_init (argc, argv);
  window_log_init ();
  application = tdm_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  tdm_test_folder_init (&samples);
  window_make_sample (samples.path, 1);
  add_tests ();
  status = g_test_run ();
  tdm_test_folder_clear (&samples);
  G_APPLICATION_GET_CLASS (application)->shutdown (G_APPLICATION (application));
  return status;
}

/* While the window is there: GTK may keep its actions for a while, which then would tell one that is gone. */
static void
reset_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (TANDEM_APP_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i]; i++)
    g_settings_reset (settings, keys[i]);
}

static void
apply_look (WindowFixture *self, const WindowLook *look)
{
  double text_scale = look && look->text_scale > 0 ? look->text_scale : 1;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      look && look->is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_DEFAULT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (DOTS_PER_INCH * 1024 * text_scale), NULL);
  /* The last window has left its size. */
  gtk_window_set_default_size (GTK_WINDOW (self->window), look && look->width > 0 ? look->width : WIDTH,
                               look && look->height > 0 ? look->height : HEIGHT);
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (data) > 0 && gtk_widget_get_mapped (data);
}

/* The window as it is at the very first start */
void
window_set_up_without (WindowFixture *self, gconstpointer look)
{
  tdm_test_folder_init (&self->folder);
  g_set_weak_pointer (&self->window, tdm_window_new (ADW_APPLICATION (application)));
  apply_look (self, look);
  tdm_window_open_last (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  eye_wait (has_size, self->window, "the window");
}

static gboolean
shows_tandems (gpointer window)
{
  return tdm_window_get_workspace (window) && eye_look (window, WINDOW_TYPE_CARD, NULL);
}

static gboolean
shows_programme (gpointer window)
{
  return tdm_window_get_workspace (window) != NULL;
}

static void
open_window (WindowFixture *self, gconstpointer look)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->folder.path);

  g_set_weak_pointer (&self->window, tdm_window_new (ADW_APPLICATION (application)));
  apply_look (self, look);
  tdm_window_open_file (self->window, file);
  gtk_window_present (GTK_WINDOW (self->window));
  eye_wait (shows_programme, self->window, "the programme");
}

void
window_set_up (WindowFixture *self, gconstpointer look)
{
  tdm_test_folder_init (&self->folder);
  tdm_test_copy_file (samples.path, self->folder.path);
  open_window (self, look);
  eye_wait (shows_tandems, self->window, "the tandems");
}

/* For a window that was asked to close */
void
window_wait_freed (WindowFixture *self)
{
  eye_wait_freed (&self->window, "the window");
  eye_settle ();
}

void
window_close (WindowFixture *self)
{
  window_close_others (self, NULL);
  gtk_window_close (GTK_WINDOW (self->window));
  window_wait_freed (self);
}

/* As somebody does who has closed it, on the page that was left */
void
window_open_again (WindowFixture *self, gconstpointer look)
{
  open_window (self, look);
}

/* Opens a copy of the file, which another program holds until what is returned is closed: it can only be read. */
int
window_open_held (WindowFixture *self)
{
  char *path = tdm_test_folder_join (&self->folder, "held.tandem");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  int held;

  tdm_test_copy_file (self->folder.path, path);
  held = g_open (path, O_RDWR | O_CLOEXEC, 0);
  g_assert_cmpint (flock (held, LOCK_EX), ==, 0);
  tdm_window_open_file (self->window, file);
  window_find (self->window, GTK_TYPE_LABEL,
               "Another window or program has this file open, so it can only be read here.");
  g_free (self->folder.path);
  self->folder.path = path;
  window_settle (self);
  return held;
}

void
window_tear_down (WindowFixture *self, gconstpointer look)
{
  if (self->window)
    {
      window_close_others (self, NULL);
      reset_settings ();
      gtk_window_close (GTK_WINDOW (self->window));
      window_wait_freed (self);
    }
  tdm_test_folder_clear (&self->folder);
}

/* What was begun so far is in the file and in the window. */
void
window_settle (WindowFixture *self)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  eye_settle ();
  if (!workspace)
    return;
  tdm_workspace_check_async (workspace, tdm_test_result_cb, &result);
  problems = tdm_workspace_check_finish (workspace, tdm_test_wait (&result), NULL);
  eye_settle ();
}

/* What the programme file says when it is asked in SQL: one value, as text */
char *
window_ask (WindowFixture *self, const char *question)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  char *answer;

  window_settle (self);
  g_assert_cmpint (sqlite3_open_v2 (self->folder.path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, question, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return answer;
}

void
window_expect_answer (WindowFixture *self, const char *question, const char *expected)
{
  g_autofree char *answer = window_ask (self, question);

  g_assert_cmpstr (answer, ==, expected);
}

/* The record of a list whose uid the file gives when it is asked so */
gpointer
window_ask_record (WindowFixture *self, GListModel *records, const char *question)
{
  g_autofree char *uid = window_ask (self, question);
  gpointer record = tdm_workspace_find_uid (tdm_window_get_workspace (self->window), records, uid);

  g_assert_nonnull (record);
  return record;
}

/* Another program writes into the file what Tandem never does. */
void
window_alter (WindowFixture *self, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (self->folder.path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (database), >, 0);
  sqlite3_close (database);
}

/* What is done elsewhere in the same file, such as in another window */
void
window_commit (WindowFixture *self, TdmEdit *taken_edit)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tdm_workspace_commit_async (workspace, taken_edit, tdm_test_result_cb, &result);
  label = tdm_test_finish_change (workspace, &result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
  eye_settle ();
}

void
window_change_text (WindowFixture *self, gpointer record, guint field, const char *text)
{
  TdmEdit *edit = tdm_edit_new ("Changed elsewhere");

  tdm_record_set_text (tdm_edit_update (edit, record), field, text);
  window_commit (self, edit);
}

void
window_change_person (WindowFixture *self, const char *name, guint field, const char *text)
{
  GListModel *people = tdm_workspace_get_people (tdm_window_get_workspace (self->window));
  char *question = sqlite3_mprintf ("SELECT uid FROM person WHERE name = %Q", name);

  window_change_text (self, window_ask_record (self, people, question), field, text);
  sqlite3_free (question);
}

/* As the desktop can ask for it while a dialog is open */
void
window_quit (WindowFixture *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
}

void
window_press (WindowFixture *self, const char *key)
{
  hand_press (GTK_WINDOW (self->window), key);
}

guint
window_count_files (const char *folder, const char *suffix)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (files)))
    n += g_str_has_suffix (name, suffix);
  return n;
}

static GtkWidget *
find_open_popover (GtkWidget *root)
{
  return eye_look (root, GTK_TYPE_POPOVER, NULL);
}

/* Whether it asks what becomes of what was typed; then that goes. */
static gboolean
discard (GtkWidget *window)
{
  if (!ADW_IS_MESSAGE_DIALOG (window) || !adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (window), "discard"))
    return FALSE;
  window_click_on (window, "_Discard");
  return TRUE;
}

/* Leaves what has opened over the window with Escape, and notes what it was called. */
void
window_close_others (WindowFixture *self, GHashTable *names)
{
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (GPtrArray) windows = eye_windows ();
      GtkWidget *top = windows->pdata[windows->len - 1];
      GtkWidget *popover = find_open_popover (top);

      if (popover)
        gtk_popover_popdown (GTK_POPOVER (popover));
      else if (top == GTK_WIDGET (self->window))
        return;
      else if (!discard (top))
        {
          if (names)
            g_hash_table_add (names, g_strdup (G_OBJECT_TYPE_NAME (top)));
          hand_press (GTK_WINDOW (top), "Escape");
        }
      eye_settle ();
    }
  g_error ("a window is still open");
}

/* Waits for what the window says in a toast, and closes that: the next one waits for it otherwise. */
void
window_wait_toast (WindowFixture *self, const char *english)
{
  GtkWidget *label = window_find (self->window, GTK_TYPE_LABEL, english);
  GtkWidget *toast = gtk_widget_get_ancestor (label, g_type_from_name ("AdwToastWidget"));
  g_autoptr (GPtrArray) buttons = NULL;

  g_assert_nonnull (toast);
  buttons = eye_look_all (toast, GTK_TYPE_BUTTON, NULL);
  g_signal_emit_by_name (buttons->pdata[buttons->len - 1], "clicked");
  eye_settle ();
}

typedef struct
{
  gpointer root;
  GType type;
  const char *name;
  guint expected;
} Count;

static gboolean
count_is_right (gpointer data)
{
  Count *self = data;
  g_autoptr (GPtrArray) found = eye_look_all (self->root, self->type, self->name);

  return found->len == self->expected;
}

/* Waits until there are so many of that name. */
void
window_wait_count (gpointer root, GType type, const char *name, guint expected)
{
  Count count = { root, type, name, expected };
  g_autofree char *what = g_strdup_printf ("%u times “%s”", expected, name);

  eye_wait (count_is_right, &count, what);
}

typedef struct
{
  gpointer window;
  const char *name;
} CardSearch;

static gboolean
finds_one_card (gpointer data)
{
  CardSearch *self = data;
  g_autoptr (GPtrArray) cards = eye_look_all (self->window, WINDOW_TYPE_CARD, NULL);
  g_autofree char *name = cards->len == 1 ? eye_name (cards->pdata[0]) : NULL;

  return name && strstr (name, self->name);
}

/* Goes to the only tandem whose mentee has this name. */
void
window_open_tandem (WindowFixture *self, const char *name)
{
  CardSearch search = { self->window, name };
  GtkWidget *card;

  hand_press (GTK_WINDOW (self->window), "<Alt>1");
  hand_press (GTK_WINDOW (self->window), "<Control>1");
  hand_press (GTK_WINDOW (self->window), "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), name);
  eye_wait (finds_one_card, &search, name);
  card = eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  hand_click (gtk_widget_get_parent (card));
  eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  window_settle (self);
}

static gboolean
shows_person (gpointer window)
{
  GtkWidget *page = eye_look (window, TDM_TYPE_PERSON_PAGE, NULL);

  return page && tdm_person_page_get_person (TDM_PERSON_PAGE (page));
}

/* Goes to all that is known of a person: the page. */
GtkWidget *
window_open_person (WindowFixture *self, const char *name)
{
  g_autofree char *question = g_strdup_printf ("SELECT uid FROM person WHERE name = '%s'", name);
  g_autofree char *uid = window_ask (self, question);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-person", "s", uid);
  eye_wait (shows_person, self->window, name);
  window_settle (self);
  return eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL);
}

typedef struct
{
  gpointer window;
  GType page;
  const char *name;
} Place;

static gboolean
is_at (gpointer data)
{
  const Place *self = data;
  GtkWidget *page = eye_look (self->window, self->page, NULL);

  return page && eye_look (page, GTK_TYPE_LABEL, self->name);
}

/* The page that is on show is that of a person or tandem of this name. */
void
window_wait_at (WindowFixture *self, GType page, const char *name)
{
  Place place = { self->window, page, name };

  eye_wait (is_at, &place, name);
}

static void
expect_size (GtkWindow *window, const WindowLook *look)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpint (gdk_surface_get_width (surface), ==, look->width);
  g_assert_cmpint (gdk_surface_get_height (surface), ==, look->height);
}

/* All that is shown fits into the size that the window was given, in a frame that was drawn. */
void
window_expect_size (WindowFixture *self, const WindowLook *look)
{
  if (look && look->width > 0)
    expect_size (GTK_WINDOW (self->window), look);
  else
    gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

typedef struct
{
  GtkWindow *dialog;
  const WindowLook *look;
} Shrinking;

static gboolean
has_shrunk (gpointer data)
{
  Shrinking *self = data;

  return gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self->dialog))) <= self->look->width;
}

/* Makes a dialog as small as the window; fails if its content does not fit. */
void
window_shrink (GtkWindow *dialog, const WindowLook *look)
{
  Shrinking shrinking = { dialog, look };

  gtk_window_set_default_size (dialog, look->width, look->height);
  eye_wait (has_shrunk, &shrinking, "the dialog to be narrow");
  expect_size (dialog, look);
}
