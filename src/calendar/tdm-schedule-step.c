/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-schedule-step.h"

#include "tdm-schedule-private.h"

#include <string.h>

/* Which messages lead from what a calendar shows to what it shall show. Dates that are over stay as they are: nobody
 * wants mail about last week. */

static GPtrArray *
steps_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_schedule_step_free);
}

static void
steps_add (GPtrArray *self, TdmStepKind kind, const char *original, gboolean asks)
{
  TdmScheduleStep *step = g_new (TdmScheduleStep, 1);

  *step = (TdmScheduleStep) { kind, g_strdup (original), asks };
  g_ptr_array_add (self, step);
}

/**
 * tdm_schedule_is_over:
 * @self: a schedule
 * @since: UTC seconds
 *
 * Returns: whether no date of it ends later than that
 */
gboolean
tdm_schedule_is_over (const TdmSchedule *self, gint64 since)
{
  g_autoptr (GPtrArray) ahead = NULL;
  TdmSlot last = self->first;

  for (guint i = 0; i < self->exceptions->len; i++)
    if (tdm_slot_get_end (&((TdmScheduleException *) self->exceptions->pdata[i])->slot) >= since)
      return FALSE;
  last.local_start = self->last;
  if (tdm_slot_get_end (&last) < since)
    return TRUE;

  /* The last date of the rule may be off, or may have been moved to an earlier day. */
  if (!tdm_schedule_excludes (self, self->last) && tdm_schedule_get_slot (self, self->last).local_start == self->last)
    return FALSE;
  ahead = tdm_schedule_list_ahead (self, NULL, since);
  return ahead->len == 0;
}

static guint
schedule_count_people (const TdmSchedule *self)
{
  guint n = 0;

  while (n < self->attendees->len && !((TdmScheduleAttendee *) self->attendees->pdata[n])->is_optional)
    n++;
  return n;
}

/* Who else may come is nothing that the others have to hear of: it is in the next message that they get anyway. */
static gboolean
same_people (const TdmSchedule *a, const TdmSchedule *b)
{
  guint n_people = schedule_count_people (a);

  if (n_people != schedule_count_people (b))
    return FALSE;
  for (guint i = 0; i < n_people; i++)
    {
      const TdmScheduleAttendee *x = a->attendees->pdata[i], *y = b->attendees->pdata[i];

      if (!g_str_equal (x->uid, y->uid) || !g_str_equal (x->email, y->email) || !g_str_equal (x->name, y->name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_rule (const TdmSchedule *a, const TdmSchedule *b)
{
  return g_str_equal (a->rule, b->rule) && tdm_slot_same_time (&a->first, &b->first);
}

/* Whether a date that a calendar has is over, wherever it was moved to since */
static gboolean
is_past (const TdmSchedule *before, const TdmSchedule *now, const char *original, gint64 since)
{
  TdmSlot old = tdm_schedule_get_slot (before, original);
  TdmSlot new = tdm_schedule_get_slot (now, original);

  return strcmp (original, before->last) <= 0 && strcmp (original, now->last) <= 0 && tdm_slot_get_end (&old) < since &&
         tdm_slot_get_end (&new) < since;
}

/* A date that was off and is on again can only come back with all the others: programs do not agree on what a REQUEST
 * for an excluded date means. */
static gboolean
same_or_more_excluded (const TdmSchedule *before, const TdmSchedule *now, gint64 since)
{
  for (guint i = 0; i < before->excluded->len; i++)
    {
      const char *original = before->excluded->pdata[i];

      if (!tdm_schedule_excludes (now, original) && !is_past (before, now, original, since))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_frame (const TdmSchedule *before, const TdmSchedule *now, gint64 since)
{
  return same_rule (before, now) && tdm_slot_equal (&before->first, &now->first) && same_people (before, now) &&
         g_str_equal (before->organizer_name, now->organizer_name) &&
         g_str_equal (before->organizer_email, now->organizer_email) && same_or_more_excluded (before, now, since);
}

/* A rule without its end */
static char *
take_rhythm (const char *rule)
{
  g_auto (GStrv) parts = g_strsplit (rule, ";", -1);
  GString *rhythm = g_string_new (NULL);

  for (char **part = parts; *part; part++)
    if (!g_str_has_prefix (*part, "COUNT=") && !g_str_has_prefix (*part, "UNTIL="))
      g_string_append_printf (rhythm, "%s;", *part);
  return g_string_free (rhythm, FALSE);
}

/* Whether the dates of both are the same, as far as both go */
static gboolean
same_rhythm (const TdmSchedule *before, const TdmSchedule *now)
{
  g_autofree char *old = NULL, *new = NULL;

  if (!tdm_slot_same_time (&before->first, &now->first))
    return FALSE;
  if (g_str_equal (before->rule, now->rule))
    return TRUE;
  old = take_rhythm (before->rule);
  new = take_rhythm (now->rule);
  return g_str_equal (old, new);
}

static gboolean
is_off (const TdmSchedule *self, const char *original)
{
  return tdm_schedule_excludes (self, original) || strcmp (original, self->last) > 0;
}

/* Whether all dates ahead that @of has apart from its rule are at the same time in @in. */
static gboolean
same_times_ahead (const TdmSchedule *of, const TdmSchedule *in, const TdmSchedule *now, gint64 since)
{
  for (guint i = 0; i < of->exceptions->len; i++)
    {
      const TdmScheduleException *exception = of->exceptions->pdata[i];
      TdmSlot other = tdm_schedule_get_slot (in, exception->original);

      if (!tdm_slot_same_time (&exception->slot, &other) && !is_off (now, exception->original) &&
          (tdm_slot_get_end (&exception->slot) >= since || tdm_slot_get_end (&other) >= since))
        return FALSE;
    }
  return TRUE;
}

/* Nobody has said yes to a time before it was proposed (RFC 5546 3.2.2.1). Where only the last dates of the rule fell
 * away, people have said yes to the others already. */
static gboolean
needs_answers (const TdmSchedule *before, const TdmSchedule *now, gint64 since)
{
  gboolean is_shortened = same_rhythm (before, now) && strcmp (now->last, before->last) < 0;

  return !(same_rule (before, now) || is_shortened) || !same_times_ahead (now, before, now, since) ||
         !same_times_ahead (before, now, now, since);
}

static void
steps_add_date (GPtrArray *self, const TdmSchedule *before, const TdmSchedule *now, const char *original, gint64 since)
{
  TdmSlot old = tdm_schedule_get_slot (before, original);
  TdmSlot new = tdm_schedule_get_slot (now, original);

  if (!tdm_slot_equal (&old, &new) && (tdm_slot_get_end (&old) >= since || tdm_slot_get_end (&new) >= since))
    steps_add (self, TDM_STEP_CHANGE_DATE, original, !tdm_slot_same_time (&old, &new));
}

static void
steps_add_dates (GPtrArray *self, const TdmSchedule *before, const TdmSchedule *now, gint64 since)
{
  for (guint i = 0; i < now->excluded->len; i++)
    {
      const char *original = now->excluded->pdata[i];
      TdmSlot slot = tdm_schedule_get_slot (before, original);

      if (!tdm_schedule_excludes (before, original) && tdm_slot_get_end (&slot) >= since)
        steps_add (self, TDM_STEP_CANCEL_DATE, original, FALSE);
    }
  for (guint i = 0; i < now->exceptions->len; i++)
    steps_add_date (self, before, now, ((TdmScheduleException *) now->exceptions->pdata[i])->original, since);
  for (guint i = 0; i < before->exceptions->len; i++)
    {
      const char *original = ((TdmScheduleException *) before->exceptions->pdata[i])->original;
      TdmSlot slot = tdm_schedule_get_slot (now, original);

      if (slot.local_start == original && !tdm_schedule_excludes (now, original))
        steps_add_date (self, before, now, original, since);
    }
}

/**
 * tdm_schedule_compare:
 * @before: (nullable): what a calendar shows, %NULL if nothing
 * @now: (nullable): what it shall show
 * @since: dates that are over by then, UTC seconds, are left as they are
 *
 * Returns: (transfer full) (element-type TdmScheduleStep): the messages that lead from one to the other, in order; none
 *   where nothing has to be said
 */
GPtrArray *
tdm_schedule_compare (const TdmSchedule *before, const TdmSchedule *now, gint64 since)
{
  GPtrArray *steps = steps_new ();

  if ((!before || tdm_schedule_is_over (before, since)) && (!now || tdm_schedule_is_over (now, since)))
    return steps;

  if (!before)
    steps_add (steps, TDM_STEP_INVITE, NULL, TRUE);
  else if (!now)
    steps_add (steps, TDM_STEP_CANCEL, NULL, FALSE);
  else if (!same_frame (before, now, since))
    steps_add (steps, TDM_STEP_UPDATE, NULL, needs_answers (before, now, since));
  else
    steps_add_dates (steps, before, now, since);
  return steps;
}

/**
 * tdm_schedule_leave:
 * @before: what the calendar of somebody who leaves shows
 * @now: what took place with that person
 * @since: dates that are over by then, UTC seconds, are left as they are
 *
 * Returns: (transfer full) (element-type TdmScheduleStep): one message that calls off what is ahead and says nothing
 *   about the rest; none where nothing is ahead
 */
GPtrArray *
tdm_schedule_leave (const TdmSchedule *before, const TdmSchedule *now, gint64 since)
{
  GPtrArray *steps = steps_new ();
  g_autoptr (GPtrArray) dates = tdm_schedule_list_dates (before);

  for (guint i = 0; i < dates->len && steps->len == 0; i++)
    {
      TdmSlot slot = tdm_schedule_get_slot (before, dates->pdata[i]);

      if (is_off (now, dates->pdata[i]) && tdm_slot_get_end (&slot) >= since)
        steps_add (steps, TDM_STEP_CANCEL_REST, dates->pdata[i], FALSE);
    }
  return steps;
}

/**
 * tdm_schedule_retell:
 * @before: (nullable): what a calendar shows, as far as anybody knows
 * @now: what it shall show
 * @since: as for tdm_schedule_compare()
 *
 * Returns: (transfer full) (element-type TdmScheduleStep): one message that says all, for somebody of whom nobody knows
 *   for sure what the calendar shows, or who shall have it all again; none where all is over
 */
GPtrArray *
tdm_schedule_retell (const TdmSchedule *before, const TdmSchedule *now, gint64 since)
{
  GPtrArray *steps = steps_new ();
  g_autoptr (GPtrArray) changes = tdm_schedule_compare (before, now, since);
  gboolean asks = FALSE;

  for (guint i = 0; i < changes->len; i++)
    asks = asks || ((TdmScheduleStep *) changes->pdata[i])->asks;
  if (!tdm_schedule_is_over (now, since))
    steps_add (steps, before ? TDM_STEP_UPDATE : TDM_STEP_INVITE, NULL, asks);
  return steps;
}

static gboolean
same_exceptions (const TdmSchedule *of, const TdmSchedule *in)
{
  for (guint i = 0; i < of->exceptions->len; i++)
    {
      const TdmScheduleException *exception = of->exceptions->pdata[i];
      TdmSlot other = tdm_schedule_get_slot (in, exception->original);

      if (!tdm_slot_same_time (&exception->slot, &other))
        return FALSE;
    }
  return TRUE;
}

/**
 * tdm_schedule_equal:
 * @a: a schedule
 * @b: another of the same series
 *
 * Returns: whether a calendar would show both in the same way
 */
gboolean
tdm_schedule_equal (const TdmSchedule *a, const TdmSchedule *b)
{
  g_autoptr (GPtrArray) steps = tdm_schedule_compare (a, b, G_MININT64);

  return steps->len == 0;
}

/**
 * tdm_schedule_same_times:
 * @a: a schedule
 * @b: another of the same series
 *
 * Returns: whether both have the same people at the same times; if not, the next message needs a higher SEQUENCE
 *   (RFC 5546 2.1.4)
 */
gboolean
tdm_schedule_same_times (const TdmSchedule *a, const TdmSchedule *b)
{
  return same_rule (a, b) && same_people (a, b) && a->excluded->len == b->excluded->len &&
         same_or_more_excluded (a, b, G_MININT64) && same_exceptions (a, b) && same_exceptions (b, a);
}

static TdmSlot
copy_slot (const TdmSlot *slot)
{
  TdmSlot copy = *slot;

  copy.local_start = g_strdup (slot->local_start);
  copy.zone = g_strdup (slot->zone);
  copy.place = g_strdup (slot->place);
  copy.summary = g_strdup (slot->summary);
  return copy;
}

static TdmSchedule *
copy_frame (const TdmSchedule *from)
{
  TdmSchedule *copy = tdm_schedule_new ();
  TdmSlot first = copy_slot (&from->first);

  copy->uid = g_strdup (from->uid);
  copy->organizer_name = g_strdup (from->organizer_name);
  copy->organizer_email = g_strdup (from->organizer_email);
  copy->rule = g_strdup (from->rule);
  copy->last = g_strdup (from->last);
  tdm_schedule_set_first (copy, &first);
  for (guint i = 0; i < from->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = from->attendees->pdata[i];
      TdmScheduleAttendee *other = tdm_schedule_add_attendee (copy);

      other->uid = g_strdup (attendee->uid);
      other->name = g_strdup (attendee->name);
      other->email = g_strdup (attendee->email);
      other->reply = attendee->reply;
      other->is_optional = attendee->is_optional;
    }
  return copy;
}

/* The dates in the order of time, so that equal schedules have equal texts. */
static int
compare_exceptions (gconstpointer a, gconstpointer b)
{
  const TdmScheduleException *x = *(gpointer *) a, *y = *(gpointer *) b;

  return strcmp (x->original, y->original);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* The dates of @before that are over, or those of @now that are not. Answers are as in @now: what was said about a
 * date, or else about all of them. */
static void
schedule_add_dates (TdmSchedule *self, const TdmSchedule *before, const TdmSchedule *now, gint64 since, gboolean past)
{
  const TdmSchedule *from = past ? before : now;

  for (guint i = 0; i < from->excluded->len; i++)
    {
      const char *original = from->excluded->pdata[i];

      if (is_past (before, now, original, since) == past)
        g_ptr_array_add (self->excluded, g_strdup (original));
    }
  for (guint i = 0; i < from->exceptions->len; i++)
    {
      const TdmScheduleException *exception = from->exceptions->pdata[i], *said;
      TdmScheduleException *copy;

      if (is_past (before, now, exception->original, since) != past)
        continue;
      copy = tdm_schedule_add_exception (self, exception->original);
      copy->slot = copy_slot (&exception->slot);
      said = tdm_schedule_find_exception (now, exception->original);
      for (guint j = 0; j < copy->replies->len; j++)
        g_array_index (copy->replies, TdmReply, j) = said ? g_array_index (said->replies, TdmReply, j)
                                                         : ((TdmScheduleAttendee *) now->attendees->pdata[j])->reply;
    }
}

/* Whether both have the same dates, among those that are over */
static gboolean
same_past (const TdmSchedule *before, const TdmSchedule *now, gint64 since)
{
  const TdmSchedule *both[] = { before, now };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      const TdmSchedule *one = both[i], *other = both[1 - i];

      for (guint j = 0; j < one->excluded->len; j++)
        if (!tdm_schedule_excludes (other, one->excluded->pdata[j]) &&
            is_past (before, now, one->excluded->pdata[j], since))
          return FALSE;
      for (guint j = 0; j < one->exceptions->len; j++)
        {
          const TdmScheduleException *mine = one->exceptions->pdata[j];
          const TdmScheduleException *theirs = tdm_schedule_find_exception (other, mine->original);

          if (!(theirs && tdm_slot_equal (&mine->slot, &theirs->slot)) && is_past (before, now, mine->original, since))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * tdm_schedule_keep_past:
 * @now: what a calendar shall show
 * @before: what it shows
 * @since: UTC seconds
 *
 * A message about all of a series replaces what a calendar has of it (RFC 5546 3.2.2), and a series can only be ended
 * by such a one: with UNTIL (RFC 5545 3.3.10), because a CANCEL without RECURRENCE-ID takes what is over away, too, one
 * with RANGE=THISANDFUTURE is hardly known, and Exchange wants a series in a message with several events. So the dates
 * that are over are in it as the calendar has them, whatever was put down about them since.
 *
 * Returns: (transfer full): @now, but for the dates that are over by @since in both; these are as in @before
 */
TdmSchedule *
tdm_schedule_keep_past (TdmSchedule *now, const TdmSchedule *before, gint64 since)
{
  TdmSchedule *kept;

  if (!same_rhythm (before, now) || same_past (before, now, since))
    return tdm_schedule_ref (now);

  kept = copy_frame (now);
  schedule_add_dates (kept, before, now, since, TRUE);
  schedule_add_dates (kept, before, now, since, FALSE);
  g_ptr_array_sort (kept->excluded, compare_texts);
  g_ptr_array_sort (kept->exceptions, compare_exceptions);
  return kept;
}

/**
 * tdm_schedule_keep_only_past:
 * @before: what the calendar of somebody shows who is invited to nothing any more
 * @since: UTC seconds
 *
 * A CANCEL of all takes what is over away, too, see tdm_schedule_keep_past().
 *
 * Returns: (transfer full) (nullable): @before, but without the dates that are not over by @since; %NULL if none is
 * left
 */
TdmSchedule *
tdm_schedule_keep_only_past (const TdmSchedule *before, gint64 since)
{
  g_autoptr (GPtrArray) dates = tdm_schedule_list_dates (before);
  g_autoptr (TdmSchedule) kept = copy_frame (before);
  gboolean is_any = FALSE;

  for (guint i = 0; i < before->excluded->len; i++)
    g_ptr_array_add (kept->excluded, g_strdup (before->excluded->pdata[i]));
  for (guint i = 0; i < dates->len; i++)
    {
      TdmSlot slot = tdm_schedule_get_slot (before, dates->pdata[i]);
      gboolean is_over = tdm_slot_get_end (&slot) < since;

      is_any = is_any || is_over;
      if (!is_over)
        g_ptr_array_add (kept->excluded, g_strdup (dates->pdata[i]));
      else if (slot.local_start != dates->pdata[i])
        tdm_schedule_add_exception (kept, dates->pdata[i])->slot = copy_slot (&slot);
    }
  g_ptr_array_sort (kept->excluded, compare_texts);
  return is_any ? g_steal_pointer (&kept) : NULL;
}

/**
 * tdm_schedule_apply:
 * @before: (nullable): what a calendar shows
 * @now: (nullable): what it shall show in the end
 * @step: one of the steps from @before to @now
 *
 * Returns: (transfer full) (nullable): what it shows once the message of @step has arrived
 */
TdmSchedule *
tdm_schedule_apply (const TdmSchedule *before, const TdmSchedule *now, const TdmScheduleStep *step)
{
  TdmSchedule *after;
  TdmSlot slot;

  if (step->kind == TDM_STEP_CANCEL)
    return NULL;
  if (step->kind == TDM_STEP_INVITE || step->kind == TDM_STEP_UPDATE || step->kind == TDM_STEP_CANCEL_REST)
    return tdm_schedule_ref ((TdmSchedule *) now);

  after = copy_frame (before);
  for (guint i = 0; i < before->excluded->len; i++)
    g_ptr_array_add (after->excluded, g_strdup (before->excluded->pdata[i]));
  for (guint i = 0; i < before->exceptions->len; i++)
    {
      const TdmScheduleException *exception = before->exceptions->pdata[i];

      if (g_strcmp0 (exception->original, step->original) != 0)
        tdm_schedule_add_exception (after, exception->original)->slot = copy_slot (&exception->slot);
    }
  if (step->kind == TDM_STEP_CHANGE_DATE)
    {
      slot = tdm_schedule_get_slot (now, step->original);
      if (slot.local_start != step->original)
        tdm_schedule_add_exception (after, step->original)->slot = copy_slot (&slot);
      g_ptr_array_sort (after->exceptions, compare_exceptions);
    }
  else
    {
      g_ptr_array_add (after->excluded, g_strdup (step->original));
      g_ptr_array_sort (after->excluded, compare_texts);
    }
  return after;
}

void
tdm_schedule_step_free (TdmScheduleStep *step)
{
  g_free (step->original);
  g_free (step);
}
