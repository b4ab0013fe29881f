/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "inbox/tdm-inbox.h"
#include "support/tdm-test.h"

/* Anna Beck and Bo Chen have a series of which both were told, and mails come in. */

typedef struct
{
  TdmTestProgramme programme;
  TdmSeries *series;
} InboxFixture;

void inbox_set_up    (InboxFixture  *self,
                      gconstpointer  data);
void inbox_tear_down (InboxFixture  *self,
                      gconstpointer  data);

/* What somebody answers. What is not said is as in an answer to the whole series that Bo accepts on the day after. */
typedef struct
{
  const char *method; /* "" for none */
  const char *uid;
  const char *email;
  const char *name;
  const char *partstat;
  const char *stamp;
  int sequence;
  const char *start; /* "" for none */
  const char *lines;
} InboxAnswer;

char *inbox_calendar          (InboxFixture      *self,
                               const InboxAnswer *answer);
char *inbox_mail_thunderbird  (const char        *calendar,
                               const char        *from);
char *inbox_mail_outlook      (const char        *calendar,
                               const char        *from);
char *inbox_mail_evolution    (const char        *calendar,
                               const char        *from);

/* Reading: what came in, matched */
GPtrArray *inbox_read_files   (InboxFixture      *self,
                               const char *const *names);
GPtrArray *inbox_read_text    (InboxFixture      *self,
                               const char        *text);
GPtrArray *inbox_read_answer  (InboxFixture      *self,
                               const InboxAnswer *answer);
void       inbox_save         (InboxFixture      *self,
                               const char        *name,
                               const char        *text);
void       inbox_expect       (GPtrArray         *items,
                               guint              position,
                               TdmInboxKind       kind,
                               const char        *text);

/* Taking over */
void       inbox_apply        (InboxFixture      *self,
                               GPtrArray         *items);
void       inbox_take         (InboxFixture      *self,
                               const InboxAnswer *answer);
void       inbox_decide       (InboxFixture      *self,
                               TdmInboxItem      *item,
                               TdmPerson         *person,
                               const char        *expected);
void       inbox_undo         (InboxFixture      *self,
                               const char        *expected);

/* All that is in the file, and what became of it: "attendee 2: comment reply" in a line for each row that differs,
 * "+attendee 3" for a new one. */
GHashTable *inbox_dump        (InboxFixture      *self);
void        inbox_expect_changes (InboxFixture   *self,
                               GHashTable        *taken_before,
                               const char        *expected);

TdmPerson  *inbox_anna        (InboxFixture      *self);
TdmPerson  *inbox_bo          (InboxFixture      *self);
TdmReply    inbox_reply_on    (InboxFixture      *self,
                               TdmPerson         *person,
                               const char        *recurrence_id);
