/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/pairs/tdm-pairs-page.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace.h"

#include <adwaita.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* The file behind the window: where it is, what else can be opened, and how what was comes back. */

static char *
join_backup (WindowFixture *self, const char *name)
{
  g_autofree char *file = g_path_get_basename (self->folder.path);

  return g_build_filename (self->folder.folder, ".tandem-backups", file, name, NULL);
}

static void
make_backup (WindowFixture *self, const char *name)
{
  g_autofree char *path = join_backup (self, name);

  tdm_test_copy_file (self->folder.path, path);
}

static GtkWindow *
open_backups (WindowFixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.restore-backup", NULL);
  return window_find_window ("Restore a Backup");
}

static void
test_where_it_is (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu = window_open_menu (self->window, "Main Menu");

  eye_find (menu, GTK_TYPE_LABEL, "programme.tandem");
  window_find (menu, WINDOW_TYPE_ITEM, "Show in Files");
  for (GtkWidget *title = eye_find (self->window, GTK_TYPE_LABEL, "Perspektivwechsel"); title;
       title = gtk_widget_get_parent (title))
    if (gtk_widget_get_tooltip_text (title))
      {
        g_autofree char *name_and_place = g_strconcat ("Perspektivwechsel\n", self->folder.path, NULL);

        g_assert_cmpstr (gtk_widget_get_tooltip_text (title), ==, name_and_place);
        return;
      }
  g_assert_not_reached ();
}

/* A desktop may have nothing that shows folders. */
static void
test_without_file_manager (WindowFixture *self, gconstpointer data)
{
  g_autofree char *where = g_strconcat (window_say ("The folder cannot be shown. The file is here: ",
                                                    "Der Ordner lässt sich nicht anzeigen. Die Datei liegt hier: "),
                                        self->folder.path, NULL);
  GtkWidget *told;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-in-files", NULL);
  told = eye_find (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL);
  window_find (told, GTK_TYPE_LABEL, "No File Manager");
  eye_find_label (told, where);
  window_click_on (told, "_Close");
  eye_wait_gone (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL);
}

/* What was open before is offered, what is open is not. */
static void
test_recent (WindowFixture *self, gconstpointer data)
{
  g_autofree char *other = tdm_test_folder_join (&self->folder, "our_other.tandem");
  g_autoptr (GFile) file = g_file_new_for_path (other);
  GtkWidget *menu;

  tdm_test_copy_file (self->folder.path, other);
  tdm_window_open_file (self->window, file);
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  window_settle (self);
  menu = window_open_menu (self->window, "Main Menu");
  hand_click (window_find (menu, WINDOW_TYPE_ITEM, "Open Recent"));
  eye_find (menu, WINDOW_TYPE_ITEM, "^programme.tandem");
  g_assert_null (eye_look (menu, WINDOW_TYPE_ITEM, "^our_other"));
}

static gboolean
has_another (gpointer data)
{
  WindowFixture *self = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  for (GList *l = gtk_application_get_windows (application); l; l = l->next)
    if (TDM_IS_WINDOW (l->data) && l->data != self->window)
      return TRUE;
  return FALSE;
}

static TdmWindow *
find_another (WindowFixture *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  eye_wait (has_another, self, "another window");
  for (GList *l = gtk_application_get_windows (application); l; l = l->next)
    if (TDM_IS_WINDOW (l->data) && l->data != self->window)
      return l->data;
  g_assert_not_reached ();
}

static gboolean
is_alone (gpointer data)
{
  return !has_another (data);
}

/* A programme stays before the user's eyes when another one is opened; one that cannot be opened says which it is. */
static void
test_opened_beside (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "letter.tandem");
  TdmWindow *another;

  g_assert_true (g_file_set_contents (path, "Dear Anna", -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open", NULL);
  hand_choose_file (window_find_window ("Open Programme"), path);
  another = find_another (self);
  eye_find (another, GTK_TYPE_LABEL, window_say ("“letter.tandem” Could Not Be Opened",
                                                 "„letter.tandem“ konnte nicht geöffnet werden"));
  window_find (another, GTK_TYPE_LABEL, "This is not a programme file of Tandem.");
  g_assert_false (window_shows (another, GTK_TYPE_BUTTON, "Restore a Backup…"));
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  gtk_window_close (GTK_WINDOW (another));
  eye_wait (is_alone, self, "the other window to close");
}

static void
test_backup_comes_back (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  make_backup (self, "2026-07-13.tandem");
  tdm_test_add_person (tdm_window_get_workspace (self->window), "Carla", "");
  tdm_test_add_person (tdm_window_get_workspace (self->window), "Dora", "");
  dialog = open_backups (self);
  eye_find (dialog, GTK_TYPE_LABEL, window_say ("Monday, 13 July 2026", "Montag, 13. Juli 2026"));
  eye_find (dialog, GTK_TYPE_LABEL, window_say ("^.*[kK]B. Since then – People: 2 added$",
                                                "^.*[kK]B. Seither – Personen: 2 hinzugefügt$"));
  g_assert_true (eye_has_focus_inside (eye_find (dialog, GTK_TYPE_LIST_BOX, NULL)));
  hand_press (dialog, "Return");
  eye_find (self->window, GTK_TYPE_LABEL,
            window_say ("^Backup of .*13 Jul restored", "^Sicherung vom .*13. Juli?.* wiederhergestellt"));
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name IN ('Carla', 'Dora')", "0");
  window_click_on (self->window, "_Undo");
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name IN ('Carla', 'Dora')", "2");
}

static gboolean
is_chosen (GtkWindow *dialog, const char *english, const char *german)
{
  GtkWidget *check = eye_find (dialog, GTK_TYPE_CHECK_BUTTON, window_say (english, german));

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

/* Where nothing has changed since, there is nothing to bring back. */
static void
test_newest_that_differs_is_chosen (WindowFixture *self, gconstpointer data)
{
  g_autofree char *words = window_word ("Nothing has changed since."), *line = g_strconcat ("^.*[kK]B. ", words, NULL);
  GtkWindow *dialog;

  make_backup (self, "2026-07-11.tandem");
  make_backup (self, "2026-07-12.tandem");
  tdm_test_add_person (tdm_window_get_workspace (self->window), "Carla", "");
  window_settle (self);
  make_backup (self, "2026-07-13.tandem");
  dialog = open_backups (self);
  eye_find (dialog, GTK_TYPE_LABEL, line);
  window_wait_count (dialog, GTK_TYPE_LABEL, window_say ("^.*[kK]B. Since then – People: 1 added$",
                                                         "^.*[kK]B. Seither – Personen: 1 hinzugefügt$"), 2);
  g_assert_false (is_chosen (dialog, "Monday, 13 July 2026", "Montag, 13. Juli 2026"));
  g_assert_true (is_chosen (dialog, "Sunday, 12 July 2026", "Sonntag, 12. Juli 2026"));
  hand_press (dialog, "Return");
  eye_find (self->window, GTK_TYPE_LABEL,
            window_say ("^Backup of .*12 Jul restored", "^Sicherung vom .*12. Juli?.* wiederhergestellt"));
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name = 'Carla'", "0");
}

/* Nothing is offered where every backup is what there is now. */
static void
test_nothing_is_chosen_where_nothing_differs (WindowFixture *self, gconstpointer data)
{
  g_autofree char *words = window_word ("Nothing has changed since."), *line = g_strconcat ("^.*[kK]B. ", words, NULL);
  GtkWindow *dialog;

  make_backup (self, "2026-07-13.tandem");
  dialog = open_backups (self);
  eye_find (dialog, GTK_TYPE_LABEL, line);
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (dialog)));
}

/* It cannot be read: the next one that differs is chosen. */
static void
test_damaged_backup (WindowFixture *self, gconstpointer data)
{
  g_autofree char *newest = join_backup (self, "2026-07-13.tandem");
  GtkWindow *dialog;
  GtkWidget *restore;

  make_backup (self, "2026-07-12.tandem");
  make_backup (self, "2026-07-13.tandem");
  g_assert_cmpint (truncate (newest, 9000), ==, 0);
  tdm_test_add_person (tdm_window_get_workspace (self->window), "Carla", "");
  dialog = open_backups (self);
  restore = gtk_window_get_default_widget (dialog);
  eye_find (dialog, GTK_TYPE_LABEL, window_say ("^.*[kK]B. Since then – People: 1 added$",
                                                "^.*[kK]B. Seither – Personen: 1 hinzugefügt$"));
  g_assert_false (is_chosen (dialog, "Monday, 13 July 2026", "Montag, 13. Juli 2026"));
  g_assert_true (is_chosen (dialog, "Sunday, 12 July 2026", "Sonntag, 12. Juli 2026"));
  g_assert_true (gtk_widget_is_sensitive (restore));
  window_click_on (dialog, "_Restore");
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name = 'Carla'", "0");
}

/* There is nothing else to choose. */
static void
test_the_only_backup_stays_chosen (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  make_backup (self, "2026-07-13.tandem");
  dialog = open_backups (self);
  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON, window_say ("Monday, 13 July 2026", "Montag, 13. Juli 2026")));
  g_assert_true (gtk_widget_is_sensitive (gtk_window_get_default_widget (dialog)));
}

static void
test_no_backup_yet (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_backups (self);

  window_find (dialog, GTK_TYPE_LABEL, "No Backup Yet");
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (dialog)));
}

/* What the window closes is kept. */
static void
test_kept_when_closed (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = join_backup (self, "2026-07-14.tandem");

  tdm_test_add_person (tdm_window_get_workspace (self->window), "Carla", "");
  window_close (self);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* From the page that says that the file cannot be opened; it is kept for whoever can still read it. */
static void
test_damaged (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "damaged.tandem");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TdmWindow *another;
  GtkWindow *dialog;

  tdm_test_copy_file (self->folder.path, path);
  g_free (self->folder.path);
  self->folder.path = g_steal_pointer (&path);
  make_backup (self, "2026-07-13.tandem");
  g_assert_cmpint (truncate (self->folder.path, 9000), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open", NULL);
  hand_choose_file (window_find_window ("Open Programme"), self->folder.path);
  another = find_another (self);
  eye_find (another, GTK_TYPE_LABEL, window_say ("“damaged.tandem” Could Not Be Opened",
                                                 "„damaged.tandem“ konnte nicht geöffnet werden"));
  window_click_on (another, "Restore a Backup…");
  dialog = window_find_window ("Restore a Backup");
  window_click_on (dialog, "_Restore");
  eye_find (another, WINDOW_TYPE_CARD, NULL);
  eye_find (another, GTK_TYPE_LABEL,
            window_say ("^This is the backup. .*damaged-damaged-2026-07-14-110000.tandem",
                        "^Das ist die Sicherung. .*damaged-beschädigt-2026-07-14-110000.tandem"));
  g_assert_false (tdm_workspace_is_read_only (tdm_window_get_workspace (another)));
  gtk_window_close (GTK_WINDOW (another));
  eye_wait (is_alone, self, "the other window to close");
}

/* The last file was deleted by mistake; its backups were not. */
static void
test_gone (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (TANDEM_APP_ID);
  g_autofree char *last = tdm_test_folder_join (&self->folder, "gone.tandem");
  g_autofree char *folder = tdm_test_folder_join (&self->folder, ".tandem-backups/gone.tandem");
  g_autofree char *backup = g_build_filename (folder, "2026-07-13.tandem", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  window_make_sample (backup, 1);
  g_settings_set_string (settings, "last-file", last);
  tdm_window_open_last (self->window);
  eye_find (self->window, GTK_TYPE_LABEL, window_say ("“gone.tandem” Could Not Be Opened",
                                                      "„gone.tandem“ konnte nicht geöffnet werden"));
  window_click_on (self->window, "Restore a Backup…");
  window_click_on (window_find_window ("Restore a Backup"), "_Restore");
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  g_assert_true (g_file_test (last, G_FILE_TEST_EXISTS));
}

static void
test_try_again (WindowFixture *self, gconstpointer data)
{
  int held = window_open_held (self);

  window_click_on (self->window, "Try Again");
  window_wait_toast (self, "The file still can only be read.");
  close (held);
  window_click_on (self->window, "Try Again");
  window_wait_toast (self, "The file can be changed now.");
  g_assert_false (tdm_workspace_is_read_only (tdm_window_get_workspace (self->window)));
  tdm_test_add_person (tdm_window_get_workspace (self->window), "Carla", "");
  window_expect_answer (self, "SELECT count (*) FROM person WHERE name = 'Carla'", "1");
}

/* GTK may hold them for a while, and they hear of the settings: in another window somebody chooses the table. */
static void
test_pages_outlive_window (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (TANDEM_APP_ID);
  GtkWidget *pages = gtk_widget_get_parent (eye_find (self->window, TDM_TYPE_PAIRS_PAGE, NULL));
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);

  for (char key[] = "<Alt>5"; key[5] >= '1'; key[5]--)
    window_press (self, key);
  for (GtkWidget *page = gtk_widget_get_first_child (pages); page; page = gtk_widget_get_next_sibling (page))
    g_ptr_array_add (held, g_object_ref (page));
  g_assert_cmpuint (held->len, ==, 5);
  window_close (self);
  g_settings_set_string (settings, "tandems-view", "table");
  g_settings_set_string (settings, "people-order", "department");
  g_settings_set_string (settings, "meetings-layout", "month");
  eye_settle ();
  g_settings_reset (settings, "tandems-view");
  g_settings_reset (settings, "people-order");
  g_settings_reset (settings, "meetings-layout");
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/file/where-it-is", NULL, test_where_it_is);
  WINDOW_TEST_ADD ("/file/without-file-manager", NULL, test_without_file_manager);
  WINDOW_TEST_ADD ("/file/recent", NULL, test_recent);
  WINDOW_TEST_ADD ("/file/opened-beside", NULL, test_opened_beside);
  WINDOW_TEST_ADD ("/file/backup-comes-back", NULL, test_backup_comes_back);
  WINDOW_TEST_ADD ("/file/newest-backup-that-differs-is-chosen", NULL, test_newest_that_differs_is_chosen);
  WINDOW_TEST_ADD ("/file/no-backup-is-chosen-where-nothing-differs", NULL,
                   test_nothing_is_chosen_where_nothing_differs);
  WINDOW_TEST_ADD ("/file/damaged-backup", NULL, test_damaged_backup);
  WINDOW_TEST_ADD ("/file/the-only-backup-stays-chosen", NULL, test_the_only_backup_stays_chosen);
  WINDOW_TEST_ADD ("/file/no-backup-yet", NULL, test_no_backup_yet);
  WINDOW_TEST_ADD ("/file/kept-when-closed", NULL, test_kept_when_closed);
  WINDOW_TEST_ADD ("/file/pages-outlive-window", NULL, test_pages_outlive_window);
  WINDOW_TEST_ADD ("/file/damaged", NULL, test_damaged);
  g_test_add ("/file/gone", WindowFixture, NULL, window_set_up_without, test_gone, window_tear_down);
  WINDOW_TEST_ADD ("/file/try-again", NULL, test_try_again);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
