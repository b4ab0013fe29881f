/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-pair.h"

G_BEGIN_DECLS

/**
 * TdmCommonGround:
 * @learns: (element-type TdmTopic): what the mentee wants to learn and the mentor can pass on, strongest need first
 * @gives: (element-type TdmTopic): what the mentor wants to learn and the mentee can pass on, strongest need first
 * @interests: (element-type utf8): what both like
 *
 * What two people have in common.
 */
typedef struct
{
  GPtrArray *learns;
  GPtrArray *gives;
  GPtrArray *interests;
} TdmCommonGround;

void  tdm_common_ground_find      (TdmCommonGround       *self,
                                   TdmPerson             *mentee,
                                   TdmPerson             *mentor);
void  tdm_common_ground_clear     (TdmCommonGround       *self);
char *tdm_common_ground_describe_exchange  (const TdmCommonGround *self,
                                            TdmPerson             *mentee,
                                            TdmPerson             *mentor);
char *tdm_common_ground_describe_interests (const TdmCommonGround *self);

char *tdm_common_ground_suggest_first_meeting (TdmPair *pair);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdmCommonGround, tdm_common_ground_clear)

G_END_DECLS
