/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-i18n.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Each list declares an enumeration once: the C name, the text code in the file, the title in the window.
 * Codes are never renamed: they stand in files that people have. */

#define TDM_ROUND_TYPE_CODES(X, P) \
  X (P##REGULAR, "regular", NC_ ("round type", "Regular round")) \
  X (P##PILOT, "pilot", NC_ ("round type", "Pilot"))

#define TDM_ROUND_STATE_CODES(X, P) \
  X (P##DRAFT, "draft", NC_ ("round state", "Draft")) \
  X (P##CALL, "call", NC_ ("round state", "Call for applications")) \
  X (P##SELECTION, "selection", NC_ ("round state", "Selection")) \
  X (P##MATCHING, "matching", NC_ ("round state", "Matching")) \
  X (P##RUNNING, "running", NC_ ("round state", "Running")) \
  X (P##CLOSING, "closing", NC_ ("round state", "Closing")) \
  X (P##FOLLOWUP, "followup", NC_ ("round state", "Follow-up")) \
  X (P##ARCHIVED, "archived", NC_ ("round state", "Archived"))

/* In which messages are written; empty for that of the computer that sends them */
#define TDM_LANGUAGE_CODES(X, P) \
  X (P##OF_COMPUTER, "", NC_ ("language", "As this computer")) \
  X (P##DE, "de", NC_ ("language", "German")) \
  X (P##EN, "en", NC_ ("language", "English"))

/* Own manager as partner */
#define TDM_MANAGER_RULE_CODES(X, P) \
  X (P##FORBID, "forbid", NC_ ("manager rule", "Not possible")) \
  X (P##WARN, "warn", NC_ ("manager rule", "Possible with a warning")) \
  X (P##ALLOW, "allow", NC_ ("manager rule", "Possible"))

#define TDM_PARTNER_RULE_CODES(X, P) \
  X (P##EXCLUDE, "exclude", NC_ ("partner rule", "Not suggested")) \
  X (P##ALLOW, "allow", NC_ ("partner rule", "Possible"))

#define TDM_CRITERION_CODES(X, P) \
  X (P##UNKNOWN, "unknown", NC_ ("criterion", "Not checked")) \
  X (P##MET, "met", NC_ ("criterion", "Met")) \
  X (P##NOT_MET, "not_met", NC_ ("criterion", "Not met"))

#define TDM_ROLE_CODES(X, P) \
  X (P##MENTEE, "mentee", NC_ ("role", "Mentee")) \
  X (P##MENTOR, "mentor", NC_ ("role", "Mentor"))

#define TDM_SOURCE_CODES(X, P) \
  X (P##APPLIED, "applied", NC_ ("source", "Applied")) \
  X (P##APPROACHED, "approached", NC_ ("source", "Approached")) \
  X (P##RECOMMENDED, "recommended", NC_ ("source", "Recommended")) \
  X (P##NOMINATED, "nominated", NC_ ("source", "Nominated"))

#define TDM_PARTICIPATION_STATE_CODES(X, P) \
  X (P##INVITED, "invited", NC_ ("participation", "Invited")) \
  X (P##APPLIED, "applied", NC_ ("participation", "Applied")) \
  X (P##APPROACHED, "approached", NC_ ("participation", "Approached")) \
  X (P##RECOMMENDED, "recommended", NC_ ("participation", "Recommended")) \
  X (P##ACCEPTED, "accepted", NC_ ("participation", "Accepted")) \
  X (P##RESERVE, "reserve", NC_ ("participation", "Reserve")) \
  X (P##DECLINED, "declined", NC_ ("participation", "Declined")) \
  X (P##WITHDRAWN, "withdrawn", NC_ ("participation", "Withdrawn")) \
  X (P##MATCHED, "matched", NC_ ("participation", "In a tandem")) \
  X (P##ALUMNI, "alumni", NC_ ("participation", "Former participant"))

/* Why somebody takes part. Motives are usually mixed: a participation has a list of them, see tdm_motives_have(). */
#define TDM_MOTIVE_CODES(X, P) \
  X (P##LEADERSHIP, "leadership", NC_ ("motive", "Improve leadership")) \
  X (P##INSPIRATION, "inspiration", NC_ ("motive", "Get inspiration")) \
  X (P##GIVEBACK, "giveback", NC_ ("motive", "Give something back"))

#define TDM_NEED_SOURCE_CODES(X, P) \
  X (P##SELF, "self", NC_ ("need source", "Own assessment")) \
  X (P##FEEDBACK_TALK, "feedback_talk", NC_ ("need source", "Feedback talk")) \
  X (P##MANAGER, "manager", NC_ ("need source", "Manager")) \
  X (P##SURVEY, "survey", NC_ ("need source", "Survey"))

#define TDM_PAIR_STATE_CODES(X, P) \
  X (P##PROPOSED, "proposed", NC_ ("tandem state", "Proposed")) \
  X (P##ASKED, "asked", NC_ ("tandem state", "Asked")) \
  X (P##CONFIRMED, "confirmed", NC_ ("tandem state", "Confirmed")) \
  X (P##ACTIVE, "active", NC_ ("tandem state", "Active")) \
  X (P##PAUSED, "paused", NC_ ("tandem state", "Paused")) \
  X (P##COMPLETED, "completed", NC_ ("tandem state", "Completed")) \
  X (P##DISSOLVED, "dissolved", NC_ ("tandem state", "Dissolved")) \
  X (P##DECLINED, "declined", NC_ ("tandem state", "Declined"))

#define TDM_PAIR_EVENT_KIND_CODES(X, P) \
  X (P##STATE, "state", NC_ ("tandem event", "State")) \
  X (P##PEOPLE, "people", NC_ ("tandem event", "Other people")) \
  X (P##MENTEE_ASKED, "mentee_asked", NC_ ("tandem event", "Mentee asked")) \
  X (P##MENTOR_ASKED, "mentor_asked", NC_ ("tandem event", "Mentor asked")) \
  X (P##EXTENDED, "extended", NC_ ("tandem event", "Extended")) \
  X (P##PLANNED_END, "planned_end", NC_ ("tandem event", "Planned end changed")) \
  X (P##MUTUAL, "mutual", NC_ ("tandem event", "Both have a goal")) \
  X (P##ONE_SIDED, "one_sided", NC_ ("tandem event", "One side has a goal"))

#define TDM_CONSTELLATION_CODES(X, P) \
  X (P##ONE_SIDED, "one_sided", NC_ ("constellation", "One side has a goal")) \
  X (P##MUTUAL, "mutual", NC_ ("constellation", "Both have a goal"))

#define TDM_END_REASON_CODES(X, P) \
  X (P##NONE, "none", NC_ ("end reason", "None")) \
  X (P##GOALS_REACHED, "goals_reached", NC_ ("end reason", "Goals reached")) \
  X (P##ROUND_END, "round_end", NC_ ("end reason", "The round ended")) \
  X (P##TIME, "time", NC_ ("end reason", "No time")) \
  X (P##CHEMISTRY, "chemistry", NC_ ("end reason", "Not a good fit")) \
  X (P##NEED_CHANGED, "need_changed", NC_ ("end reason", "The need changed")) \
  X (P##LEFT, "left", NC_ ("end reason", "Moved on")) \
  X (P##LONG_ABSENCE, "long_absence", NC_ ("end reason", "Longer absence")) \
  X (P##CONTACT_LOST, "contact_lost", NC_ ("end reason", "Contact lost")) \
  X (P##OTHER, "other", NC_ ("end reason", "Other"))

#define TDM_SIDE_CODES(X, P) \
  X (P##MENTEE, "mentee", NC_ ("goal side", "Mentee")) \
  X (P##MENTOR, "mentor", NC_ ("goal side", "Mentor")) \
  X (P##JOINT, "joint", NC_ ("goal side", "Together"))

#define TDM_GOAL_STATE_CODES(X, P) \
  X (P##OPEN, "open", NC_ ("goal state", "Open")) \
  X (P##IN_PROGRESS, "in_progress", NC_ ("goal state", "In progress")) \
  X (P##ACHIEVED, "achieved", NC_ ("goal state", "Achieved")) \
  X (P##PARTLY, "partly", NC_ ("goal state", "Partly achieved")) \
  X (P##DROPPED, "dropped", NC_ ("goal state", "Dropped"))

#define TDM_SERIES_STATE_CODES(X, P) \
  X (P##DRAFT, "draft", NC_ ("series state", "Planned")) \
  X (P##ISSUED, "issued", NC_ ("series state", "Invited")) \
  X (P##ENDED, "ended", NC_ ("series state", "Ended")) \
  X (P##CANCELLED, "cancelled", NC_ ("series state", "Cancelled"))

#define TDM_SUMMARY_MODE_CODES(X, P) \
  X (P##NEUTRAL, "neutral", NC_ ("summary mode", "Neutral")) \
  X (P##TOPIC, "topic", NC_ ("summary mode", "With the topic"))

#define TDM_MEETING_KIND_CODES(X, P) \
  X (P##TOPIC, "topic", NC_ ("meeting kind", "Topic meeting")) \
  X (P##GETTING_TO_KNOW, "getting_to_know", NC_ ("meeting kind", "Getting to know")) \
  X (P##INFORMAL, "informal", NC_ ("meeting kind", "Informal")) \
  X (P##SHADOWING, "shadowing", NC_ ("meeting kind", "Shadowing")) \
  X (P##REVIEW, "review", NC_ ("meeting kind", "Review")) \
  X (P##CLOSING, "closing", NC_ ("meeting kind", "Closing talk"))

#define TDM_MEETING_STATE_CODES(X, P) \
  X (P##PLANNED, "planned", NC_ ("meeting state", "Planned")) \
  X (P##INVITED, "invited", NC_ ("meeting state", "Invited")) \
  X (P##HELD, "held", NC_ ("meeting state", "Took place")) \
  X (P##CANCELLED, "cancelled", NC_ ("meeting state", "Cancelled")) \
  X (P##MISSED, "missed", NC_ ("meeting state", "Did not take place"))

#define TDM_OUTCOME_CODES(X, P) \
  X (P##UNKNOWN, "unknown", NC_ ("outcome", "Not recorded")) \
  X (P##YES, "yes", NC_ ("outcome", "Goal reached")) \
  X (P##PARTLY, "partly", NC_ ("outcome", "Goal partly reached")) \
  X (P##NO, "no", NC_ ("outcome", "Goal not reached"))

#define TDM_REPLY_CODES(X, P) \
  X (P##NEEDS_ACTION, "needs_action", NC_ ("reply", "No answer yet")) \
  X (P##ACCEPTED, "accepted", NC_ ("reply", "Accepted")) \
  X (P##TENTATIVE, "tentative", NC_ ("reply", "Perhaps")) \
  X (P##DECLINED, "declined", NC_ ("reply", "Declined"))

#define TDM_TOOK_PART_CODES(X, P) \
  X (P##UNKNOWN, "unknown", NC_ ("took part", "Not recorded")) \
  X (P##YES, "yes", NC_ ("took part", "Took part")) \
  X (P##NO, "no", NC_ ("took part", "Did not take part"))

#define TDM_METHOD_CODES(X, P) \
  X (P##REQUEST, "request", NC_ ("method", "Invitation")) \
  X (P##CANCEL, "cancel", NC_ ("method", "Cancellation")) \
  X (P##PUBLISH, "publish", NC_ ("method", "Publication")) \
  X (P##REPLY, "reply", NC_ ("method", "Answer"))

#define TDM_CHANNEL_CODES(X, P) \
  X (P##FILE, "file", NC_ ("channel", "As a file")) \
  X (P##MAIL, "mail", NC_ ("channel", "By e-mail")) \
  X (P##PROGRAM, "program", NC_ ("channel", "Through the e-mail program"))

#define TDM_DELIVERY_CODES(X, P) \
  X (P##READY, "ready", NC_ ("delivery", "Not sent yet")) \
  X (P##HANDED_OVER, "handed_over", NC_ ("delivery", "Sent")) \
  X (P##REFUSED, "refused", NC_ ("delivery", "Refused")) \
  X (P##UNKNOWN, "unknown", NC_ ("delivery", "Perhaps sent")) \
  X (P##SAVED, "saved", NC_ ("delivery", "Saved, not yet handed over"))

#define TDM_CODE_MEMBER(name, code, title) name,

typedef enum { TDM_ROUND_TYPE_CODES (TDM_CODE_MEMBER, TDM_ROUND_) } TdmRoundType;
typedef enum { TDM_ROUND_STATE_CODES (TDM_CODE_MEMBER, TDM_ROUND_STATE_) } TdmRoundState;
typedef enum { TDM_LANGUAGE_CODES (TDM_CODE_MEMBER, TDM_LANGUAGE_) } TdmLanguage;
typedef enum { TDM_MANAGER_RULE_CODES (TDM_CODE_MEMBER, TDM_MANAGER_) } TdmManagerRule;
typedef enum { TDM_PARTNER_RULE_CODES (TDM_CODE_MEMBER, TDM_PARTNER_) } TdmPartnerRule;
typedef enum { TDM_CRITERION_CODES (TDM_CODE_MEMBER, TDM_CRITERION_) } TdmCriterion;
typedef enum { TDM_ROLE_CODES (TDM_CODE_MEMBER, TDM_ROLE_) } TdmRole;
typedef enum { TDM_SOURCE_CODES (TDM_CODE_MEMBER, TDM_SOURCE_) } TdmSource;
typedef enum { TDM_PARTICIPATION_STATE_CODES (TDM_CODE_MEMBER, TDM_PARTICIPATION_) } TdmParticipationState;
typedef enum { TDM_MOTIVE_CODES (TDM_CODE_MEMBER, TDM_MOTIVE_) } TdmMotive;
typedef enum { TDM_NEED_SOURCE_CODES (TDM_CODE_MEMBER, TDM_NEED_SOURCE_) } TdmNeedSource;
typedef enum { TDM_PAIR_STATE_CODES (TDM_CODE_MEMBER, TDM_PAIR_) } TdmPairState;
typedef enum { TDM_PAIR_EVENT_KIND_CODES (TDM_CODE_MEMBER, TDM_EVENT_) } TdmPairEventKind;
typedef enum { TDM_CONSTELLATION_CODES (TDM_CODE_MEMBER, TDM_CONSTELLATION_) } TdmConstellation;
typedef enum { TDM_END_REASON_CODES (TDM_CODE_MEMBER, TDM_END_) } TdmEndReason;
typedef enum { TDM_SIDE_CODES (TDM_CODE_MEMBER, TDM_SIDE_) } TdmSide;
typedef enum { TDM_GOAL_STATE_CODES (TDM_CODE_MEMBER, TDM_GOAL_) } TdmGoalState;
typedef enum { TDM_SERIES_STATE_CODES (TDM_CODE_MEMBER, TDM_SERIES_) } TdmSeriesState;
typedef enum { TDM_SUMMARY_MODE_CODES (TDM_CODE_MEMBER, TDM_SUMMARY_) } TdmSummaryMode;
typedef enum { TDM_MEETING_KIND_CODES (TDM_CODE_MEMBER, TDM_KIND_) } TdmMeetingKind;
typedef enum { TDM_MEETING_STATE_CODES (TDM_CODE_MEMBER, TDM_MEETING_STATE_) } TdmMeetingState;
typedef enum { TDM_OUTCOME_CODES (TDM_CODE_MEMBER, TDM_OUTCOME_) } TdmOutcome;
typedef enum { TDM_REPLY_CODES (TDM_CODE_MEMBER, TDM_REPLY_) } TdmReply;
typedef enum { TDM_TOOK_PART_CODES (TDM_CODE_MEMBER, TDM_TOOK_PART_) } TdmTookPart;
typedef enum { TDM_METHOD_CODES (TDM_CODE_MEMBER, TDM_METHOD_) } TdmMethod;
typedef enum { TDM_CHANNEL_CODES (TDM_CODE_MEMBER, TDM_CHANNEL_) } TdmChannel;
typedef enum { TDM_DELIVERY_CODES (TDM_CODE_MEMBER, TDM_DELIVERY_) } TdmDelivery;

GType tdm_round_type_get_type (void);
GType tdm_round_state_get_type (void);
GType tdm_language_get_type (void);
GType tdm_manager_rule_get_type (void);
GType tdm_partner_rule_get_type (void);
GType tdm_criterion_get_type (void);
GType tdm_role_get_type (void);
GType tdm_source_get_type (void);
GType tdm_participation_state_get_type (void);
GType tdm_motive_get_type (void);
GType tdm_need_source_get_type (void);
GType tdm_pair_state_get_type (void);
GType tdm_pair_event_kind_get_type (void);
GType tdm_constellation_get_type (void);
GType tdm_end_reason_get_type (void);
GType tdm_side_get_type (void);
GType tdm_goal_state_get_type (void);
GType tdm_series_state_get_type (void);
GType tdm_summary_mode_get_type (void);
GType tdm_meeting_kind_get_type (void);
GType tdm_meeting_state_get_type (void);
GType tdm_outcome_get_type (void);
GType tdm_reply_get_type (void);
GType tdm_took_part_get_type (void);
GType tdm_method_get_type (void);
GType tdm_channel_get_type (void);
GType tdm_delivery_get_type (void);

const char *tdm_code_get_title (GType codes,
                                int   value);

G_END_DECLS
