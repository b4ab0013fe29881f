/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-outbox-changes.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "tdm-outbox-message-private.h"

/* What a message changes in the calendar of its recipient, line by line, for whoever reads it before it goes. */

typedef struct
{
  const TdmSchedule *before; /* NULL where the calendar shows nothing yet */
  const TdmSchedule *after;  /* NULL where it shows nothing any more */
  gint64 since;
  GPtrArray *lines;
} Changes;

static void
changes_take (Changes *self, char *taken_line)
{
  g_ptr_array_add (self->lines, taken_line);
}

static char *
slot_describe (const TdmSlot *slot)
{
  return tdm_when_describe (slot->zone, slot->local_start);
}

static void
changes_add_date (Changes *self, const char *format, const TdmSlot *slot)
{
  g_autofree char *when = slot_describe (slot);

  changes_take (self, g_strdup_printf (format, when));
}

static const char *
slot_get_place (const TdmSlot *slot)
{
  return *slot->place ? slot->place : C_ ("place", "none");
}

/* Whether a date gets a text that is not simply that of all dates, see changes_add_frame() */
static gboolean
is_apart (const char *old, const char *new, const char *old_of_all, const char *new_of_all)
{
  return !g_str_equal (old, new) && !(g_str_equal (old, old_of_all) && g_str_equal (new, new_of_all));
}

/* The same date as it is and as it will be */
static void
changes_add_slot (Changes *self, const TdmSlot *old, const TdmSlot *new)
{
  g_autofree char *before = slot_describe (old), *now = slot_describe (new);

  if (!g_str_equal (before, now))
    /* Translators: two dates of a meeting, first the new one */
    changes_take (self, g_strdup_printf (_ ("New time: %s, before: %s"), now, before));
  if (old->minutes != new->minutes)
    /* Translators: a date, then two lengths in minutes */
    changes_take (self, g_strdup_printf (_ ("%s takes %u minutes, before: %u"), now, (guint) new->minutes,
                                         (guint) old->minutes));
  if (is_apart (old->place, new->place, self->before->first.place, self->after->first.place))
    /* Translators: a date, then two places */
    changes_take (self, g_strdup_printf (_ ("New place on %s: %s, before: %s"), now, slot_get_place (new),
                                         slot_get_place (old)));
  if (is_apart (old->summary, new->summary, self->before->first.summary, self->after->first.summary))
    /* Translators: a date, then the title of an invitation */
    changes_take (self, g_strdup_printf (_ ("New title on %s: %s"), now, new->summary));
}

static void
changes_add_frame (Changes *self)
{
  const TdmSlot *old = &self->before->first, *new = &self->after->first;

  if (!g_str_equal (old->place, new->place))
    /* Translators: two places of meetings, first the new one */
    changes_take (self, g_strdup_printf (_ ("New place: %s, before: %s"), slot_get_place (new), slot_get_place (old)));
  if (!g_str_equal (old->summary, new->summary))
    /* Translators: the title of an invitation */
    changes_take (self, g_strdup_printf (_ ("New title: %s"), new->summary));
}

static GPtrArray *
schedule_list_ahead (const TdmSchedule *self, gint64 since)
{
  return self ? tdm_schedule_list_ahead (self, NULL, since) : g_ptr_array_new ();
}

static gboolean
list_has (GPtrArray *dates, const char *original)
{
  return g_ptr_array_find_with_equal_func (dates, original, g_str_equal, NULL);
}

/* Where the whole rule moved, no date keeps its name: then the first is the first, and so on. */
static gboolean
changes_have_moved_as_a_whole (GPtrArray *old, GPtrArray *new)
{
  for (guint i = 0; i < old->len; i++)
    if (list_has (new, old->pdata[i]))
      return FALSE;
  return old->len == new->len;
}

static void
changes_add_dates (Changes *self)
{
  g_autoptr (GPtrArray) old = schedule_list_ahead (self->before, self->since);
  g_autoptr (GPtrArray) new = schedule_list_ahead (self->after, self->since);
  gboolean is_moved = changes_have_moved_as_a_whole (old, new);

  for (guint i = 0; i < old->len; i++)
    {
      TdmSlot was = tdm_schedule_get_slot (self->before, old->pdata[i]);
      const char *name = is_moved ? new->pdata[i] : old->pdata[i];

      if (is_moved || list_has (new, name))
        {
          TdmSlot is = tdm_schedule_get_slot (self->after, name);

          changes_add_slot (self, &was, &is);
        }
      else
        changes_add_date (self, _ ("Cancelled: %s"), &was);
    }
  for (guint i = 0; i < new->len && !is_moved; i++)
    {
      TdmSlot slot = tdm_schedule_get_slot (self->after, new->pdata[i]);

      if (!list_has (old, new->pdata[i]))
        /* Translators: %s is the date of a meeting that comes into a calendar */
        changes_add_date (self, _ ("New date: %s"), &slot);
    }
}

static void
changes_add_people (Changes *self)
{
  for (guint i = 0; i < self->after->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = self->after->attendees->pdata[i];
      const TdmScheduleAttendee *was = tdm_schedule_find_attendee (self->before, attendee->uid);

      if (!was && !attendee->is_optional)
        changes_take (self, g_strdup_printf (_ ("New partner: %s"), attendee->name));
      else if (was && !g_str_equal (was->name, attendee->name))
        /* Translators: two names of the same person, first the new one */
        changes_take (self, g_strdup_printf (_ ("New name: %s, before: %s"), attendee->name, was->name));
      else if (was && !attendee->is_optional && !g_str_equal (was->email, attendee->email))
        /* Translators: a person, then an e-mail address */
        changes_take (self, g_strdup_printf (_ ("New address of %s: %s"), attendee->name, attendee->email));
    }
  for (guint i = 0; i < self->before->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = self->before->attendees->pdata[i];

      if (!attendee->is_optional && !tdm_schedule_find_attendee (self->after, attendee->uid))
        changes_take (self, g_strdup_printf (_ ("No longer invited: %s"), attendee->name));
    }
  if (!g_str_equal (self->before->organizer_email, self->after->organizer_email) ||
      !g_str_equal (self->before->organizer_name, self->after->organizer_name))
    /* Translators: a name, then an e-mail address */
    changes_take (self, g_strdup_printf (_ ("Invited by: %s <%s>"), self->after->organizer_name,
                                         self->after->organizer_email));
}

/**
 * tdm_outbox_changes_list:
 * @message: a message that can go
 *
 * Dates that are over are not named. An answer changes no dates, and its title says all.
 *
 * Returns: (transfer full): what becomes different in the calendar of its recipient, in the language of the program;
 *   empty where nothing does
 */
GStrv
tdm_outbox_changes_list (TdmOutboxMessage *message)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  Changes self = { .before = message->before, .after = message->after, .since = message->since, .lines = lines };

  g_return_val_if_fail (TDM_IS_OUTBOX_MESSAGE (message), NULL);

  if (self.before && self.after && message->step->kind == TDM_STEP_UPDATE)
    {
      changes_add_people (&self);
      changes_add_frame (&self);
    }
  if (self.before || self.after)
    changes_add_dates (&self);
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_steal (lines, NULL);
}
