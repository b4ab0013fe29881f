/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-words.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-schedule-step.h"
#include "calendar/tdm-when.h"

/* What a message says, in a few words of the language of the program. */

/* As many as the mail lists: nobody hears of what is over. */
static guint
count_ahead (const TdmSchedule *schedule, const char *from, gint64 since)
{
  g_autoptr (GPtrArray) dates = tdm_schedule_list_ahead (schedule, from, since);

  return dates->len;
}

static char *
describe_slot (const char *format, const TdmSlot *slot)
{
  g_autofree char *when = tdm_when_describe (slot->zone, slot->local_start);

  return g_strdup_printf (format, when);
}

static gboolean
has_others (const TdmSchedule *before, const TdmSchedule *now)
{
  for (guint i = 0; i < now->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = now->attendees->pdata[i];

      if (!attendee->is_optional && !tdm_schedule_find_attendee (before, attendee->uid))
        return TRUE;
    }
  return FALSE;
}

static char *
describe_update (const TdmSchedule *before, const TdmSchedule *now, gboolean asks, gint64 since)
{
  if (!before || tdm_schedule_equal (before, now))
    return g_strdup (_ ("The whole invitation again"));
  /* Nothing but what is over is left, and of that nobody hears. */
  if (tdm_schedule_is_over (now, since))
    {
      guint n = count_ahead (before, NULL, since);

      return g_strdup_printf (ngettext ("%u meeting cancelled", "%u meetings cancelled", n), n);
    }
  if (*now->rule == '\0' && asks)
    /* Translators: %s is a day and a time */
    return describe_slot (_ ("New time: %s"), &now->first);
  if (tdm_slot_same_time (&before->first, &now->first) && !g_str_equal (before->last, now->last))
    /* Translators: a series of meetings ends earlier or later; %s is a day and a time */
    return describe_slot (_ ("New last meeting: %s"), &(TdmSlot) { .local_start = now->last, .zone = now->first.zone });
  if (g_str_equal (before->rule, now->rule) && tdm_slot_same_time (&before->first, &now->first) &&
      before->excluded->len > now->excluded->len)
    return g_strdup (_ ("A cancelled meeting takes place after all"));
  if (asks)
    return g_strdup (_ ("New dates"));
  if (has_others (before, now))
    return g_strdup (_ ("New partner"));
  if (!g_str_equal (before->first.place, now->first.place))
    return g_strdup (_ ("New place"));
  return g_strdup (_ ("New details"));
}

/**
 * tdm_outbox_words_describe:
 * @before: (nullable): what the calendar shows
 * @now: (nullable): what it shall show
 * @step: a step from @before to @now
 * @since: dates that are over by then, UTC seconds, are not counted
 *
 * Returns: (transfer full): what the message says, such as “New time: 2 March 2027, 15:00”
 */
char *
tdm_outbox_words_describe (const TdmSchedule *before, const TdmSchedule *now, const TdmScheduleStep *step,
                           gint64 since)
{
  TdmSlot old, slot;
  guint n;

  switch (step->kind)
    {
    case TDM_STEP_INVITE:
      n = count_ahead (now, NULL, since);
      return g_strdup_printf (ngettext ("Invitation to %u meeting", "Invitation to %u meetings", n), n);
    case TDM_STEP_UPDATE:
      return describe_update (before, now, step->asks, since);
    case TDM_STEP_CHANGE_DATE:
      old = tdm_schedule_get_slot (before, step->original);
      slot = tdm_schedule_get_slot (now, step->original);
      if (!tdm_slot_same_time (&old, &slot))
        return describe_slot (_ ("New time: %s"), &slot);
      if (!g_str_equal (old.place, slot.place))
        return describe_slot (_ ("New place on %s"), &slot);
      return describe_slot (_ ("New details for %s"), &slot);
    case TDM_STEP_CANCEL_DATE:
      slot = tdm_schedule_get_slot (before, step->original);
      return describe_slot (_ ("Cancelled: %s"), &slot);
    case TDM_STEP_CANCEL_REST:
      n = count_ahead (before, step->original, since);
      /* Translators: to how many meetings to come a person who leaves is not invited any more */
      return g_strdup_printf (ngettext ("No longer invited to %u meeting", "No longer invited to %u meetings", n), n);
    case TDM_STEP_CANCEL:
    case TDM_STEP_REPLY:
      break;
    }
  return g_strdup (now ? _ ("No longer invited") : _ ("All meetings cancelled"));
}
