/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdmMailPart:
 * @calendar: an iCalendar file, in UTF-8 where the mail says truly what it is in; it is not checked at all
 * @method: what the mail says the calendar is about, such as `REPLY` (RFC 6047 2.4), perhaps empty
 * @from_name: who sent it, perhaps empty
 * @from_email: a valid address, or empty
 * @date: when it was sent, in seconds since 1970; 0 if it does not say
 * @subject: a clean line, perhaps empty
 * @problem: why there is nothing in @calendar, in the language of the program, or empty
 *
 * A calendar that came by mail. Who sent a mail is what the mail says, and proves nothing.
 */
typedef struct _TdmMailPart
{
  GBytes *calendar;
  char *method;
  char *from_name;
  char *from_email;
  gint64 date;
  char *subject;
  char *problem;
} TdmMailPart;

#define TDM_TYPE_MAIL_PART (tdm_mail_part_get_type ())
GType        tdm_mail_part_get_type (void);
TdmMailPart *tdm_mail_part_new      (GBytes      *calendar);
TdmMailPart *tdm_mail_part_ref      (TdmMailPart *self);
void         tdm_mail_part_unref    (TdmMailPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmMailPart, tdm_mail_part_unref)

G_END_DECLS
