/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox-fixture.h"

#include "messages/outbox-fixture.h"

#include <sqlite3.h>
#include <string.h>

void
inbox_set_up (InboxFixture *self, gconstpointer data)
{
  tdm_test_programme_set_up (&self->programme, data);
  self->series = outbox_plan (&self->programme);
  outbox_hand_over (&self->programme);
}

void
inbox_tear_down (InboxFixture *self, gconstpointer data)
{
  tdm_test_programme_tear_down (&self->programme, data);
}

/* --- what comes in ------------------------------------------------------------------- */

static const char *
either (const char *text, const char *otherwise)
{
  return text ? text : otherwise;
}

char *
inbox_calendar (InboxFixture *self, const InboxAnswer *answer)
{
  GString *out = g_string_new ("BEGIN:VCALENDAR\r\nPRODID:-//Example//Calendar//EN\r\nVERSION:2.0\r\n");

  if (g_strcmp0 (answer->method, "") != 0)
    g_string_append_printf (out, "METHOD:%s\r\n", either (answer->method, "REPLY"));
  g_string_append (out, "BEGIN:VEVENT\r\n");
  g_string_append_printf (out, "UID:%s\r\n", either (answer->uid, tdm_record_get_uid (TDM_RECORD (self->series))));
  g_string_append_printf (out, "DTSTAMP:%s\r\nSEQUENCE:%d\r\n", either (answer->stamp, "20260715T100000Z"),
                          answer->sequence);
  g_string_append_printf (out, "ATTENDEE;CN=%s%s%s:mailto:%s\r\n", either (answer->name, "Bo Chen"),
                          answer->partstat && *answer->partstat == '\0' ? "" : ";PARTSTAT=",
                          either (answer->partstat, "ACCEPTED"), either (answer->email, "bo@example.org"));
  if (g_strcmp0 (answer->start, "") != 0)
    g_string_append_printf (out, "DTSTART;TZID=Europe/Berlin:%s\r\nDURATION:PT1H\r\n",
                            either (answer->start, "20260811T100000"));
  g_string_append_printf (out, "SUMMARY:Tandem\r\n%s", either (answer->lines, ""));
  g_string_append (out, "END:VEVENT\r\nEND:VCALENDAR\r\n");
  return g_string_free (out, FALSE);
}

/* Twice in a mail of several parts: as one way to read it, and attached */
char *
inbox_mail_thunderbird (const char *calendar, const char *from)
{
  return g_strdup_printf ("MIME-version: 1.0\r\nFrom: %s\r\nMessage-ID: <a1@example.org>\r\n"
                          "To: =?UTF-8?Q?B=C3=BCro?= <tandem@example.org>\r\nDate: Wed, 15 Jul 2026 12:00:00 +0200\r\n"
                          "Subject: Accepted: Tandem\r\nContent-type: multipart/mixed; boundary=\"outer\"\r\n\r\n\r\n"
                          "--outer\r\nContent-type: multipart/alternative;\r\n boundary=\"inner\"\r\n\r\n\r\n"
                          "--inner\r\nContent-type: text/plain; charset=UTF-8\r\n"
                          "Content-transfer-encoding: 8BIT\r\n\r\nSomebody has accepted your invitation.\r\n\r\n\r\n"
                          "--inner\r\nContent-type: text/calendar; method=REPLY; charset=UTF-8\r\n"
                          "Content-transfer-encoding: 8BIT\r\n\r\n%s\r\n\r\n--inner--\r\n\r\n"
                          "--outer\r\nContent-type: application/ics; name=invite.ics\r\n"
                          "Content-transfer-encoding: 8BIT\r\n"
                          "Content-disposition: attachment; filename=invite.ics\r\n\r\n%s\r\n\r\n--outer--\r\n",
                          from, calendar, calendar);
}

char *
inbox_mail_outlook (const char *calendar, const char *from)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) calendar, strlen (calendar));
  g_autoptr (GString) lines = g_string_new (NULL);

  for (const char *p = encoded; *p; p += MIN (strlen (p), 76))
    g_string_append_printf (lines, "%.76s\r\n", p);
  return g_strdup_printf ("From: %s\r\nTo: \"tandem@example.org\" <tandem@example.org>\r\nSubject: Accepted: Tandem\r\n"
                          "Thread-Topic: Tandem\r\nDate: Wed, 15 Jul 2026 10:00:00 +0000\r\n"
                          "Content-Type: multipart/alternative;\r\n\tboundary=\"_000_ABC_\"\r\n"
                          "MIME-Version: 1.0\r\n\r\n"
                          "--_000_ABC_\r\nContent-Type: text/plain; charset=\"iso-8859-1\"\r\n"
                          "Content-Transfer-Encoding: quoted-printable\r\n\r\n\r\n\r\n"
                          "--_000_ABC_\r\nContent-Type: text/calendar; charset=\"utf-8\"; method=REPLY\r\n"
                          "Content-Transfer-Encoding: base64\r\n\r\n%s\r\n--_000_ABC_--\r\n",
                          from, lines->str);
}

static void
append_quoted (GString *out, const char *text)
{
  guint column = 0;

  for (const char *p = text; *p; p++)
    {
      gboolean is_break = *p == '\r' || *p == '\n';

      if (!is_break && column > 70)
        {
          g_string_append (out, "=\r\n");
          column = 0;
        }
      if (is_break || (*p >= ' ' && *p <= '~' && *p != '='))
        g_string_append_c (out, *p);
      else
        g_string_append_printf (out, "=%02X", (guchar) *p);
      column = is_break ? 0 : column + 3;
    }
}

/* Nothing but the calendar */
char *
inbox_mail_evolution (const char *calendar, const char *from)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "Message-ID: <b2@example.org>\r\nSubject: Accepted: Tandem\r\nFrom: %s\r\n"
                               "To: tandem@example.org\r\nDate: Wed, 15 Jul 2026 12:00:00 +0200\r\n"
                               "Content-Type: text/calendar; name=\"meeting.ics\"; charset=\"utf-8\";\r\n"
                               " METHOD=\"REPLY\"\r\n"
                               "Content-Transfer-Encoding: quoted-printable\r\nMIME-Version: 1.0\r\n\r\n", from);
  append_quoted (out, calendar);
  return g_string_free (out, FALSE);
}

/* --- reading ------------------------------------------------------------------------- */

void
inbox_save (InboxFixture *self, const char *name, const char *text)
{
  g_autofree char *path = tdm_test_folder_join (&self->programme.folder, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static GPtrArray *
finish_reading (InboxFixture *self, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = tdm_inbox_read_finish (self->programme.workspace, tdm_test_wait (result), &error);

  g_assert_no_error (error);
  return items;
}

GPtrArray *
inbox_read_files (InboxFixture *self, const char *const *names)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (; *names; names++)
    {
      g_autofree char *path = tdm_test_folder_join (&self->programme.folder, *names);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  tdm_inbox_read_async (self->programme.workspace, files, NULL, tdm_test_result_cb, &result);
  return finish_reading (self, &result);
}

GPtrArray *
inbox_read_text (InboxFixture *self, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;

  tdm_inbox_read_text_async (self->programme.workspace, text, tdm_test_result_cb, &result);
  return finish_reading (self, &result);
}

GPtrArray *
inbox_read_answer (InboxFixture *self, const InboxAnswer *answer)
{
  g_autofree char *calendar = inbox_calendar (self, answer);

  return inbox_read_text (self, calendar);
}

void
inbox_expect (GPtrArray *items, guint position, TdmInboxKind kind, const char *text)
{
  g_assert_cmpuint (position, <, items->len);
  g_assert_cmpstr (tdm_inbox_item_get_text (items->pdata[position]), ==, text);
  g_assert_cmpint (tdm_inbox_item_get_kind (items->pdata[position]), ==, kind);
}

/* --- taking over ---------------------------------------------------------------------- */

void
inbox_apply (InboxFixture *self, GPtrArray *items)
{
  guint n = tdm_inbox_count_sure (items);
  g_autofree char *label = g_strdup_printf ("%u answers taken over", n);

  for (guint i = 0; n == 1 && i < items->len; i++)
    if (tdm_inbox_item_is_sure (items->pdata[i]))
      {
        g_free (label);
        label = g_strdup_printf ("Answer taken over: %s", tdm_inbox_item_get_text (items->pdata[i]));
      }

  tdm_workspace_commit_async (self->programme.workspace, tdm_inbox_apply (self->programme.workspace, items),
                              tdm_test_result_cb, &self->programme.result);
  tdm_test_programme_finish (&self->programme, label);
}

void
inbox_take (InboxFixture *self, const InboxAnswer *answer)
{
  g_autoptr (GPtrArray) items = inbox_read_answer (self, answer);

  g_assert_cmpuint (tdm_inbox_count_sure (items), ==, 1);
  inbox_apply (self, items);
}

void
inbox_decide (InboxFixture *self, TdmInboxItem *item, TdmPerson *person, const char *expected)
{
  g_autoptr (TdmRound) round = g_list_model_get_item (tdm_workspace_get_rounds (self->programme.workspace), 0);

  g_assert_true (tdm_inbox_item_asks (item));
  tdm_workspace_commit_async (self->programme.workspace,
                              tdm_inbox_decide (self->programme.workspace, item, person, round), tdm_test_result_cb,
                              &self->programme.result);
  tdm_test_programme_finish (&self->programme, expected);
}

void
inbox_undo (InboxFixture *self, const char *expected)
{
  tdm_workspace_undo_async (self->programme.workspace, tdm_test_result_cb, &self->programme.result);
  tdm_test_programme_finish (&self->programme, expected);
}

/* --- what changed --------------------------------------------------------------------- */

static GPtrArray *
query (sqlite3 *file, const char *sql)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (file, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_hash_table_insert (row, g_strdup (sqlite3_column_name (statement, i)),
                             g_strdup ((const char *) sqlite3_column_text (statement, i)));
      g_ptr_array_add (rows, row);
    }
  sqlite3_finalize (statement);
  return rows;
}

static void
dump_table (GHashTable *dump, sqlite3 *file, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  g_autoptr (GPtrArray) rows = query (file, sql);

  for (guint i = 0; i < rows->len; i++)
    {
      char *key = g_strdup_printf ("%s %s", table, (char *) g_hash_table_lookup (rows->pdata[i], "id"));

      g_hash_table_insert (dump, key, g_hash_table_ref (rows->pdata[i]));
    }
}

GHashTable *
inbox_dump (InboxFixture *self)
{
  GHashTable *dump = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GPtrArray) tables = NULL;
  sqlite3 *file;

  g_assert_cmpint (sqlite3_open_v2 (self->programme.folder.path, &file, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  tables = query (file, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  g_assert_cmpuint (tables->len, >, 10);
  for (guint i = 0; i < tables->len; i++)
    dump_table (dump, file, g_hash_table_lookup (tables->pdata[i], "name"));
  sqlite3_close (file);
  return dump;
}

static char *
compare_rows (const char *key, GHashTable *before, GHashTable *after)
{
  g_autoptr (GList) columns = g_list_sort (g_hash_table_get_keys (after), (GCompareFunc) strcmp);
  g_autoptr (GString) out = g_string_new (key);

  g_string_append_c (out, ':');
  for (GList *i = columns; i; i = i->next)
    if (g_strcmp0 (g_hash_table_lookup (before, i->data), g_hash_table_lookup (after, i->data)) != 0)
      g_string_append_printf (out, " %s", (char *) i->data);
  return g_str_has_suffix (out->str, ":") ? NULL : g_strdup (out->str);
}

static void
add_missing (GPtrArray *lines, GHashTable *from, GHashTable *other, char sign)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (other, key))
      g_ptr_array_add (lines, g_strdup_printf ("%c%s", sign, (char *) key));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

void
inbox_expect_changes (InboxFixture *self, GHashTable *taken_before, const char *expected)
{
  g_autoptr (GHashTable) before = taken_before;
  g_autoptr (GHashTable) after = inbox_dump (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;
  GHashTableIter iter;
  gpointer key, row;

  add_missing (lines, after, before, '+');
  add_missing (lines, before, after, '-');
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      GHashTable *old = g_hash_table_lookup (before, key);
      char *line = old ? compare_rows (key, old, row) : NULL;

      if (line)
        g_ptr_array_add (lines, line);
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  found = g_strjoinv ("\n", (char **) lines->pdata);
  g_assert_cmpstr (found, ==, expected);
}

/* --- who and when ----------------------------------------------------------------------- */

TdmPerson *
inbox_anna (InboxFixture *self)
{
  return tdm_pair_get_mentee (self->programme.pair);
}

TdmPerson *
inbox_bo (InboxFixture *self)
{
  return tdm_pair_get_mentor (self->programme.pair);
}

TdmReply
inbox_reply_on (InboxFixture *self, TdmPerson *person, const char *recurrence_id)
{
  return tdm_meeting_get_reply (outbox_meeting (&self->programme, recurrence_id), person);
}
