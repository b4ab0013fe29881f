/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-codes.h"

G_BEGIN_DECLS

/**
 * TdmTodo:
 * @uid: a UUID: the UID of the file where that is one, and otherwise one that the same UID always gets
 * @parent: the same of what it is a part of, as the file says; "" where it stands by itself
 * @title: a clean line, or ""
 * @due: `YYYY-MM-DD`, or ""
 * @has_state: whether the file says how far it is
 * @state: how far it is
 * @has_side: whether the file says whose it is
 * @side: whose it is
 * @order: where it stands among its siblings
 * @stamp: when it was written, UTC seconds, 0 where it does not say
 * @steps: (element-type TdmTodo): its parts, in their order; they have none
 *
 * A goal, or a step of one, as a calendar file has it.
 */
typedef struct _TdmTodo
{
  char *uid;
  char *parent;
  char *title;
  char *due;
  gboolean has_state;
  TdmGoalState state;
  gboolean has_side;
  TdmSide side;
  gint64 order;
  gint64 stamp;
  GPtrArray *steps;
} TdmTodo;

/**
 * TdmTodoFile:
 * @organizer_name: who gives the goals, or ""
 * @organizer_email: a valid address in lower case, or ""
 * @stamp: when the last of them was written, UTC seconds, 0 where the file does not say
 * @goals: (element-type TdmTodo): the goals in their order
 *
 * What came in with one file. Nobody changes it after it was made, so that any thread may read it.
 */
typedef struct _TdmTodoFile
{
  char *organizer_name;
  char *organizer_email;
  gint64 stamp;
  GPtrArray *goals;
} TdmTodoFile;

void tdm_todo_free      (TdmTodo     *self);
void tdm_todo_file_free (TdmTodoFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmTodo, tdm_todo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmTodoFile, tdm_todo_file_free)

G_END_DECLS
