/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-todo.h"

/**
 * tdm_todo_new:
 *
 * Returns: (transfer full): one without texts, which who made it must fill in
 */
TdmTodo *
tdm_todo_new (void)
{
  TdmTodo *self = g_new0 (TdmTodo, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_todo_free);
  return self;
}

/**
 * tdm_todo_free:
 * @self: (transfer full): a goal or a step
 */
void
tdm_todo_free (TdmTodo *self)
{
  g_free (self->uid);
  g_free (self->parent);
  g_free (self->title);
  g_free (self->due);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * tdm_todo_file_new:
 *
 * Returns: (transfer full): one without goals, and of nobody
 */
TdmTodoFile *
tdm_todo_file_new (void)
{
  TdmTodoFile *self = g_new0 (TdmTodoFile, 1);

  self->organizer_name = g_strdup ("");
  self->organizer_email = g_strdup ("");
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_todo_free);
  return self;
}

/**
 * tdm_todo_file_free:
 * @self: (transfer full): what came in with a file
 */
void
tdm_todo_file_free (TdmTodoFile *self)
{
  g_free (self->organizer_name);
  g_free (self->organizer_email);
  g_ptr_array_unref (self->goals);
  g_free (self);
}
