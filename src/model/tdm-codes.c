/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-codes.h"

#define CODE_VALUE(name, code, title) { name, #name, code },
#define CODE_TITLE(name, code, title) title,

static G_DEFINE_QUARK (tdm-code-titles, titles)
static G_DEFINE_QUARK (tdm-code-context, context)

static GType
register_codes (const char *name, const GEnumValue *values, const char *const *titles, const char *context)
{
  GType type = g_enum_register_static (name, values);

  g_type_set_qdata (type, titles_quark (), (gpointer) titles);
  g_type_set_qdata (type, context_quark (), (gpointer) context);
  return type;
}

#define DEFINE_CODES(TypeName, type_name, CODES, PREFIX, context) \
  GType type_name##_get_type (void) \
  { \
    static const GEnumValue values[] = { CODES (CODE_VALUE, PREFIX) { 0, NULL, NULL } }; \
    static const char *const titles[] = { CODES (CODE_TITLE, PREFIX) }; \
    static gsize type; \
\
    if (g_once_init_enter (&type)) \
      g_once_init_leave (&type, register_codes (#TypeName, values, titles, context)); \
    return type; \
  }

DEFINE_CODES (TdmRoundType, tdm_round_type, TDM_ROUND_TYPE_CODES, TDM_ROUND_, "round type")
DEFINE_CODES (TdmRoundState, tdm_round_state, TDM_ROUND_STATE_CODES, TDM_ROUND_STATE_, "round state")
DEFINE_CODES (TdmLanguage, tdm_language, TDM_LANGUAGE_CODES, TDM_LANGUAGE_, "language")
DEFINE_CODES (TdmManagerRule, tdm_manager_rule, TDM_MANAGER_RULE_CODES, TDM_MANAGER_, "manager rule")
DEFINE_CODES (TdmPartnerRule, tdm_partner_rule, TDM_PARTNER_RULE_CODES, TDM_PARTNER_, "partner rule")
DEFINE_CODES (TdmCriterion, tdm_criterion, TDM_CRITERION_CODES, TDM_CRITERION_, "criterion")
DEFINE_CODES (TdmRole, tdm_role, TDM_ROLE_CODES, TDM_ROLE_, "role")
DEFINE_CODES (TdmSource, tdm_source, TDM_SOURCE_CODES, TDM_SOURCE_, "source")
DEFINE_CODES (TdmParticipationState,
              tdm_participation_state,
              TDM_PARTICIPATION_STATE_CODES,
              TDM_PARTICIPATION_,
              "participation")
DEFINE_CODES (TdmMotive, tdm_motive, TDM_MOTIVE_CODES, TDM_MOTIVE_, "motive")
DEFINE_CODES (TdmNeedSource, tdm_need_source, TDM_NEED_SOURCE_CODES, TDM_NEED_SOURCE_, "need source")
DEFINE_CODES (TdmPairState, tdm_pair_state, TDM_PAIR_STATE_CODES, TDM_PAIR_, "tandem state")
DEFINE_CODES (TdmPairEventKind, tdm_pair_event_kind, TDM_PAIR_EVENT_KIND_CODES, TDM_EVENT_, "tandem event")
DEFINE_CODES (TdmConstellation, tdm_constellation, TDM_CONSTELLATION_CODES, TDM_CONSTELLATION_, "constellation")
DEFINE_CODES (TdmEndReason, tdm_end_reason, TDM_END_REASON_CODES, TDM_END_, "end reason")
DEFINE_CODES (TdmSide, tdm_side, TDM_SIDE_CODES, TDM_SIDE_, "goal side")
DEFINE_CODES (TdmGoalState, tdm_goal_state, TDM_GOAL_STATE_CODES, TDM_GOAL_, "goal state")
DEFINE_CODES (TdmSeriesState, tdm_series_state, TDM_SERIES_STATE_CODES, TDM_SERIES_, "series state")
DEFINE_CODES (TdmSummaryMode, tdm_summary_mode, TDM_SUMMARY_MODE_CODES, TDM_SUMMARY_, "summary mode")
DEFINE_CODES (TdmMeetingKind, tdm_meeting_kind, TDM_MEETING_KIND_CODES, TDM_KIND_, "meeting kind")
DEFINE_CODES (TdmMeetingState, tdm_meeting_state, TDM_MEETING_STATE_CODES, TDM_MEETING_STATE_, "meeting state")
DEFINE_CODES (TdmOutcome, tdm_outcome, TDM_OUTCOME_CODES, TDM_OUTCOME_, "outcome")
DEFINE_CODES (TdmReply, tdm_reply, TDM_REPLY_CODES, TDM_REPLY_, "reply")
DEFINE_CODES (TdmTookPart, tdm_took_part, TDM_TOOK_PART_CODES, TDM_TOOK_PART_, "took part")
DEFINE_CODES (TdmMethod, tdm_method, TDM_METHOD_CODES, TDM_METHOD_, "method")
DEFINE_CODES (TdmChannel, tdm_channel, TDM_CHANNEL_CODES, TDM_CHANNEL_, "channel")
DEFINE_CODES (TdmDelivery, tdm_delivery, TDM_DELIVERY_CODES, TDM_DELIVERY_, "delivery")

/**
 * tdm_code_get_title:
 * @codes: one of the enumerations of this file
 * @value: one of its values
 *
 * Returns: (transfer none): what the window calls the value, in the language of the program
 */
const char *
tdm_code_get_title (GType codes, int value)
{
  const char *const *titles = g_type_get_qdata (codes, titles_quark ());
  const char *context = g_type_get_qdata (codes, context_quark ());

  g_return_val_if_fail (titles != NULL, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, context, titles[value]);
}
