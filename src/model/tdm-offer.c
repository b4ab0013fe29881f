/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-offer.h"

#include "base/tdm-i18n.h"

/**
 * TdmOffer:
 *
 * A topic that a person can pass on.
 */

struct _TdmOffer
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmOffer, tdm_offer, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "person", N_ ("Person"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_person_get_type,
    .hand = TDM_FIELD_AT_FIRST },
  { "topic", N_ ("Topic"), TDM_FIELD_LINK, TDM_FIELD_PARENT, .required = TRUE, .type = tdm_topic_get_type },
  { "strength", N_ ("Strength"), TDM_FIELD_INTEGER, TDM_FIELD_ORDER_DOWN, .most = 3, .least = 1 },
  { "noted-on", N_ ("Noted on"), TDM_FIELD_DATE },
  { "source", N_ ("Source"), TDM_FIELD_CODE, .type = tdm_need_source_get_type },
};

static void
tdm_offer_class_init (TdmOfferClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "offer", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Offer added"), N_ ("Offer changed"), N_ ("Offer removed"));
  record_class->scopes = TDM_SCOPE_PERSON | TDM_SCOPE_PROFILES;
}

static void
tdm_offer_init (TdmOffer *self)
{
}
