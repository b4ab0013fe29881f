/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-answers.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "tdm-outbox-replies.h"
#include "tdm-when.h"

/* Who has answered what, in words, and what is done about it by hand. */

#define DAY (24 * 60 * 60)

static void
commit (TdmWorkspace *self, TdmEdit *taken_edit, GAsyncReadyCallback callback, gpointer data)
{
  tdm_workspace_commit_async (self, taken_edit, callback, data);
}

static char *
get_first_name (TdmPerson *person)
{
  const char *name = tdm_person_get_name (person);

  return g_strndup (name, strcspn (name, " "));
}

static char *
describe_waiting (TdmPerson *person, gint64 asked)
{
  g_autofree char *name = get_first_name (person);
  guint days = MAX (tdm_clock_now () - asked, 0) / DAY;

  if (asked == 0 || days == 0)
    /* Translators: %s is a first name */
    return g_strdup_printf (_ ("Waiting for %s"), name);
  /* Translators: how many days, and a first name */
  return g_strdup_printf (ngettext ("Waiting for %2$s for %1$u day", "Waiting for %2$s for %1$u days", days), days, name);
}

static char *
describe_one (TdmAttendee *attendee)
{
  TdmPerson *person = tdm_attendee_get_person (attendee);
  g_autofree char *name = get_first_name (person);

  switch (tdm_attendee_get_reply (attendee))
    {
    case TDM_REPLY_DECLINED:
      /* Translators: %s is a first name */
      return g_strdup_printf (_ ("%s has declined"), name);
    case TDM_REPLY_TENTATIVE:
      /* Translators: %s is a first name */
      return g_strdup_printf (_ ("%s may come"), name);
    case TDM_REPLY_ACCEPTED:
      /* Translators: %s is a first name */
      return g_strdup_printf (_ ("%s has accepted"), name);
    case TDM_REPLY_NEEDS_ACTION:
      break;
    }
  return describe_waiting (person, tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_ASKED));
}

/**
 * tdm_answers_describe_series:
 * @series: a live series
 *
 * Returns: (transfer full): how the answers to the whole series stand, such as “Everyone has accepted” or “Waiting for
 *   Bo for 3 days”; empty if nobody was asked yet
 */
char *
tdm_answers_describe_series (TdmSeries *series)
{
  GListModel *attendees = tdm_series_get_attendees (series);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n_asked = 0, n_accepted = 0;

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr (TdmAttendee) attendee = g_list_model_get_item (attendees, i);
      g_autofree char *text = NULL;

      if (!tdm_attendee_get_person (attendee) || !tdm_attendee_has_answer (attendee))
        continue;
      n_asked++;
      n_accepted += tdm_attendee_get_reply (attendee) == TDM_REPLY_ACCEPTED;
      text = describe_one (attendee);
      if (tdm_attendee_get_reply (attendee) != TDM_REPLY_ACCEPTED)
        g_strv_builder_add (builder, text);
    }
  if (n_asked > 0 && n_accepted == n_asked)
    return g_strdup (_ ("Everyone has accepted"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

/**
 * tdm_answers_describe_date:
 * @meeting: a live meeting
 * @person: one of the people of its tandem
 *
 * Returns: (transfer full) (nullable): what @person answered about this date, with the comment if there is one; %NULL if
 *   nobody asked
 */
char *
tdm_answers_describe_date (TdmMeeting *meeting, TdmPerson *person)
{
  TdmAttendee *attendee = tdm_meeting_get_answer (meeting, person);
  const char *comment = attendee ? tdm_record_get_text (TDM_RECORD (attendee), TDM_ATTENDEE_COMMENT) : "";
  g_autofree char *text = attendee ? describe_one (attendee) : NULL;

  if (!text || *comment == '\0')
    return g_steal_pointer (&text);
  /* Translators: an answer, then what somebody wrote with it */
  return g_strdup_printf (_ ("%s: “%s”"), text, comment);
}

/**
 * tdm_answers_describe_meeting:
 * @meeting: a live meeting
 *
 * Returns: (transfer full): what both of its people answered, empty if nobody asked or it is over
 */
char *
tdm_answers_describe_meeting (TdmMeeting *meeting)
{
  g_autofree char *first = NULL, *second = NULL;

  if (!tdm_meeting_get_pair (meeting) || !tdm_meeting_is_open (meeting))
    return g_strdup ("");
  if (tdm_meeting_is_accepted (meeting))
    return g_strdup (_ ("Everyone has accepted"));
  first = tdm_answers_describe_date (meeting, tdm_meeting_get_mentee (meeting));
  second = tdm_answers_describe_date (meeting, tdm_meeting_get_mentor (meeting));
  return g_strconcat (first ? first : "", first && second ? " · " : "", second ? second : "", NULL);
}

/* The parts that an edit adds, by what they are in and whose they are. It goes with the edit, which only ever grows:
 * thousands of answers in one go must not look through each other. */
typedef struct
{
  GHashTable *parts;
  guint n_seen;
} Added;

static void
added_free (gpointer data)
{
  Added *self = data;

  g_hash_table_unref (self->parts);
  g_free (self);
}

static char *
make_key (gpointer whole, gpointer person)
{
  return g_strdup_printf ("%p %p", whole, person);
}

static void
see_step (Added *self, TdmEdit *edit, guint index)
{
  TdmEditAction action;
  TdmRecord *record = tdm_edit_get_step (edit, index, &action);
  gpointer meeting;

  if (action != TDM_EDIT_INSERT || !TDM_IS_ATTENDEE (record))
    return;
  meeting = tdm_record_get_link (record, TDM_ATTENDEE_MEETING);
  g_hash_table_insert (self->parts,
                       make_key (meeting ? meeting : tdm_record_get_link (record, TDM_ATTENDEE_SERIES),
                                 tdm_record_get_link (record, TDM_ATTENDEE_PERSON)), record);
}

static GHashTable *
list_added (TdmEdit *edit)
{
  Added *self = g_object_get_data (G_OBJECT (edit), "tandem-added-answers");

  if (!self)
    {
      self = g_new0 (Added, 1);
      self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (edit), "tandem-added-answers", self, added_free);
    }
  for (; self->n_seen < tdm_edit_get_size (edit); self->n_seen++)
    see_step (self, edit, self->n_seen);
  return self->parts;
}

/**
 * tdm_answers_find_new:
 * @edit: an edit
 * @series: (nullable): a live series
 * @meeting: (nullable): a live meeting instead, if it is about this date alone
 * @person: who was asked
 *
 * Returns: (transfer none) (nullable): the part of @person in it that @edit adds
 */
TdmRecord *
tdm_answers_find_new (TdmEdit *edit, TdmSeries *series, TdmMeeting *meeting, TdmPerson *person)
{
  g_autofree char *key = make_key (meeting ? (gpointer) meeting : (gpointer) series, person);

  return g_hash_table_lookup (list_added (edit), key);
}

/**
 * tdm_answers_open:
 * @edit: where the draft goes
 * @series: (nullable): a live series
 * @meeting: (nullable): a live meeting instead, if it is about this date alone
 * @person: who was asked
 *
 * Returns: (transfer none): a draft of the part of @person in it, a new one if there was none, but never a second one
 */
TdmRecord *
tdm_answers_open (TdmEdit *edit, TdmSeries *series, TdmMeeting *meeting, TdmPerson *person)
{
  TdmAttendee *attendee = meeting ? tdm_meeting_get_own_attendee (meeting, person)
                                  : tdm_attendee_find (tdm_series_get_attendees (series), person);
  TdmRecord *draft = attendee ? tdm_edit_update (edit, attendee) : tdm_answers_find_new (edit, series, meeting, person);

  if (draft)
    return draft;
  draft = tdm_edit_insert (edit, TDM_TYPE_ATTENDEE);
  tdm_record_set_link (draft, TDM_ATTENDEE_SERIES, meeting ? NULL : series);
  tdm_record_set_link (draft, TDM_ATTENDEE_MEETING, meeting);
  tdm_record_set_link (draft, TDM_ATTENDEE_PERSON, person);
  return draft;
}

/* What a participant answers to somebody else has still to go there; what is noted of others has come from there. */
static void
set_label (TdmEdit *edit, TdmWorkspace *self, TdmSeries *series, TdmMeeting *meeting, TdmRecord *draft)
{
  TdmProgramme *programme = tdm_workspace_get_programme (self);
  TdmPerson *me = programme ? tdm_programme_get_self (programme) : NULL;
  gboolean is_mine = me && tdm_attendee_get_person (TDM_ATTENDEE (draft)) == me &&
                     tdm_outbox_replies_are_wanted (series, me);

  tdm_edit_set_label (edit, is_mine && !tdm_outbox_replies_is_told (series, meeting, TDM_ATTENDEE (draft))
                              ? _ ("Answer noted, not sent yet")
                              : _ ("Answer noted"));
}

static void
set_reply (TdmRecord *draft, TdmReply reply)
{
  tdm_record_set_integer (draft, TDM_ATTENDEE_REPLY, reply);
  tdm_record_set_integer (draft, TDM_ATTENDEE_REPLIED, tdm_clock_now ());
}

/* Who answers somebody else about what does not repeat answers about all of it. */
static TdmSeries *
get_only_series (TdmMeeting *meeting, TdmPerson *person)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);

  return series && tdm_series_is_external (series) && *tdm_series_get_rule (series) == '\0' &&
             !tdm_meeting_get_own_attendee (meeting, person)
           ? series
           : NULL;
}

/**
 * tdm_workspace_set_reply_async:
 * @self: a workspace
 * @meeting: a live meeting
 * @person: one of the people of its tandem
 * @reply: what that person said, on the telephone or in the corridor
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_set_reply_async (TdmWorkspace *self, TdmMeeting *meeting, TdmPerson *person, TdmReply reply,
                               GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmSeries *series = get_only_series (meeting, person);
  TdmRecord *draft = tdm_answers_open (edit, series, series ? NULL : meeting, person);
  TdmSeries *whole = tdm_meeting_get_series (meeting);

  set_reply (draft, reply);
  set_label (edit, self, whole, whole && *tdm_series_get_rule (whole) ? meeting : NULL, draft);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_set_series_reply_async:
 * @self: a workspace
 * @series: a live series
 * @person: one of the people of its tandem
 * @reply: what that person said about all dates
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_set_series_reply_async (TdmWorkspace *self, TdmSeries *series, TdmPerson *person, TdmReply reply,
                                      GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmRecord *draft = tdm_answers_open (edit, series, NULL, person);

  set_reply (draft, reply);
  set_label (edit, self, series, NULL, draft);
  commit (self, edit, callback, data);
}

/* --- proposals ---------------------------------------------------------------- */

/**
 * tdm_answers_find_proposal:
 * @meeting: a live meeting
 *
 * Returns: (transfer none) (nullable): the part of somebody who proposes another time for it (COUNTER, RFC 5546 3.2.7)
 */
TdmAttendee *
tdm_answers_find_proposal (TdmMeeting *meeting)
{
  GListModel *attendees = tdm_meeting_get_attendees (meeting);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr (TdmAttendee) attendee = g_list_model_get_item (attendees, i);

      if (tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_START) != 0)
        return attendee;
    }
  return NULL;
}

static char *
get_proposed_start (TdmMeeting *meeting, TdmAttendee *attendee)
{
  return tdm_zone_from_utc (tdm_meeting_get_zone (meeting),
                            tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_START), NULL);
}

/**
 * tdm_answers_describe_proposal:
 * @meeting: a live meeting
 *
 * Returns: (transfer full) (nullable): who proposes which time, %NULL if nobody does
 */
char *
tdm_answers_describe_proposal (TdmMeeting *meeting)
{
  TdmAttendee *attendee = tdm_answers_find_proposal (meeting);
  g_autofree char *start = attendee ? get_proposed_start (meeting, attendee) : NULL;
  g_autofree char *when = start ? tdm_when_describe (tdm_meeting_get_zone (meeting), start) : NULL;
  g_autofree char *name = attendee ? get_first_name (tdm_attendee_get_person (attendee)) : NULL;

  /* Translators: a first name, then a day and a time */
  return when ? g_strdup_printf (_ ("%s proposes %s"), name, when) : NULL;
}

static void
forget_proposal (TdmEdit *edit, TdmAttendee *attendee)
{
  TdmRecord *draft = tdm_edit_update (edit, attendee);

  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_START, 0);
  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_MINUTES, 0);
}

/**
 * tdm_workspace_accept_proposal_async:
 * @self: a workspace
 * @meeting: a live meeting for which somebody proposes another time
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Moves the meeting there; who has to hear of it follows. Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_accept_proposal_async (TdmWorkspace *self, TdmMeeting *meeting, GAsyncReadyCallback callback, gpointer data)
{
  TdmAttendee *attendee = tdm_answers_find_proposal (meeting);
  g_autofree char *start = get_proposed_start (meeting, attendee);
  gint64 minutes = tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_MINUTES);
  TdmEdit *edit = tdm_edit_new (_ ("Meeting moved"));
  TdmRecord *draft = tdm_edit_update (edit, meeting);

  tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, start);
  tdm_record_set_integer (draft, TDM_MEETING_START,
                          tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_START));
  /* Some programs propose a start and leave the end where it was. */
  if (minutes >= 5)
    tdm_record_set_integer (draft, TDM_MEETING_MINUTES, minutes);
  forget_proposal (edit, attendee);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_decline_proposal_async:
 * @self: a workspace
 * @meeting: a live meeting for which somebody proposes another time
 * @callback: called when it is stored
 * @data: for @callback
 *
 * The meeting stays where it is. No message says so: few programs know DECLINECOUNTER (RFC 5546 3.2.8). Finish with
 * tdm_workspace_change_finish().
 */
void
tdm_workspace_decline_proposal_async (TdmWorkspace *self, TdmMeeting *meeting, GAsyncReadyCallback callback,
                                      gpointer data)
{
  TdmAttendee *attendee = tdm_answers_find_proposal (meeting);
  g_autofree char *name = get_first_name (tdm_attendee_get_person (attendee));
  /* Translators: %s is a first name */
  g_autofree char *label = g_strdup_printf (_ ("Proposal declined, please tell %s"), name);
  TdmEdit *edit = tdm_edit_new (label);

  forget_proposal (edit, attendee);
  commit (self, edit, callback, data);
}
