/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "column-verbs.h"

#include "base/tdm-clock.h"
#include "delivery/tdm-hand-over.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-goal-edits.h"
#include "edits/tdm-meeting-edits.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-participation-edits.h"
#include "edits/tdm-person-edits.h"
#include "edits/tdm-round-edits.h"
#include "edits/tdm-series-edits.h"
#include "edits/tdm-topic-edits.h"
#include "inbox/tdm-participant.h"
#include "messages/outbox-fixture.h"
#include "messages/tdm-outbox-message.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-participation.h"

/* What people do, as the window and the command line do it: by an edit, or by a verb of a layer above. */

static TdmTestProgramme *
programme (ColumnFixture *self)
{
  return &self->inbox.programme;
}

static void
commit (ColumnFixture *self, TdmEdit *taken_edit)
{
  TdmTestProgramme *of = programme (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tdm_workspace_commit_async (of->workspace, taken_edit, tdm_test_result_cb, &of->result);
  label = tdm_test_finish_change (of->workspace, &of->result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static GPtrArray *
only (gpointer record)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, record);
  return list;
}

static TdmRound *
get_round (ColumnFixture *self)
{
  return tdm_pair_get_round (programme (self)->pair);
}

static GListModel *
get_rounds (ColumnFixture *self)
{
  return tdm_workspace_get_rounds (programme (self)->workspace);
}

static GListModel *
get_topics (ColumnFixture *self)
{
  return tdm_workspace_get_topics (programme (self)->workspace);
}

static TdmPair *
get_pair (ColumnFixture *self)
{
  return programme (self)->pair;
}

static gpointer
get_first (GListModel *list)
{
  g_autoptr (TdmRecord) record = g_list_model_get_item (list, 0);

  g_assert_nonnull (record);
  return record;
}

static TdmMeeting *
get_meeting (ColumnFixture *self)
{
  return outbox_meeting (programme (self), "2026-08-11");
}

/* --- the programme and its rounds -------------------------------------------------------- */

void
fill_in_programme (ColumnFixture *self)
{
  g_autoptr (TdmRecord) draft =
    tdm_record_new_draft (TDM_RECORD (tdm_workspace_get_programme (programme (self)->workspace)));
  static const guint texts[] = { TDM_PROGRAMME_TITLE, TDM_PROGRAMME_COMPANY, TDM_PROGRAMME_REASON,
                                 TDM_PROGRAMME_SPONSOR, TDM_PROGRAMME_OWNER, TDM_PROGRAMME_MENTEE_LABEL,
                                 TDM_PROGRAMME_MENTOR_LABEL, TDM_PROGRAMME_ORGANIZER_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tdm_record_set_text (draft, texts[i], "New");
  tdm_record_set_text (draft, TDM_PROGRAMME_ORGANIZER_EMAIL, "new@example.org");
  tdm_record_set_text (draft, TDM_PROGRAMME_ZONE, "Europe/London");
  tdm_record_set_integer (draft, TDM_PROGRAMME_LANGUAGE, TDM_LANGUAGE_DE);
  commit (self, tdm_edit_new_save (draft));
}

/* Somebody invites Anna and Bo to four meetings, and Anna begins a file of her own with it. */
static TdmWorkspace *
begin_own_file (ColumnFixture *self)
{
  static const char invitation[] =
    "BEGIN:VCALENDAR\r\nPRODID:-//Example//EN\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
    "UID:another@example.org\r\nDTSTAMP:20260715T100000Z\r\nSEQUENCE:0\r\n"
    "ORGANIZER;CN=Chief:mailto:chief@example.org\r\n"
    "ATTENDEE;CN=Anna Beck;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:anna@example.org\r\n"
    "ATTENDEE;CN=Bo Chen;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bo@example.org\r\n"
    "DTSTART;TZID=Europe/Berlin:20260901T120000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:Lunch\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (GAsyncResult) read = NULL, joined = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  TdmWorkspace *workspace;
  TdmInboxItem *item;

  tdm_inbox_read_text_async (NULL, invitation, tdm_test_result_cb, &read);
  items = tdm_inbox_read_finish (NULL, tdm_test_wait (&read), &error);
  item = tdm_participant_find_invitation (items, &error);
  g_assert_no_error (error);
  tdm_test_folder_init (&self->other);
  workspace = tdm_test_open (self->other.path, TDM_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_free (self->file);
  self->file = g_strdup (self->other.path);
  column_fixture_keep (self);
  tdm_participant_join_async (workspace, item, 0, 0, tdm_test_result_cb, &joined);
  g_assert_true (tdm_participant_join_finish (workspace, tdm_test_wait (&joined), &error));
  return workspace;
}

void
join_as_participant (ColumnFixture *self)
{
  g_autoptr (TdmWorkspace) workspace = begin_own_file (self);

  tdm_workspace_close (workspace);
}

/* Anna answers about one meeting, and the answer is sent. */
void
answer_for_one (ColumnFixture *self)
{
  g_autoptr (TdmWorkspace) workspace = begin_own_file (self);
  TdmTestProgramme own = { .folder = self->other, .workspace = workspace };
  TdmProgramme *of = tdm_workspace_get_programme (workspace);

  own.pair = get_first (tdm_workspace_get_pairs (workspace));
  tdm_test_load (workspace, TDM_SCOPE_PAIR, own.pair);
  tdm_workspace_commit_async (workspace,
                              tdm_answer_edits_set_reply (outbox_meeting (&own, "2026-09-08"),
                                                          tdm_programme_get_self (of), TDM_REPLY_DECLINED, of),
                              tdm_test_result_cb, &own.result);
  tdm_test_programme_finish (&own, "Answer noted, not sent yet");
  outbox_hand_over (&own);
  tdm_workspace_close (workspace);
}

void
add_round (ColumnFixture *self)
{
  static const guint days[] = { TDM_ROUND_CALL_ON,     TDM_ROUND_SELECTION_ON, TDM_ROUND_MATCHING_ON,
                                TDM_ROUND_KICKOFF,     TDM_ROUND_CLOSING_ON,   TDM_ROUND_END_DATE,
                                TDM_ROUND_FOLLOWUP_ON, TDM_ROUND_ARCHIVED_ON };
  static const guint texts[] = { TDM_ROUND_TITLE, TDM_ROUND_QUESTION, TDM_ROUND_NOTE, TDM_ROUND_CRITERION,
                                 TDM_ROUND_JUSTIFICATION };
  g_autoptr (TdmRecord) draft = tdm_round_edits_new_draft (get_rounds (self));

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = g_strdup_printf ("2027-%02u-01", i + 1);

      tdm_record_set_text (draft, days[i], day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tdm_record_set_text (draft, texts[i], "New");
  tdm_record_set_integer (draft, TDM_ROUND_TYPE, TDM_ROUND_PILOT);
  tdm_record_set_integer (draft, TDM_ROUND_MANAGER_RULE, TDM_MANAGER_WARN);
  tdm_record_set_integer (draft, TDM_ROUND_EARLIER_RULE, TDM_PARTNER_ALLOW);
  tdm_record_set_integer (draft, TDM_ROUND_DEPARTMENT_RULE, TDM_PARTNER_ALLOW);
  commit (self, tdm_round_edits_save (draft, get_rounds (self)));
}

void
begin_state (ColumnFixture *self)
{
  commit (self, tdm_round_edits_set_state (get_round (self), TDM_ROUND_STATE_CALL));
}

/* --- people ------------------------------------------------------------------------------ */

void
fill_in_person (ColumnFixture *self)
{
  static const guint texts[] = { TDM_PERSON_NAME, TDM_PERSON_DEPARTMENT, TDM_PERSON_UNIT, TDM_PERSON_SITE,
                                 TDM_PERSON_JOB_TITLE, TDM_PERSON_LANGUAGES };
  g_autoptr (TdmRecord) draft = tdm_record_new (TDM_TYPE_PERSON);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tdm_record_set_text (draft, texts[i], "New");
  tdm_record_set_text (draft, TDM_PERSON_EMAIL, "new@example.org");
  tdm_record_set_text (draft, TDM_PERSON_ZONE, "Europe/London");
  tdm_record_set_integer (draft, TDM_PERSON_LEVEL, 3);
  tdm_record_set_integer (draft, TDM_PERSON_EXTERNAL, TRUE);
  tdm_record_set_integer (draft, TDM_PERSON_PUBLICLY_KNOWN, TRUE);
  tdm_record_set_link (draft, TDM_PERSON_REPORTS_TO, inbox_anna (&self->inbox));
  tdm_record_set_link (draft, TDM_PERSON_ASSISTANT, inbox_bo (&self->inbox));
  commit (self, tdm_person_edits_save (draft));
}

void
take_part (ColumnFixture *self)
{
  g_autoptr (GPtrArray) people = only (inbox_bo (&self->inbox));

  tdm_test_load (programme (self)->workspace, TDM_SCOPE_ROUND_PEOPLE, get_round (self));
  commit (self, tdm_participation_edits_add (get_round (self), people, TDM_ROLE_MENTOR, TDM_SOURCE_NOMINATED,
                                             TDM_PARTICIPATION_ACCEPTED));
}

static gpointer
get_participation (ColumnFixture *self)
{
  return get_first (tdm_record_get_children (get_round (self), TDM_TYPE_PARTICIPATION));
}

void
fill_in_participation (ColumnFixture *self)
{
  g_autoptr (TdmRecord) draft = NULL;

  take_part (self);
  column_fixture_keep (self);
  commit (self, tdm_person_edits_set_motives (get_participation (self), "giveback"));
  draft = tdm_record_new_draft (get_participation (self));
  tdm_record_set_integer (draft, TDM_PARTICIPATION_CAPACITY, 2);
  tdm_record_set_text (draft, TDM_PARTICIPATION_EXPECTATIONS, "New");
  tdm_record_set_text (draft, TDM_PARTICIPATION_CONSENT, "2026-07-01");
  tdm_record_set_text (draft, TDM_PARTICIPATION_REASON, "New");
  commit (self, tdm_participation_edits_save (draft));
}

void
tell_and_check (ColumnFixture *self)
{
  g_autoptr (GPtrArray) chosen = NULL;

  take_part (self);
  column_fixture_keep (self);
  chosen = only (get_participation (self));
  commit (self, tdm_participation_edits_tell (chosen, "2026-07-01"));
  commit (self, tdm_participation_edits_set_criterion (chosen, TDM_CRITERION_MET, "2026-07-01"));
}

void
match_participant (ColumnFixture *self)
{
  take_part (self);
  column_fixture_keep (self);
  commit (self, tdm_pair_edits_add (get_round (self), inbox_anna (&self->inbox), inbox_bo (&self->inbox), NULL));
}

void
add_topic (ColumnFixture *self)
{
  commit (self, tdm_topic_edits_add (get_topics (self), "AI prompts", "Digital"));
}

void
add_wishes (ColumnFixture *self)
{
  TdmPerson *anna = inbox_anna (&self->inbox);

  tdm_test_load (programme (self)->workspace, TDM_SCOPE_PERSON, anna);
  commit (self, tdm_person_edits_add_topic (anna, TDM_TYPE_NEED, get_topics (self), "AI prompts"));
  commit (self, tdm_person_edits_add_topic (anna, TDM_TYPE_OFFER, get_topics (self), "Negotiating"));
}

/* Who said so is changed as a record, for nothing else follows from it. */
void
change_wishes (ColumnFixture *self)
{
  TdmPerson *anna = inbox_anna (&self->inbox);
  g_autoptr (TdmRecord) need = NULL, offer = NULL;

  add_wishes (self);
  column_fixture_keep (self);
  need = tdm_record_new_draft (get_first (tdm_person_get_needs (anna)));
  offer = tdm_record_new_draft (get_first (tdm_person_get_offers (anna)));
  tdm_record_set_integer (need, TDM_NEED_SOURCE, TDM_NEED_SOURCE_SURVEY);
  tdm_record_set_integer (offer, TDM_OFFER_SOURCE, TDM_NEED_SOURCE_MANAGER);
  commit (self, tdm_edit_new_save (need));
  commit (self, tdm_edit_new_save (offer));
  commit (self, tdm_person_edits_set_strength (get_first (tdm_person_get_needs (anna)), 3));
  commit (self, tdm_person_edits_set_strength (get_first (tdm_person_get_offers (anna)), 1));
}

void
add_interest (ColumnFixture *self)
{
  TdmPerson *anna = inbox_anna (&self->inbox);

  tdm_test_load (programme (self)->workspace, TDM_SCOPE_PERSON, anna);
  commit (self, tdm_person_edits_add_interest (anna, "Sailing"));
}

/* --- tandems ----------------------------------------------------------------------------- */

static TdmPair *
propose_pair (ColumnFixture *self, TdmPairState state)
{
  const TdmPairBeginning beginning = { .state = state, .topics = get_topics (self), .topic = "AI prompts",
                                       .planned_end = "2027-01-01" };
  GListModel *pairs = tdm_workspace_get_pairs (programme (self)->workspace);
  g_autoptr (TdmPair) pair = NULL;

  commit (self, tdm_pair_edits_add (get_round (self), inbox_bo (&self->inbox), inbox_anna (&self->inbox), &beginning));
  pair = g_list_model_get_item (pairs, g_list_model_get_n_items (pairs) - 1);
  tdm_test_load (programme (self)->workspace, TDM_SCOPE_PAIR, pair);
  return pair;
}

void
add_pair (ColumnFixture *self)
{
  propose_pair (self, TDM_PAIR_ACTIVE);
}

void
agree (ColumnFixture *self)
{
  g_autoptr (GPtrArray) pairs = only (propose_pair (self, TDM_PAIR_PROPOSED));

  column_fixture_keep (self);
  commit (self, tdm_pair_state_edits_ask_mentee (pairs));
  commit (self, tdm_pair_state_edits_ask_mentor (pairs));
  commit (self, tdm_pair_state_edits_confirm (pairs));
  commit (self, tdm_pair_state_edits_activate (pairs, NULL));
}

void
change_terms (ColumnFixture *self)
{
  commit (self, tdm_pair_edits_set_topic (get_pair (self), get_topics (self), "AI prompts"));
  commit (self, tdm_pair_edits_set_days (get_pair (self), "2026-07-01", "2026-12-31"));
}

void
become_mutual (ColumnFixture *self)
{
  commit (self, tdm_pair_edits_set_constellation (get_pair (self), TDM_CONSTELLATION_MUTUAL, "2026-07-01"));
}

void
pause_pair (ColumnFixture *self)
{
  g_autoptr (GPtrArray) pairs = only (get_pair (self));

  commit (self, tdm_pair_state_edits_pause (pairs, "2026-09-01", "Parental leave"));
}

void
end_pair (ColumnFixture *self)
{
  g_autoptr (GPtrArray) pairs = only (get_pair (self));

  commit (self, tdm_pair_state_edits_end (pairs, TDM_END_TIME, "Too much to do"));
}

void
add_goal (ColumnFixture *self)
{
  commit (self, tdm_goal_edits_add (get_pair (self), TDM_SIDE_JOINT, "Learn"));
}

static gpointer
get_goal (ColumnFixture *self)
{
  return get_first (tdm_pair_get_goals (get_pair (self)));
}

void
change_goal (ColumnFixture *self)
{
  g_autoptr (TdmRecord) draft = NULL;

  add_goal (self);
  column_fixture_keep (self);
  draft = tdm_record_new_draft (get_goal (self));
  tdm_record_set_text (draft, TDM_GOAL_OUTPUT, "New");
  tdm_record_set_text (draft, TDM_GOAL_DUE, "2026-12-01");
  tdm_record_set_integer (draft, TDM_GOAL_STATE, TDM_GOAL_PARTLY);
  commit (self, tdm_goal_edits_save (get_goal (self), draft));
}

void
add_step (ColumnFixture *self)
{
  add_goal (self);
  column_fixture_keep (self);
  commit (self, tdm_goal_edits_add_step (get_goal (self), "Read"));
}

void
change_step (ColumnFixture *self)
{
  add_step (self);
  column_fixture_keep (self);
  commit (self, tdm_goal_edits_change_step (get_first (tdm_goal_get_steps (get_goal (self))), "Read", "2026-12-01"));
  commit (self, tdm_goal_edits_tick_step (get_first (tdm_goal_get_steps (get_goal (self))), TRUE));
}

/* --- meetings ---------------------------------------------------------------------------- */

void
plan_series (ColumnFixture *self)
{
  g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_suggest (get_pair (self),
                                                            tdm_workspace_get_programme (programme (self)->workspace));

  tdm_series_plan_set_place (plan, "Room 2");
  tdm_series_plan_set_organizer (plan, "Coordination", "tandem@example.org");
  plan->summary_mode = TDM_SUMMARY_TOPIC;
  plan->first_kind = TDM_KIND_INFORMAL;
  commit (self, tdm_series_plan_make_edit (plan));
}

void
end_series (ColumnFixture *self)
{
  tdm_clock_freeze (tdm_clock_now () + 60 * 24 * 60 * 60);
  commit (self, tdm_series_edits_cancel (self->inbox.series));
}

/* Two meetings have been. */
void
change_people (ColumnFixture *self)
{
  TdmPerson *cem = tdm_test_add_person (programme (self)->workspace, "Cem Demir", "cem@example.org");
  TdmPerson *dana = tdm_test_add_person (programme (self)->workspace, "Dana Ek", "dana@example.org");

  tdm_clock_freeze (tdm_clock_now () + 60 * 24 * 60 * 60);
  commit (self, tdm_pair_edits_change_people (get_pair (self), cem, dana));
}

void
move_meeting (ColumnFixture *self)
{
  commit (self, tdm_meeting_edits_move (get_meeting (self), "2026-08-12T11:00:00", 90, "Room 2"));
}

void
record_meeting (ColumnFixture *self)
{
  tdm_clock_freeze (tdm_clock_now () + 60 * 24 * 60 * 60);
  commit (self, tdm_meeting_edits_record (get_meeting (self), TDM_MEETING_STATE_HELD));
}

void
change_meeting (ColumnFixture *self)
{
  static const guint texts[] = { TDM_MEETING_TOPIC, TDM_MEETING_QUESTION, TDM_MEETING_SESSION_GOAL };
  g_autoptr (TdmRecord) draft = NULL;

  add_goal (self);
  record_meeting (self);
  column_fixture_keep (self);
  draft = tdm_record_new_draft (TDM_RECORD (get_meeting (self)));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tdm_record_set_text (draft, texts[i], "New");
  tdm_record_set_integer (draft, TDM_MEETING_KIND, TDM_KIND_SHADOWING);
  tdm_record_set_integer (draft, TDM_MEETING_OUTCOME, TDM_OUTCOME_PARTLY);
  tdm_record_set_link (draft, TDM_MEETING_GOAL, get_goal (self));
  commit (self, tdm_meeting_edits_change (get_meeting (self), draft, get_topics (self)));
}

/* --- messages ---------------------------------------------------------------------------- */

/* Another series, and the invitations to it are sent; so is what became of the first one. */
void
hand_over (ColumnFixture *self)
{
  plan_series (self);
  move_meeting (self);
  column_fixture_keep (self);
  outbox_hand_over (programme (self));
}

void
cancel_one (ColumnFixture *self)
{
  outbox_cancel (programme (self), get_meeting (self));
  column_fixture_keep (self);
  outbox_hand_over (programme (self));
}

void
save_files (ColumnFixture *self)
{
  move_meeting (self);
  column_fixture_keep (self);
  outbox_save (programme (self));
}

void
fail_to_send (ColumnFixture *self)
{
  g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();
  g_autoptr (GPtrArray) messages = NULL;

  move_meeting (self);
  column_fixture_keep (self);
  messages = outbox_pending (programme (self));
  tdm_hand_over_prepare (edit, messages->pdata[0], TDM_CHANNEL_MAIL);
  tdm_hand_over_fail (edit, messages->pdata[0], TDM_DELIVERY_REFUSED, "No such mailbox");
  commit (self, g_steal_pointer (&edit));
}

void
note_reply (ColumnFixture *self)
{
  commit (self, tdm_answer_edits_set_reply (get_meeting (self), inbox_bo (&self->inbox), TDM_REPLY_ACCEPTED,
                                            tdm_workspace_get_programme (programme (self)->workspace)));
}

/* Bo would rather come later in September. */
void
take_reply (ColumnFixture *self)
{
  move_meeting (self);
  outbox_hand_over (programme (self));
  column_fixture_keep (self);
  inbox_take (&self->inbox,
              &(InboxAnswer) { .method = "COUNTER", .partstat = "TENTATIVE", .sequence = 1, .start = "20260910T150000",
                               .lines = "RECURRENCE-ID;TZID=Europe/Berlin:20260908T100000\r\nCOMMENT:Later?\r\n" });
}

#define CHIEF "ORGANIZER;CN=Chief:mailto:chief@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n"

static InboxAnswer
invitation_from_chief (int sequence, const char *start, const char *lines)
{
  return (InboxAnswer) { .method = "REQUEST", .uid = "another@example.org", .partstat = "NEEDS-ACTION",
                         .sequence = sequence, .start = start, .lines = lines };
}

void
take_invitation (ColumnFixture *self)
{
  InboxAnswer first = invitation_from_chief (1, "20260901T120000", CHIEF "RRULE:FREQ=WEEKLY;COUNT=4\r\n");
  g_autoptr (GPtrArray) items = inbox_read_answer (&self->inbox, &first);

  inbox_decide (&self->inbox, items->pdata[0], NULL, "Invitation taken over");
}

void
take_change (ColumnFixture *self)
{
  InboxAnswer change = invitation_from_chief (2, "20260908T143000",
                                              CHIEF "RECURRENCE-ID;TZID=Europe/Berlin:20260908T120000\r\n");
  g_autoptr (GPtrArray) items = NULL;

  take_invitation (self);
  column_fixture_keep (self);
  items = inbox_read_answer (&self->inbox, &change);
  commit (self, tdm_inbox_apply (programme (self)->workspace, items));
}
