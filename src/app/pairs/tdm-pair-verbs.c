/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-verbs.h"

#include "app/meetings/tdm-series-dialog.h"
#include "app/pairs/tdm-pair-change.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-pair-state-edits.h"
#include "model/tdm-role-words.h"
#include "model/tdm-scope.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

/* The state machine of tandems as actions: the same for one on its page and for several in a list. */

typedef struct
{
  const char *name;
  const char *title;
  const char *explanation; /* of what is not plain from the title */
  TdmEdit *(*make_edit) (GPtrArray *pairs);
  gboolean needs_details;
} Verb;

static const Verb verbs[TDM_N_PAIR_VERBS] = {
  [TDM_PAIR_VERB_ASK_MENTEE] = { "ask-mentee", N_ ("Mentee Has Been Asked"), N_ ("Records that today; nothing is sent"),
                                 tdm_pair_state_edits_ask_mentee },
  [TDM_PAIR_VERB_ASK_MENTOR] = { "ask-mentor", N_ ("Mentor Has Been Asked"),
                                 N_ ("Records that the one has agreed, and the other has been asked; nothing is sent"),
                                 tdm_pair_state_edits_ask_mentor },
  [TDM_PAIR_VERB_CONFIRM] = { "confirm", N_ ("Confirm"), N_ ("Records that both have agreed"),
                              tdm_pair_state_edits_confirm },
  [TDM_PAIR_VERB_ACTIVATE] = { "activate", N_ ("Activate…") },
  [TDM_PAIR_VERB_RESUME] = { "resume", N_ ("Resume"), NULL, tdm_pair_state_edits_resume },
  [TDM_PAIR_VERB_REOPEN] = { "reopen", N_ ("Take Up Again"), N_ ("The tandem is active again"),
                             tdm_pair_state_edits_reopen },
  [TDM_PAIR_VERB_PLAN] = { "plan", N_ ("Plan Meetings…"), .needs_details = TRUE },
  [TDM_PAIR_VERB_EXTEND] = { "extend", N_ ("Extend…") },
  [TDM_PAIR_VERB_PAUSE] = { "pause", N_ ("Pause…"), .needs_details = TRUE },
  [TDM_PAIR_VERB_DECLINE] = { "decline", N_ ("Decline…"), .needs_details = TRUE },
  [TDM_PAIR_VERB_END] = { "end", N_ ("End…"), .needs_details = TRUE },
  [TDM_PAIR_VERB_REMOVE] = { "remove", N_ ("Remove"), .needs_details = TRUE },
};

/* So many days before its planned end, that is what comes next. */
#define ENDS_SOON 14

gboolean
tdm_pair_verb_can (TdmPairVerb verb, TdmPair *pair)
{
  TdmPairState state = tdm_pair_get_state (pair);

  switch (verb)
    {
    case TDM_PAIR_VERB_ASK_MENTEE:
      return state == TDM_PAIR_PROPOSED;
    case TDM_PAIR_VERB_ASK_MENTOR:
      return tdm_pair_state_edits_can_ask_mentor (pair);
    case TDM_PAIR_VERB_CONFIRM:
      return state == TDM_PAIR_ASKED;
    case TDM_PAIR_VERB_ACTIVATE:
      return state < TDM_PAIR_ACTIVE;
    case TDM_PAIR_VERB_RESUME:
      return state == TDM_PAIR_PAUSED;
    case TDM_PAIR_VERB_REOPEN:
      return tdm_pair_is_over (pair) && tdm_pair_can_become (pair, TDM_PAIR_ACTIVE);
    case TDM_PAIR_VERB_PLAN:
      return !tdm_pair_is_over (pair);
    case TDM_PAIR_VERB_EXTEND:
      return tdm_pair_state_edits_can_extend (pair);
    case TDM_PAIR_VERB_PAUSE:
      return tdm_pair_can_become (pair, TDM_PAIR_PAUSED);
    case TDM_PAIR_VERB_DECLINE:
      return tdm_pair_can_become (pair, TDM_PAIR_DECLINED);
    case TDM_PAIR_VERB_END:
      return tdm_pair_can_become (pair, TDM_PAIR_DISSOLVED);
    case TDM_PAIR_VERB_REMOVE:
      return TRUE;
    case TDM_N_PAIR_VERBS:
      break;
    }
  return FALSE;
}

static gboolean
pair_ends_soon (TdmPair *pair)
{
  const char *end = tdm_record_get_text (TDM_RECORD (pair), TDM_PAIR_PLANNED_END);
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autoptr (GDateTime) soon = g_date_time_add_days (now, ENDS_SOON);
  g_autofree char *day = g_date_time_format (soon, "%Y-%m-%d");

  return *end && strcmp (end, day) <= 0;
}

/* What comes next for a tandem; TDM_N_PAIR_VERBS where nothing does. */
TdmPairVerb
tdm_pair_verb_find_next (TdmPair *pair)
{
  switch (tdm_pair_get_state (pair))
    {
    case TDM_PAIR_PROPOSED:
      return TDM_PAIR_VERB_ASK_MENTEE;
    case TDM_PAIR_ASKED:
      return tdm_pair_state_edits_can_ask_mentor (pair) ? TDM_PAIR_VERB_ASK_MENTOR : TDM_PAIR_VERB_CONFIRM;
    case TDM_PAIR_CONFIRMED:
      return TDM_PAIR_VERB_ACTIVATE;
    case TDM_PAIR_ACTIVE:
      return pair_ends_soon (pair) ? TDM_PAIR_VERB_EXTEND : TDM_N_PAIR_VERBS;
    case TDM_PAIR_PAUSED:
      return TDM_PAIR_VERB_RESUME;
    case TDM_PAIR_COMPLETED:
    case TDM_PAIR_DISSOLVED:
      return TDM_PAIR_VERB_REOPEN;
    case TDM_PAIR_DECLINED:
      break;
    }
  return TDM_N_PAIR_VERBS;
}

const char *
tdm_pair_verb_get_name (TdmPairVerb verb)
{
  return verbs[verb].name;
}

/* In the words of the programme */
char *
tdm_pair_verb_make_title (TdmPairVerb verb, TdmProgramme *programme)
{
  const char *title = _ (verbs[verb].title);

  if (verb > TDM_PAIR_VERB_ASK_MENTOR)
    return g_strdup (title);
  return tdm_role_words_fill (programme, verb == TDM_PAIR_VERB_ASK_MENTEE ? TDM_ROLE_MENTEE : TDM_ROLE_MENTOR, title,
                              /* Translators: %s is what the programme calls a mentee or a mentor */
                              _ ("Asked: %s"));
}

const char *
tdm_pair_verb_explain (TdmPairVerb verb)
{
  return verbs[verb].explanation ? _ (verbs[verb].explanation) : NULL;
}

/* The verb of an action of its name, whatever stands before the dot */
TdmPairVerb
tdm_pair_verb_from_action (const char *action)
{
  const char *name = strchr (action, '.') + 1;
  TdmPairVerb verb = 0;

  while (!g_str_equal (verbs[verb].name, name))
    verb++;
  return verb;
}

/* A verb on its way: what it needs to know is read first. */
typedef struct
{
  TdmPairVerb verb;
  GtkWidget *target;
  GtkWidget *over;
  TdmWorkspace *workspace;
  GPtrArray *pairs;
  TdmFeedbackDone done;
} Run;

static void
run_free (Run *self)
{
  g_object_unref (self->target);
  g_object_unref (self->over);
  g_object_unref (self->workspace);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
run_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded = tdm_workspace_load_finish (self->workspace, result, &error);

  /* Of a file that was closed meanwhile nothing is asked or done. */
  if (!tdm_workspace_is_open (self->workspace))
    return;
  if (!is_loaded)
    tdm_feedback_show_error (self->target, error);
  else if (verbs[self->verb].make_edit)
    tdm_workspace_commit_async (self->workspace, verbs[self->verb].make_edit (self->pairs), tdm_feedback_then_cb,
                                tdm_feedback_then (self->target, self->over, self->done));
  else if (self->verb == TDM_PAIR_VERB_PLAN)
    tdm_series_dialog_present_several (self->over, self->workspace, self->pairs, self->done);
  else if (self->done && gtk_widget_get_root (self->over))
    tdm_pair_change_present (self->over, self->workspace, self->pairs, self->verb, self->done);
  else
    tdm_pair_change_present (self->target, self->workspace, self->pairs, self->verb, NULL);
}

static void
run_people_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) self = data;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GPtrArray *pairs = verbs[self->verb].needs_details ? self->pairs : nothing;
  g_autoptr (GError) error = NULL;

  if (tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error))
    tdm_workspace_load_all_async (TDM_WORKSPACE (source), TDM_SCOPE_PAIR, pairs, run_loaded_cb,
                                  g_steal_pointer (&self));
  else
    tdm_feedback_show_error (self->target, error);
}

/* Does it, or asks first what it needs to know. How people take part in their rounds follows: that must be known,
 * though no view has shown it.
 * @done: called with @over, once it is done; NULL for nothing */
void
tdm_pair_verb_run (TdmPairVerb verb, GtkWidget *over, TdmWorkspace *workspace, GPtrArray *pairs, TdmFeedbackDone done)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new ();
  Run *self;

  /* Those that were selected may be hidden by a search or gone by now. */
  if (pairs->len == 0)
    return;
  self = g_new (Run, 1);
  *self = (Run) { verb, tdm_feedback_target (over), g_object_ref (over), g_object_ref (workspace),
                  g_ptr_array_ref (pairs), done };
  for (guint i = 0; i < pairs->len; i++)
    if (!g_ptr_array_find (rounds, tdm_pair_get_round (pairs->pdata[i]), NULL))
      g_ptr_array_add (rounds, tdm_pair_get_round (pairs->pdata[i]));
  tdm_workspace_load_all_async (workspace, TDM_SCOPE_ROUND_PEOPLE, rounds, run_people_loaded_cb, self);
}
