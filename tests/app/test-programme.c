/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "base/tdm-i18n.h"
#include "edits/tdm-topic-edits.h"
#include "workspace/tdm-workspace.h"

/* What a programme is called and what it is for, and how one begins: with an empty file, or with another programme */

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook small = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

static GtkWindow *
open_programme (WindowFixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.edit-programme", NULL);
  return window_find_window ("Programme");
}

static void
fill_block (GtkWindow *dialog, const char *title, const char *text)
{
  hand_fill (window_find (dialog, GTK_TYPE_TEXT_VIEW, title), text);
}

static void
save (WindowFixture *self, GtkWindow *dialog)
{
  window_click_on (dialog, "_Save");
  window_settle (self);
}

/* The last row that is to be seen is wrong: why stands below it. */
static void
test_what_is_wrong_comes_into_view (WindowFixture *self, gconstpointer look)
{
  GtkWindow *dialog = open_programme (self);
  GtkWidget *entry, *viewport;
  GtkAdjustment *place;
  graphene_rect_t row;

  window_shrink (dialog, look);
  entry = window_find (dialog, GTK_TYPE_EDITABLE, "E-mail of the organizer");
  gtk_widget_grab_focus (entry);
  window_settle (self);
  viewport = gtk_widget_get_ancestor (entry, GTK_TYPE_VIEWPORT);
  place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_ancestor (entry, GTK_TYPE_LIST_BOX_ROW),
                                            gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &row));
  gtk_adjustment_set_value (place, row.origin.y + row.size.height - gtk_adjustment_get_page_size (place));
  window_settle (self);
  gtk_editable_set_text (GTK_EDITABLE (entry), "sabine@seekabel");
  window_settle (self);
  eye_wait (eye_is_shown, eye_find (dialog, GTK_TYPE_LABEL, "^.sabine@seekabel. .*"), "what is wrong to be seen");
}

#define ALL                                                                                                          \
  "SELECT title || '|' || company || '|' || reason || '|' || sponsor || '|' || owner || '|' || mentee_label || '|' " \
  "|| mentor_label || '|' || organizer_name || '|' || organizer_email || '|' || language FROM programme"

/* What is long is cut, and leaves the page beside it its room. */
static void
test_a_long_name_leaves_the_page_its_room (WindowFixture *self, gconstpointer data)
{
  GtkWidget *sidebar = window_find (self->window, GTK_TYPE_LIST_BOX, "Pages");
  GtkWindow *dialog;
  int before;

  window_settle (self);
  before = gtk_widget_get_width (sidebar);
  dialog = open_programme (self);
  window_fill (dialog, "Title", "Perspektivwechsel der Vereinigten Norddeutschen Handels- und Seekabelwerke");
  window_fill (dialog, "Company", "Vereinigte Norddeutsche Handels- und Seekabelwerke GmbH & Co. KG");
  save (self, dialog);
  window_settle (self);
  eye_find_label (self->window, "^Perspektivwechsel der Vereinigten.*");
  g_assert_cmpint (before, >, 0);
  g_assert_cmpint (gtk_widget_get_width (sidebar), <=, before * 3 / 2);
}

static void
test_all_of_it (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_programme (self);
  g_autofree char *before = window_ask (self, ALL);

  window_fill (dialog, "Title", "Borealis");
  window_fill (dialog, "Company", "Nord AG");
  fill_block (dialog, "Why it exists", "Nobody\nknows podcasts.");
  window_fill (dialog, "Sponsor", "Ines Falk");
  window_fill (dialog, "Owner", "Kim Vogt");
  window_fill (dialog, "Organizer", "Nora Nowak");
  window_fill (dialog, "E-mail of the organizer", "nora@example.org");
  hand_choose (window_find (dialog, GTK_TYPE_LIST_BOX_ROW, "Language of messages"),
               window_is_german () ? "Englisch" : "German");
  window_fill (dialog, "Word for those who learn", "Explorer");
  window_fill (dialog, "Word for those who pass on", "Guide");
  save (self, dialog);
  window_expect_answer (self, ALL, window_is_german ()
    ? "Borealis|Nord AG|Nobody\nknows podcasts.|Ines Falk|Kim Vogt|Explorer|Guide|Nora Nowak|nora@example.org|en"
    : "Borealis|Nord AG|Nobody\nknows podcasts.|Ines Falk|Kim Vogt|Explorer|Guide|Nora Nowak|nora@example.org|de");
  eye_find_label (self->window, "Borealis");
  hand_press (GTK_WINDOW (self->window), "<Control>z");
  window_expect_answer (self, ALL, before);
  eye_find_label (self->window, "Perspektivwechsel");
}

static void
test_zone (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_programme (self);
  GtkWidget *search;

  hand_click (window_find (dialog, GTK_TYPE_LIST_BOX_ROW, "Time zone"));
  search = eye_find (NULL, GTK_TYPE_SEARCH_ENTRY, NULL);
  hand_fill (search, "Tokyo");
  g_signal_emit_by_name (search, "activate");
  save (self, dialog);
  window_expect_answer (self, "SELECT zone FROM programme", "Asia/Tokyo");
}

static gboolean
can_save (GtkWindow *dialog)
{
  return gtk_widget_is_sensitive (gtk_window_get_default_widget (dialog));
}

static void
test_roles_of_one_name (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_programme (self);

  window_fill (dialog, "Word for those who learn", "Partner");
  window_fill (dialog, "Word for those who pass on", "partner");
  eye_find (dialog, GTK_TYPE_LABEL, window_say ("Both roles are called “Partner”.", "Beide Rollen heißen „Partner“."));
  g_assert_false (can_save (dialog));
  window_fill (dialog, "Word for those who pass on", "Guide");
  eye_wait_gone (dialog, GTK_TYPE_LABEL, window_say ("^Both roles", "^Beide Rollen"));
  g_assert_true (can_save (dialog));
}

static void
test_without_a_title (WindowFixture *self, gconstpointer data)
{
  g_autofree char *words = g_strdup_printf (_ ("“%s” must not be empty."), _ ("Title"));
  GtkWindow *dialog = open_programme (self);

  window_fill (dialog, "Title", "");
  eye_find (dialog, GTK_TYPE_LABEL, words);
  g_assert_false (can_save (dialog));
}

static void
test_small (WindowFixture *self, gconstpointer data)
{
  window_shrink (open_programme (self), data);
}

/* The file is the one that was asked for, and its dialog has the focus in the title. */
static GtkWindow *
name_file (WindowFixture *self, const char *chooser, const char *name)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, name);
  GtkWindow *dialog;

  hand_choose_file (window_find_window (chooser), path);
  dialog = window_find_window ("Programme");
  g_free (self->folder.path);
  self->folder.path = g_steal_pointer (&path);
  return dialog;
}

/* At the very first start: a name, and what it is for, are asked for at once. */
static void
test_from_nothing (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_click_on (self->window, "Coordinate a Programme…");
  dialog = name_file (self, "New Programme", "Nord.tandem");
  g_assert_true (eye_has_focus_inside (window_find (dialog, GTK_TYPE_EDITABLE, "Title")));
  g_assert_true (can_save (dialog));
  fill_block (dialog, "Why it exists", "To learn.");
  window_fill (dialog, "Sponsor", "Ines Falk");
  save (self, dialog);
  window_find (self->window, GTK_TYPE_LABEL, "No Tandems Yet");
  window_wait_toast (self, "Programme changed");
  window_expect_answer (self, "SELECT title || '|' || reason || '|' || sponsor || '|' || language FROM programme",
                        window_is_german () ? "Nord|To learn.|Ines Falk|de" : "Nord|To learn.|Ines Falk|en");
  g_assert_true (eye_is_shown (window_find (self->window, GTK_TYPE_BUTTON, "New Person…")));
}

static char *
read_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

static GtkWindow *
open_copy (WindowFixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.copy-programme", NULL);
  return window_find_window ("New Programme From This One");
}

/* The first of the texts that is called so */
static GtkWidget *
find_text (GtkWindow *dialog, const char *english, const char *german)
{
  return eye_find (dialog, GTK_TYPE_CHECK_BUTTON, window_say (english, german));
}

static gboolean
finds_another (gpointer data)
{
  WindowFixture *self = data;
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TDM_IS_WINDOW (window) && TDM_WINDOW (window) != self->window &&
          tdm_window_get_workspace (TDM_WINDOW (window)))
        return TRUE;
    }
  return FALSE;
}

static TdmWindow *
find_another (WindowFixture *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  eye_wait (finds_another, self, "another window");
  for (GList *l = gtk_application_get_windows (application); l; l = l->next)
    if (TDM_IS_WINDOW (l->data) && l->data != self->window && tdm_window_get_workspace (l->data))
      return l->data;
  g_assert_not_reached ();
}

/* The programme that was there stays in its window, which goes. */
static void
save_into_a_window_of_its_own (WindowFixture *self, GtkWindow *dialog)
{
  TdmWindow *another;

  window_click_on (dialog, "_Save");
  another = find_another (self);
  eye_settle ();
  gtk_window_close (GTK_WINDOW (self->window));
  window_wait_freed (self);
  g_set_weak_pointer (&self->window, another);
  window_settle (self);
}

#define QUESTION "^Round 1: pilot · Test question: "
#define QUESTION_DE "^Runde 1: Pilot.* · Testfrage: "

static void
test_from_another (WindowFixture *self, gconstpointer data)
{
  g_autofree char *old = g_strdup (self->folder.path);
  g_autofree char *before = NULL, *after = NULL, *topics = window_ask (self, "SELECT count (*) FROM topic");
  GtkWindow *dialog;

  window_settle (self);
  before = read_file (old);
  dialog = open_copy (self);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_text (dialog, QUESTION, QUESTION_DE))));
  window_click_on (dialog, "Con_tinue…");
  save_into_a_window_of_its_own (self, name_file (self, "New Programme From This One", "Nord.tandem"));
  window_expect_answer (self, "SELECT title || organizer_email || company || sponsor || owner || reason FROM programme",
                        "Nord");
  window_expect_answer (self, "SELECT count (*) FROM topic", topics);
  window_expect_answer (self,
                        "SELECT group_concat (state || minutes || kickoff) FROM (SELECT * FROM round ORDER BY number)",
                        "draft60,draft60,draft60,draft60");
  window_expect_answer (self,
                        "SELECT group_concat (title || question || note || criterion || justification) FROM (SELECT * "
                        "FROM round ORDER BY number)",
                        window_say ("Round 1,Round 2,Round 3,Round 4", "Runde 1,Runde 2,Runde 3,Runde 4"));
  window_expect_answer (self, "SELECT (SELECT count (*) FROM person) + (SELECT count (*) FROM pair)"
                              " + (SELECT count (*) FROM participation) + (SELECT count (*) FROM need)", "0");
  window_find (self->window, GTK_TYPE_LABEL, "No Tandems Yet");
  after = read_file (old);
  g_assert_cmpstr (after, ==, before);
}

/* Topics of one's own, and what was written of rounds, go along where they are ticked. */
static void
test_texts_that_go_along (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_commit (self, tdm_topic_edits_add (tdm_workspace_get_topics (tdm_window_get_workspace (self->window)),
                                            "Albris in a nutshell", NULL));
  dialog = open_copy (self);
  g_assert_false (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (find_text (dialog, "^Topic: Albris in a nutshell", "^Thema: Albris in a nutshell"))));
  window_click_on (dialog, "No Text");
  hand_click (find_text (dialog, QUESTION, QUESTION_DE));
  window_click_on (dialog, "Con_tinue…");
  save_into_a_window_of_its_own (self, name_file (self, "New Programme From This One", "Nord.tandem"));
  window_expect_answer (self, "SELECT count (*) FROM topic", "0");
  window_expect_answer (self, "SELECT number FROM round WHERE question <> ''", "1");
}

static void
test_small_copy (WindowFixture *self, gconstpointer data)
{
  window_shrink (open_copy (self), data);
}

static gboolean
asks_to_replace (gpointer data)
{
  GtkWidget **button = data;

  *button = eye_look (NULL, GTK_TYPE_BUTTON, window_is_german () ? "Ersetzen" : "Replace");
  return *button != NULL;
}

/* For a file that is there: the file chooser asks whether it is meant. */
static void
choose_to_replace (GtkWindow *chooser, const char *path)
{
  GtkWidget *button;

  gtk_editable_set_text (GTK_EDITABLE (eye_find (chooser, GTK_TYPE_ENTRY, NULL)), path);
  eye_settle ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  eye_wait (asks_to_replace, &button, "the question");
  hand_click (button);
}

/* A file that has a programme is neither opened nor written over. */
static void
test_from_another_into_a_programme (WindowFixture *self, gconstpointer data)
{
  g_autofree char *other = tdm_test_folder_join (&self->folder, "other.tandem");
  g_autofree char *before = NULL, *after = NULL;
  const char *places[] = { other, self->folder.path };

  tdm_test_copy_file (self->folder.path, other);
  before = read_file (other);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      window_click_on (open_copy (self), "Con_tinue…");
      choose_to_replace (window_find_window ("New Programme From This One"), places[i]);
      window_wait_toast (self, "There is a programme in that file already. Please choose another name.");
      g_assert_cmpstr (tdm_workspace_get_path (tdm_window_get_workspace (self->window)), ==, self->folder.path);
      eye_find (self->window, WINDOW_TYPE_CARD, NULL);
    }
  after = read_file (other);
  g_assert_cmpstr (after, ==, before);
}

/* What was begun and not wanted: the file goes, and everything is as it was before. */
static void
test_cancelled (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "Nord.tandem");
  GtkWindow *dialog;

  window_click_on (self->window, "Coordinate a Programme…");
  hand_choose_file (window_find_window ("New Programme"), path);
  dialog = window_find_window ("Programme");
  window_fill (dialog, "Sponsor", "Ines Falk");
  window_click_on (dialog, "_Cancel");
  eye_settle ();
  g_assert_true (eye_is_shown (window_find (self->window, GTK_TYPE_BUTTON, "Coordinate a Programme…")));
  g_assert_null (tdm_window_get_workspace (self->window));
  g_assert_cmpuint (window_count_files (self->folder.folder, ""), ==, 0);
}

/* Who was asked whether all of it may go, and kept it, keeps the file. */
static void
test_kept_after_all (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_click_on (self->window, "Coordinate a Programme…");
  dialog = name_file (self, "New Programme", "Nord.tandem");
  window_fill (dialog, "Sponsor", "Ines Falk");
  hand_press (dialog, "Escape");
  window_click_on (NULL, "_Keep Editing");
  eye_wait_gone (NULL, GTK_TYPE_LABEL, _ ("Discard Changes?"));
  save (self, dialog);
  window_wait_toast (self, "Programme changed");
  window_expect_answer (self, "SELECT sponsor FROM programme", "Ines Falk");
  g_assert_nonnull (tdm_window_get_workspace (self->window));
}

static gboolean
is_in_documents (gpointer chooser)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (chooser);

  return folder && g_strcmp0 (g_file_peek_path (folder), g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS)) == 0;
}

static void
test_suggested_in_the_documents (WindowFixture *self, gconstpointer data)
{
  g_autofree char *settings = g_build_filename (g_get_user_config_dir (), "user-dirs.dirs", NULL);
  g_autofree char *documents = g_build_filename (g_get_home_dir (), "My Documents", NULL);
  GtkWindow *chooser;

  g_mkdir_with_parents (g_get_user_config_dir (), 0700);
  g_mkdir_with_parents (documents, 0700);
  g_assert_true (g_file_set_contents (settings, "XDG_DOCUMENTS_DIR=\"$HOME/My Documents\"\n", -1, NULL));
  g_reload_user_special_dirs_cache ();
  window_click_on (self->window, "Coordinate a Programme…");
  chooser = window_find_window ("New Programme");
  eye_wait (is_in_documents, chooser, "the documents");
}

static void
test_cancelled_beside_another (WindowFixture *self, gconstpointer data)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "Nord.tandem");

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-programme", NULL);
  hand_choose_file (window_find_window ("New Programme"), path);
  hand_press (window_find_window ("Programme"), "Escape");
  eye_settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (tdm_workspace_get_path (tdm_window_get_workspace (self->window)), ==, self->folder.path);
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  g_assert_false (finds_another (self));
}

static void
test_new_beside_another (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-programme", NULL);
  dialog = name_file (self, "New Programme", "Nord.tandem");
  window_fill (dialog, "Sponsor", "Ines Falk");
  eye_find (self->window, WINDOW_TYPE_CARD, NULL);
  save_into_a_window_of_its_own (self, dialog);
  window_expect_answer (self, "SELECT title || sponsor FROM programme", "NordInes Falk");
  window_wait_toast (self, "Programme changed");
}

static void
add_tests (void)
{
  g_test_add ("/programme/cancelled", WindowFixture, NULL, window_set_up_without, test_cancelled, window_tear_down);
  g_test_add ("/programme/kept-after-all", WindowFixture, NULL, window_set_up_without, test_kept_after_all,
              window_tear_down);
  g_test_add ("/programme/suggested-in-the-documents", WindowFixture, NULL, window_set_up_without,
              test_suggested_in_the_documents, window_tear_down);
  WINDOW_TEST_ADD ("/programme/what-is-wrong-comes-into-view", &narrow, test_what_is_wrong_comes_into_view);
  WINDOW_TEST_ADD ("/programme/a-long-name-leaves-the-page-its-room", NULL, test_a_long_name_leaves_the_page_its_room);
  WINDOW_TEST_ADD ("/programme/cancelled-beside-another", NULL, test_cancelled_beside_another);
  WINDOW_TEST_ADD ("/programme/new-beside-another", NULL, test_new_beside_another);
  WINDOW_TEST_ADD ("/programme/all-of-it", NULL, test_all_of_it);
  WINDOW_TEST_ADD ("/programme/zone", NULL, test_zone);
  WINDOW_TEST_ADD ("/programme/roles-of-one-name", NULL, test_roles_of_one_name);
  WINDOW_TEST_ADD ("/programme/without-a-title", NULL, test_without_a_title);
  WINDOW_TEST_ADD ("/programme/small", &small, test_small);
  g_test_add ("/programme/from-nothing", WindowFixture, NULL, window_set_up_without, test_from_nothing,
              window_tear_down);
  WINDOW_TEST_ADD ("/programme/from-another", NULL, test_from_another);
  WINDOW_TEST_ADD ("/programme/texts-that-go-along", NULL, test_texts_that_go_along);
  WINDOW_TEST_ADD ("/programme/small-copy", &small, test_small_copy);
  WINDOW_TEST_ADD ("/programme/from-another-into-a-programme", NULL, test_from_another_into_a_programme);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
