/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-participation-waits.h"

/**
 * tdm_participation_waits:
 *
 * People who apply, or whom others recommend, must hear whether they can take part: it is no answer that somebody has
 * decided it. It counts from %TDM_PARTICIPATION_SINCE.
 *
 * Returns: for what the person waits
 */
TdmParticipationWait
tdm_participation_waits (TdmParticipation *participation)
{
  TdmRecord *record = TDM_RECORD (participation);
  TdmParticipationState state;

  g_return_val_if_fail (TDM_IS_PARTICIPATION (participation), TDM_WAIT_NONE);

  state = tdm_record_get_integer (record, TDM_PARTICIPATION_STATE);
  if (state == TDM_PARTICIPATION_APPLIED || state == TDM_PARTICIPATION_RECOMMENDED)
    return TDM_WAIT_DECISION;
  return tdm_participation_state_is_decision (state) && !*tdm_record_get_text (record, TDM_PARTICIPATION_TOLD_ON)
           ? TDM_WAIT_WORD
           : TDM_WAIT_NONE;
}
