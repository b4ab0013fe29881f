/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-cli-ways.h"

G_BEGIN_DECLS

/* Shared by the files that say by which way records are added, changed and removed. */

/**
 * TdmCliWay:
 * @add: (nullable): the edit that adds one
 * @change: (nullable): the edit that changes one, around which all is loaded
 * @remove: (nullable): the edit that removes one, around which all is loaded
 *
 * What is done with records of a type. A way that is %NULL is that of a draft.
 */
typedef struct
{
  GType (*type) (void);
  TdmEdit *(*add) (TdmWorkspace *workspace, TdmCliValues *values, GError **error);
  TdmEdit *(*change) (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error);
  TdmEdit *(*remove) (TdmWorkspace *workspace, TdmRecord *record, GError **error);
} TdmCliWay;

/* Each ends with one without a type. */
extern const TdmCliWay tdm_cli_ways_of_people[];
extern const TdmCliWay tdm_cli_ways_of_pairs[];
extern const TdmCliWay tdm_cli_ways_of_meetings[];

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

TdmEdit   *tdm_cli_edit_fail     (GError      **error,
                                  const char   *message);
TdmEdit   *tdm_cli_edit_fail_key (TdmCliValues *values,
                                  guint         field,
                                  const char   *message,
                                  GError      **error);
TdmEdit   *tdm_cli_edit_fill     (TdmEdit      *edit,
                                  TdmRecord    *draft,
                                  TdmCliValues *values,
                                  guint64       besides);
TdmEdit   *tdm_cli_keep_record   (TdmWorkspace *workspace,
                                  TdmRecord    *record,
                                  GError      **error);

G_END_DECLS
