/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-difference-words.h"

#include "base/tdm-backups.h"
#include "base/tdm-i18n.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-goal-step.h"
#include "model/tdm-goal.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair.h"
#include "model/tdm-person.h"
#include "model/tdm-round.h"
#include "model/tdm-topic.h"

/* What has happened to a programme since a backup of it. */

static void
words_append_count (GString *words, const char *format, guint count)
{
  if (count == 0)
    return;
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append_printf (words, format, count);
}

/* Such as "2 added, 1 changed" */
static char *
words_count (const TdmDifference *difference)
{
  GString *words = g_string_new (NULL);

  /* Translators: people, tandems or others; what these are comes before it */
  words_append_count (words, ngettext ("%u added", "%u added", difference->n_added), difference->n_added);
  words_append_count (words, ngettext ("%u changed", "%u changed", difference->n_changed), difference->n_changed);
  words_append_count (words, ngettext ("%u removed", "%u removed", difference->n_removed), difference->n_removed);
  return g_string_free (words, FALSE);
}

static void
words_append_kind (GString *words, const char *kind, const TdmDifference *difference)
{
  g_autofree char *counts = words_count (difference);

  if (!*counts)
    return;
  if (words->len > 0)
    g_string_append (words, "; ");
  /* Translators: things of a kind, then what has become of them, such as "People: 2 added, 1 changed" */
  g_string_append_printf (words, _ ("%s: %s"), kind, counts);
}

/* What has become of the records, such as "People: 2 added; Meetings: 1 changed": of what has a name of its own in the
 * window, and of all the rest together. Empty where nothing differs. */
char *
tdm_difference_words_write (GArray *differences)
{
  static const struct { GType (*type) (void); const char *words; } kinds[] = {
    { tdm_person_get_type, N_ ("People") },
    { tdm_pair_get_type, N_ ("Tandems") },
    { tdm_meeting_get_type, N_ ("Meetings") },
    { tdm_goal_get_type, N_ ("Goals") },
    { tdm_goal_step_get_type, N_ ("Steps") },
    { tdm_topic_get_type, N_ ("Topics") },
    { tdm_round_get_type, N_ ("Rounds") },
    { tdm_calendar_message_get_type, N_ ("Messages") },
  };
  GString *words = g_string_new (NULL);
  TdmDifference rest = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < differences->len; j++)
      if (g_array_index (differences, TdmDifference, j).type == kinds[i].type ())
        words_append_kind (words, _ (kinds[i].words), &g_array_index (differences, TdmDifference, j));
  for (guint j = 0; j < differences->len; j++)
    {
      const TdmDifference *difference = &g_array_index (differences, TdmDifference, j);
      gboolean has_name = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        has_name = has_name || difference->type == kinds[i].type ();
      if (has_name)
        continue;
      rest.n_added += difference->n_added;
      rest.n_changed += difference->n_changed;
      rest.n_removed += difference->n_removed;
    }
  words_append_kind (words, _ ("Further entries"), &rest);
  return g_string_free (words, FALSE);
}
