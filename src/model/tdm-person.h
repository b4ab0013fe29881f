/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-record.h"

G_BEGIN_DECLS

/* Fields, in the order of the columns */
typedef enum
{
  TDM_PERSON_NAME,
  TDM_PERSON_EMAIL,
  TDM_PERSON_DEPARTMENT,
  TDM_PERSON_UNIT,
  TDM_PERSON_SITE,
  TDM_PERSON_ZONE,
  TDM_PERSON_LEVEL,
  TDM_PERSON_JOB_TITLE,
  TDM_PERSON_LANGUAGES,
  TDM_PERSON_EXTERNAL,
  TDM_PERSON_PUBLICLY_KNOWN,
  TDM_PERSON_REPORTS_TO,
  TDM_PERSON_ASSISTANT,
} TdmPersonField;

#define TDM_TYPE_PERSON (tdm_person_get_type ())
G_DECLARE_FINAL_TYPE (TdmPerson, tdm_person, TDM, PERSON, TdmRecord)

const char *tdm_person_get_name       (TdmPerson *self);
const char *tdm_person_get_email      (TdmPerson *self);
gboolean    tdm_person_has_email      (TdmPerson  *self,
                                       const char *email);
char       *tdm_person_get_first_name (TdmPerson *self);
char       *tdm_person_get_last_name  (TdmPerson *self);
const char *tdm_person_get_department (TdmPerson *self);
guint       tdm_person_find_manager   (TdmPerson *self,
                                       TdmPerson *manager);
GListModel *tdm_person_get_needs      (TdmPerson *self);
GListModel *tdm_person_get_offers     (TdmPerson *self);
GListModel *tdm_person_get_interests  (TdmPerson *self);

G_END_DECLS
