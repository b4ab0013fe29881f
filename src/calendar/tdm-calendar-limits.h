/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a file, and of one line of it. */
#define TDM_CALENDAR_LIMIT_SIZE (1024 * 1024)
#define TDM_CALENDAR_LIMIT_LINE (64 * 1024)

/* How many of a kind: in a file, but people and dates in one meeting. */
#define TDM_CALENDAR_LIMIT_DEPTH 8
#define TDM_CALENDAR_LIMIT_CALENDARS 50
#define TDM_CALENDAR_LIMIT_COMPONENTS 2000
#define TDM_CALENDAR_LIMIT_PROPERTIES 20000
#define TDM_CALENDAR_LIMIT_PARAMETERS 64
#define TDM_CALENDAR_LIMIT_PEOPLE 500
#define TDM_CALENDAR_LIMIT_DATES 1000

char *tdm_calendar_limits_check       (GBytes    *bytes,
                                       gboolean   answers_by_mail,
                                       GPtrArray *problems,
                                       gboolean  *has_todos,
                                       GError   **error);
char *tdm_calendar_limits_check_todos (GBytes    *bytes,
                                       GError   **error);

G_END_DECLS
