/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-series-clashes.h"

#include "app/common/tdm-format.h"
#include "app/meetings/tdm-taken-times.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-series-plan.h"

/* What is in the way of meetings that are being planned: what is taken, and what the tandems would take from each
 * other. */

struct _TdmSeriesClashes
{
  GObject parent_instance;

  GPtrArray *pairs;
  TdmTakenTimes *taken;
};

G_DEFINE_FINAL_TYPE (TdmSeriesClashes, tdm_series_clashes, G_TYPE_OBJECT)

static guint changed_signal;

static void
clashes_changed_cb (TdmSeriesClashes *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* Returns: (nullable): those who would meet in several of the tandems */
static char *
clashes_find_wanted_twice (TdmSeriesClashes *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL), named = g_hash_table_new (NULL, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < 2 * self->pairs->len; i++)
    {
      TdmPair *pair = self->pairs->pdata[i / 2];
      TdmPerson *person = i % 2 ? tdm_pair_get_mentor (pair) : tdm_pair_get_mentee (pair);

      if (!g_hash_table_add (seen, person) && g_hash_table_add (named, person))
        g_strv_builder_add (names, tdm_person_get_name (person));
    }
  all = g_strv_builder_end (names);
  return *all ? g_strjoinv (", ", all) : NULL;
}

/* Returns: (nullable): what is in the way of the meetings on one date */
static char *
clashes_describe_date (TdmSeriesClashes *self, TdmSeriesPlan *plan, const char *start)
{
  TdmMeetingBrief brief = {
    .start = tdm_zone_resolve (plan->zone, start, NULL),
    .minutes = (int) plan->minutes,
    .state = TDM_MEETING_STATE_PLANNED,
    .place = plan->place,
    .topic = "",
    .paused_on = "",
  };
  char *conflict = NULL;

  g_strlcpy (brief.local_start, start, sizeof brief.local_start);
  for (guint i = 0; i < self->pairs->len && !conflict; i++)
    {
      brief.pair = self->pairs->pdata[i];
      conflict = tdm_taken_times_describe (self->taken, &brief);
    }
  return conflict;
}

static void
sentences_add (GString *sentences, const char *sentence)
{
  g_string_append_printf (sentences, "%s%s", sentences->len > 0 ? " " : "", sentence);
}

static void
clashes_add_taken (TdmSeriesClashes *self, TdmSeriesPlan *plan, char **starts, GString *sentences)
{
  g_autofree char *first = NULL, *day = NULL, *sentence = NULL;
  guint n_dates = 0;

  for (char **start = starts; *start; start++)
    {
      g_autofree char *conflict = clashes_describe_date (self, plan, *start);

      n_dates += conflict != NULL;
      if (conflict && !first)
        {
          g_autofree char *here = tdm_when_here_of (plan->zone, *start);

          day = tdm_format_short_day (here);
          first = g_steal_pointer (&conflict);
        }
    }
  if (!first)
    return;
  if (n_dates > 1)
    {
      g_autofree char *count =
        g_strdup_printf (ngettext ("On %u of these dates somebody or the room is taken.",
                                   "On %u of these dates somebody or the room is taken.", n_dates), n_dates);

      sentences_add (sentences, count);
    }
  /* Translators: the first %s is a day, the second one what is in the way then, such as "Anna Beck has another meeting
   * then" */
  sentence = g_strdup_printf (_ ("%s: %s."), day, first);
  sentences_add (sentences, sentence);
}

static void
tdm_series_clashes_dispose (GObject *object)
{
  TdmSeriesClashes *self = TDM_SERIES_CLASHES (object);

  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_object (&self->taken);
  G_OBJECT_CLASS (tdm_series_clashes_parent_class)->dispose (object);
}

static void
tdm_series_clashes_class_init (TdmSeriesClashesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_series_clashes_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tdm_series_clashes_init (TdmSeriesClashes *self)
{
}

/* @pairs: (element-type TdmPair): at least one, of the same round, which would meet at the same times
 * @from: (nullable): the meeting from which on a series goes on in another way
 * "changed" as of #TdmTakenTimes. */
TdmSeriesClashes *
tdm_series_clashes_new (TdmWorkspace *workspace, GPtrArray *pairs, TdmMeeting *from)
{
  TdmSeriesClashes *self = g_object_new (TDM_TYPE_SERIES_CLASHES, NULL);

  self->pairs = g_ptr_array_ref (pairs);
  self->taken = tdm_taken_times_hold (workspace, from);
  g_signal_connect_object (self->taken, "changed", G_CALLBACK (clashes_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* @starts: the dates of @plan, see tdm_series_plan_expand()
 * Returns: (transfer full): sentences, or an empty text */
char *
tdm_series_clashes_describe (TdmSeriesClashes *self, TdmSeriesPlan *plan, char **starts)
{
  g_autofree char *people = clashes_find_wanted_twice (self);
  GString *sentences = g_string_new (NULL);

  if (people)
    {
      /* Translators: %s are the names of people */
      g_autofree char *text = g_strdup_printf (_ ("At the same time in several of these tandems: %s."), people);

      sentences_add (sentences, text);
    }
  if (self->pairs->len > 1 && *plan->place)
    sentences_add (sentences, _ ("All of these tandems would be in the same place at the same time."));
  clashes_add_taken (self, plan, starts, sentences);
  return g_string_free (sentences, FALSE);
}
