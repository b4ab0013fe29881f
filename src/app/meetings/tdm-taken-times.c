/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-taken-times.h"

#include "calendar/tdm-zone.h"
#include "edits/tdm-series-edits.h"
#include "method/tdm-conflicts.h"
#include "method/tdm-series-order.h"
#include "workspace/tdm-agenda.h"

/* When people and rooms are taken, for whoever gives a meeting a time: nobody can be in two of them, in whichever
 * rounds they are, and no room holds two. The meetings are read for it, once for all who ask at the same time; until
 * then nothing is known of them. */

struct _TdmTakenTimes
{
  GObject parent_instance;

  TdmMeeting *from;
  TdmAgenda *agenda; /* of all rounds */
  TdmConflicts *conflicts;
};

G_DEFINE_FINAL_TYPE (TdmTakenTimes, tdm_taken_times, G_TYPE_OBJECT)

static guint changed_signal;

/* Of a workspace: what all share who ask for no series in particular */
#define SHARED "tdm-taken-times"

/* Those that go as the series goes on in another way are in nobody's way. */
static GArray *
taken_times_list_others (TdmTakenTimes *self)
{
  g_autoptr (GPtrArray) going = tdm_series_edits_list_following (self->from);
  GArray *briefs = tdm_agenda_get_briefs (self->agenda);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (TdmMeetingBrief));

  g_array_set_clear_func (others, (GDestroyNotify) tdm_meeting_brief_clear);
  for (guint i = 0; i < briefs->len; i++)
    {
      const TdmMeetingBrief *brief = &g_array_index (briefs, TdmMeetingBrief, i);
      TdmMeetingBrief kept;
      gboolean goes = FALSE;

      for (guint j = 0; j < going->len && !goes; j++)
        goes = tdm_record_get_id (going->pdata[j]) == brief->id;
      if (goes)
        continue;
      tdm_meeting_brief_copy (&kept, brief);
      g_array_append_val (others, kept);
    }
  return others;
}

static void
taken_times_look (TdmTakenTimes *self)
{
  g_autoptr (GArray) others = self->from ? taken_times_list_others (self)
                                         : g_array_ref (tdm_agenda_get_briefs (self->agenda));

  tdm_conflicts_look_at (self->conflicts, others);
  g_signal_emit (self, changed_signal, 0);
}

/* From now on whoever asks reads the meetings anew. */
static void
taken_times_share_no_more (TdmTakenTimes *self)
{
  GObject *workspace = G_OBJECT (tdm_agenda_get_workspace (self->agenda));

  if (g_object_get_data (workspace, SHARED) == self)
    g_object_set_data (workspace, SHARED, NULL);
}

static void
taken_times_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmTakenTimes) self = data;

  if (!tdm_agenda_load_finish (TDM_AGENDA (source), result, NULL))
    {
      taken_times_share_no_more (self);
      return;
    }
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (taken_times_look), self, G_CONNECT_SWAPPED);
  taken_times_look (self);
}

static void
tdm_taken_times_finalize (GObject *object)
{
  TdmTakenTimes *self = TDM_TAKEN_TIMES (object);

  taken_times_share_no_more (self);
  g_clear_object (&self->from);
  g_clear_object (&self->agenda);
  g_clear_object (&self->conflicts);
  G_OBJECT_CLASS (tdm_taken_times_parent_class)->finalize (object);
}

static void
tdm_taken_times_class_init (TdmTakenTimesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_taken_times_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tdm_taken_times_init (TdmTakenTimes *self)
{
  self->conflicts = tdm_conflicts_new ();
}

static TdmTakenTimes *
taken_times_new (TdmWorkspace *workspace, TdmMeeting *from)
{
  TdmTakenTimes *self = g_object_new (TDM_TYPE_TAKEN_TIMES, NULL);

  self->from = from ? g_object_ref (from) : NULL;
  self->agenda = tdm_agenda_new (workspace, NULL);
  tdm_agenda_load_async (self->agenda, taken_times_loaded_cb, g_object_ref (self));
  return self;
}

/* @from: (nullable): the meeting from which on a series goes on in another way
 * Returns: (transfer full): "changed" is emitted once the meetings are known, and whenever there are others. */
TdmTakenTimes *
tdm_taken_times_hold (TdmWorkspace *workspace, TdmMeeting *from)
{
  TdmTakenTimes *self = from ? NULL : g_object_get_data (G_OBJECT (workspace), SHARED);

  if (self)
    return g_object_ref (self);
  self = taken_times_new (workspace, from);
  if (!from)
    g_object_set_data (G_OBJECT (workspace), SHARED, self);
  return self;
}

/* Returns: (transfer full) (nullable): see tdm_conflicts_describe_plan() */
char *
tdm_taken_times_describe (TdmTakenTimes *self, const TdmMeetingBrief *plan)
{
  return tdm_conflicts_describe_plan (self->conflicts, plan);
}

/* Whoever or whatever is taken then, and what the calendars of people would not take. It can be saved all the same:
 * which of two meetings goes on is up to people.
 * @start: by the clocks of @meeting
 * Returns: (transfer full) (nullable): a line for each, without a full stop */
char *
tdm_taken_times_describe_move (TdmTakenTimes *self, TdmMeeting *meeting, const char *start, int minutes,
                               const char *place)
{
  TdmMeetingBrief brief = tdm_meeting_brief_of (meeting);
  g_autofree char *order = tdm_series_order_describe (meeting, start);
  g_autofree char *conflict = NULL;

  brief.start = tdm_zone_resolve (tdm_meeting_get_zone (meeting), start, NULL);
  brief.minutes = minutes;
  brief.place = place;
  g_strlcpy (brief.local_start, start, sizeof brief.local_start);
  conflict = tdm_taken_times_describe (self, &brief);
  if (!conflict)
    return g_steal_pointer (&order);
  return order ? g_strdup_printf ("%s\n%s", conflict, order) : g_steal_pointer (&conflict);
}
