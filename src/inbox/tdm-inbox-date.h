/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmIncomingEvent TdmIncomingEvent;

gboolean tdm_inbox_date_is           (TdmIncomingEvent *event,
                                      const char       *zone,
                                      const char       *original);
char    *tdm_inbox_date_get_original (TdmIncomingEvent *event,
                                      const char       *zone);
char    *tdm_inbox_date_localize     (const char      **zone,
                                      const char       *local);
gboolean tdm_inbox_date_is_off       (TdmIncomingEvent *event);
gboolean tdm_inbox_date_can_be_taken (TdmIncomingEvent *event);
char    *tdm_inbox_date_explain      (TdmIncomingEvent *event);

G_END_DECLS
