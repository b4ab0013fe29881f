/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-person.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_INTEREST_PERSON,
  TDM_INTEREST_TITLE,
} TdmInterestField;

#define TDM_TYPE_INTEREST (tdm_interest_get_type ())
G_DECLARE_FINAL_TYPE (TdmInterest, tdm_interest, TDM, INTEREST, TdmRecord)

const char *tdm_interest_get_title (TdmInterest *self);

G_END_DECLS
