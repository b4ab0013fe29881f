/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-interest.h"

#include "base/tdm-i18n.h"

/**
 * TdmInterest:
 *
 * What a person likes, for a first talk.
 */

struct _TdmInterest
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmInterest, tdm_interest, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "person", N_ ("Person"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_person_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "title", N_ ("Interest"), TDM_FIELD_LINE, .required = TRUE, .most = TDM_NAME_MOST },
};

static void
tdm_interest_class_init (TdmInterestClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "interest", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Interest added"), N_ ("Interest changed"), N_ ("Interest removed"));
  record_class->scopes = TDM_SCOPE_PERSON;
}

static void
tdm_interest_init (TdmInterest *self)
{
}

const char *
tdm_interest_get_title (TdmInterest *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_INTEREST_TITLE);
}
