/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-error.h"

#include "base/tdm-i18n.h"

G_DEFINE_QUARK (tdm-calendar-error-quark, tdm_calendar_error)

/**
 * tdm_calendar_fail:
 * @error: where the error goes
 * @code: of it
 * @format: a message that can be shown, as for printf()
 * @...: what belongs into it
 *
 * Returns: %FALSE
 */
gboolean
tdm_calendar_fail (GError **error, TdmCalendarError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (TDM_CALENDAR_ERROR, code, format, arguments));
  va_end (arguments);
  return FALSE;
}

/**
 * tdm_calendar_fail_part:
 * @error: where %TDM_CALENDAR_ERROR_UNREADABLE goes
 * @name: the property of a file that cannot be read
 *
 * Returns: %FALSE
 */
gboolean
tdm_calendar_fail_part (GError **error, const char *name)
{
  return tdm_calendar_fail (error, TDM_CALENDAR_ERROR_UNREADABLE,
                            /* Translators: a word from inside a calendar file, such as DTSTART */
                            _ ("Something in this file cannot be read: “%s”."), name);
}
