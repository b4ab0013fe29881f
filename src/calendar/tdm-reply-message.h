/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"

G_BEGIN_DECLS

/**
 * TdmReplyMessage:
 * @uid: the UID of the invitation
 * @sequence: that of the invitation which is answered
 * @stamp: when the answer is made, UTC seconds; later than that of every answer before
 * @organizer_name: who invited, may be empty
 * @organizer_email: where the answer goes
 * @name: who answers
 * @email: the address that was invited
 * @reply: the answer
 * @summary: the title of the invitation
 * @zone: the IANA zone of the dates
 * @start: `YYYY-MM-DDTHH:MM:SS`, of the first meeting or of the one that is answered
 * @minutes: how long it takes
 * @original: (nullable): the date of the series that is answered alone, %NULL for all of it
 *
 * What somebody answers to an invitation. Nothing that was written beside it goes out.
 */
typedef struct
{
  const char *uid;
  gint64 sequence;
  gint64 stamp;
  const char *organizer_name;
  const char *organizer_email;
  const char *name;
  const char *email;
  TdmReply reply;
  const char *summary;
  const char *zone;
  const char *start;
  gint64 minutes;
  const char *original;
} TdmReplyMessage;

GBytes *tdm_reply_message_write (const TdmReplyMessage *self,
                                 GError               **error);

G_END_DECLS
