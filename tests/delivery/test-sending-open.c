/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "delivery/tdm-sending.h"
#include "messages/outbox-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* A mail program is started for a message: everybody on the computer can read with which words. */

typedef TdmTestProgramme Fixture;

/* In place of xdg-email: it writes down each word with which it was started. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *program = NULL, *script = NULL, *path = NULL;

  tdm_test_programme_set_up (self, data);
  program = tdm_test_folder_join (&self->folder, "xdg-email");
  script = g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$@\" > '%s/words'\n", self->folder.folder);
  g_assert_true (g_file_set_contents (program, script, -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  path = g_strdup_printf ("%s:%s", self->folder.folder, g_getenv ("PATH"));
  g_setenv ("PATH", path, TRUE);
  outbox_plan (self);
}

static char *
open_first (Fixture *self, char **address)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  g_assert_cmpuint (messages->len, >, 0);
  tdm_sending_open_async (self->workspace, messages->pdata[0], tdm_test_result_cb, &result);
  text = tdm_sending_open_finish (self->workspace, tdm_test_wait (&result), address, &error);
  g_assert_no_error (error);
  return text;
}

static GStrv
read_words (Fixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "words");
  g_autofree char *words = NULL;

  g_assert_true (g_file_get_contents (path, &words, NULL, NULL));
  return g_strsplit (g_strchomp (words), "\n", -1);
}

static void
test_nothing_about_people_is_for_all_to_read (Fixture *self, gconstpointer data)
{
  g_autofree char *address = NULL, *folded = NULL;
  g_autofree char *text = open_first (self, &address);
  g_auto (GStrv) words = read_words (self);
  g_autofree char *all = g_strjoinv ("\n", words);

  folded = g_ascii_strdown (all, -1);
  g_assert_null (strchr (all, '@'));
  g_assert_null (strstr (folded, "anna"));
  g_assert_null (strstr (folded, "beck"));
  g_assert_null (strstr (folded, "chen"));
  g_assert_null (strstr (folded, "2026"));
  /* What the mail has to say comes back instead. */
  g_assert_cmpstr (address, ==, "anna@example.org");
  g_assert_nonnull (strstr (text, "11 August 2026"));
}

static void
test_the_calendar_is_attached_and_private (Fixture *self, gconstpointer data)
{
  g_autofree char *address = NULL, *content = NULL;
  g_autofree char *text = open_first (self, &address);
  g_auto (GStrv) words = read_words (self);
  const char *path = words[g_strv_length (words) - 1];
  GStatBuf status;

  g_assert_true (g_strv_contains ((const char *const *) words, "--attach"));
  g_assert_true (g_path_is_absolute (path));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "BEGIN:VCALENDAR"));
  g_unlink (path);
}

/* An address may begin as an option does. */
static void
test_an_address_is_no_option (Fixture *self, gconstpointer data)
{
  g_autofree char *address = NULL, *text = NULL;
  g_auto (GStrv) words = NULL;

  outbox_replace (self, "Dash", "-attach@example.org");
  text = open_first (self, &address);
  words = read_words (self);
  for (char **word = words; *word; word++)
    g_assert_null (strchr (*word, '@'));
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
}

#define ADD(name, func) \
  g_test_add ("/sending-open/" name, Fixture, NULL, set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  /* GLib's own way of isolating a test loses memory, which the leak check reports. */
  g_autofree char *cache = g_dir_make_tmp ("tandem-cache-XXXXXX", &error);
  g_autofree char *outgoing = NULL, *own = NULL;
  int status;

  g_assert_no_error (error);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("nothing-about-people-is-for-all-to-read", test_nothing_about_people_is_for_all_to_read);
  ADD ("the-calendar-is-attached-and-private", test_the_calendar_is_attached_and_private);
  ADD ("an-address-is-no-option", test_an_address_is_no_option);
  status = g_test_run ();

  own = g_build_filename (cache, "tandem", NULL);
  outgoing = g_build_filename (own, "outgoing", NULL);
  remove_files (outgoing);
  g_rmdir (outgoing);
  g_rmdir (own);
  g_rmdir (cache);
  return status;
}
