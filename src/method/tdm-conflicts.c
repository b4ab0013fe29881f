/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-conflicts.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-series-order.h"

#include <string.h>

/**
 * TdmConflicts:
 *
 * Which of many meetings cannot both take place: a person has two of them at a time, or a room has. And which ones
 * stand in their series as not every calendar takes it.
 *
 * Only meetings that are not over yet count, and of those neither missed ones nor those that are off or wait. Meetings
 * that touch, one ending as the other begins, do not overlap.
 *
 * The meetings are sorted into days at the first question, and a day is looked through at the first question about a
 * meeting of it: so the cost of a change is one pass over the list, and what is not shown is never compared.
 */

struct _TdmConflicts
{
  GObject parent_instance;

  GArray *briefs;
  GHashTable *days;
};

G_DEFINE_FINAL_TYPE (TdmConflicts, tdm_conflicts, G_TYPE_OBJECT)

static guint changed_signal;

#define SECONDS_OF_DAY 86400

/* What is in the way of a meeting; the lower wins where there is more than one. */
typedef enum
{
  CLASH_MENTEE,
  CLASH_MENTOR,
  CLASH_ROOM,
} TdmClashKind;

typedef struct
{
  TdmClashKind kind;
  const TdmMeetingBrief *other;
} TdmClash;

/* The meetings that touch a day of UTC, and once it was looked through, the clashes among them. */
typedef struct
{
  GPtrArray *meetings;
  GHashTable *clashes;
} TdmBusyDay;

/* A person or a room, taken from one instant to another. */
typedef struct
{
  gconstpointer owner;
  TdmClashKind kind;
  gint64 start;
  gint64 end;
  const TdmMeetingBrief *meeting;
} TdmClaim;

static void
busy_day_free (gpointer data)
{
  TdmBusyDay *day = data;

  g_clear_pointer (&day->clashes, g_hash_table_unref);
  g_ptr_array_unref (day->meetings);
  g_free (day);
}

static gboolean
meeting_counts (const TdmMeetingBrief *meeting, gint64 now)
{
  return tdm_meeting_brief_get_end (meeting) > now && meeting->pair && tdm_meeting_brief_takes_place (meeting) &&
         !tdm_meeting_brief_waits (meeting);
}

static void
conflicts_ensure_days (TdmConflicts *self)
{
  gint64 now = tdm_clock_now ();

  if (self->days)
    return;

  self->days = g_hash_table_new_full (NULL, NULL, NULL, busy_day_free);
  for (guint i = 0; self->briefs && i < self->briefs->len; i++)
    {
      const TdmMeetingBrief *meeting = &g_array_index (self->briefs, TdmMeetingBrief, i);

      if (!meeting_counts (meeting, now))
        continue;
      for (gint64 number = meeting->start / SECONDS_OF_DAY;
           number * SECONDS_OF_DAY < tdm_meeting_brief_get_end (meeting); number++)
        {
          TdmBusyDay *day = g_hash_table_lookup (self->days, GSIZE_TO_POINTER (number));

          if (!day)
            {
              day = g_new0 (TdmBusyDay, 1);
              day->meetings = g_ptr_array_new ();
              g_hash_table_insert (self->days, GSIZE_TO_POINTER (number), day);
            }
          g_ptr_array_add (day->meetings, (gpointer) meeting);
        }
    }
}

/* Words of places in which several tandems can meet at a time: calls, and where there is a table for all. */
static const char *const open_places[] = {
  "online", "virtual", "virtuell", "remote", "teams", "zoom", "webex", "skype", "jitsi", "phone", "telephone",
  "telefon", "telefonisch", "videocall", "videoanruf", "videokonferenz", "canteen", "kantine", "cafeteria", "cafe",
  "coffee", "kaffeebar", "restaurant", "bistro", "kitchen", "teekuche", "foyer", "lobby", "terrace", "terrasse",
  "dachterrasse", "park", "walk", "spaziergang", NULL,
};

/* The name by which a room is compared, %NULL if the place is none: no place at all, a link, an address, a call, or a
 * place that is open to all. */
static char *
meeting_find_room (const TdmMeetingBrief *meeting)
{
  g_autofree char *place = tdm_text_clean_line (meeting->place ? meeting->place : "");
  g_autofree char *folded = tdm_text_fold (place);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,;:.-/()\"'", -1);

  if (!*folded || strstr (folded, "://") || strchr (folded, '@') || g_str_has_prefix (folded, "www."))
    return NULL;
  for (char **word = words; *word; word++)
    if (g_strv_contains (open_places, *word))
      return NULL;
  return g_steal_pointer (&folded);
}

static void
claims_add (GArray *claims, const TdmMeetingBrief *meeting, gconstpointer owner, TdmClashKind kind)
{
  TdmClaim claim = { owner, kind, meeting->start, tdm_meeting_brief_get_end (meeting), meeting };

  if (owner)
    g_array_append_val (claims, claim);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const TdmClaim *x = a, *y = b;

  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

static void
clashes_add (GHashTable *clashes, const TdmClaim *claim, const TdmClaim *other)
{
  TdmClash *clash = g_hash_table_lookup (clashes, &claim->meeting->id);

  if (clash && clash->kind <= claim->kind)
    return;

  clash = g_new (TdmClash, 1);
  clash->kind = claim->kind;
  clash->other = other->meeting;
  g_hash_table_insert (clashes, (gpointer) &claim->meeting->id, clash);
}

/* In the order of time a claim overlaps an earlier one if it overlaps the one that lasts longest, and a later one if it
 * overlaps the next. */
static void
busy_day_find_clashes (TdmBusyDay *day)
{
  g_autoptr (GStringChunk) rooms = g_string_chunk_new (1024);
  g_autoptr (GArray) claims = g_array_sized_new (FALSE, FALSE, sizeof (TdmClaim), 3 * day->meetings->len);
  const TdmClaim *claim, *longest = NULL;

  for (guint i = 0; i < day->meetings->len; i++)
    {
      const TdmMeetingBrief *meeting = day->meetings->pdata[i];
      g_autofree char *room = meeting_find_room (meeting);

      claims_add (claims, meeting, tdm_meeting_brief_get_mentee (meeting), CLASH_MENTEE);
      claims_add (claims, meeting, tdm_meeting_brief_get_mentor (meeting), CLASH_MENTOR);
      claims_add (claims, meeting, room ? g_string_chunk_insert_const (rooms, room) : NULL, CLASH_ROOM);
    }
  g_array_sort (claims, compare_claims);
  day->clashes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  claim = (const TdmClaim *) claims->data;
  for (guint i = 0; i < claims->len; i++, claim++)
    {
      if (!longest || longest->owner != claim->owner)
        longest = claim;
      else if (claim->start < longest->end)
        clashes_add (day->clashes, claim, longest);
      if (i + 1 < claims->len && claim[1].owner == claim->owner && claim[1].start < claim->end)
        clashes_add (day->clashes, claim, claim + 1);
      if (claim->end > longest->end)
        longest = claim;
    }
}

static const TdmClash *
conflicts_find (TdmConflicts *self, const TdmMeetingBrief *meeting)
{
  const TdmClash *clash = NULL;

  if (!meeting_counts (meeting, tdm_clock_now ()))
    return NULL;

  conflicts_ensure_days (self);
  for (gint64 number = meeting->start / SECONDS_OF_DAY;
       !clash && number * SECONDS_OF_DAY < tdm_meeting_brief_get_end (meeting); number++)
    {
      TdmBusyDay *day = g_hash_table_lookup (self->days, GSIZE_TO_POINTER (number));

      if (day && !day->clashes)
        busy_day_find_clashes (day);
      clash = day ? g_hash_table_lookup (day->clashes, &meeting->id) : NULL;
    }
  return clash;
}

/* What its calendars would not take */
static char *
meeting_describe_order (const TdmMeetingBrief *meeting, TdmMeeting *record)
{
  return record && meeting_counts (meeting, tdm_clock_now ())
           ? tdm_series_order_describe (record, tdm_meeting_get_local_start (record))
           : NULL;
}

static gboolean
meeting_has (const TdmMeetingBrief *meeting, TdmPerson *person)
{
  return person &&
         (tdm_meeting_brief_get_mentee (meeting) == person || tdm_meeting_brief_get_mentor (meeting) == person);
}

/* @clash becomes what is between @meeting and @other, if that is worse; @room: (nullable): that of @meeting */
static void
clash_compare (TdmClash *clash, const TdmMeetingBrief *meeting, const TdmMeetingBrief *other, const char *room)
{
  TdmClashKind kind = clash->kind;

  if (other->id == meeting->id || other->start >= tdm_meeting_brief_get_end (meeting) ||
      tdm_meeting_brief_get_end (other) <= meeting->start)
    return;
  if (meeting_has (other, tdm_meeting_brief_get_mentee (meeting)))
    kind = CLASH_MENTEE;
  else if (meeting_has (other, tdm_meeting_brief_get_mentor (meeting)))
    kind = CLASH_MENTOR;
  else if (room)
    {
      g_autofree char *taken = meeting_find_room (other);

      kind = g_strcmp0 (taken, room) == 0 ? CLASH_ROOM : kind;
    }
  if (kind < clash->kind)
    *clash = (TdmClash) { kind, other };
}

static char *
clash_describe (const TdmClash *clash, const TdmMeetingBrief *meeting)
{
  TdmRound *round = tdm_pair_get_round (clash->other->pair);
  const char *name;

  if (clash->kind == CLASH_ROOM)
    /* Translators: the two people of the tandem that meets there at the same time */
    return g_strdup_printf (_ ("The room is taken: %s and %s"),
                            tdm_person_get_name (tdm_meeting_brief_get_mentee (clash->other)),
                            tdm_person_get_name (tdm_meeting_brief_get_mentor (clash->other)));
  name = tdm_person_get_name (clash->kind == CLASH_MENTEE ? tdm_meeting_brief_get_mentee (meeting)
                                                          : tdm_meeting_brief_get_mentor (meeting));
  /* Who looks at one round does not see the meetings of another. */
  if (round != tdm_pair_get_round (meeting->pair) && round)
    /* Translators: a person who is in two tandems, and the round of the other tandem */
    return g_strdup_printf (_ ("%s has another meeting then, in “%s”"), name, tdm_round_get_title (round));
  /* Translators: %s is a person who is in two tandems */
  return g_strdup_printf (_ ("%s has another meeting then"), name);
}

static void
tdm_conflicts_finalize (GObject *object)
{
  TdmConflicts *self = TDM_CONFLICTS (object);

  g_clear_pointer (&self->briefs, g_array_unref);
  g_clear_pointer (&self->days, g_hash_table_unref);
  G_OBJECT_CLASS (tdm_conflicts_parent_class)->finalize (object);
}

static void
tdm_conflicts_class_init (TdmConflictsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_conflicts_finalize;

  /**
   * TdmConflicts::changed:
   *
   * What was described before may no longer be true.
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tdm_conflicts_init (TdmConflicts *self)
{
}

/**
 * tdm_conflicts_new:
 *
 * Returns: (transfer full): the conflicts among no meetings yet, see tdm_conflicts_look_at()
 */
TdmConflicts *
tdm_conflicts_new (void)
{
  return g_object_new (TDM_TYPE_CONFLICTS, NULL);
}

/**
 * tdm_conflicts_look_at:
 * @self: the conflicts of some meetings
 * @briefs: (transfer none) (nullable) (element-type TdmMeetingBrief): the meetings, which stay as they are
 *
 * To be called again after every change of the file and as time goes by.
 */
void
tdm_conflicts_look_at (TdmConflicts *self, GArray *briefs)
{
  g_return_if_fail (TDM_IS_CONFLICTS (self));

  g_clear_pointer (&self->days, g_hash_table_unref);
  g_clear_pointer (&self->briefs, g_array_unref);
  self->briefs = briefs ? g_array_ref (briefs) : NULL;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * tdm_conflicts_has:
 * @self: the conflicts of some meetings
 * @meeting: one of them
 * @record: (nullable): its record; without one its order is not looked at
 *
 * Returns: whether something is in the way of @meeting
 */
gboolean
tdm_conflicts_has (TdmConflicts *self, const TdmMeetingBrief *meeting, TdmMeeting *record)
{
  g_autofree char *order = NULL;

  g_return_val_if_fail (TDM_IS_CONFLICTS (self), FALSE);

  if (conflicts_find (self, meeting))
    return TRUE;
  order = meeting_describe_order (meeting, record);
  return order != NULL;
}

/**
 * tdm_conflicts_describe:
 * @self: the conflicts of some meetings
 * @meeting: one of them
 * @record: (nullable): its record; without one its order is not looked at
 *
 * Returns: (transfer full) (nullable): a sentence without a full stop on what is in the way of @meeting, in the
 *   language of the program; %NULL if nothing is, or if it is over. Two meetings of a person count for more than two in
 *   a room, and both for more than their order.
 */
char *
tdm_conflicts_describe (TdmConflicts *self, const TdmMeetingBrief *meeting, TdmMeeting *record)
{
  const TdmClash *clash;

  g_return_val_if_fail (TDM_IS_CONFLICTS (self), NULL);

  clash = conflicts_find (self, meeting);
  if (!clash)
    return meeting_describe_order (meeting, record);

  return clash_describe (clash, meeting);
}

/**
 * tdm_conflicts_describe_plan:
 * @self: the conflicts of some meetings
 * @meeting: one of them as it may become, or another one; what they say of it themselves does not count
 *
 * Returns: (transfer full) (nullable): what would be in its way, see tdm_conflicts_describe()
 */
char *
tdm_conflicts_describe_plan (TdmConflicts *self, const TdmMeetingBrief *meeting)
{
  g_autofree char *room = meeting_find_room (meeting);
  TdmClash clash = { CLASH_ROOM + 1, NULL };

  g_return_val_if_fail (TDM_IS_CONFLICTS (self), NULL);

  if (!meeting_counts (meeting, tdm_clock_now ()))
    return NULL;
  conflicts_ensure_days (self);
  for (gint64 number = meeting->start / SECONDS_OF_DAY;
       number * SECONDS_OF_DAY < tdm_meeting_brief_get_end (meeting); number++)
    {
      TdmBusyDay *day = g_hash_table_lookup (self->days, GSIZE_TO_POINTER (number));

      for (guint i = 0; day && i < day->meetings->len; i++)
        clash_compare (&clash, meeting, day->meetings->pdata[i], room);
    }
  return clash.other ? clash_describe (&clash, meeting) : NULL;
}
