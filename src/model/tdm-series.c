/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-series.h"

#include "base/tdm-i18n.h"
#include "tdm-attendee.h"
#include "tdm-calendar-message.h"

/**
 * TdmSeries:
 *
 * The repeated meetings of a tandem, one UID in every calendar (RFC 5545 3.8.4.7).
 */

struct _TdmSeries
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmSeries, tdm_series, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "pair", N_ ("Tandem"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_pair_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "sequence", N_ ("Sequence"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "rule", N_ ("Repetition"), TDM_FIELD_LINE, .most = TDM_NAME_MOST, .hand = TDM_FIELD_AT_FIRST },
  { "local-start", N_ ("Start"), TDM_FIELD_LINE, .required = TRUE, .most = 19, .hand = TDM_FIELD_AT_FIRST },
  { "zone", N_ ("Time zone"), TDM_FIELD_LINE, .required = TRUE, .most = 80, .hand = TDM_FIELD_AT_FIRST },
  { "minutes", N_ ("Length"), TDM_FIELD_INTEGER, .most = 600, .least = 5, .hand = TDM_FIELD_AT_FIRST },
  { "place", N_ ("Place"), TDM_FIELD_LINE, .most = TDM_NAME_MOST, .hand = TDM_FIELD_AT_FIRST },
  { "organizer-name", N_ ("Organizer"), TDM_FIELD_LINE, .most = TDM_NAME_MOST, .hand = TDM_FIELD_FOLLOWS },
  { "organizer-email", N_ ("E-mail of the organizer"), TDM_FIELD_EMAIL, .most = 254, .hand = TDM_FIELD_FOLLOWS },
  { "summary-mode", N_ ("Title of the invitation"), TDM_FIELD_CODE, .type = tdm_summary_mode_get_type },
  { "state", N_ ("State"), TDM_FIELD_CODE, .type = tdm_series_state_get_type },
  { "until", N_ ("Last date"), TDM_FIELD_LINE, .most = 19, .hand = TDM_FIELD_FOLLOWS },
  { "external", N_ ("Invited by somebody else"), TDM_FIELD_BOOLEAN, .hand = TDM_FIELD_KEPT },
  { "calendar-uid", N_ ("Name in calendars"), TDM_FIELD_LINE, .most = TDM_TEXT_MOST, .hand = TDM_FIELD_KEPT },
  { "title", N_ ("Title"), TDM_FIELD_LINE, .most = TDM_NAME_MOST, .hand = TDM_FIELD_FOLLOWS },
  { "heard", N_ ("Last message"), TDM_FIELD_INTEGER, .hand = TDM_FIELD_KEPT },
  { "mentee", N_ ("Mentee"), TDM_FIELD_LINK, .type = tdm_person_get_type, .hand = TDM_FIELD_FOLLOWS },
  { "mentor", N_ ("Mentor"), TDM_FIELD_LINK, .type = tdm_person_get_type, .hand = TDM_FIELD_FOLLOWS },
};

/* What was answered to the series counts for each of its meetings that has no answer of its own. */
static void
tdm_series_children_changed (TdmRecord *record)
{
  TdmPair *pair = tdm_series_get_pair (TDM_SERIES (record));
  GListModel *meetings = pair ? tdm_pair_get_meetings (pair) : NULL;

  for (guint i = 0; meetings && i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if ((TdmRecord *) tdm_meeting_get_series (meeting) == record)
        tdm_meeting_notify_answers (meeting);
    }
}

static void
tdm_series_class_init (TdmSeriesClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "series", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Series added"), N_ ("Series changed"), N_ ("Series removed"));
  record_class->scopes = TDM_SCOPE_PAIR | TDM_SCOPE_PAIR_TOLD | TDM_SCOPE_ROUND_MEETINGS | TDM_SCOPE_ROUND_TOLD;
  record_class->children_changed = tdm_series_children_changed;
}

static void
tdm_series_init (TdmSeries *self)
{
}

TdmPair *
tdm_series_get_pair (TdmSeries *self)
{
  return tdm_record_get_link (TDM_RECORD (self), TDM_SERIES_PAIR);
}

/**
 * tdm_series_get_mentee:
 *
 * Returns: (transfer none) (nullable): who learns in it: whoever did then, if it ended when the tandem changed hands
 */
TdmPerson *
tdm_series_get_mentee (TdmSeries *self)
{
  g_return_val_if_fail (TDM_IS_SERIES (self), NULL);

  return tdm_pair_get_person_of (self, TDM_SERIES_MENTEE, TDM_PAIR_MENTEE);
}

/**
 * tdm_series_get_mentor:
 *
 * Returns: (transfer none) (nullable): who gives in it, see tdm_series_get_mentee()
 */
TdmPerson *
tdm_series_get_mentor (TdmSeries *self)
{
  g_return_val_if_fail (TDM_IS_SERIES (self), NULL);

  return tdm_pair_get_person_of (self, TDM_SERIES_MENTOR, TDM_PAIR_MENTOR);
}

const char *
tdm_series_get_rule (TdmSeries *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_SERIES_RULE);
}

const char *
tdm_series_get_zone (TdmSeries *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_SERIES_ZONE);
}

const char *
tdm_series_get_local_start (TdmSeries *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_SERIES_LOCAL_START);
}

gint64
tdm_series_get_minutes (TdmSeries *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_SERIES_MINUTES);
}

gint64
tdm_series_get_sequence (TdmSeries *self)
{
  return tdm_record_get_integer (TDM_RECORD (self), TDM_SERIES_SEQUENCE);
}

GListModel *
tdm_series_get_attendees (TdmSeries *self)
{
  return tdm_record_get_children (self, TDM_TYPE_ATTENDEE);
}

GListModel *
tdm_series_get_messages (TdmSeries *self)
{
  return tdm_record_get_children (self, TDM_TYPE_CALENDAR_MESSAGE);
}

/**
 * tdm_series_is_external:
 *
 * Returns: whether somebody else invites to it: its meetings are as the organizer says, and nobody is invited from here
 */
gboolean
tdm_series_is_external (TdmSeries *self)
{
  g_return_val_if_fail (TDM_IS_SERIES (self), FALSE);

  return tdm_record_get_integer (TDM_RECORD (self), TDM_SERIES_EXTERNAL) != 0;
}

/**
 * tdm_series_asks:
 * @self: (nullable): a series
 * @person: (nullable): the participant whose programme it is
 *
 * Returns: whether another person has asked @person and can be told the answer
 */
gboolean
tdm_series_asks (TdmSeries *self, TdmPerson *person)
{
  const char *email = self ? tdm_record_get_text (TDM_RECORD (self), TDM_SERIES_ORGANIZER_EMAIL) : "";

  return person && self && tdm_series_is_external (self) && *email && !tdm_person_has_email (person, email);
}

static TdmProgramme *
series_get_programme (TdmSeries *self)
{
  TdmPair *pair = tdm_series_get_pair (self);

  return pair ? tdm_round_get_programme (tdm_pair_get_round (pair)) : NULL;
}

/**
 * tdm_series_asks_participant:
 * @self: (nullable): a series in a workspace
 *
 * Returns: whether it asks the participant whose programme it is in, see tdm_series_asks(); in a programme that is
 *   coordinated there is none
 */
gboolean
tdm_series_asks_participant (TdmSeries *self)
{
  return tdm_series_asks (self, self ? tdm_programme_get_self (series_get_programme (self)) : NULL);
}

/* Whoever is to invite may be asked for only when the first invitation goes: until then it is who invites in the
 * programme. */
static const char *
series_get_organizer (TdmSeries *self, guint own_field, guint field)
{
  TdmRecord *record = TDM_RECORD (self);
  TdmProgramme *programme = series_get_programme (self);

  if (*tdm_record_get_text (record, TDM_SERIES_ORGANIZER_EMAIL) || !programme || tdm_series_is_external (self))
    return tdm_record_get_text (record, own_field);
  return tdm_record_get_text (TDM_RECORD (programme), field);
}

/**
 * tdm_series_get_organizer_name:
 *
 * Returns: (transfer none): who invites, may be empty
 */
const char *
tdm_series_get_organizer_name (TdmSeries *self)
{
  g_return_val_if_fail (TDM_IS_SERIES (self), "");

  return series_get_organizer (self, TDM_SERIES_ORGANIZER_NAME, TDM_PROGRAMME_ORGANIZER_NAME);
}

/**
 * tdm_series_get_organizer_email:
 *
 * Returns: (transfer none): where the answers go, empty as long as nobody invites
 */
const char *
tdm_series_get_organizer_email (TdmSeries *self)
{
  g_return_val_if_fail (TDM_IS_SERIES (self), "");

  return series_get_organizer (self, TDM_SERIES_ORGANIZER_EMAIL, TDM_PROGRAMME_ORGANIZER_EMAIL);
}

/**
 * tdm_series_get_calendar_uid:
 *
 * Returns: (transfer none): the UID that it has in every calendar (RFC 5545 3.8.4.7): its own, or that of who invites
 */
const char *
tdm_series_get_calendar_uid (TdmSeries *self)
{
  const char *uid;

  g_return_val_if_fail (TDM_IS_SERIES (self), "");

  uid = tdm_record_get_text (TDM_RECORD (self), TDM_SERIES_CALENDAR_UID);
  return *uid ? uid : tdm_record_get_uid (TDM_RECORD (self));
}
