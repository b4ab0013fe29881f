/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-inbox-item.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;
typedef struct _TdmInboxMatcher TdmInboxMatcher;

TdmInboxMatcher *tdm_inbox_matcher_new   (TdmWorkspace    *workspace);
void             tdm_inbox_matcher_free  (TdmInboxMatcher *self);
void             tdm_inbox_matcher_match (TdmInboxMatcher *self,
                                          TdmInboxItem    *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmInboxMatcher, tdm_inbox_matcher_free)

G_END_DECLS
