/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "edits-fixture.h"

#include "base/tdm-clock.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-record-list.h"

#define NOW G_GINT64_CONSTANT (1784019600)

static TdmPerson *
add_person (EditsFixture *self, const char *name, const char *email)
{
  TdmRecord *person = edits_add (self, TDM_TYPE_PERSON);

  tdm_record_set_text (person, TDM_PERSON_NAME, name);
  tdm_record_set_text (person, TDM_PERSON_EMAIL, email);
  edits_make_live (person);
  return TDM_PERSON (person);
}

void
edits_set_up (EditsFixture *self, gconstpointer data)
{
  TdmRecord *round, *pair;

  tdm_clock_freeze (NOW);
  self->records = g_ptr_array_new_with_free_func (tdm_record_let_go);
  round = edits_add (self, TDM_TYPE_ROUND);
  tdm_record_set_text (round, TDM_ROUND_TITLE, "First round");
  tdm_record_set_integer (round, TDM_ROUND_MINUTES, 60);
  edits_make_live (round);
  self->round = TDM_ROUND (round);
  self->anna = add_person (self, "Anna Beck", "anna@example.org");
  self->bo = add_person (self, "Bo Chen", "bo@example.org");
  pair = edits_add (self, TDM_TYPE_PAIR);
  tdm_record_set_link (pair, TDM_PAIR_ROUND, round);
  tdm_record_set_link (pair, TDM_PAIR_MENTEE, self->anna);
  tdm_record_set_link (pair, TDM_PAIR_MENTOR, self->bo);
  tdm_record_set_integer (pair, TDM_PAIR_STATE, TDM_PAIR_ACTIVE);
  tdm_record_set_text (pair, TDM_PAIR_STARTED_ON, "2026-05-04");
  edits_make_live (pair);
  self->pair = TDM_PAIR (pair);
}

void
edits_tear_down (EditsFixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->records);
}

/* A record as it comes from a file, to be filled in before edits_make_live() */
gpointer
edits_add (EditsFixture *self, GType type)
{
  g_autofree char *uid = g_uuid_string_random ();
  TdmRecord *record = tdm_record_new_stored (type, self->records->len + 1, uid);

  g_ptr_array_add (self->records, record);
  return record;
}

void
edits_make_live (gpointer record)
{
  const TdmRecordClass *klass = TDM_RECORD_GET_CLASS (record);

  tdm_record_make_live (record);
  for (guint i = 0; i < klass->n_parents; i++)
    {
      gpointer parent = tdm_record_get_link (record, klass->parents[i]);

      if (parent)
        tdm_record_list_settle (TDM_RECORD_LIST (tdm_record_get_children (parent, G_OBJECT_TYPE (record))), record,
                                G_MAXUINT);
    }
}

/* What a live record is once a number or a code of it was changed */
void
edits_change (gpointer record, guint field, gint64 value)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (record);

  tdm_record_set_integer (draft, field, value);
  tdm_record_assign (record, draft);
}

void
edits_change_text (gpointer record, guint field, const char *text)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (record);

  tdm_record_set_text (draft, field, text);
  tdm_record_assign (record, draft);
}

/* Three meetings to which both are invited, on 9 June, 14 July and 11 August at 18:00 in Berlin */
TdmSeries *
edits_add_series (EditsFixture *self)
{
  static const char *const dates[] = { "2026-06-09T18:00:00", "2026-07-14T18:00:00", "2026-08-11T18:00:00" };
  TdmRecord *series = edits_add (self, TDM_TYPE_SERIES);

  tdm_record_set_link (series, TDM_SERIES_PAIR, self->pair);
  tdm_record_set_text (series, TDM_SERIES_RULE, "FREQ=MONTHLY;COUNT=3;BYDAY=2TU");
  tdm_record_set_text (series, TDM_SERIES_LOCAL_START, dates[0]);
  tdm_record_set_text (series, TDM_SERIES_ZONE, "Europe/Berlin");
  tdm_record_set_integer (series, TDM_SERIES_MINUTES, 60);
  tdm_record_set_integer (series, TDM_SERIES_STATE, TDM_SERIES_ISSUED);
  edits_make_live (series);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      TdmRecord *meeting = edits_add (self, TDM_TYPE_MEETING);

      tdm_record_set_link (meeting, TDM_MEETING_PAIR, self->pair);
      tdm_record_set_link (meeting, TDM_MEETING_SERIES, series);
      tdm_record_set_text (meeting, TDM_MEETING_RECURRENCE_ID, dates[i]);
      tdm_record_set_text (meeting, TDM_MEETING_LOCAL_START, dates[i]);
      tdm_record_set_text (meeting, TDM_MEETING_ZONE, "Europe/Berlin");
      tdm_record_set_integer (meeting, TDM_MEETING_START, tdm_zone_to_utc ("Europe/Berlin", dates[i], NULL));
      tdm_record_set_integer (meeting, TDM_MEETING_MINUTES, 60);
      tdm_record_set_integer (meeting, TDM_MEETING_STATE, TDM_MEETING_STATE_INVITED);
      edits_make_live (meeting);
    }
  return TDM_SERIES (series);
}

TdmMeeting *
edits_get_meeting (EditsFixture *self, guint index)
{
  g_autoptr (TdmMeeting) meeting = g_list_model_get_item (tdm_pair_get_meetings (self->pair), index);

  return meeting;
}

guint
edits_count (TdmEdit *edit, TdmEditAction action, GType type)
{
  guint n = 0;

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction found;
      TdmRecord *record = tdm_edit_get_step (edit, i, &found);

      n += found == action && G_OBJECT_TYPE (record) == type;
    }
  return n;
}

/* The draft of a live record, which must be there */
TdmRecord *
edits_find (TdmEdit *edit, gpointer live)
{
  g_assert_true (tdm_edit_touches (edit, live));
  return tdm_edit_update (edit, live);
}

TdmRecord *
edits_find_new (TdmEdit *edit, GType type, guint index)
{
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      if (action == TDM_EDIT_INSERT && G_OBJECT_TYPE (record) == type && index-- == 0)
        return record;
    }
  g_error ("The edit adds no such %s.", g_type_name (type));
}

/* Something that happened to the tandem before */
TdmRecord *
edits_add_event (EditsFixture *self, TdmPairState from, TdmPairState to, const char *day)
{
  TdmRecord *event = edits_add (self, TDM_TYPE_PAIR_EVENT);

  tdm_record_set_link (event, TDM_PAIR_EVENT_PAIR, self->pair);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_FROM_STATE, from);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_TO_STATE, to);
  tdm_record_set_text (event, TDM_PAIR_EVENT_HAPPENED_ON, day);
  edits_make_live (event);
  return event;
}
