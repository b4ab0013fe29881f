/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "outbox-fixture.h"

#include "base/tdm-clock.h"
#include "delivery/tdm-message-letter.h"
#include "edits/tdm-series-edits.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <string.h>

/* What mails say, as Python's email package reads them. */

typedef TdmTestProgramme Fixture;

static void
set_language (Fixture *self, TdmPerson *person, const char *language)
{
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (person));

  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_LANGUAGES, language);
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
}

static char *
print_letter (Fixture *self, guint index)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autofree char *path = tdm_test_folder_join (&self->folder, "letter.eml");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) letter = NULL;
  char *text = NULL;

  g_assert_cmpuint (index, <, messages->len);
  letter = tdm_message_letter_write (self->workspace, messages->pdata[index], &error);
  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (letter, NULL), g_bytes_get_size (letter), &error);
  g_assert_no_error (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, TEST_PYTHON, "-X", "utf8", TEST_PRINT_LETTER,
                              path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return text;
}

static void
expect_line (const char *text, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\n%s\n", line), *before = g_strconcat ("\n", text, NULL);

  if (!strstr (before, whole))
    g_error ("No line “%s” in:\n%s", line, text);
}

static void
expect_no (const char *text, const char *word)
{
  if (strstr (text, word))
    g_error ("“%s” in:\n%s", word, text);
}

static void
expect_english (const char *text)
{
  expect_line (text, "Hello Anna Beck,");
  expect_line (text, "Coordination invites you:");
  expect_line (text, "Tuesday, 11 August 2026, 10:00 to 11:00 (Berlin time, UTC+2)");
  expect_line (text, "Tuesday, 10 November 2026, 10:00 to 11:00 (Berlin time, UTC+1)");
  expect_line (text, "Where: Room 1");
  expect_line (text, "Who: Anna Beck, Bo Chen");
  expect_line (text, "Please accept or decline in your calendar.");
}

static void
test_english (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  set_language (self, tdm_pair_get_mentee (self->pair), "English, German");
  text = print_letter (self, 0);
  expect_line (text, "Subject: Invitation: Tandem: Anna Beck & Bo Chen");
  expect_line (text, "From: Coordination <tandem@example.org>");
  expect_line (text, "To: Anna Beck <anna@example.org>");
  expect_english (text);
}

static void
test_city_in_german (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan_in (self, "Europe/Vienna");
  set_language (self, tdm_pair_get_mentee (self->pair), "German");
  text = print_letter (self, 0);
  expect_line (text, "Dienstag, 11. August 2026, 10:00 bis 11:00 Uhr (Zeit in Wien, UTC+2)");
}

static void
expect_german (const char *text)
{
  expect_line (text, "Guten Tag Anna Beck,");
  expect_line (text, "Coordination lädt herzlich ein:");
  expect_line (text, "Dienstag, 11. August 2026, 10:00 bis 11:00 Uhr (Zeit in Berlin, UTC+2)");
  expect_line (text, "Dienstag, 13. Oktober 2026, 10:00 bis 11:00 Uhr (Zeit in Berlin, UTC+2)");
  expect_line (text, "Bitte im Kalender zusagen oder ablehnen.");
  expect_no (text, "Tuesday");
  expect_no (text, "October");
  expect_no (text, "Invitation");
  expect_no (text, "Please");
}

static void
test_german (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL, *other = NULL;

  outbox_plan (self);
  set_language (self, tdm_pair_get_mentee (self->pair), "de");
  set_language (self, tdm_pair_get_mentor (self->pair), "en");
  text = print_letter (self, 0);
  expect_german (text);
  g_assert_nonnull (strstr (text, "\nSubject: Einladung: "));
  other = print_letter (self, 1);
  expect_line (other, "Hello Bo Chen,");
}

/* Compiles a locale for this test alone: few systems have many. */
static void
make_locale (Fixture *self, const char *name)
{
  g_autofree char *language = g_strndup (name, strcspn (name, "."));
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "locales");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "localedef", "-c", "-i", language, "-f",
                              "UTF-8", path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, name));
}

/* The language of the person counts, not that of the program. */
static void
test_in_every_locale (Fixture *self, gconstpointer locale)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  set_language (self, tdm_pair_get_mentee (self->pair), "English");
  make_locale (self, locale);
  text = print_letter (self, 0);
  g_unsetenv ("LOCPATH");
  setlocale (LC_ALL, "C.UTF-8");
  expect_english (text);
}

static void
test_a_moved_date (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_move (self, outbox_meeting (self, "2026-11-10"), "2026-11-11T15:00:00", "Room 2");
  text = print_letter (self, 0);
  expect_line (text, "One of your meetings is at another time:");
  expect_line (text, "Now: Wednesday, 11 November 2026, 15:00 to 16:00 (Berlin time, UTC+1)");
  expect_line (text, "Before: Tuesday, 10 November 2026, 10:00 to 11:00 (Berlin time, UTC+1)");
  expect_line (text, "Where: Room 2");
}

static void
test_a_cancelled_date (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  outbox_cancel (self, outbox_meeting (self, "2026-10-13"));
  text = print_letter (self, 1);
  expect_line (text, "Hello Bo Chen,");
  expect_line (text, "One of your meetings is cancelled:");
  expect_line (text, "Tuesday, 13 October 2026, 10:00 to 11:00 (Berlin time, UTC+2)");
  expect_no (text, "Please accept");
}

static void
pass_days (int days)
{
  tdm_clock_freeze (tdm_clock_now () + days * 24 * 60 * 60);
}

/* What was is of no use to anybody. */
static void
test_only_dates_ahead (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  outbox_plan (self);
  outbox_hand_over (self);
  pass_days (60);
  outbox_replace (self, "Carla Diaz", "carla@example.org");
  text = print_letter (self, 3);
  expect_line (text, "Hello Carla Diaz,");
  expect_line (text, "Coordination invites you:");
  expect_line (text, "Tuesday, 13 October 2026, 10:00 to 11:00 (Berlin time, UTC+2)");
  expect_no (text, "8 September 2026");
}

/* To calendars it is a series that ends earlier; to people it is a cancellation. */
static void
test_the_rest_is_cancelled (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  TdmSeries *series = outbox_plan (self);

  outbox_hand_over (self);
  pass_days (60);
  tdm_workspace_commit_async (self->workspace, tdm_series_edits_cancel (series), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Series cancelled");
  text = print_letter (self, 0);
  expect_line (text, "Subject: Cancelled: Tandem: Anna Beck & Bo Chen");
  expect_line (text, "This is cancelled:");
  expect_line (text, "Tuesday, 13 October 2026, 10:00 to 11:00 (Berlin time, UTC+2)");
  expect_line (text, "Tuesday, 13 July 2027, 10:00 to 11:00 (Berlin time, UTC+2)");
  expect_no (text, "8 September 2026");
  expect_no (text, "Please accept");
}

/* As in a file that another program has written: here nobody can type such a name. */
static void
write_names (Fixture *self)
{
  static const char *const sql =
    "UPDATE person SET name = name || char(13, 10) || 'Bcc: evil@example.org' || char(13, 10, 13, 10) || '{organizer}';"
    "UPDATE series SET organizer_name = 'Office' || char(10) || 'X-Evil: yes';"
    "UPDATE series SET place = '{people}' || char(10) || 'Hello';"
    "UPDATE meeting SET place = '{people}' || char(10) || 'Hello';";
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmRound) round = NULL;
  sqlite3 *file;

  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  g_assert_cmpint (sqlite3_open (self->folder.path, &file), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (file, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (file);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  round = g_list_model_get_item (tdm_workspace_get_rounds (self->workspace), 0);
  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_MEETINGS, round);
  self->pair = g_list_model_get_item (tdm_workspace_get_pairs (self->workspace), 0);
  g_object_unref (self->pair);
}

static void
test_names_cannot_inject_anything (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  outbox_plan (self);
  write_names (self);
  text = print_letter (self, 0);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_false (g_str_has_prefix (lines[i], "Bcc:"));
      g_assert_false (g_str_has_prefix (lines[i], "X-Evil:"));
      g_assert_cmpstr (lines[i], !=, "Hello");
      g_assert_cmpstr (lines[i], !=, "{organizer}");
    }
  /* What stands in names is not filled in. */
  g_assert_nonnull (strstr (text, "{organizer}"));
  expect_line (text, "Where: {people} Hello");
}

/* What is typed has no line breaks from the start. */
static void
test_typed_names_have_no_line_breaks (Fixture *self, gconstpointer data)
{
  TdmPerson *anna = tdm_pair_get_mentee (self->pair);
  g_autoptr (TdmPerson) draft = tdm_record_new_draft (TDM_RECORD (anna));
  g_autofree char *text = NULL;

  tdm_record_set_text (TDM_RECORD (draft), TDM_PERSON_NAME, "Anna\r\nBcc: evil@example.org");
  tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Person changed");
  outbox_plan (self);
  text = print_letter (self, 0);
  expect_line (text, "Hello Anna Bcc: evil@example.org,");
  expect_no (text, "\nBcc");
}

/* The programme says in which language people get messages of whom nobody knows one; where it says nothing, that is the
 * language of this computer. */
static void
test_language_of_the_programme (Fixture *self, gconstpointer data)
{
  static const TdmLanguage languages[] = { TDM_LANGUAGE_DE, TDM_LANGUAGE_EN, TDM_LANGUAGE_OF_COMPUTER };
  g_autofree char *own = NULL;

  outbox_plan (self);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      TdmRecord *programme = TDM_RECORD (tdm_workspace_get_programme (self->workspace));
      g_autoptr (TdmRecord) draft = tdm_record_new_draft (programme);
      g_autofree char *text = NULL;

      tdm_record_set_integer (draft, TDM_PROGRAMME_LANGUAGE, languages[i]);
      tdm_workspace_commit_async (self->workspace, tdm_edit_new_save (draft), tdm_test_result_cb, &self->result);
      tdm_test_programme_finish (self, "Programme changed");
      text = print_letter (self, 0);
      expect_line (text, languages[i] == TDM_LANGUAGE_DE ? "Guten Tag Anna Beck," : "Hello Anna Beck,");
    }
  set_language (self, tdm_pair_get_mentee (self->pair), "German");
  own = print_letter (self, 0);
  expect_line (own, "Guten Tag Anna Beck,");
}

#define ADD_DATA(name, func, data) \
  g_test_add ("/message-text/" name, Fixture, data, tdm_test_programme_set_up, func, tdm_test_programme_tear_down)
#define ADD(name, func) ADD_DATA (name, func, NULL)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("english", test_english);
  ADD ("german", test_german);
  ADD ("city-in-german", test_city_in_german);
  ADD ("language-of-the-programme", test_language_of_the_programme);
  ADD_DATA ("in-every-locale/de", test_in_every_locale, "de_DE.UTF-8");
  ADD_DATA ("in-every-locale/tr", test_in_every_locale, "tr_TR.UTF-8");
  ADD_DATA ("in-every-locale/ar", test_in_every_locale, "ar_EG.UTF-8");
  ADD ("a-moved-date", test_a_moved_date);
  ADD ("a-cancelled-date", test_a_cancelled_date);
  ADD ("only-dates-ahead", test_only_dates_ahead);
  ADD ("the-rest-is-cancelled", test_the_rest_is_cancelled);
  ADD ("names-cannot-inject-anything", test_names_cannot_inject_anything);
  ADD ("typed-names-have-no-line-breaks", test_typed_names_have_no_line_breaks);
  return g_test_run ();
}
