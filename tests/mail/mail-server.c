/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "mail-server.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* What the server says next, NULL at its end */
char *
mail_server_read_line (MailServer *self)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line_utf8 (self->output, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

void
mail_server_start (MailServer *self, const char *security, const char *host, const char *fault, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  self->folder = g_dir_make_tmp ("tandem-smtp-XXXXXX", &error);
  g_assert_no_error (error);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, TEST_PYTHON,
                                    TEST_SMTP_SERVER, self->folder, security, host, fault, number, NULL);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  self->said = g_ptr_array_new_with_free_func (g_free);
  line = mail_server_read_line (self);
  g_assert_true (line && g_str_has_prefix (line, "port "));
  self->account = g_object_new (TDM_TYPE_MAIL_ACCOUNT, "server", "127.0.0.1", "port", atoi (line + 5), "user",
                                MAIL_SERVER_USER, NULL);
}

void
mail_server_trust (MailServer *self)
{
  g_autofree char *path = g_build_filename (self->folder, "ca.pem", NULL);

  g_object_set (self->account, "authority", path, NULL);
}

/* A server and an account that fit */
void
mail_server_start_good (MailServer *self, TdmMailSecurity security, const char *fault, const char *number)
{
  static const char *const names[] = { "tls", "starttls", "none" };

  mail_server_start (self, names[security], MAIL_SERVER_THIS_HOST, fault, number);
  g_object_set (self->account, "security", security, NULL);
  mail_server_trust (self);
}

/* Keeps what the server says until it says @line. */
void
mail_server_read_until (MailServer *self, const char *wanted)
{
  char *line = NULL;

  while (g_strcmp0 (line, wanted) != 0)
    {
      line = mail_server_read_line (self);
      g_assert_nonnull (line);
      g_ptr_array_add (self->said, line);
    }
}

/* Reads to the end what the server has to say. */
void
mail_server_end (MailServer *self)
{
  g_autoptr (GError) error = NULL;
  char *line;

  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, &error);
  g_assert_no_error (error);
  while ((line = mail_server_read_line (self)))
    g_ptr_array_add (self->said, line);
  g_subprocess_wait_check (self->process, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
mail_server_clear (MailServer *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  remove_folder (self->folder);
  g_clear_object (&self->account);
  g_clear_object (&self->output);
  g_clear_object (&self->process);
  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
}

guint
mail_server_count_said (MailServer *self, const char *beginning)
{
  guint count = 0;

  for (guint i = 0; i < self->said->len; i++)
    count += g_str_has_prefix (self->said->pdata[i], beginning);
  return count;
}
