/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme.h"

#include "base/tdm-i18n.h"

/**
 * TdmProgramme:
 *
 * The programme that the file holds: its people, rounds and words.
 */

struct _TdmProgramme
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmProgramme, tdm_programme, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "title", N_ ("Title"), TDM_FIELD_LINE, .required = TRUE, .most = TDM_NAME_MOST },
  { "company", N_ ("Company"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "reason", N_ ("Why it exists"), TDM_FIELD_BLOCK, .most = TDM_TEXT_MOST },
  { "sponsor", N_ ("Sponsor"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "owner", N_ ("Owner"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "mentee-label", N_ ("Word for those who learn"), TDM_FIELD_LINE, .most = 40 },
  { "mentor-label", N_ ("Word for those who pass on"), TDM_FIELD_LINE, .most = 40 },
  { "organizer-name", N_ ("Organizer"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "organizer-email", N_ ("E-mail of the organizer"), TDM_FIELD_EMAIL, .most = 254 },
  { "zone", N_ ("Time zone"), TDM_FIELD_LINE, .required = TRUE, .most = 80 },
  { "language", N_ ("Language of messages"), TDM_FIELD_CODE, .type = tdm_language_get_type },
  { "self", N_ ("Participant"), TDM_FIELD_LINK, .type = tdm_person_get_type, .hand = TDM_FIELD_FOLLOWS },
};

static void
tdm_programme_class_init (TdmProgrammeClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "programme", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Programme added"), N_ ("Programme changed"), N_ ("Programme removed"));
  record_class->scopes = TDM_SCOPE_OVERVIEW;
}

static void
tdm_programme_init (TdmProgramme *self)
{
}

const char *
tdm_programme_get_title (TdmProgramme *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_PROGRAMME_TITLE);
}

const char *
tdm_programme_get_zone (TdmProgramme *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_PROGRAMME_ZONE);
}

/**
 * tdm_programme_get_self:
 * @self: (nullable): a programme, %NULL in a file that has none yet
 *
 * Returns: (transfer none) (nullable): the participant whose file it is, %NULL in that of a coordinator
 */
TdmPerson *
tdm_programme_get_self (TdmProgramme *self)
{
  g_return_val_if_fail (!self || TDM_IS_PROGRAMME (self), NULL);

  return self ? tdm_record_get_link (TDM_RECORD (self), TDM_PROGRAMME_SELF) : NULL;
}
