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
  TDM_NEED_PERSON,
  TDM_NEED_TOPIC,
  TDM_NEED_STRENGTH,
  TDM_NEED_SOURCE,
  TDM_NEED_NOTED_ON,
} TdmNeedField;

#define TDM_TYPE_NEED (tdm_need_get_type ())
G_DECLARE_FINAL_TYPE (TdmNeed, tdm_need, TDM, NEED, TdmRecord)

G_END_DECLS
