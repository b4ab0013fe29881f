/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmLocalTimeForm:
 * @TDM_LOCAL_TIME_WRONG: it is no time
 * @TDM_LOCAL_TIME_DAY: `YYYYMMDD`
 * @TDM_LOCAL_TIME_CLOCK: `YYYYMMDDTHHMMSS`, on a wall clock
 * @TDM_LOCAL_TIME_UTC: `YYYYMMDDTHHMMSSZ`, an instant
 *
 * How a calendar file writes a time.
 */
typedef enum
{
  TDM_LOCAL_TIME_WRONG,
  TDM_LOCAL_TIME_DAY,
  TDM_LOCAL_TIME_CLOCK,
  TDM_LOCAL_TIME_UTC,
} TdmLocalTimeForm;

gboolean         tdm_local_time_parse           (const char  *text,
                                                 gint64      *seconds);
TdmLocalTimeForm tdm_local_time_parse_basic     (const char  *text,
                                                 gint64      *seconds);
gint64           tdm_local_time_read            (const char  *text);
GDate            tdm_local_time_get_date        (gint64       seconds);
gint64           tdm_local_time_from_date       (const GDate *date);
int              tdm_local_time_get_clock       (gint64       seconds);
char            *tdm_local_time_format          (gint64       seconds);
void             tdm_local_time_append_basic    (GString     *out,
                                                 gint64       seconds);
char            *tdm_local_time_replace_date    (const char  *text,
                                                 const GDate *date);
char            *tdm_local_time_describe        (const char  *text);
char            *tdm_local_time_describe_moment (GDateTime   *moment);

G_END_DECLS
