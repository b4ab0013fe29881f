/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-codes.h"
#include "tdm-person.h"
#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_PROGRAMME_TITLE,
  TDM_PROGRAMME_COMPANY,
  TDM_PROGRAMME_REASON,
  TDM_PROGRAMME_SPONSOR,
  TDM_PROGRAMME_OWNER,
  TDM_PROGRAMME_MENTEE_LABEL,
  TDM_PROGRAMME_MENTOR_LABEL,
  TDM_PROGRAMME_ORGANIZER_NAME,
  TDM_PROGRAMME_ORGANIZER_EMAIL,
  TDM_PROGRAMME_ZONE,
  TDM_PROGRAMME_LANGUAGE,
  TDM_PROGRAMME_SELF,
} TdmProgrammeField;

#define TDM_TYPE_PROGRAMME (tdm_programme_get_type ())
G_DECLARE_FINAL_TYPE (TdmProgramme, tdm_programme, TDM, PROGRAMME, TdmRecord)

const char *tdm_programme_get_title           (TdmProgramme *self);
const char *tdm_programme_get_zone            (TdmProgramme *self);
TdmPerson  *tdm_programme_get_self            (TdmProgramme *self);

G_END_DECLS
