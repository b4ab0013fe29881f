/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/**
 * TdmCliValue:
 * @field: the index of its field
 * @text: (nullable): of texts and days, cleaned; of a topic, what it is called where it was typed
 * @number: of numbers, codes and yes or no
 * @link: (nullable): the record that it leads to
 *
 * What a person wants a field to be.
 */
typedef struct
{
  guint field;
  char *text;
  gint64 number;
  TdmRecord *link;
} TdmCliValue;

/**
 * TdmCliValues:
 * @type: the type of the record that they are for
 * @list: (element-type TdmCliValue): in the order in which they were given
 * @event: (nullable): of a tandem, what was said for its history
 *
 * KEY=VALUE, as often as a person wrote it, checked against the table of fields.
 */
typedef struct _TdmCliValues TdmCliValues;
struct _TdmCliValues
{
  GType type;
  GArray *list;
  TdmCliValues *event;
};

TdmCliValues *tdm_cli_values_read  (TdmWorkspace       *workspace,
                                    GType               type,
                                    gboolean            is_new,
                                    char              **words,
                                    GError            **error);
void          tdm_cli_values_free  (TdmCliValues       *self);
const TdmCliValue *tdm_cli_values_find (TdmCliValues   *self,
                                    guint               field);
gpointer      tdm_cli_values_get_link (TdmCliValues    *self,
                                    guint               field);
gint64        tdm_cli_values_get_number (TdmCliValues  *self,
                                    guint               field,
                                    gint64              otherwise);
const char   *tdm_cli_values_get_text (TdmCliValues    *self,
                                    guint               field,
                                    const char         *otherwise);
const char   *tdm_cli_values_get_topic (TdmCliValues   *self,
                                    guint               field);
guint64       tdm_cli_values_get_fields (TdmCliValues  *self);
void          tdm_cli_values_fill  (TdmCliValues       *self,
                                    TdmRecord          *draft,
                                    guint64             besides);
gboolean      tdm_cli_values_need  (TdmCliValues       *self,
                                    guint               field,
                                    GError            **error);
gboolean      tdm_cli_fail_key     (GType               type,
                                    guint               field,
                                    const char         *message,
                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmCliValues, tdm_cli_values_free)

G_END_DECLS
