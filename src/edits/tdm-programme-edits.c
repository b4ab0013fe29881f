/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-round.h"

/**
 * tdm_programme_edits_start:
 * @title: what the programme is called
 *
 * Begins a programme with a first round, in the time zone of this computer.
 *
 * Returns: (transfer full): the edit for an empty file
 */
TdmEdit *
tdm_programme_edits_start (const char *title)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmRecord *programme = tdm_edit_insert (edit, TDM_TYPE_PROGRAMME);
  TdmRecord *round = tdm_edit_insert (edit, TDM_TYPE_ROUND);
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_text (programme, TDM_PROGRAMME_TITLE, title);
  tdm_record_set_text (programme, TDM_PROGRAMME_ORGANIZER_NAME, g_get_real_name ());
  tdm_record_set_text (programme, TDM_PROGRAMME_ZONE, tdm_zone_get_system ());
  tdm_record_set_integer (round, TDM_ROUND_NUMBER, 1);
  tdm_record_set_text (round, TDM_ROUND_TITLE, _ ("First round"));
  tdm_record_set_text (round, TDM_ROUND_KICKOFF, today);
  tdm_record_set_integer (round, TDM_ROUND_MINUTES, 60);
  return edit;
}
