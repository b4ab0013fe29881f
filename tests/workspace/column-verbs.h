/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "column-fixture.h"

/* What people do with a programme: for each column of the file there is one of these that writes it. */

typedef void (*ColumnVerb) (ColumnFixture *self);

/* The programme and its rounds */
void fill_in_programme   (ColumnFixture *self);
void join_as_participant (ColumnFixture *self);
void add_round           (ColumnFixture *self);
void begin_state         (ColumnFixture *self);

/* People */
void fill_in_person      (ColumnFixture *self);
void take_part           (ColumnFixture *self);
void fill_in_participation (ColumnFixture *self);
void tell_and_check      (ColumnFixture *self);
void match_participant   (ColumnFixture *self);
void add_topic           (ColumnFixture *self);
void add_wishes          (ColumnFixture *self);
void change_wishes       (ColumnFixture *self);
void add_interest        (ColumnFixture *self);

/* Tandems */
void add_pair            (ColumnFixture *self);
void agree               (ColumnFixture *self);
void change_terms        (ColumnFixture *self);
void become_mutual       (ColumnFixture *self);
void pause_pair          (ColumnFixture *self);
void end_pair            (ColumnFixture *self);
void add_goal            (ColumnFixture *self);
void change_goal         (ColumnFixture *self);
void add_step            (ColumnFixture *self);
void change_step         (ColumnFixture *self);

/* Meetings */
void plan_series         (ColumnFixture *self);
void end_series          (ColumnFixture *self);
void change_people       (ColumnFixture *self);
void move_meeting        (ColumnFixture *self);
void change_meeting      (ColumnFixture *self);
void record_meeting      (ColumnFixture *self);

/* Messages */
void hand_over           (ColumnFixture *self);
void cancel_one          (ColumnFixture *self);
void save_files          (ColumnFixture *self);
void fail_to_send        (ColumnFixture *self);
void note_reply          (ColumnFixture *self);
void answer_for_one      (ColumnFixture *self);
void take_reply          (ColumnFixture *self);
void take_invitation     (ColumnFixture *self);
void take_change         (ColumnFixture *self);
