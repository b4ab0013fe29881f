/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox-fixture.h"

#include "base/tdm-file-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that are no answer, or cannot be read as one, and what becomes of a programme that is closed or read only:
 * nothing changes. */

typedef InboxFixture Fixture;

static const struct { const char *name; const char *text; const char *expected;
} broken[] = {
  { "empty.eml", "", "“empty.eml”: This file is neither an e-mail nor a calendar." },
  { "photo.jpg", "\xff\xd8\xff\xe0 JFIF", "“photo.jpg”: This file is neither an e-mail nor a calendar." },
  { "lunch.eml", "Subject: Lunch\r\n\r\nHello",
    "“lunch.eml”: This e-mail holds no calendar, so it is no answer to an invitation." },
  { "none.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    "“none.ics”: There is no meeting in this file." },
  { "zone.ics",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x\r\n"
    "RECURRENCE-ID;TZID=Mars/Base:20260811T100000\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.org\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n",
    NULL },
  { "a\nb\xff.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", NULL },
};

static void
test_a_broken_file_says_why (Fixture *self, gconstpointer data)
{
  GHashTable *before = inbox_dump (self);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GPtrArray) items = NULL;

      inbox_save (self, broken[i].name, broken[i].text);
      items = inbox_read_files (self, (const char *[]) { broken[i].name, NULL });
      g_assert_cmpuint (items->len, ==, 1);
      g_assert_cmpint (tdm_inbox_item_get_kind (items->pdata[0]), ==, TDM_INBOX_NOTHING);
      g_assert_null (tdm_inbox_item_get_event (items->pdata[0]));
      g_assert_true (g_utf8_validate (tdm_inbox_item_get_text (items->pdata[0]), -1, NULL));
      g_assert_null (strchr (tdm_inbox_item_get_text (items->pdata[0]), '\n'));
      if (broken[i].expected)
        g_assert_cmpstr (tdm_inbox_item_get_text (items->pdata[0]), ==, broken[i].expected);
    }
  inbox_expect_changes (self, before, "");
}

static void
expect_problem (Fixture *self, const char *name, const char *word)
{
  g_autoptr (GPtrArray) items = inbox_read_files (self, (const char *[]) { name, NULL });

  g_assert_cmpuint (items->len, ==, 1);
  if (!strstr (tdm_inbox_item_get_text (items->pdata[0]), word))
    g_error ("“%s” is not in “%s”.", word, tdm_inbox_item_get_text (items->pdata[0]));
}

/* One that never ends, one that is none, one that is not there, one that nobody may read */
static void
test_files_that_are_none (Fixture *self, gconstpointer data)
{
  g_autofree char *big = tdm_test_folder_join (&self->programme.folder, "big.eml");
  g_autofree char *pipe = tdm_test_folder_join (&self->programme.folder, "pipe.eml");
  g_autofree char *folder = tdm_test_folder_join (&self->programme.folder, "folder.eml");

  inbox_save (self, "big.eml", "From: x\n");
  g_assert_cmpint (truncate (big, 30 * 1024 * 1024), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  expect_problem (self, "big.eml", "“big.eml”: This file is too big: at most 20 MB can be read.");
  expect_problem (self, "pipe.eml", "“pipe.eml”: This file cannot be read.");
  expect_problem (self, "folder.eml", "“folder.eml”: This file cannot be read.");
  expect_problem (self, "missing.eml", "“missing.eml”: ");
}

/* Names and comments are text, whatever is in them. */
static void
test_a_hostile_answer_is_only_text (Fixture *self, gconstpointer data)
{
  GHashTable *before = inbox_dump (self);
  g_autoptr (GPtrArray) items = inbox_read_answer (self, &(InboxAnswer) {
    .name = "\"%s%n<b>Bo</b>\"", .lines = "COMMENT:'); DROP TABLE person\\;--\\n<span>%s\r\nSUMMARY:%n%n%n\r\n",
    .sequence = G_MAXINT });

  inbox_apply (self, items);
  inbox_expect_changes (self, before, "attendee 2: comment replied reply");
  /* Nor does a number that was never sent keep later answers out. */
  inbox_take (self, &(InboxAnswer) { .partstat = "DECLINED", .stamp = "20260716T100000Z" });
}

static void
test_a_good_file_beside_a_bad_one (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) { 0 });
  g_autoptr (GPtrArray) items = NULL;

  inbox_save (self, "good.ics", calendar);
  inbox_save (self, "bad.ics", "BEGIN:VCALENDAR\r\n");
  items = inbox_read_files (self, (const char *[]) { "bad.ics", "good.ics", NULL });
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 1);
  inbox_apply (self, items);
  g_assert_cmpint (inbox_reply_on (self, inbox_bo (self), "2026-09-08"), ==, TDM_REPLY_ACCEPTED);
}

static void
test_nothing_sure_changes_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = inbox_read_text (self, "Hello");
  GHashTable *before = inbox_dump (self);
  g_autofree char *undo = g_strdup (tdm_workspace_get_undo_label (self->programme.workspace));
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  inbox_expect (items, 0, TDM_INBOX_NOTHING, "This file is neither an e-mail nor a calendar.");
  tdm_workspace_commit_async (self->programme.workspace, tdm_inbox_apply (self->programme.workspace, items),
                              tdm_test_result_cb, &self->programme.result);
  label = tdm_test_finish_change (self->programme.workspace, &self->programme.result, &error);
  inbox_expect_changes (self, before, "");
  g_assert_cmpstr (tdm_workspace_get_undo_label (self->programme.workspace), ==, undo);
}

static void
test_nothing_changes_in_a_file_that_is_only_read (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) { 0 });
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *before = inbox_dump (self);

  tdm_workspace_close (self->programme.workspace);
  g_object_unref (self->programme.workspace);
  self->programme.workspace = tdm_test_open (self->programme.folder.path, TDM_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  items = inbox_read_text (self, calendar);
  inbox_expect (items, 0, TDM_INBOX_ANSWER, "Bo Chen accepts: all meetings of Anna Beck and Bo Chen");
  tdm_workspace_commit_async (self->programme.workspace, tdm_inbox_apply (self->programme.workspace, items),
                              tdm_test_result_cb, &self->programme.result);
  g_assert_null (tdm_test_finish_change (self->programme.workspace, &self->programme.result, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_READ_ONLY);
  inbox_expect_changes (self, before, "");
}

static void
test_closed_while_reading (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar = inbox_calendar (self, &(InboxAnswer) { 0 });
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tdm_inbox_read_text_async (self->programme.workspace, calendar, tdm_test_result_cb, &result);
  tdm_workspace_close (self->programme.workspace);
  g_assert_null (tdm_inbox_read_finish (self->programme.workspace, tdm_test_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func) g_test_add ("/inbox-harm/" name, Fixture, NULL, inbox_set_up, func, inbox_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("a-broken-file-says-why", test_a_broken_file_says_why);
  ADD ("files-that-are-none", test_files_that_are_none);
  ADD ("a-hostile-answer-is-only-text", test_a_hostile_answer_is_only_text);
  ADD ("a-good-file-beside-a-bad-one", test_a_good_file_beside_a_bad_one);
  ADD ("nothing-sure-changes-nothing", test_nothing_sure_changes_nothing);
  ADD ("nothing-changes-in-a-file-that-is-only-read", test_nothing_changes_in_a_file_that_is_only_read);
  ADD ("closed-while-reading", test_closed_while_reading);
  return g_test_run ();
}
