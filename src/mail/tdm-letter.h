/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmLetter:
 * @message_id: `something@domain`, without angle brackets; the same one again is the same letter
 * @date: when it was written, in seconds since 1970
 * @from_name: (nullable): who sends it
 * @from_email: the address of who invites, or answers
 * @to_name: (nullable): who gets it
 * @to_email: an address
 * @subject: (nullable): a line
 * @text: (nullable): what people read who have no calendar
 * @method: `REQUEST`, `CANCEL` or `REPLY`, as in the calendar
 * @file_name: what the attached calendar is called, without folders
 * @calendar: an iCalendar file in UTF-8
 *
 * An invitation or a cancellation as an e-mail.
 */
typedef struct
{
  const char *message_id;
  gint64 date;
  const char *from_name;
  const char *from_email;
  const char *to_name;
  const char *to_email;
  const char *subject;
  const char *text;
  const char *method;
  const char *file_name;
  GBytes *calendar;
} TdmLetter;

GBytes *tdm_letter_write (const TdmLetter *letter,
                          GError         **error);

G_END_DECLS
