/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-person.h"
#include "tdm-topic.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_OFFER_PERSON,
  TDM_OFFER_TOPIC,
  TDM_OFFER_STRENGTH,
  TDM_OFFER_NOTED_ON,
  TDM_OFFER_SOURCE,
} TdmOfferField;

#define TDM_TYPE_OFFER (tdm_offer_get_type ())
G_DECLARE_FINAL_TYPE (TdmOffer, tdm_offer, TDM, OFFER, TdmRecord)

G_END_DECLS
