/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "mail/tdm-mail-error.h"
#include "mail/tdm-mail-reader.h"
#include "mail/tdm-mailbox.h"

#include <glib/gstdio.h>
#include <string.h>

/* Mailboxes, larger than anything that is read at once. */

#define ICS "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n"

static void
append_answer (GString *out, guint number, const char *end)
{
  g_string_append_printf (out, "From a@example.org Mon Nov 23 10:00:00 2026%sFrom: a%u@example.org%s"
                               "Content-Type: text/calendar%s%s", end, number, end, end, end);
  g_string_append (out, ICS);
  g_string_append (out, end);
}

/* A mail with an attachment of about @size bytes */
static void
append_photo (GString *out, gsize size)
{
  g_string_append (out, "From b@example.org Mon Nov 23 10:00:00 2026\nFrom: b@example.org\n"
                        "Content-Type: multipart/mixed; boundary=photo\n\n--photo\nContent-Type: image/jpeg\n"
                        "Content-Transfer-Encoding: base64\n\n");
  for (gsize i = 0; i < size; i += 73)
    g_string_append (out, "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoM\n");
  g_string_append (out, "--photo--\n\n");
}

static void
found_cb (TdmMailPart *part, gpointer found)
{
  g_string_append_printf (found, "%.2s ", part->from_email);
}

static char *
read_file (const char *text, gsize size, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  int fd = g_file_open_tmp ("tandem-mailbox-XXXXXX", &path, NULL);
  gboolean done;

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, text, size, NULL));
  file = g_file_new_for_path (path);
  done = tdm_mail_read_file (file, found_cb, found, NULL, error);
  g_unlink (path);
  return done ? g_string_free (g_steal_pointer (&found), FALSE) : NULL;
}

static void
test_larger_than_the_limit (void)
{
  g_autoptr (GString) box = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  append_answer (box, 1, "\n");
  for (int i = 0; i < 8; i++)
    append_photo (box, TDM_MAIL_MOST_BYTES / 6);
  append_answer (box, 2, "\r\n");
  append_photo (box, 1000);
  append_answer (box, 3, "\n");
  g_assert_cmpuint (box->len, >, TDM_MAIL_MOST_BYTES);
  found = read_file (box->str, box->len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "a1 a2 a3 ");
}

/* Of a mail that is too large itself, what stands at its beginning counts. */
static void
test_one_mail_larger_than_the_limit (void)
{
  g_autoptr (GString) box = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_string_append (box, "From c\nFrom: c4@example.org\nContent-Type: multipart/mixed; boundary=outer\n\n"
                        "--outer\nContent-Type: text/calendar\n\n" ICS "\n--outer\nContent-Type: image/png\n\n");
  for (gsize i = 0; i < TDM_MAIL_MOST_BYTES; i += 16)
    g_string_append (box, "iVBORw0KGgoAAAAN");
  g_string_append (box, "\n--outer--\n\n");
  append_answer (box, 5, "\n");
  found = read_file (box->str, box->len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "c4 a5 ");
}

static void
test_a_single_mail_has_a_limit (void)
{
  g_autoptr (GString) mail = g_string_new ("From: a@example.org\n\n");
  g_autoptr (GError) error = NULL;

  while (mail->len <= TDM_MAIL_MOST_BYTES)
    g_string_append (mail, "Hello Hello Hello Hello\n");
  g_assert_null (read_file (mail->str, mail->len, &error));
  g_assert_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_TOO_BIG);
}

/* Wherever the pieces end that are read from the disk */
static void
test_every_place_of_a_border (void)
{
  for (gsize filler = 256 * 1024 - 120; filler < 256 * 1024 + 10; filler++)
    {
      g_autofree char *dots = g_strnfill (filler, '.');
      g_autofree char *text = g_strdup_printf ("From x\nA: b\n\n%s\n\nFrom y\nC: d\n\nFrom here on\n", dots);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
      g_autoptr (TdmMailbox) box = tdm_mailbox_new (stream, 1024 * 1024);
      TdmMimeSlice mail;

      g_assert_true (tdm_mailbox_next (box, &mail, NULL, NULL));
      g_assert_cmpuint (mail.size, ==, filler + strlen ("A: b\n\n\n\n"));
      g_assert_true (tdm_mailbox_next (box, &mail, NULL, NULL));
      g_assert_cmpmem (mail.data, mail.size, "C: d\n\n", 6);
      g_assert_true (tdm_mailbox_next (box, &mail, NULL, NULL));
      g_assert_null (mail.data);
    }
}

/* "From here on" begins a mail only behind an empty line, and at the beginning of a line. */
static void
test_what_begins_no_mail (void)
{
#define FIRST "A: b\n\nText\nFrom here on\n >From there\n\n From\n\n"
  static const char text[] = "\n\nFrom x\n" FIRST "From y\n\nEnd";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (TdmMailbox) box = tdm_mailbox_new (stream, 1024);
  TdmMimeSlice mail;

  g_assert_true (tdm_mailbox_next (box, &mail, NULL, NULL));
  g_assert_cmpmem (mail.data, mail.size, FIRST, strlen (FIRST));
  g_assert_true (tdm_mailbox_next (box, &mail, NULL, NULL));
  g_assert_cmpmem (mail.data, mail.size, "\nEnd", 4);
  g_assert_true (tdm_mailbox_next (box, &mail, NULL, NULL));
  g_assert_null (mail.data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mailbox/larger-than-the-limit", test_larger_than_the_limit);
  g_test_add_func ("/mailbox/one-mail-larger-than-the-limit", test_one_mail_larger_than_the_limit);
  g_test_add_func ("/mailbox/a-single-mail-has-a-limit", test_a_single_mail_has_a_limit);
  g_test_add_func ("/mailbox/every-place-of-a-border", test_every_place_of_a_border);
  g_test_add_func ("/mailbox/what-begins-no-mail", test_what_begins_no_mail);
  return g_test_run ();
}
