/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-days.h"

#include "app/common/tdm-calendar.h"

/* The meetings of a round by the day that the clock of whoever reads shows, as in the agenda. They are sorted into days when one is
 * asked for after a change, so that turning to another month need not look through all of them. */

struct _TdmMeetingDays
{
  GObject parent_instance;

  GSignalGroup *meetings_signals;
  TdmRound *round;
  GHashTable *days;
};

G_DEFINE_FINAL_TYPE (TdmMeetingDays, tdm_meeting_days, G_TYPE_OBJECT)

typedef struct
{
  GPtrArray *meetings;
  gboolean is_sorted;
} TdmDay;

static guint changed_signal;

static void
day_free (gpointer data)
{
  TdmDay *day = data;

  g_ptr_array_unref (day->meetings);
  g_free (day);
}

static void
add (TdmMeetingDays *self, TdmMeeting *meeting, GTimeZone *here)
{
  gpointer key = GUINT_TO_POINTER (tdm_calendar_find_day (here, tdm_meeting_get_start (meeting)));
  TdmDay *day = g_hash_table_lookup (self->days, key);

  if (!day)
    {
      day = g_new0 (TdmDay, 1);
      day->meetings = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->days, key, day);
    }
  g_ptr_array_add (day->meetings, g_object_ref (meeting));
}

static void
ensure_days (TdmMeetingDays *self)
{
  g_autoptr (GListModel) meetings = g_signal_group_dup_target (self->meetings_signals);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  guint n_meetings = meetings ? g_list_model_get_n_items (meetings) : 0;

  if (self->days)
    return;

  self->days = g_hash_table_new_full (NULL, NULL, NULL, day_free);
  for (guint i = 0; i < n_meetings; i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmPair *pair = tdm_meeting_get_pair (meeting);

      if (pair && tdm_pair_get_round (pair) == self->round)
        add (self, meeting, here);
    }
}

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  TdmMeeting *x = *(TdmMeeting **) a, *y = *(TdmMeeting **) b;
  gint64 first = tdm_meeting_get_start (x), second = tdm_meeting_get_start (y);

  if (first == second)
    {
      first = tdm_record_get_id (TDM_RECORD (x));
      second = tdm_record_get_id (TDM_RECORD (y));
    }
  return (first > second) - (first < second);
}

static void
tdm_meeting_days_finalize (GObject *object)
{
  TdmMeetingDays *self = TDM_MEETING_DAYS (object);

  g_clear_object (&self->meetings_signals);
  g_clear_object (&self->round);
  g_clear_pointer (&self->days, g_hash_table_unref);
  G_OBJECT_CLASS (tdm_meeting_days_parent_class)->finalize (object);
}

static void
tdm_meeting_days_class_init (TdmMeetingDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_meeting_days_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tdm_meeting_days_init (TdmMeetingDays *self)
{
  self->meetings_signals = g_signal_group_new (G_TYPE_LIST_STORE);
  g_signal_group_connect_swapped (self->meetings_signals, "items-changed", G_CALLBACK (tdm_meeting_days_look_again),
                                  self);
}

TdmMeetingDays *
tdm_meeting_days_new (void)
{
  return g_object_new (TDM_TYPE_MEETING_DAYS, NULL);
}

void
tdm_meeting_days_set_meetings (TdmMeetingDays *self, GListModel *meetings)
{
  g_signal_group_set_target (self->meetings_signals, meetings);
  tdm_meeting_days_look_again (self);
}

void
tdm_meeting_days_set_round (TdmMeetingDays *self, TdmRound *round)
{
  if (g_set_object (&self->round, round))
    tdm_meeting_days_look_again (self);
}

/* Meetings change where they stand. */
void
tdm_meeting_days_look_again (TdmMeetingDays *self)
{
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_signal_emit (self, changed_signal, 0);
}

/* Returns: (transfer none) (nullable) (element-type TdmMeeting): in the order of time, never changed later */
GPtrArray *
tdm_meeting_days_find (TdmMeetingDays *self, guint32 number)
{
  TdmDay *day;

  ensure_days (self);
  day = g_hash_table_lookup (self->days, GUINT_TO_POINTER (number));
  if (day && !day->is_sorted)
    {
      g_ptr_array_sort (day->meetings, compare_meetings);
      day->is_sorted = TRUE;
    }
  return day ? day->meetings : NULL;
}
