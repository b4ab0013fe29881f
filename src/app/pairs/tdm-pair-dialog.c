/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-dialog.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-problem-row.h"
#include "app/words/tdm-person-words.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-pair-edits.h"
#include "model/tdm-role-words.h"
#include "workspace/tdm-round-tandems.h"

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
  gboolean busy;

  GtkButton *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  TdmChooserRow *mentee_row;
  TdmProblemRow *mentee_hint;
  TdmChooserRow *mentor_row;
  TdmProblemRow *mentor_hint;
  TdmProblemRow *problem;
  AdwPreferencesGroup *topic_group;
  TdmChooserRow *topic_row;
};

G_DEFINE_FINAL_TYPE (TdmPairDialog, tdm_pair_dialog, ADW_TYPE_WINDOW)

/* Called from the template. */
char *tdm_topic_item_get_search (TdmTopic *topic);

char *
tdm_topic_item_get_search (TdmTopic *topic)
{
  return g_strjoin ("\n", tdm_topic_get_title (topic), tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA), NULL);
}

static void
pair_dialog_show_hint (TdmPairDialog *self, TdmProblemRow *row, TdmPerson *person)
{
  g_autofree char *part = person ? tdm_person_words_part (person, self->tandems) : NULL;
  /* Translators: %s is what a person does already, such as "Learns from Anna Wolf" */
  g_autofree char *hint = part ? g_strdup_printf (_ ("In this round already: %s"), part) : NULL;

  tdm_problem_row_set_text (row, hint);
}

static void
update_cb (TdmPairDialog *self)
{
  TdmPerson *mentee = tdm_chooser_row_get_selected (self->mentee_row);
  TdmPerson *mentor = tdm_chooser_row_get_selected (self->mentor_row);
  const char *problem = NULL;

  if (!self->workspace)
    return;

  if (!self->round)
    problem = _ ("There is no round to which a tandem could belong.");
  else if (mentee && mentee == mentor)
    problem = _ ("A tandem needs two different people.");
  pair_dialog_show_hint (self, self->mentee_hint, mentee);
  pair_dialog_show_hint (self, self->mentor_hint, problem ? NULL : mentor);
  tdm_problem_row_explain (self->problem, GTK_WIDGET (self->mentor_row), problem);
  gtk_revealer_set_reveal_child (self->notice, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button),
                            !self->busy && !tdm_workspace_is_read_only (self->workspace) && mentee && mentor &&
                                !problem);
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

static void
save_cb (TdmPairDialog *self)
{
  TdmTopic *topic = tdm_chooser_row_get_selected (self->topic_row);

  self->busy = TRUE;
  update_cb (self);
  if (self->pair)
    tdm_workspace_commit_async (self->workspace,
                                tdm_pair_edits_change_people (self->pair,
                                                              tdm_chooser_row_get_selected (self->mentee_row),
                                                              tdm_chooser_row_get_selected (self->mentor_row)),
                                pair_dialog_done_cb, g_object_ref (self));
  else
    tdm_workspace_commit_async (self->workspace,
                                tdm_pair_edits_add (self->round, tdm_chooser_row_get_selected (self->mentee_row),
                                                    tdm_chooser_row_get_selected (self->mentor_row),
                                                    &(TdmPairBeginning) {
                                                      .state = TDM_PAIR_ACTIVE,
                                                      .topics = tdm_workspace_get_topics (self->workspace),
                                                      .topic = topic ? tdm_topic_get_title (topic) : NULL,
                                                    }),
                                pair_dialog_done_cb, g_object_ref (self));
}

static void
tdm_pair_dialog_dispose (GObject *object)
{
  TdmPairDialog *self = TDM_PAIR_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  g_clear_object (&self->pair);
  g_clear_object (&self->tandems);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PAIR_DIALOG);
  G_OBJECT_CLASS (tdm_pair_dialog_parent_class)->dispose (object);
}

static void
tdm_pair_dialog_class_init (TdmPairDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_pair_dialog_dispose;

  g_type_ensure (TDM_TYPE_CHOOSER_ROW);
  g_type_ensure (TDM_TYPE_PROBLEM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pair-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, mentee_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, mentee_hint);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, mentor_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, mentor_hint);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, topic_group);
  gtk_widget_class_bind_template_child (widget_class, TdmPairDialog, topic_row);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_pair_dialog_init (TdmPairDialog *self)
{
  self->tandems = tdm_round_tandems_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A programme may have other words for the roles. */
static void
row_set_role_title (TdmChooserRow *row, const char *format, const char *word)
{
  g_autofree char *title = g_strdup_printf (format, word);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
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
  tdm_chooser_row_set_model (self->topic_row, tdm_workspace_get_topics (workspace));
  tdm_round_tandems_set_workspace (self->tandems, workspace);
  tdm_round_tandems_set_round (self->tandems, round);
  /* Translators: %s is what the programme calls a mentee */
  row_set_role_title (self->mentee_row, _ ("%s (learns)"), tdm_role_words_get (programme, TDM_ROLE_MENTEE));
  /* Translators: %s is what the programme calls a mentor */
  row_set_role_title (self->mentor_row, _ ("%s (gives)"), tdm_role_words_get (programme, TDM_ROLE_MENTOR));
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
  gtk_widget_set_visible (GTK_WIDGET (self->topic_group), FALSE);
  tdm_chooser_row_set_selected (self->mentee_row, tdm_pair_get_mentee (pair));
  tdm_chooser_row_set_selected (self->mentor_row, tdm_pair_get_mentor (pair));
  update_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->mentor_row));
  tdm_dialog_open (self, over);
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
}
