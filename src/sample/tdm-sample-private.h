/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-goal.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair.h"
#include "model/tdm-topic.h"
#include "tdm-sample-chance.h"
#include "tdm-sample-dates.h"

G_BEGIN_DECLS

typedef struct
{
  char *code;
  TdmTopic *record;
  guint area;
} TdmSampleTopic;

/* What a meeting can be about; the goal is empty where the question has none. */
typedef struct
{
  guint topic;
  char *question;
  char *goal;
} TdmSampleSession;

typedef struct
{
  char *code;
  TdmSide side;
  guint area;
} TdmSampleGoal;

/**
 * TdmSampleGoalDeck:
 * @TDM_SAMPLE_GOALS_CURRENT: what a tandem works on
 * @TDM_SAMPLE_GOALS_OTHER: its other goals
 * @TDM_SAMPLE_GOALS_CLOSED: the goals of a tandem that has ended
 *
 * Where the states of goals are dealt from.
 */
typedef enum
{
  TDM_SAMPLE_GOALS_CURRENT,
  TDM_SAMPLE_GOALS_OTHER,
  TDM_SAMPLE_GOALS_CLOSED,
  TDM_SAMPLE_N_GOAL_DECKS,
} TdmSampleGoalDeck;

/* How a meeting went; the first five are dealt. */
typedef enum
{
  TDM_SAMPLE_WENT_HELD,
  TDM_SAMPLE_WENT_MOVED,
  TDM_SAMPLE_WENT_CANCELLED,
  TDM_SAMPLE_WENT_MISSED,
  TDM_SAMPLE_WENT_UNRECORDED,
  TDM_SAMPLE_WENT_AHEAD,
  TDM_SAMPLE_WENT_MOVED_CANCELLED,
} TdmSampleWent;

/**
 * TdmSample:
 * @edit: where the records go
 * @plan: who and what there is
 * @words: the texts in one language
 * @records: (element-type utf8 TdmRecord): rounds, topics and people by the names of their groups
 * @topics: (element-type TdmSampleTopic): all topics
 * @sessions: (element-type TdmSampleSession): all questions, in the order of their topics
 * @goals: (element-type TdmSampleGoal): all goals
 * @n_areas: how many areas there are
 * @chance: what decides
 * @uids: what makes uids
 * @meeting_decks: how meetings went: of tandems that meet, and of those that are over
 * @goal_decks: how far goals are
 * @today: the day on which everything stands as it does
 * @kickoff: when the running round began
 * @copy: how often the plan has been read already
 * @names: (element-type utf8): the names of the people that the plan has
 * @n_names: how many names were made for others
 * @n_pairs: how many tandems there are
 * @shared: the meeting in whose room another tandem wants to meet
 *
 * The sample while it is made.
 */
typedef struct
{
  TdmEdit *edit;
  GKeyFile *plan;
  GKeyFile *words;
  GHashTable *records;
  GArray *topics;
  GArray *sessions;
  GArray *goals;
  guint n_areas;
  TdmSampleChance chance;
  TdmSampleChance uids;
  TdmSampleDeck meeting_decks[2];
  TdmSampleDeck goal_decks[TDM_SAMPLE_N_GOAL_DECKS];
  GDate today;
  GDate kickoff;
  guint copy;
  GHashTable *names;
  guint n_names;
  guint n_pairs;
  TdmRecord *shared;
} TdmSample;

#define TDM_SAMPLE_MOST_SUBJECTS 5
#define TDM_SAMPLE_MOST_GOALS 6

/**
 * TdmSamplePair:
 * @group: its group in the plan
 * @course: the group that says how it goes
 * @coordinator: the group that says who invites to its meetings
 * @record: the record
 * @number: which tandem of the sample it is
 * @start: the first day
 * @end: its last day, or the planned one
 * @is_over: whether it has ended
 * @ends_early: whether it ended before its round
 * @is_mutual: whether both sides have goals
 * @mutual_since: since when they have
 * @rule: when it meets
 * @time: at what time, hours and minutes
 * @minutes: for how long
 * @dates: on which days
 * @n_dates: how often
 * @has_series: whether these belong to a series
 * @subjects: for each side, what it learns from the other: indexes of topics
 * @n_subjects: how many
 * @goals: its goals
 * @goal_infos: what they are in the plan
 * @n_goals: how many it has
 *
 * A tandem while it is made.
 */
typedef struct
{
  const char *group;
  const char *course;
  const char *coordinator;
  TdmPair *record;
  guint number;
  GDate start;
  GDate end;
  gboolean is_over;
  gboolean ends_early;
  gboolean is_mutual;
  GDate mutual_since;
  TdmSampleRule rule;
  char time[TDM_SAMPLE_TIME_SIZE];
  guint minutes;
  GDate dates[TDM_SAMPLE_MOST_DATES];
  guint n_dates;
  gboolean has_series;
  guint subjects[2][TDM_SAMPLE_MOST_SUBJECTS];
  guint n_subjects[2];
  TdmGoal *goals[TDM_SAMPLE_MOST_GOALS];
  const TdmSampleGoal *goal_infos[TDM_SAMPLE_MOST_GOALS];
  guint n_goals;
} TdmSamplePair;

#define TDM_SAMPLE_MOST_SESSIONS 30

/**
 * TdmSampleAgenda:
 * @sessions: for each side, indexes of what a meeting can be about, the best first
 * @n_sessions: how many there are
 * @n_used: how many meetings had one
 *
 * What a tandem talks about.
 */
typedef struct
{
  guint8 sessions[2][TDM_SAMPLE_MOST_SESSIONS];
  guint n_sessions[2];
  guint n_used[2];
} TdmSampleAgenda;

/* What the plan and the words say */
gboolean     tdm_sample_load             (TdmSample           *self,
                                          const char          *language,
                                          GError             **error);
char       **tdm_sample_get_list         (TdmSample           *self,
                                          const char          *group,
                                          const char          *key);
char        *tdm_sample_get_group        (TdmSample           *self,
                                          const char          *group,
                                          const char          *key);
char       **tdm_sample_get_words        (TdmSample           *self,
                                          const char          *group,
                                          const char          *key);
char        *tdm_sample_get_word         (TdmSample           *self,
                                          const char          *group,
                                          const char          *key,
                                          guint                number);
char        *tdm_sample_pick_word        (TdmSample           *self,
                                          const char          *group,
                                          const char          *key);
void         tdm_sample_fill             (TdmSample           *self,
                                          gpointer             record,
                                          const char          *group);

/* Records and days */
gpointer     tdm_sample_insert           (TdmSample           *self,
                                          GType                type);
gpointer     tdm_sample_add              (TdmSample           *self,
                                          GType                type,
                                          const char          *group);
gpointer     tdm_sample_find             (TdmSample           *self,
                                          const char          *group);
void         tdm_sample_set_day          (gpointer             record,
                                          guint                field,
                                          GDate                day);
GDate        tdm_sample_pick_day         (TdmSample           *self,
                                          GDate                from,
                                          guint                days);
gboolean     tdm_sample_is_past          (TdmSample           *self,
                                          GDate                day);

/* What the groups make */
void         tdm_sample_add_area         (TdmSample           *self,
                                          const char          *group);
guint        tdm_sample_find_topic       (TdmSample           *self,
                                          const char          *code);
const TdmSampleTopic *
             tdm_sample_get_topic        (TdmSample           *self,
                                          guint                index);
void         tdm_sample_add_person       (TdmSample           *self,
                                          const char          *group);
void         tdm_sample_add_profile      (TdmSample           *self,
                                          const char          *group);
void         tdm_sample_add_participants (TdmSample           *self,
                                          const char          *group);
void         tdm_sample_add_pair         (TdmSample           *self,
                                          const char          *group);
int          tdm_sample_get_course       (TdmSample           *self,
                                          const TdmSamplePair *pair,
                                          const char          *key);
void         tdm_sample_add_goals        (TdmSample           *self,
                                          TdmSamplePair       *pair);
void         tdm_sample_add_meetings     (TdmSample           *self,
                                          TdmSamplePair       *pair);

void           tdm_sample_agenda_init        (TdmSampleAgenda     *self,
                                              TdmSample           *sample,
                                              const TdmSamplePair *pair);
TdmMeetingKind tdm_sample_agenda_choose_kind (TdmSample           *sample,
                                              const TdmSamplePair *pair,
                                              guint                index);
void           tdm_sample_agenda_set_session (TdmSampleAgenda     *self,
                                              TdmSample           *sample,
                                              const TdmSamplePair *pair,
                                              GDate                day,
                                              TdmRecord           *meeting);

G_END_DECLS
