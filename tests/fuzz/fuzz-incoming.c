/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-limits.h"
#include "calendar/tdm-incoming.h"
#include "calendar/tdm-todo-reader.h"
#include "fuzz.h"

#include <string.h>

/* Reads whatever it is given as a calendar file, for its meetings and for its tasks. */

static void
check_event (TdmIncomingEvent *event)
{
  g_assert_true (g_utf8_validate (event->summary, -1, NULL));
  g_assert_true (g_utf8_validate (event->description, -1, NULL));
  g_assert_true (g_utf8_validate (event->comment, -1, NULL));
  g_assert_true (*event->uid != '\0');
  g_assert_true (event->minutes >= 0 && event->sequence >= 0);
  g_assert_true (event->rule_problem == TDM_INCOMING_RULE_FINE || *event->rule == '\0');
  for (guint i = 0; i < event->attendees->len; i++)
    {
      TdmIncomingAttendee *attendee = g_ptr_array_index (event->attendees, i);

      g_assert_null (strpbrk (attendee->email, "\r\n "));
      g_assert_true (g_utf8_validate (attendee->name, -1, NULL));
    }
}

static void
check_todo (TdmTodo *todo, gboolean is_step)
{
  g_assert_true (g_uuid_string_is_valid (todo->uid));
  g_assert_true (g_utf8_validate (todo->title, -1, NULL));
  g_assert_null (strpbrk (todo->title, "\r\n"));
  g_assert_true (*todo->due == '\0' || strlen (todo->due) == strlen ("YYYY-MM-DD"));
  g_assert_true (!is_step || todo->steps->len == 0);
}

/* Every task is there once, as a goal or as a step. */
static void
check_todos (TdmTodoFile *file)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->goals->len; i++)
    {
      TdmTodo *goal = file->goals->pdata[i];

      check_todo (goal, FALSE);
      g_assert_true (g_hash_table_add (uids, goal->uid));
      for (guint j = 0; j < goal->steps->len; j++)
        {
          check_todo (goal->steps->pdata[j], TRUE);
          g_assert_true (g_hash_table_add (uids, ((TdmTodo *) goal->steps->pdata[j])->uid));
        }
    }
}

/* As a mail that says that it answers: what can be read strictly can be read here, too. */
static void
check_mail (GBytes *bytes, gboolean is_whole)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean has_todos;
  g_autoptr (GPtrArray) events = tdm_incoming_read (bytes, "REPLY", problems, &has_todos, &error);
  g_autoptr (TdmTodoFile) todos = tdm_todo_read (bytes, NULL);

  g_assert_true ((events == NULL) == (error != NULL));
  g_assert_true (has_todos || !todos || todos->goals->len == 0);
  g_assert_true (events || !is_whole);
  g_assert_true (!events || events->len > 0 || problems->len > 0);
  for (guint i = 0; events && i < events->len; i++)
    check_event (g_ptr_array_index (events, i));
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (g_utf8_validate (problems->pdata[i], -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) todo_error = NULL;
  g_autoptr (GPtrArray) events = tdm_incoming_read (bytes, NULL, NULL, NULL, &error);
  g_autoptr (TdmTodoFile) todos = tdm_todo_read (bytes, &todo_error);

  g_assert_true ((events == NULL) == (error != NULL));
  for (guint i = 0; events && i < events->len; i++)
    check_event (g_ptr_array_index (events, i));
  check_mail (bytes, events != NULL);
  g_assert_true ((todos == NULL) == (todo_error != NULL));
  if (todos)
    check_todos (todos);
  return 0;
}
