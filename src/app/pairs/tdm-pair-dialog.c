/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-dialog.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-person-order.h"
#include "app/common/tdm-problem-row.h"
#include "app/common/tdm-topic-row.h"
#include "app/words/tdm-person-words.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-pair-edits.h"
#include "method/tdm-partner-rules.h"
#include "model/tdm-participation.h"
#include "model/tdm-role-words.h"
#include "model/tdm-scope.h"
#include "workspace/tdm-round-tandems.h"

#include <string.h>

#define TDM_TYPE_PAIR_DIALOG (tdm_pair_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmPairDialog, tdm_pair_dialog, TDM, PAIR_DIALOG, AdwWindow)

/* Brings two people together. */

struct _TdmPairDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  TdmPair *pair;
  TdmRoundTandems *tandems;
  GHashTable *ranks[2]; /* by TdmRole */
  gboolean is_loaded;
  gboolean busy;

  GtkButton *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  TdmChooserRow *mentee_row;
  TdmProblemRow *mentee_hint;
  TdmChooserRow *mentor_row;
  TdmProblemRow *mentor_hint;
  TdmProblemRow *objections;
  TdmProblemRow *problem;
  AdwPreferencesGroup *beginning_group;
  TdmTopicRow *topic_row;
  AdwComboRow *state_row;
  TdmDateRow *start_row;
  TdmDateRow *end_row;
};

G_DEFINE_FINAL_TYPE (TdmPairDialog, tdm_pair_dialog, ADW_TYPE_WINDOW)

/* Of all people, those come first who take part in that role and wait for a partner. */
static void
pair_dialog_rank (TdmPairDialog *self)
{
  GListModel *all = tdm_record_get_children (self->round, TDM_TYPE_PARTICIPATION);

  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    g_hash_table_remove_all (self->ranks[role]);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmRecord) participation = g_list_model_get_item (all, i);
      TdmParticipationState state = tdm_record_get_integer (participation, TDM_PARTICIPATION_STATE);
      int rank = state == TDM_PARTICIPATION_MATCHED                                                 ? 3
                 : state == TDM_PARTICIPATION_DECLINED || state == TDM_PARTICIPATION_WITHDRAWN ? 1
                                                                                               : 4;

      g_hash_table_insert (self->ranks[tdm_record_get_integer (participation, TDM_PARTICIPATION_ROLE)],
                           tdm_record_get_link (participation, TDM_PARTICIPATION_PERSON), GINT_TO_POINTER (rank));
    }
}

/* For everyone else, between those who want to and those who do not */
#define NO_RANK 2

static int
rank_cb (TdmPerson *person, GHashTable *ranks)
{
  int rank = GPOINTER_TO_INT (g_hash_table_lookup (ranks, person));

  return -(rank > 0 ? rank : NO_RANK);
}

static gboolean
pair_dialog_is_of_pair (TdmPairDialog *self, TdmPerson *person)
{
  return self->pair && (person == tdm_pair_get_mentee (self->pair) || person == tdm_pair_get_mentor (self->pair));
}

/* What a person does in the round beside the tandem that is being changed: of that one everybody knows. */
static void
pair_dialog_show_hint (TdmPairDialog *self, TdmProblemRow *row, TdmPerson *person, TdmRole role)
{
  g_autofree char *capacity = person && self->round && self->is_loaded
                                ? tdm_partner_rules_describe_capacity (self->round, person, role, self->pair)
                                : NULL;
  g_autofree char *part = person ? tdm_person_words_part (person, self->tandems, self->pair) : NULL;
  /* NULL for one who does not take part in the round, or whose participations are not read yet */
  TdmParticipation *participation = person ? tdm_participation_find (self->round, person, role) : NULL;
  g_autofree char *hint = NULL;

  if (part)
    /* Translators: %s is what a person does already, such as "Learns from Anna Wolf" */
    hint = g_strdup_printf (_ ("In this round already: %s"), part);
  else if (participation && !pair_dialog_is_of_pair (self, person))
    /* Translators: %s is how a person takes part, such as "Accepted" */
    hint = g_strdup_printf (_ ("Takes part in this round: %s"),
                            tdm_code_get_title (tdm_participation_state_get_type (),
                                                tdm_participation_get_state (participation)));
  if (capacity)
    {
      char *said = hint ? g_strdup_printf ("%s\n%s.", hint, capacity) : g_strdup_printf ("%s.", capacity);

      g_free (hint);
      hint = said;
    }
  tdm_problem_row_set_text (row, hint);
}

/* What the rules of the round say about the two; NULL for nothing. Sets @forbids to whether they cannot be a tandem. */
static char *
pair_dialog_find_objections (TdmPairDialog *self, TdmPerson *mentee, TdmPerson *mentor, gboolean *forbids)
{
  g_autoptr (GPtrArray) objections =
    tdm_partner_rules_check (self->round, mentee, mentor, tdm_workspace_get_pairs (self->workspace));
  g_autoptr (GString) text = g_string_new (NULL);

  *forbids = tdm_partner_rules_forbid (objections);
  for (guint i = 0; i < objections->len; i++)
    {
      const TdmObjection *objection = objections->pdata[i];

      if (*forbids == (objection->weight == TDM_OBJECTION_FORBIDS))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", objection->text);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* The states in which a tandem can begin are the first of all. */
static TdmPairState
pair_dialog_get_state (TdmPairDialog *self)
{
  return TDM_PAIR_PROPOSED + adw_combo_row_get_selected (self->state_row);
}

static void
update_cb (TdmPairDialog *self)
{
  TdmPerson *mentee = tdm_chooser_row_get_selected (self->mentee_row);
  TdmPerson *mentor = tdm_chooser_row_get_selected (self->mentor_row);
  gboolean is_active = pair_dialog_get_state (self) == TDM_PAIR_ACTIVE;
  const char *end = tdm_date_row_get_date (self->end_row), *start = tdm_date_row_get_date (self->start_row);
  g_autofree char *objections = NULL;
  g_autofree char *forbidden = NULL;
  gboolean forbids = FALSE;
  const char *problem = NULL;

  if (!self->workspace)
    return;

  if (!self->round)
    problem = _ ("There is no round to which a tandem could belong.");
  else if (mentee && mentee == mentor)
    problem = _ ("A tandem needs two different people.");
  else if (mentee && mentor)
    objections = pair_dialog_find_objections (self, mentee, mentor, &forbids);
  if (forbids)
    /* Translators: %s is what speaks against a tandem, such as "Anna Wolf reports to Bo Chen" */
    problem = forbidden = g_strdup_printf (_ ("Not possible in this round: %s"), objections);
  else if (!problem && !self->pair && is_active && start && end && strcmp (end, start) < 0)
    problem = _ ("The planned end lies before the start.");
  gtk_widget_set_visible (GTK_WIDGET (self->start_row), is_active);
  pair_dialog_show_hint (self, self->mentee_hint, mentee, TDM_ROLE_MENTEE);
  pair_dialog_show_hint (self, self->mentor_hint, mentee == mentor ? NULL : mentor, TDM_ROLE_MENTOR);
  tdm_problem_row_set_text (self->objections, forbids ? NULL : objections);
  tdm_problem_row_explain (self->problem, GTK_WIDGET (self->mentor_row), problem);
  gtk_revealer_set_reveal_child (self->notice, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button),
                            !self->busy && self->is_loaded && !tdm_workspace_is_read_only (self->workspace) && mentee &&
                                mentor && !problem);
}

static void
swap_cb (TdmPairDialog *self)
{
  g_autoptr (TdmPerson) mentee = NULL;

  g_set_object (&mentee, tdm_chooser_row_get_selected (self->mentee_row));
  tdm_chooser_row_set_selected (self->mentee_row, tdm_chooser_row_get_selected (self->mentor_row));
  tdm_chooser_row_set_selected (self->mentor_row, mentee);
}

static void
pair_dialog_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmPairDialog) self = data;

  self->busy = FALSE;
  update_cb (self);
  tdm_dialog_finish (self, source, result, self->notice, self->notice_label);
}

static TdmEdit *
pair_dialog_make_edit (TdmPairDialog *self)
{
  TdmPerson *mentee = tdm_chooser_row_get_selected (self->mentee_row);
  TdmPerson *mentor = tdm_chooser_row_get_selected (self->mentor_row);
  const char *end = tdm_date_row_get_date (self->end_row);
  TdmPairBeginning beginning = {
    .state = pair_dialog_get_state (self),
    .topics = tdm_workspace_get_topics (self->workspace),
    .topic = gtk_editable_get_text (GTK_EDITABLE (self->topic_row)),
    .planned_end = end ? end : "",
  };

  if (beginning.state == TDM_PAIR_ACTIVE)
    beginning.start = tdm_date_row_get_date (self->start_row);
  return self->pair ? tdm_pair_edits_change_people (self->pair, mentee, mentor)
                    : tdm_pair_edits_add (self->round, mentee, mentor, &beginning);
}

static void
save_cb (TdmPairDialog *self)
{
  self->busy = TRUE;
  update_cb (self);
  tdm_workspace_commit_async (self->workspace, pair_dialog_make_edit (self), pair_dialog_done_cb, g_object_ref (self));
}

/* Who takes part in the round comes first, and is in a tandem from now on. */
static void
people_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmPairDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error))
    {
      tdm_feedback_show_late_error (error);
      return;
    }
  if (!self->workspace || !tdm_workspace_is_open (self->workspace))
    return;
  self->is_loaded = TRUE;
  pair_dialog_rank (self);
  update_cb (self);
}

static void
tdm_pair_dialog_dispose (GObject *object)
{
  TdmPairDialog *self = TDM_PAIR_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  g_clear_object (&self->pair);
  g_clear_object (&self->tandems);
  g_clear_pointer (&self->ranks[TDM_ROLE_MENTEE], g_hash_table_unref);
  g_clear_pointer (&self->ranks[TDM_ROLE_MENTOR], g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PAIR_DIALOG);
  G_OBJECT_CLASS (tdm_pair_dialog_parent_class)->dispose (object);
}

static void
tdm_pair_dialog_class_init (TdmPairDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_pair_dialog_dispose;

  g_type_ensure (TDM_TYPE_CHOOSER_ROW);
  g_type_ensure (TDM_TYPE_DATE_ROW);
  g_type_ensure (TDM_TYPE_PROBLEM_ROW);
  g_type_ensure (TDM_TYPE_TOPIC_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pair-dialog.ui");
  gtk_widget_class_bind_template_callback (widget_class, tdm_dialog_discard);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, mentee_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, mentee_hint);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, mentor_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, mentor_hint);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, objections);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, beginning_group);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, topic_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, end_row);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_pair_dialog_init (TdmPairDialog *self)
{
  static const char *const rows[] = { "mentee_row", "mentor_row" };
  GtkStringList *states = gtk_string_list_new (NULL);

  self->tandems = tdm_round_tandems_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (TdmPairState state = TDM_PAIR_PROPOSED; state <= TDM_PAIR_ACTIVE; state++)
    gtk_string_list_append (states, tdm_code_get_title (tdm_pair_state_get_type (), state));
  tdm_choices_widen (self->state_row);
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (states));
  g_object_unref (states);
  for (TdmRole role = TDM_ROLE_MENTEE; role <= TDM_ROLE_MENTOR; role++)
    {
      TdmChooserRow *row = TDM_CHOOSER_ROW (gtk_widget_get_template_child (GTK_WIDGET (self), TDM_TYPE_PAIR_DIALOG,
                                                                           rows[role]));
      g_autoptr (GtkExpression) rank = NULL;

      self->ranks[role] = g_hash_table_new (NULL, NULL);
      rank = gtk_cclosure_expression_new (G_TYPE_INT, NULL, 0, NULL, G_CALLBACK (rank_cb),
                                          g_hash_table_ref (self->ranks[role]),
                                          (GClosureNotify) (void *) g_hash_table_unref);
      tdm_chooser_row_set_rank (row, rank);
      tdm_chooser_row_take_order (row, tdm_person_order_make_sorter (TDM_PERSON_ORDER_FIRST_NAME, NULL));
    }
}

/* A programme may have other words for the roles. */
static void
row_set_role_title (TdmChooserRow *row, const char *format, const char *word)
{
  g_autofree char *title = g_strdup_printf (format, word);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

/* A tandem begins as it is usual in its round, with the kick-off where that is to come. */
static void
pair_dialog_fill_beginning (TdmPairDialog *self)
{
  TdmRecord *round = TDM_RECORD (self->round);
  const char *kickoff = tdm_record_get_text (round, TDM_ROUND_KICKOFF);
  g_autofree char *today = tdm_clock_today ();

  adw_combo_row_set_selected (self->state_row, tdm_pair_edits_get_first_state (self->round) - TDM_PAIR_PROPOSED);
  tdm_date_row_set_date (self->start_row, strcmp (kickoff, today) > 0 ? kickoff : today);
  tdm_date_row_set_date (self->end_row, tdm_record_get_text (round, TDM_ROUND_END_DATE));
}

static TdmPairDialog *
pair_dialog_make (TdmWorkspace *workspace, TdmRound *round)
{
  TdmPairDialog *self = g_object_new (TDM_TYPE_PAIR_DIALOG, NULL);
  TdmProgramme *programme = tdm_workspace_get_programme (workspace);
  GListModel *people = tdm_workspace_get_people (workspace);

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->round, round);
  tdm_chooser_row_set_model (self->mentee_row, people);
  tdm_chooser_row_set_model (self->mentor_row, people);
  tdm_topic_row_set_topics (self->topic_row, tdm_workspace_get_topics (workspace));
  tdm_round_tandems_set_workspace (self->tandems, workspace);
  tdm_round_tandems_set_round (self->tandems, round);
  /* Translators: %s is what the programme calls a mentee */
  row_set_role_title (self->mentee_row, _ ("%s (learns)"), tdm_role_words_get (programme, TDM_ROLE_MENTEE));
  /* Translators: %s is what the programme calls a mentor */
  row_set_role_title (self->mentor_row, _ ("%s (gives)"), tdm_role_words_get (programme, TDM_ROLE_MENTOR));
  if (round)
    {
      pair_dialog_fill_beginning (self);
      tdm_workspace_load_async (workspace, TDM_SCOPE_ROUND_PEOPLE, round, people_loaded_cb, g_object_ref (self));
    }
  return self;
}

/* Another person takes the place of one of the two. */
void
tdm_pair_dialog_present_change (GtkWidget *over, TdmWorkspace *workspace, TdmPair *pair)
{
  TdmPairDialog *self = pair_dialog_make (workspace, tdm_pair_get_round (pair));

  self->pair = g_object_ref (pair);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Change People"));
  gtk_button_set_label (self->save_button, _ ("_Change"));
  gtk_widget_set_visible (GTK_WIDGET (self->beginning_group), FALSE);
  tdm_chooser_row_set_selected (self->mentee_row, tdm_pair_get_mentee (pair));
  tdm_chooser_row_set_selected (self->mentor_row, tdm_pair_get_mentor (pair));
  update_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->mentor_row));
  tdm_dialog_open (self, over);
  tdm_dialog_guard (GTK_WIDGET (self));
}

/* Pairs two people; @person may be chosen already. */
void
tdm_pair_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmRound *round, TdmPerson *person)
{
  TdmPairDialog *self = pair_dialog_make (workspace, round);

  tdm_chooser_row_set_selected (self->mentee_row, person);
  update_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (person ? self->mentor_row : self->mentee_row));
  tdm_dialog_open (self, over);
  tdm_dialog_guard (GTK_WIDGET (self));
}
