/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"
#include "model/tdm-scope.h"

G_BEGIN_DECLS

typedef struct _TdmDatabase TdmDatabase;

/**
 * TdmMeetingRow:
 * @pair: the row id of its tandem
 * @mentee: the row id of who learned in it, 0 for whoever does in its tandem
 * @mentor: the row id of who gave in it, 0 for whoever does in its tandem
 * @place: (nullable): where it is
 * @topic: (nullable): what it is about
 *
 * A #TdmMeetingBrief as the file has it; the other fields are the same.
 */
typedef struct
{
  gint64 id;
  gint64 pair;
  gint64 mentee;
  gint64 mentor;
  gint64 start;
  int minutes;
  TdmMeetingState state;
  TdmMeetingKind kind;
  GRefString *place;
  GRefString *topic;
  char local_start[20];
  const char *paused_on;
  gboolean is_out_of_order;
} TdmMeetingRow;

/* In place of the row id of a round: all that are not archived */
#define TDM_STORE_ALL_ROUNDS 0

GArray  *tdm_meeting_rows_new  (void);
gboolean tdm_meeting_rows_read (TdmDatabase  *database,
                                TdmScope      scope,
                                gint64        id,
                                GArray       *rows,
                                GError      **error);

G_END_DECLS
