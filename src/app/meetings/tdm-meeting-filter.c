/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-filter.h"

#include "base/tdm-clock.h"
#include "model/tdm-meeting.h"

/* The meetings of one round: those to come, those that nobody recorded, or all. */

struct _TdmMeetingFilter
{
  GtkFilter parent_instance;

  TdmRound *round;
  TdmMeetingShow show;
  gint64 today;
};

G_DEFINE_FINAL_TYPE (TdmMeetingFilter, tdm_meeting_filter, GTK_TYPE_FILTER)

G_DEFINE_ENUM_TYPE (TdmMeetingShow, tdm_meeting_show,
                    G_DEFINE_ENUM_VALUE (TDM_MEETING_SHOW_UPCOMING, "upcoming"),
                    G_DEFINE_ENUM_VALUE (TDM_MEETING_SHOW_TO_RECORD, "to-record"),
                    G_DEFINE_ENUM_VALUE (TDM_MEETING_SHOW_ALL, "all"))

typedef enum
{
  PROP_ROUND = 1,
  PROP_SHOW,
  N_PROPS
} TdmMeetingFilterProperty;

static GParamSpec *specs[N_PROPS];

static gboolean
is_upcoming (TdmMeetingFilter *self, TdmMeeting *meeting)
{
  return tdm_meeting_get_start (meeting) >= self->today && !tdm_meeting_is_off (meeting);
}

static gboolean
tdm_meeting_filter_match (GtkFilter *filter, gpointer item)
{
  TdmMeetingFilter *self = TDM_MEETING_FILTER (filter);
  TdmPair *pair = tdm_meeting_get_pair (item);

  if (!pair || tdm_pair_get_round (pair) != self->round)
    return FALSE;
  if (self->show == TDM_MEETING_SHOW_UPCOMING)
    return is_upcoming (self, item);
  return self->show == TDM_MEETING_SHOW_ALL || tdm_meeting_is_to_record (item);
}

static GtkFilterMatch
tdm_meeting_filter_get_strictness (GtkFilter *filter)
{
  return TDM_MEETING_FILTER (filter)->round ? GTK_FILTER_MATCH_SOME : GTK_FILTER_MATCH_NONE;
}

static gint64
find_midnight (void)
{
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                          g_date_time_get_day_of_month (now), 0, 0, 0);

  return midnight ? g_date_time_to_unix (midnight) : g_date_time_to_unix (now);
}

/* Looks at the clock and at all meetings again: they change without leaving their list. */
void
tdm_meeting_filter_refresh (TdmMeetingFilter *self)
{
  g_return_if_fail (TDM_IS_MEETING_FILTER (self));

  self->today = find_midnight ();
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
tdm_meeting_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmMeetingFilter *self = TDM_MEETING_FILTER (object);

  switch ((TdmMeetingFilterProperty) id)
    {
    case PROP_ROUND:
      g_value_set_object (value, self->round);
      break;
    case PROP_SHOW:
      g_value_set_enum (value, self->show);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_meeting_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmMeetingFilter *self = TDM_MEETING_FILTER (object);

  switch ((TdmMeetingFilterProperty) id)
    {
    case PROP_ROUND:
      g_set_object (&self->round, g_value_get_object (value));
      break;
    case PROP_SHOW:
      self->show = g_value_get_enum (value);
      break;
    case N_PROPS:
      break;
    }
  tdm_meeting_filter_refresh (self);
}

static void
tdm_meeting_filter_finalize (GObject *object)
{
  g_clear_object (&TDM_MEETING_FILTER (object)->round);
  G_OBJECT_CLASS (tdm_meeting_filter_parent_class)->finalize (object);
}

static void
tdm_meeting_filter_class_init (TdmMeetingFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_meeting_filter_get_property;
  object_class->set_property = tdm_meeting_filter_set_property;
  object_class->finalize = tdm_meeting_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = tdm_meeting_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = tdm_meeting_filter_get_strictness;

  specs[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, flags);
  specs[PROP_SHOW] = g_param_spec_enum ("show", NULL, NULL, TDM_TYPE_MEETING_SHOW, TDM_MEETING_SHOW_UPCOMING, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_meeting_filter_init (TdmMeetingFilter *self)
{
}
