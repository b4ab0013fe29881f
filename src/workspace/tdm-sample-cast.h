/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As in the list of departments of the words */
typedef enum
{
  TDM_SAMPLE_BOARD,
  TDM_SAMPLE_FAIRS_HOME,
  TDM_SAMPLE_FAIRS_ABROAD,
  TDM_SAMPLE_CONGRESSES,
  TDM_SAMPLE_VENUE,
  TDM_SAMPLE_DIGITAL,
  TDM_SAMPLE_SALES,
  TDM_SAMPLE_MARKETING,
  TDM_SAMPLE_FINANCE,
  TDM_SAMPLE_HR,
  TDM_SAMPLE_LEGAL,
  TDM_SAMPLE_IT,
  TDM_SAMPLE_N_DEPARTMENTS,
} TdmSampleDepartment;

typedef enum
{
  TDM_SAMPLE_LUEBECK,
  TDM_SAMPLE_LEIPZIG,
  TDM_SAMPLE_LONDON,
  TDM_SAMPLE_N_SITES,
} TdmSampleSite;

/**
 * TdmSampleCourse:
 * @TDM_SAMPLE_HEALTHY: meets as planned
 * @TDM_SAMPLE_REMATCHED: likewise, but began only after the kick-off, from other people
 * @TDM_SAMPLE_NO_NEXT_DATE: meets when it suits, and has nothing planned
 * @TDM_SAMPLE_TWO_CANCELLED: called off the last two meetings
 * @TDM_SAMPLE_NO_GOAL: has no goal yet
 * @TDM_SAMPLE_PERSONAL_SKIPPED: began with a topic
 * @TDM_SAMPLE_FIT_DOUBT: meets as planned, but one side doubts
 * @TDM_SAMPLE_NOT_STARTED: has not met yet
 * @TDM_SAMPLE_PAUSED: waits for somebody to come back
 * @TDM_SAMPLE_COMPLETED: reached its goals early
 * @TDM_SAMPLE_DISSOLVED: ended soon and without blame
 * @TDM_SAMPLE_FINISHED: ended with its round
 * @TDM_SAMPLE_RESUMED: likewise, after a break
 * @TDM_SAMPLE_REOPENED: likewise, and went on for three months
 * @TDM_SAMPLE_LEFT: ended because one of them left the company
 * @TDM_SAMPLE_NO_TIME: ended because other work came first
 *
 * How a tandem goes.
 */
typedef enum
{
  TDM_SAMPLE_HEALTHY,
  TDM_SAMPLE_REMATCHED,
  TDM_SAMPLE_NO_NEXT_DATE,
  TDM_SAMPLE_TWO_CANCELLED,
  TDM_SAMPLE_NO_GOAL,
  TDM_SAMPLE_PERSONAL_SKIPPED,
  TDM_SAMPLE_FIT_DOUBT,
  TDM_SAMPLE_NOT_STARTED,
  TDM_SAMPLE_PAUSED,
  TDM_SAMPLE_COMPLETED,
  TDM_SAMPLE_DISSOLVED,
  TDM_SAMPLE_FINISHED,
  TDM_SAMPLE_RESUMED,
  TDM_SAMPLE_REOPENED,
  TDM_SAMPLE_LEFT,
  TDM_SAMPLE_NO_TIME,
} TdmSampleCourse;

/**
 * TdmSampleBalance:
 * @TDM_SAMPLE_ONE_SIDED: only the mentee has a goal
 * @TDM_SAMPLE_MUTUAL: both have had one from the start
 * @TDM_SAMPLE_LATER_MUTUAL: the mentor got one on the way
 */
typedef enum
{
  TDM_SAMPLE_ONE_SIDED,
  TDM_SAMPLE_MUTUAL,
  TDM_SAMPLE_LATER_MUTUAL,
} TdmSampleBalance;

/**
 * TdmSampleRole:
 * @department: where the person works
 * @level: 1 for the board to 7 for apprentices
 * @site: at which site
 */
typedef struct
{
  guint8 department;
  guint8 level;
  guint8 site;
} TdmSampleRole;

#define TDM_SAMPLE_N_SLOTS 20
#define TDM_SAMPLE_N_SPARES 8
#define TDM_SAMPLE_N_ASSISTANTS 6

/**
 * TdmSampleSlot:
 * @mentee: who learns
 * @mentor: who teaches
 * @course: how it goes
 * @balance: whose goals there are
 * @minutes: how long a meeting is
 * @assistant: whose diary it is, the index of an assistant, -1 for the mentee's own
 * @apart: whether the two have no interest in common
 *
 * One tandem of round 3.
 */
typedef struct
{
  TdmSampleRole mentee;
  TdmSampleRole mentor;
  TdmSampleCourse course;
  TdmSampleBalance balance;
  guint8 minutes;
  gint8 assistant;
  gboolean apart;
} TdmSampleSlot;

/* Tandems of round 3 that have a part of their own */
#define TDM_SAMPLE_SLOT_SHARES_ROOM 0
#define TDM_SAMPLE_SLOT_WANTS_ROOM 2
#define TDM_SAMPLE_SLOT_FORTNIGHTLY 3
#define TDM_SAMPLE_SLOT_MOVED_CANCELLED 6
#define TDM_SAMPLE_SLOT_HOLIDAY 10
#define TDM_SAMPLE_SLOT_REMATCHED_MENTEE 11
#define TDM_SAMPLE_SLOT_REMATCHED_MENTOR 14
#define TDM_SAMPLE_SLOT_WAS_MENTEE 16

extern const TdmSampleSlot tdm_sample_slots[TDM_SAMPLE_N_SLOTS];
extern const TdmSampleRole tdm_sample_spares[TDM_SAMPLE_N_SPARES];

/**
 * TdmSamplePast:
 * @mentee: who learned, where the person takes part no more
 * @mentor: who taught, likewise
 * @known_mentee: otherwise the slot of round 3 where the person is mentee now, -1 for none
 * @known_mentor: likewise the slot where the person is mentor
 * @course: how it went
 *
 * One tandem of round 2.
 */
typedef struct
{
  TdmSampleRole mentee;
  TdmSampleRole mentor;
  gint8 known_mentee;
  gint8 known_mentor;
  TdmSampleCourse course;
} TdmSamplePast;

/* The tandem of round 2 whose mentee is a mentor now */
#define TDM_SAMPLE_PAST_TURNED 19

extern const TdmSamplePast tdm_sample_past[TDM_SAMPLE_N_SLOTS];

#define TDM_SAMPLE_N_RECOMMENDED_MENTEES 3
#define TDM_SAMPLE_N_RECOMMENDED 5

extern const TdmSampleRole tdm_sample_pilot[2];
extern const TdmSampleRole tdm_sample_recommended[TDM_SAMPLE_N_RECOMMENDED];

G_END_DECLS
