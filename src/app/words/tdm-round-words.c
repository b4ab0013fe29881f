/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-words.h"

#include "app/common/tdm-format.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "model/tdm-role-words.h"

#include <string.h>

const char *
tdm_round_words_state (TdmRound *round)
{
  return tdm_code_get_title (tdm_round_state_get_type (), tdm_round_get_state (round));
}

/* What a button says that brings a round into a state */
const char *
tdm_round_words_begin (TdmRoundState state)
{
  switch (state)
    {
    case TDM_ROUND_STATE_DRAFT:
      return _ ("Back to Draft");
    case TDM_ROUND_STATE_CALL:
      return _ ("Open the Call");
    case TDM_ROUND_STATE_SELECTION:
      return _ ("Begin Selection");
    case TDM_ROUND_STATE_MATCHING:
      return _ ("Begin Matching");
    case TDM_ROUND_STATE_RUNNING:
      return _ ("Start the Round");
    case TDM_ROUND_STATE_CLOSING:
      return _ ("Begin Closing");
    case TDM_ROUND_STATE_FOLLOWUP:
      return _ ("Begin Follow-up");
    case TDM_ROUND_STATE_ARCHIVED:
    default:
      return _ ("Archive");
    }
}

/* When a state began, or is to begin; empty where nobody has said it */
char *
tdm_round_words_step (TdmRound *round, TdmRoundState state)
{
  int field = tdm_round_state_get_date (state);
  const char *date = field >= 0 ? tdm_record_get_text (TDM_RECORD (round), field) : "";
  TdmRoundState now = tdm_round_get_state (round);
  g_autofree char *today = tdm_clock_today ();
  g_autofree char *day = tdm_format_short_day (date);

  if (!*date)
    return g_strdup ("");
  if (state == now)
    /* Translators: %s is the day on which the present state of a round has begun */
    return g_strdup_printf (_ ("since %s"), day);
  if (state > now && strcmp (date, today) < 0)
    /* Translators: %s is the day on which a state of a round should have begun, but has not */
    return g_strdup_printf (_ ("planned for %s"), day);
  return g_steal_pointer (&day);
}

static void
words_add (GString *words, const char *more)
{
  if (*more)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
}

/* What kind of round it is, when, and how long its meetings are */
char *
tdm_round_words_facts (TdmRound *round)
{
  TdmRecord *record = TDM_RECORD (round);
  const char *kickoff = tdm_record_get_text (record, TDM_ROUND_KICKOFF);
  const char *end = tdm_record_get_text (record, TDM_ROUND_END_DATE);
  guint minutes = tdm_record_get_integer (record, TDM_ROUND_MINUTES);
  g_autofree char *from = tdm_format_day (kickoff), *to = tdm_format_day (end);
  g_autofree char *number = g_strdup_printf (_ ("Round %u of the programme"),
                                             (guint) tdm_record_get_integer (record, TDM_ROUND_NUMBER));
  g_autofree char *length =
    g_strdup_printf (ngettext ("meetings of %u minute", "meetings of %u minutes", minutes), minutes);
  g_autofree char *start = *kickoff ? g_strdup_printf (_ ("kick-off %s"), from) : NULL;
  g_autofree char *close = *end ? g_strdup_printf (_ ("end %s"), to) : NULL;
  GString *words = g_string_new (NULL);

  words_add (words, tdm_code_get_title (tdm_round_type_get_type (), tdm_record_get_integer (record, TDM_ROUND_TYPE)));
  words_add (words, number);
  words_add (words, start ? start : _ ("no kick-off yet"));
  words_add (words, close ? close : "");
  words_add (words, length);
  return g_string_free (words, FALSE);
}

/* A sentence for each rule */
char *
tdm_round_words_rules (TdmRound *round)
{
  TdmRecord *record = TDM_RECORD (round);
  TdmManagerRule manager = tdm_record_get_integer (record, TDM_ROUND_MANAGER_RULE);
  gboolean earlier = tdm_record_get_integer (record, TDM_ROUND_EARLIER_RULE) == TDM_PARTNER_ALLOW;
  gboolean department = tdm_record_get_integer (record, TDM_ROUND_DEPARTMENT_RULE) == TDM_PARTNER_ALLOW;
  const char *criterion = tdm_record_get_text (record, TDM_ROUND_CRITERION);
  GString *words = g_string_new (NULL);

  if (manager == TDM_MANAGER_FORBID)
    g_string_append (words, _ ("Nobody has their own manager as a partner."));
  else if (manager == TDM_MANAGER_WARN)
    g_string_append (words, _ ("There is a warning where the own manager would be the partner."));
  else
    g_string_append (words, _ ("The own manager can be the partner."));
  g_string_append_c (words, '\n');
  g_string_append (words, earlier ? _ ("Two people who were a tandem before can be one again.")
                                  : _ ("Two people who were a tandem before are not suggested for each other again."));
  g_string_append_c (words, '\n');
  g_string_append (words, department ? _ ("Partners can be from the same department.")
                                     : _ ("Partners from the same department are not suggested."));
  if (*criterion)
    {
      g_autofree char *title = tdm_role_words_fill (tdm_round_get_programme (round), TDM_ROLE_MENTOR,
                                                    _ ("Criterion for mentors"), _ ("Criterion (%s)"));

      g_string_append_printf (words, "\n%s: %s (%s)", title, criterion,
                              tdm_record_get_text (record, TDM_ROUND_JUSTIFICATION));
    }
  return g_string_free (words, FALSE);
}
