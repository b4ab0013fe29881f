/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-words.h"

#include "app/common/tdm-format.h"
#include "app/words/tdm-meeting-words.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"
#include "workspace/tdm-workspace.h"

/* Its title, or how it begins */
const char *
tdm_note_words_title (TdmNote *note)
{
  if (tdm_note_is_damaged (note))
    return _ ("Damaged note");
  if (*tdm_note_get_title (note))
    return tdm_note_get_title (note);
  return *tdm_note_get_excerpt (note) ? tdm_note_get_excerpt (note) : _ ("New Note");
}

/* The time of today, the day of others */
char *
tdm_note_words_when (gint64 moment)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (moment);
  g_autofree char *start = local ? g_date_time_format (local, "%Y-%m-%dT%H:%M:%S") : g_strdup ("");
  g_autofree char *today = tdm_clock_today ();

  return g_str_has_prefix (start, today) ? tdm_format_time (start) : tdm_format_short_day (start);
}

/* A day, for a list of meetings */
char *
tdm_note_words_meeting (TdmMeeting *meeting)
{
  return tdm_meeting_words_day (tdm_meeting_get_start (meeting));
}

/* If the programme that is open has it */
TdmPair *
tdm_note_words_find_pair (TdmNote *note, TdmWorkspace *workspace)
{
  if (!workspace || !*tdm_note_get_pair (note))
    return NULL;
  return tdm_workspace_find_uid (workspace, tdm_workspace_get_pairs (workspace), tdm_note_get_pair (note));
}

/* The tandem, and the meeting if the meetings of the tandem are loaded */
char *
tdm_note_words_about (TdmNote *note, TdmWorkspace *workspace)
{
  TdmPair *pair = tdm_note_words_find_pair (note, workspace);
  TdmMeeting *meeting = NULL;
  g_autofree char *title = pair ? tdm_pair_words_title (pair) : g_strdup (""), *day = NULL;

  if (pair && *tdm_note_get_meeting (note))
    meeting = tdm_workspace_find_uid (workspace, tdm_pair_get_meetings (pair), tdm_note_get_meeting (note));
  if (!meeting)
    return g_steal_pointer (&title);
  day = tdm_meeting_words_day (tdm_meeting_get_start (meeting));
  return g_strdup_printf ("%s · %s", title, day);
}

/* For a user who cannot see the row */
char *
tdm_note_words_describe (TdmNote *note)
{
  g_autofree char *when = tdm_note_words_when (tdm_note_get_modified (note));

  if (tdm_note_is_damaged (note))
    return g_strdup (tdm_note_words_title (note));
  if (tdm_note_is_question (note))
    /* Translators: a question that the author wants to ask, then when it was written */
    return g_strdup_printf (_ ("Question: %s, %s"), tdm_note_words_title (note), when);
  /* Translators: the title of a note, then when it was written */
  return g_strdup_printf (C_ ("note", "%s, %s"), tdm_note_words_title (note), when);
}
