/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-need.h"

#include "base/tdm-i18n.h"

/**
 * TdmNeed:
 *
 * A topic that a person wants to learn about.
 */

struct _TdmNeed
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmNeed, tdm_need, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "person", N_ ("Person"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_person_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "topic", N_ ("Topic"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_topic_get_type },
  { "strength", N_ ("Strength"), TDM_FIELD_INTEGER, TDM_FIELD_ORDER_DOWN, .most = 3, .least = 1 },
  { "source", N_ ("Source"), TDM_FIELD_CODE, .type = tdm_need_source_get_type },
  { "noted-on", N_ ("Noted on"), TDM_FIELD_DATE },
};

static void
tdm_need_class_init (TdmNeedClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "need", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Need added"), N_ ("Need changed"), N_ ("Need removed"));
  record_class->scopes = TDM_SCOPE_PERSON | TDM_SCOPE_PROFILES;
}

static void
tdm_need_init (TdmNeed *self)
{
}
