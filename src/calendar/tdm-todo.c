/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-todo.h"

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

void
tdm_todo_file_free (TdmTodoFile *self)
{
  g_free (self->organizer_name);
  g_free (self->organizer_email);
  g_ptr_array_unref (self->goals);
  g_free (self);
}
