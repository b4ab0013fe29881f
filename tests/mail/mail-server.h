/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "mail/tdm-mail-account.h"

G_BEGIN_DECLS

#define MAIL_SERVER_USER "anna@example.org"
#define MAIL_SERVER_PASSWORD "schön geheim"
#define MAIL_SERVER_THIS_HOST "IP:127.0.0.1,DNS:localhost"

/* A real server in a process of its own, what it said, and an account there: see smtp_server.py */
typedef struct
{
  char *folder;
  GSubprocess *process;
  GDataInputStream *output;
  GPtrArray *said;
  TdmMailAccount *account;
} MailServer;

void  mail_server_start      (MailServer      *self,
                              const char      *security,
                              const char      *host,
                              const char      *fault,
                              const char      *number);
void  mail_server_start_good (MailServer      *self,
                              TdmMailSecurity  security,
                              const char      *fault,
                              const char      *number);
void  mail_server_trust      (MailServer      *self);
char *mail_server_read_line  (MailServer      *self);
void  mail_server_read_until (MailServer      *self,
                              const char      *line);
void  mail_server_end        (MailServer      *self);
void  mail_server_clear      (MailServer      *self);
guint mail_server_count_said (MailServer      *self,
                              const char      *beginning);

G_END_DECLS
