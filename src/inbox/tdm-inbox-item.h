/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-attendee.h"

G_BEGIN_DECLS

typedef struct _TdmIncomingEvent TdmIncomingEvent;
typedef struct _TdmMailPart TdmMailPart;
typedef struct _TdmTodoFile TdmTodoFile;

/**
 * TdmInboxKind:
 * @TDM_INBOX_ANSWER: an answer; it is taken over as it is
 * @TDM_INBOX_PROPOSAL: a proposal of another time for one date; it is shown beside that date
 * @TDM_INBOX_UPDATE: the organizer of meetings that are here changes or cancels them; it is taken over as it is
 * @TDM_INBOX_AGAIN: a person asks for the invitation again
 * @TDM_INBOX_STRANGER: an answer to a meeting here, from an address that was not invited
 * @TDM_INBOX_UNKNOWN: a person who is known answers an invitation that is not here, or perhaps to an earlier one
 * @TDM_INBOX_GOALS: goals that a person gives, for a tandem here or for one that the user must name
 * @TDM_INBOX_DOUBTFUL: as %TDM_INBOX_UPDATE, but the mail is from another address
 * @TDM_INBOX_INVITATION: another organizer invites people of a tandem
 * @TDM_INBOX_OLD: a later answer, or a later message, has overtaken it
 * @TDM_INBOX_NOTHING: nothing can be done with it
 *
 * What came in. Those from %TDM_INBOX_AGAIN to %TDM_INBOX_INVITATION are up to the user.
 */
typedef enum
{
  TDM_INBOX_ANSWER,
  TDM_INBOX_PROPOSAL,
  TDM_INBOX_UPDATE,
  TDM_INBOX_AGAIN,
  TDM_INBOX_STRANGER,
  TDM_INBOX_UNKNOWN,
  TDM_INBOX_GOALS,
  TDM_INBOX_DOUBTFUL,
  TDM_INBOX_INVITATION,
  TDM_INBOX_OLD,
  TDM_INBOX_NOTHING,
} TdmInboxKind;

#define TDM_TYPE_INBOX_ITEM (tdm_inbox_item_get_type ())
G_DECLARE_FINAL_TYPE (TdmInboxItem, tdm_inbox_item, TDM, INBOX_ITEM, GObject)

TdmInboxKind       tdm_inbox_item_get_kind   (TdmInboxItem *self);
TdmIncomingEvent  *tdm_inbox_item_get_event  (TdmInboxItem *self);
const TdmTodoFile *tdm_inbox_item_get_todos  (TdmInboxItem *self);
TdmPair           *tdm_inbox_item_get_pair   (TdmInboxItem *self);
const char        *tdm_inbox_item_get_text   (TdmInboxItem *self);
const char        *tdm_inbox_item_get_detail (TdmInboxItem *self);
gboolean           tdm_inbox_item_asks       (TdmInboxItem *self);
gboolean           tdm_inbox_item_is_sure    (TdmInboxItem *self);

G_END_DECLS
