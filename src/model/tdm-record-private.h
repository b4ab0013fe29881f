/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-record-list.h"

G_BEGIN_DECLS

/* Shared by the files of TdmRecord alone. */

typedef union
{
  gint64 integer;
  char *text;
} TdmValue;

typedef struct
{
  gint64 id;
  char *uid;
  TdmValue *values;
  TdmRecord **links;
  guint64 changed;
  gboolean live;
} TdmRecordPrivate;

TdmRecordPrivate *tdm_record_private      (TdmRecord      *self);
TdmRecordList   **tdm_record_get_child_lists (TdmRecord   *self);
void              tdm_record_class_install_relations (TdmRecordClass *klass);
gboolean          tdm_record_is_text      (const TdmField *field);
void              tdm_record_notify_field (TdmRecord      *self,
                                           guint           field);
void              tdm_record_keep_text    (TdmValue       *value,
                                           const char     *text);
void              tdm_record_copy_value   (TdmRecord      *self,
                                           TdmRecord      *from,
                                           guint           field);

G_END_DECLS
