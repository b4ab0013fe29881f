/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-calendar-limits.h"
#include "calendar/tdm-todo-reader.h"
#include "calendar/tdm-todo-writer.h"
#include "fixture.h"
#include "todo-fixture.h"

#include <libical/ical.h>
#include <string.h>

/* Goals as tasks: what is written comes back, and what others write is understood or harmless. */

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define ONE "0f3a1c52-6d3e-4b8a-9c1d-2e4f5a6b7c8d"
#define TWO "1f3a1c52-6d3e-4b8a-9c1d-2e4f5a6b7c8d"

static TdmTodoFile *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TdmTodoFile *file = tdm_todo_read (bytes, &error);

  g_assert_no_error (error);
  return file;
}

static TdmTodoFile *
read_todos (const char *todos)
{
  g_autofree char *text = g_strconcat (HEAD, todos, TAIL, NULL);

  return read_text (text);
}

static TdmTodoFile *
read_lines (const char *lines)
{
  g_autofree char *todo = g_strconcat ("BEGIN:VTODO\r\nUID:" ONE "\r\n", lines, "END:VTODO\r\n", NULL);

  return read_todos (todo);
}

static TdmTodo *
get_goal (TdmTodoFile *file, guint i)
{
  g_assert_cmpuint (i, <, file->goals->len);
  return file->goals->pdata[i];
}

static TdmTodo *
get_step (TdmTodo *goal, guint i)
{
  g_assert_cmpuint (i, <, goal->steps->len);
  return goal->steps->pdata[i];
}

/* --- what is written -------------------------------------------------------------------- */

static TdmPair *
make_pair (void)
{
  TdmPair *pair = fixture_pair_new ("Anna Beck", "Bo Chen");

  g_object_set (pair, "started-on", "2026-03-02", NULL);
  return pair;
}

static char *
write_goals (GPtrArray *goals)
{
  g_autoptr (GBytes) bytes = tdm_todo_write (goals, STAMP);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static char *
unfold (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);

  for (char **line = lines; *line; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
    }
  return g_strjoinv ("", parts);
}

static void
test_bytes (void)
{
  g_autoptr (TdmPair) pair = make_pair ();
  g_autoptr (GPtrArray) goals = todo_array_new ();
  TdmGoal *goal = todo_goal_new (pair, TDM_SIDE_MENTOR, TDM_GOAL_IN_PROGRESS, "Wikis, and more", "2026-11-30");
  TdmGoalStep *step = todo_step_add (goal, "Read one", TRUE, "");
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *lines = NULL;

  g_ptr_array_add (goals, goal);
  text = write_goals (goals);
  lines = unfold (text);
  expected = g_strdup_printf (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tandem//Tandem//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
    "BEGIN:VTODO\r\nUID:%s\r\nDTSTAMP:20261102T080000Z\r\nDTSTART;VALUE=DATE:20260302\r\nDUE;VALUE=DATE:20261130\r\n"
    "ORGANIZER;CN=Bo Chen:mailto:bo.chen@example.org\r\nSUMMARY:Wikis\\, and more\r\nPRIORITY:0\r\nCLASS:PRIVATE\r\n"
    "X-APPLE-SORT-ORDER:1\r\nSTATUS:IN-PROCESS\r\nPERCENT-COMPLETE:99\r\nX-TANDEM-STATE:in_progress\r\n"
    "X-TANDEM-SIDE:mentor\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:%s\r\nDTSTAMP:20261102T080000Z\r\nDTSTART;VALUE=DATE:20260302\r\n"
    "ORGANIZER;CN=Bo Chen:mailto:bo.chen@example.org\r\nSUMMARY:Read one\r\nPRIORITY:0\r\nCLASS:PRIVATE\r\n"
    "X-APPLE-SORT-ORDER:1\r\nRELATED-TO;RELTYPE=PARENT:%s\r\nSTATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n"
    "END:VTODO\r\nEND:VCALENDAR\r\n",
    tdm_record_get_uid (TDM_RECORD (goal)), tdm_record_get_uid (TDM_RECORD (step)),
    tdm_record_get_uid (TDM_RECORD (goal)));
  g_assert_cmpstr (lines, ==, expected);
}

/* What RFC 5546 3.4.1 asks of a file that is published, as libical has it */
static void
test_restrictions (void)
{
  g_autoptr (TdmPair) pair = make_pair ();
  g_autoptr (GPtrArray) goals = todo_goals_new (pair);
  g_autofree char *text = write_goals (goals);
  icalcomponent *calendar = icalparser_parse_string (text);
  char *checked;

  g_assert_nonnull (strstr (text, "METHOD:PUBLISH\r\n"));
  icalrestriction_check (calendar);
  checked = icalcomponent_as_ical_string_r (calendar);
  g_assert_null (strstr (checked, "X-LIC-ERROR"));
  icalmemory_free_buffer (checked);
  icalcomponent_free (calendar);
}

/* A file that lacks what publishing needs does not claim it. */
static void
test_no_address (void)
{
  g_autoptr (TdmPair) pair = make_pair ();
  g_autoptr (GPtrArray) goals = todo_goals_new (pair);
  g_autofree char *text = NULL;

  g_object_set (tdm_pair_get_mentor (pair), "email", "", NULL);
  text = write_goals (goals);
  g_assert_null (strstr (text, "METHOD"));
  g_assert_null (strstr (text, "bo.chen"));
  g_assert_nonnull (strstr (text, "ORGANIZER;CN=Anna Beck:mailto:anna.beck@example.org\r\n"));
}

/* Only what the dialog says: no results, no topics, nobody else. */
static void
test_nothing_else (void)
{
  static const char *const names[] = {
    "BEGIN", "CALSCALE", "CLASS", "DTSTAMP", "DTSTART", "DUE", "END", "METHOD", "ORGANIZER", "PERCENT-COMPLETE",
    "PRIORITY", "PRODID", "RELATED-TO", "STATUS", "SUMMARY", "UID", "VERSION", "X-APPLE-SORT-ORDER", "X-TANDEM-SIDE",
    "X-TANDEM-STATE", NULL,
  };
  g_autoptr (TdmPair) pair = make_pair ();
  g_autoptr (GPtrArray) goals = todo_goals_new (pair);
  g_autofree char *text = write_goals (goals);
  g_autofree char *unfolded = unfold (text);
  g_auto (GStrv) lines = g_strsplit (unfolded, "\r\n", -1);

  g_assert_null (strstr (text, "secret"));
  for (char **line = lines; **line; line++)
    {
      g_autofree char *name = g_strndup (*line, strcspn (*line, ";:"));

      if (!g_strv_contains (names, name))
        g_error ("%s must not be in the file", name);
    }
}

static void
assert_same (TdmTodo *todo, TdmGoal *goal)
{
  GListModel *steps = tdm_goal_get_steps (goal);

  g_assert_cmpstr (todo->uid, ==, tdm_record_get_uid (TDM_RECORD (goal)));
  g_assert_cmpstr (todo->title, ==, tdm_goal_get_title (goal));
  g_assert_cmpstr (todo->due, ==, tdm_record_get_text (TDM_RECORD (goal), TDM_GOAL_DUE));
  g_assert_true (todo->has_state && todo->has_side);
  g_assert_cmpint (todo->state, ==, tdm_goal_get_state (goal));
  g_assert_cmpint (todo->side, ==, tdm_goal_get_side (goal));
  g_assert_cmpuint (todo->steps->len, ==, g_list_model_get_n_items (steps));
  for (guint i = 0; i < todo->steps->len; i++)
    {
      g_autoptr (TdmGoalStep) step = g_list_model_get_item (steps, i);
      TdmTodo *other = get_step (todo, i);

      g_assert_cmpstr (other->uid, ==, tdm_record_get_uid (TDM_RECORD (step)));
      g_assert_cmpstr (other->title, ==, tdm_goal_step_get_title (step));
      g_assert_cmpstr (other->due, ==, tdm_record_get_text (TDM_RECORD (step), TDM_GOAL_STEP_DUE));
      g_assert_cmpint (other->state == TDM_GOAL_ACHIEVED, ==, tdm_goal_step_get_done (step));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (TdmPair) pair = make_pair ();
  g_autoptr (GPtrArray) goals = todo_goals_new (pair);
  g_autofree char *text = write_goals (goals);
  g_autoptr (TdmTodoFile) file = read_text (text);

  g_assert_cmpstr (file->organizer_name, ==, "Anna Beck");
  g_assert_cmpstr (file->organizer_email, ==, "anna.beck@example.org");
  g_assert_cmpuint (file->goals->len, ==, goals->len);
  for (guint i = 0; i < goals->len; i++)
    assert_same (get_goal (file, i), goals->pdata[i]);
}

/* --- what others write -------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *lines;
  gboolean has_state;
  TdmGoalState state;
} StateCase;

static const StateCase states[] = {
  { "none", "SUMMARY:a\r\n", FALSE, TDM_GOAL_OPEN },
  { "needs-action", "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:40\r\n", TRUE, TDM_GOAL_OPEN },
  { "in-process", "STATUS:IN-PROCESS\r\n", TRUE, TDM_GOAL_IN_PROGRESS },
  { "completed", "STATUS:COMPLETED\r\nCOMPLETED:20260801T100000Z\r\n", TRUE, TDM_GOAL_ACHIEVED },
  { "cancelled", "STATUS:CANCELLED\r\n", TRUE, TDM_GOAL_DROPPED },
  { "only-completed", "COMPLETED:20260801T100000Z\r\n", TRUE, TDM_GOAL_ACHIEVED },
  { "only-percent", "PERCENT-COMPLETE:100\r\n", TRUE, TDM_GOAL_ACHIEVED },
  { "some-percent", "PERCENT-COMPLETE:20\r\n", TRUE, TDM_GOAL_IN_PROGRESS },
  { "no-percent", "PERCENT-COMPLETE:0\r\n", TRUE, TDM_GOAL_OPEN },
  { "unknown", "STATUS:WAITING\r\n", FALSE, TDM_GOAL_OPEN },
  { "of-a-meeting", "STATUS:TENTATIVE\r\n", FALSE, TDM_GOAL_OPEN },
  { "ours", "STATUS:COMPLETED\r\nX-TANDEM-STATE:partly\r\n", TRUE, TDM_GOAL_PARTLY },
  { "ours-overtaken", "STATUS:NEEDS-ACTION\r\nX-TANDEM-STATE:partly\r\n", TRUE, TDM_GOAL_OPEN },
  { "ours-ticked", "STATUS:COMPLETED\r\nX-TANDEM-STATE:open\r\n", TRUE, TDM_GOAL_ACHIEVED },
  { "ours-unknown", "STATUS:COMPLETED\r\nX-TANDEM-STATE:perhaps\r\n", TRUE, TDM_GOAL_ACHIEVED },
};

static void
test_state (gconstpointer data)
{
  const StateCase *about = data;
  g_autoptr (TdmTodoFile) file = read_lines (about->lines);

  g_assert_cmpint (get_goal (file, 0)->has_state, ==, about->has_state);
  g_assert_cmpint (get_goal (file, 0)->state, ==, about->state);
}

typedef struct
{
  const char *name;
  const char *line;
  const char *due;
} DueCase;

static const DueCase dues[] = {
  { "day", "DUE;VALUE=DATE:20260801\r\n", "2026-08-01" },
  { "zone", "DUE;TZID=America/New_York:20260801T230000\r\n", "2026-08-01" },
  { "unknown-zone", "DUE;TZID=Nowhere:20260801T000000\r\n", "2026-08-01" },
  { "floating", "DUE:20260801T180000\r\n", "2026-08-01" },
  { "utc", "DUE:20260731T223000Z\r\n", "2026-08-01" },
  { "no-date", "DUE:soon\r\n", "" },
  { "13th-month", "DUE;VALUE=DATE:20261301\r\n", "" },
  { "too-far", "DUE;VALUE=DATE:99990101\r\n", "" },
  { "wrong-kind", "DUE;VALUE=DATE:20260801T180000\r\n", "2026-08-01" },
};

static void
test_due (gconstpointer data)
{
  const DueCase *about = data;
  g_autoptr (TdmTodoFile) file = read_lines (about->line);

  g_assert_cmpstr (get_goal (file, 0)->due, ==, about->due);
}

/* As Nextcloud has them, the step first */
static void
test_parent_without_type (void)
{
  g_autoptr (TdmTodoFile) file = read_todos (
    "BEGIN:VTODO\r\nUID:" TWO "\r\nSUMMARY:Step\r\nRELATED-TO:" ONE "\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:" ONE "\r\nSUMMARY:Goal\r\nRELATED-TO;RELTYPE=SIBLING:x\r\nEND:VTODO\r\n");

  g_assert_cmpuint (file->goals->len, ==, 1);
  g_assert_cmpstr (get_goal (file, 0)->title, ==, "Goal");
  g_assert_cmpstr (get_step (get_goal (file, 0), 0)->title, ==, "Step");
}

static void
test_order (void)
{
  g_autoptr (TdmTodoFile) file = read_todos (
    "BEGIN:VTODO\r\nUID:a\r\nSUMMARY:third\r\nX-APPLE-SORT-ORDER:7\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:b\r\nSUMMARY:fourth\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:c\r\nSUMMARY:first\r\nX-APPLE-SORT-ORDER:-2\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:d\r\nSUMMARY:second\r\nX-APPLE-SORT-ORDER:3\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:e\r\nSUMMARY:fifth\r\nX-APPLE-SORT-ORDER:last\r\nEND:VTODO\r\n");
  static const char *const titles[] = { "first", "second", "third", "fourth", "fifth" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (get_goal (file, i)->title, ==, titles[i]);
}

static void
test_step_of_a_step (void)
{
  g_autoptr (TdmTodoFile) file = read_todos (
    "BEGIN:VTODO\r\nUID:a\r\nSUMMARY:Goal\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:b\r\nRELATED-TO:a\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:c\r\nSUMMARY:Deep\r\nRELATED-TO:b\r\nEND:VTODO\r\n");

  g_assert_cmpuint (file->goals->len, ==, 1);
  g_assert_cmpstr (get_step (get_goal (file, 0), 1)->title, ==, "Deep");
}

static void
test_orphan (void)
{
  g_autoptr (TdmTodoFile) file = read_lines ("SUMMARY:Alone\r\nRELATED-TO:" TWO "\r\n");

  g_assert_cmpstr (get_goal (file, 0)->title, ==, "Alone");
  g_assert_cmpstr (get_goal (file, 0)->parent, ==, TWO);
}

static void
test_circle (void)
{
  g_autoptr (TdmTodoFile) file = read_todos (
    "BEGIN:VTODO\r\nUID:a\r\nRELATED-TO:b\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:b\r\nRELATED-TO:a\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:c\r\nRELATED-TO:c\r\nEND:VTODO\r\n");

  g_assert_cmpuint (file->goals->len, ==, 3);
}

/* All stay, wherever they end up. */
static void
test_long_chain (void)
{
  g_autoptr (GString) todos = g_string_new (NULL);
  g_autoptr (TdmTodoFile) file = NULL;
  guint n = 0;

  for (int i = 0; i < 1900; i++)
    g_string_append_printf (todos, "BEGIN:VTODO\r\nUID:%d\r\nRELATED-TO:%d\r\nEND:VTODO\r\n", i, i - 1);
  file = read_todos (todos->str);
  for (guint i = 0; i < file->goals->len; i++)
    n += 1 + get_goal (file, i)->steps->len;
  g_assert_cmpuint (n, ==, 1900);
}

/* The same file a second time is the same goal. */
static void
test_foreign_names (void)
{
  const char *todos = "BEGIN:VTODO\r\nUID:20260714-abc@example.org\r\nSUMMARY:a\r\nEND:VTODO\r\n"
                      "BEGIN:VTODO\r\nSUMMARY:b\r\nEND:VTODO\r\n"
                      "BEGIN:VTODO\r\nSUMMARY:c\r\nEND:VTODO\r\n";
  g_autoptr (TdmTodoFile) file = read_todos (todos);
  g_autoptr (TdmTodoFile) again = read_todos (todos);

  g_assert_cmpuint (file->goals->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (g_uuid_string_is_valid (get_goal (file, i)->uid));
      g_assert_cmpstr (get_goal (file, i)->uid, ==, get_goal (again, i)->uid);
    }
  g_assert_cmpstr (get_goal (file, 1)->uid, !=, get_goal (file, 2)->uid);
}

static void
test_later_one_stays (void)
{
  g_autoptr (TdmTodoFile) file = read_todos (
    "BEGIN:VTODO\r\nUID:a\r\nSUMMARY:Old\r\nLAST-MODIFIED:20260701T100000Z\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:a\r\nSUMMARY:New\r\nLAST-MODIFIED:20260702T100000Z\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:a\r\nSUMMARY:Middle\r\nLAST-MODIFIED:20260701T110000Z\r\nEND:VTODO\r\n"
    "BEGIN:VTODO\r\nUID:a\r\nRECURRENCE-ID:20260801T100000Z\r\nLAST-MODIFIED:20260901T110000Z\r\nEND:VTODO\r\n");

  g_assert_cmpuint (file->goals->len, ==, 1);
  g_assert_cmpstr (get_goal (file, 0)->title, ==, "New");
}

/* As Apple and Evolution write, with alarms, zones and properties that nobody here reads */
static void
test_surroundings (void)
{
  g_autoptr (TdmTodoFile) file = read_text (
    "\xef\xbb\xbf" "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Reminders\n"
    "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n"
    "BEGIN:VEVENT\nUID:e\nDTSTART:never\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n"
    "BEGIN:VTODO\nUID:" ONE "\nSUMMARY;LANGUAGE=de:Gr\xc3\xb6\xc3\x9f\n er\\, weiter\nDESCRIPTION:private\n"
    "RRULE:FREQ=SECONDLY\nATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\n"
    "ORGANIZER;CN=\"Anna \"\"B\":MAILTO:Anna@Example.org\n"
    "BEGIN:VALARM\nUID:x\nTRIGGER:-PT1H\nSUMMARY:no\nEND:VALARM\nEND:VTODO\nEND:VCALENDAR\n");

  g_assert_cmpuint (file->goals->len, ==, 1);
  g_assert_cmpstr (get_goal (file, 0)->title, ==, "Größer, weiter");
  g_assert_cmpstr (get_goal (file, 0)->uid, ==, ONE);
}

static void
test_no_tasks (void)
{
  g_autoptr (TdmTodoFile) file = read_todos ("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n");

  g_assert_cmpuint (file->goals->len, ==, 0);
}

/* --- hostile files ------------------------------------------------------------------------- */

static void
assert_refused (const char *text, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_todo_read (bytes, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, code);
}

static void
test_refused (void)
{
  g_autoptr (GString) many = g_string_new (HEAD);
  g_autofree char *line = g_strnfill (TDM_CALENDAR_LIMIT_LINE + 1, 'x');
  g_autofree char *long_line = g_strconcat (HEAD "BEGIN:VTODO\r\nSUMMARY:", line, "\r\nEND:VTODO\r\n" TAIL, NULL);

  for (int i = 0; i < TDM_CALENDAR_LIMIT_COMPONENTS + 1; i++)
    g_string_append (many, "BEGIN:VTODO\r\nEND:VTODO\r\n");
  g_string_append (many, TAIL);
  assert_refused (many->str, TDM_CALENDAR_ERROR_TOO_LARGE);
  assert_refused (long_line, TDM_CALENDAR_ERROR_TOO_LARGE);
  assert_refused ("Hello", TDM_CALENDAR_ERROR_NOT_CALENDAR);
  assert_refused (HEAD "BEGIN:VTODO\r\nSUMMARY:a\r\n", TDM_CALENDAR_ERROR_NOT_CALENDAR);
}

/* A name in the programme file that would be lines of the calendar */
static void
test_no_lines_are_smuggled_in (void)
{
  g_autoptr (TdmPair) pair = make_pair ();
  g_autoptr (GPtrArray) goals = todo_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (goals, todo_goal_new (pair, TDM_SIDE_MENTEE, TDM_GOAL_OPEN, "x", ""));
  tdm_record_load_text (goals->pdata[0], TDM_GOAL_TITLE, "a\r\nATTACH:b\x01");
  tdm_record_load_text (TDM_RECORD (tdm_pair_get_mentee (pair)), TDM_PERSON_EMAIL, "a@b.org\r\nATTACH:c");
  text = write_goals (goals);
  g_assert_null (strstr (text, "\nATTACH"));
  g_assert_null (strchr (text, '\x01'));
  g_assert_null (strstr (text, "ORGANIZER"));
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *path = g_strconcat ("/todo/state/", states[i].name, NULL);

      g_test_add_data_func (path, &states[i], test_state);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *path = g_strconcat ("/todo/due/", dues[i].name, NULL);

      g_test_add_data_func (path, &dues[i], test_due);
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/todo/write/bytes", test_bytes);
  g_test_add_func ("/todo/write/restrictions", test_restrictions);
  g_test_add_func ("/todo/write/no-address", test_no_address);
  g_test_add_func ("/todo/write/nothing-else", test_nothing_else);
  g_test_add_func ("/todo/write/no-lines-smuggled-in", test_no_lines_are_smuggled_in);
  g_test_add_func ("/todo/round-trip", test_round_trip);
  g_test_add_func ("/todo/read/parent-without-type", test_parent_without_type);
  g_test_add_func ("/todo/read/order", test_order);
  g_test_add_func ("/todo/read/step-of-a-step", test_step_of_a_step);
  g_test_add_func ("/todo/read/orphan", test_orphan);
  g_test_add_func ("/todo/read/circle", test_circle);
  g_test_add_func ("/todo/read/long-chain", test_long_chain);
  g_test_add_func ("/todo/read/foreign-names", test_foreign_names);
  g_test_add_func ("/todo/read/later-one-stays", test_later_one_stays);
  g_test_add_func ("/todo/read/surroundings", test_surroundings);
  g_test_add_func ("/todo/read/no-tasks", test_no_tasks);
  g_test_add_func ("/todo/read/refused", test_refused);
  add_cases ();
  return g_test_run ();
}
