/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "calendar/tdm-incoming-event.h"
#include "workspace/tdm-workspace.h"
#include "tdm-inbox-item-private.h"
#include "tdm-inbox-match.h"

G_BEGIN_DECLS

/**
 * TdmInboxMatcher:
 * @series: (element-type utf8 TdmSeries): by their names in calendars
 * @people: (element-type utf8 TdmPerson): by their addresses in small letters
 * @pairs: (element-type TdmPerson GPtrArray): the tandems of each person
 * @answered: (element-type TdmInboxItem): answers of this go, by what they are about and whose they are
 * @proposed: (element-type TdmInboxItem): proposals of this go, likewise
 *
 * What was indexed once, and who has answered what in this go.
 */
struct _TdmInboxMatcher
{
  TdmWorkspace *workspace;
  GHashTable *series;
  GHashTable *people;
  GHashTable *pairs;
  GHashTable *answered;
  GHashTable *proposed;
};

const TdmIncomingAttendee *tdm_inbox_matcher_find_answering (TdmInboxItem *item);

char    *tdm_inbox_matcher_get_sender       (TdmInboxItem     *item);
char    *tdm_inbox_matcher_describe_target  (TdmSeries        *series,
                                             TdmMeeting       *meeting);
void     tdm_inbox_matcher_set              (TdmInboxItem     *item,
                                             TdmInboxKind      kind,
                                             const char       *format,
                                             const char       *name,
                                             const char       *target) G_GNUC_PRINTF (3, 0);
gboolean tdm_inbox_matcher_is_copy_of_question  (TdmIncomingEvent *event,
                                                 TdmSeries        *series);
gboolean tdm_inbox_matcher_is_overtaken         (TdmInboxItem *item);
gboolean tdm_inbox_matcher_is_perhaps_overtaken (TdmInboxItem *item);
void     tdm_inbox_matcher_match_unknown    (TdmInboxMatcher  *self,
                                             TdmInboxItem     *item);
void     tdm_inbox_matcher_match_invitation (TdmInboxMatcher  *self,
                                             TdmInboxItem     *item);
void     tdm_inbox_matcher_match_update     (TdmInboxMatcher  *self,
                                             TdmInboxItem     *item,
                                             TdmSeries        *series,
                                             TdmMeeting       *meeting);

G_END_DECLS
