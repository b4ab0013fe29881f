/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "tdm-inbox-item.h"

G_BEGIN_DECLS

typedef struct _TdmIncomingEvent TdmIncomingEvent;
typedef struct _TdmWorkspace TdmWorkspace;

GPtrArray *tdm_inbox_invitation_list_attendees (TdmIncomingEvent *event);
GPtrArray *tdm_inbox_invitation_list_people (TdmIncomingEvent *event);
char      *tdm_inbox_invitation_explain (TdmIncomingEvent *event);
TdmRecord *tdm_inbox_invitation_add     (TdmEdit          *edit,
                                         TdmWorkspace     *workspace,
                                         TdmInboxItem     *item,
                                         gpointer          round,
                                         GPtrArray        *people);
char      *tdm_inbox_invitation_describe_replaced (TdmWorkspace     *workspace,
                                                   TdmSeries        *series,
                                                   TdmIncomingEvent *event);
void       tdm_inbox_invitation_replace (TdmEdit          *edit,
                                         TdmWorkspace     *workspace,
                                         TdmSeries        *series,
                                         TdmIncomingEvent *event);

G_END_DECLS
