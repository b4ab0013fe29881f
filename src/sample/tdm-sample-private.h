/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-goal.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair.h"
#include "tdm-sample-chance.h"
#include "tdm-sample-days.h"

G_BEGIN_DECLS

typedef struct
{
  TdmRecord *record;
  guint area;
} TdmSampleTopic;

/* What a meeting can be about; the goal is empty where the question leads to none. */
typedef struct
{
  const TdmSampleTopic *topic;
  const char *question;
  const char *goal;
} TdmSampleSession;

typedef struct
{
  const char *code;
  TdmSide side;
  guint area;
} TdmSampleGoal;

/* Where the states of goals are dealt from: of what a tandem works on now, of its other goals, and of tandems that have
 * ended. */
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

/* The sample while it is made */
typedef struct
{
  TdmEdit *edit;
  GError *error;
  GKeyFile *plan;
  GKeyFile *words;
  GHashTable *lists;
  /* Rounds, topics and people by the names of their groups */
  GHashTable *records;
  GHashTable *topics;
  GArray *sessions;
  GArray *goals;
  guint n_areas;
  guint n_pairs;
  /* The names of the people in the plan, and how many were made for others */
  GHashTable *names;
  guint n_names;
  TdmSampleChance chance;
  TdmSampleChance uids;
  TdmSampleChance assistant_uids;
  /* How meetings went: of tandems that meet, and of those that are over */
  TdmSampleDeck meeting_decks[2];
  TdmSampleDeck goal_decks[TDM_SAMPLE_N_GOAL_DECKS];
  GDate today;
  GDate kickoff;
  /* Which days the plan counts from just now */
  GDate start;
  GDate end;
  /* How often the plan has been read already */
  guint copy;
  /* The meeting in whose room another tandem wants to meet */
  TdmRecord *shared;
} TdmSample;

#define TDM_SAMPLE_MOST_SUBJECTS 5
#define TDM_SAMPLE_MOST_GOALS 6

/* A tandem while it is made */
typedef struct
{
  /* Its group in the plan, and the one that says how it goes */
  const char *group;
  const char *course;
  guint number;
  TdmRecord *record;
  GDate start;
  GDate end;
  gboolean is_over;
  gboolean ends_early;
  gboolean is_mutual;
  GDate mutual_since;
  /* When it meets, in local time, and the rule of its series if it has one */
  char **starts;
  guint n_starts;
  char *rule;
  /* For each side, what it learns from the other */
  const TdmSampleTopic *subjects[2][TDM_SAMPLE_MOST_SUBJECTS];
  guint n_subjects[2];
  TdmRecord *goals[TDM_SAMPLE_MOST_GOALS];
  const TdmSampleGoal *goal_infos[TDM_SAMPLE_MOST_GOALS];
  guint n_goals;
} TdmSamplePair;

/* Reading the plan and the words */
gboolean   tdm_sample_load             (TdmSample           *self,
                                        const char          *language,
                                        GError             **error);
char      *tdm_sample_get_text         (TdmSample           *self,
                                        const char          *group,
                                        const char          *key);
int        tdm_sample_get_number       (TdmSample           *self,
                                        const char          *group,
                                        const char          *key);
char     **tdm_sample_get_list         (TdmSample           *self,
                                        const char          *group,
                                        const char          *key);
char      *tdm_sample_get_group        (TdmSample           *self,
                                        const char          *group,
                                        const char          *key);
char     **tdm_sample_get_words        (TdmSample           *self,
                                        const char          *group,
                                        const char          *key);

/* Making records */
gpointer   tdm_sample_insert           (TdmSample           *self,
                                        GType                type);
gpointer   tdm_sample_add              (TdmSample           *self,
                                        GType                type,
                                        const char          *group);
gpointer   tdm_sample_find             (TdmSample           *self,
                                        const char          *group);
void       tdm_sample_fill             (TdmSample           *self,
                                        gpointer             record,
                                        const char          *group);
void       tdm_sample_set              (TdmSample           *self,
                                        gpointer             record,
                                        guint                field,
                                        const char          *value);
void       tdm_sample_set_parts        (TdmSample           *self,
                                        gpointer             record,
                                        guint                first_field,
                                        const char          *values);
void       tdm_sample_set_word         (TdmSample           *self,
                                        gpointer             record,
                                        guint                field,
                                        const char          *reference,
                                        ...) G_GNUC_PRINTF (4, 5);
void       tdm_sample_set_day          (gpointer             record,
                                        guint                field,
                                        GDate                day);
GDate      tdm_sample_pick_day         (TdmSample           *self,
                                        GDate                from,
                                        guint                days);
gboolean   tdm_sample_is_past          (TdmSample           *self,
                                        GDate                day);

/* What the groups of the plan make */
void       tdm_sample_add_area         (TdmSample           *self,
                                        const char          *group);
void       tdm_sample_add_person       (TdmSample           *self,
                                        const char          *group);
void       tdm_sample_add_profile      (TdmSample           *self,
                                        const char          *group);
void       tdm_sample_add_participants (TdmSample           *self,
                                        const char          *group);
void       tdm_sample_add_pair         (TdmSample           *self,
                                        const char          *group);
void       tdm_sample_add_goals        (TdmSample           *self,
                                        TdmSamplePair       *pair);
void       tdm_sample_add_meetings     (TdmSample           *self,
                                        const TdmSamplePair *pair,
                                        const char          *round);

G_END_DECLS
