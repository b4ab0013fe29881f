/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmCalendarError:
 * @TDM_CALENDAR_ERROR_UNKNOWN_ZONE: no time zone has that name
 * @TDM_CALENDAR_ERROR_NO_SUCH_TIME: a text is no date and time, or the clocks change just then
 * @TDM_CALENDAR_ERROR_NO_END: a repetition would go on for ever
 * @TDM_CALENDAR_ERROR_BAD_RULE: a repetition that calendar programs do not agree on, or that does not fit its start
 * @TDM_CALENDAR_ERROR_NO_ADDRESS: somebody cannot be invited, for an e-mail address is missing or not valid
 * @TDM_CALENDAR_ERROR_NO_ORGANIZER: nobody can be invited, for that of whoever invites is missing or not valid
 * @TDM_CALENDAR_ERROR_NOT_CALENDAR: a file is no calendar file, or damaged
 * @TDM_CALENDAR_ERROR_TOO_LARGE: a file has more of something than a calendar file should
 * @TDM_CALENDAR_ERROR_UNREADABLE: a part of a calendar file cannot be read, and a meeting would be another without it
 * @TDM_CALENDAR_ERROR_FAILED: anything else
 *
 * Why there is no calendar file, or why it cannot be read. Every message can be shown as it is.
 */
typedef enum
{
  TDM_CALENDAR_ERROR_UNKNOWN_ZONE,
  TDM_CALENDAR_ERROR_NO_SUCH_TIME,
  TDM_CALENDAR_ERROR_NO_END,
  TDM_CALENDAR_ERROR_BAD_RULE,
  TDM_CALENDAR_ERROR_NO_ADDRESS,
  TDM_CALENDAR_ERROR_NO_ORGANIZER,
  TDM_CALENDAR_ERROR_NOT_CALENDAR,
  TDM_CALENDAR_ERROR_TOO_LARGE,
  TDM_CALENDAR_ERROR_UNREADABLE,
  TDM_CALENDAR_ERROR_FAILED,
} TdmCalendarError;

#define TDM_CALENDAR_ERROR (tdm_calendar_error_quark ())
GQuark tdm_calendar_error_quark (void);

gboolean tdm_calendar_fail      (GError         **error,
                                 TdmCalendarError code,
                                 const char      *format,
                                 ...) G_GNUC_PRINTF (3, 4);
gboolean tdm_calendar_fail_part (GError         **error,
                                 const char      *name);

G_END_DECLS
