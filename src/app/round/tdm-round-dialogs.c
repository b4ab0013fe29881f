/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-dialogs.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-record-dialog.h"
#include "app/round/tdm-motives-row.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-participation-edits.h"
#include "edits/tdm-round-edits.h"
#include "method/tdm-partner-rules.h"
#include "model/tdm-role-words.h"
#include "workspace/tdm-workspace.h"

#include <adwaita.h>
#include <string.h>

/* --- a round ------------------------------------------------------------------------- */

static TdmEdit *
round_dialog_make_edit (TdmRecord *draft, gpointer workspace)
{
  if (tdm_record_get_id (draft) != 0 && tdm_record_get_changed (draft) == 0)
    return NULL;
  return tdm_round_edits_save (draft, tdm_workspace_get_rounds (workspace));
}

static void
round_dialog_check (TdmRecordForm *form, TdmRecord *draft, gpointer data)
{
  const char *kickoff = tdm_record_get_text (draft, TDM_ROUND_KICKOFF);
  const char *end = tdm_record_get_text (draft, TDM_ROUND_END_DATE);
  gboolean has_criterion = *tdm_record_get_text (draft, TDM_ROUND_CRITERION) != '\0';
  gboolean is_justified = *tdm_record_get_text (draft, TDM_ROUND_JUSTIFICATION) != '\0';

  if (*kickoff && *end && strcmp (end, kickoff) < 0)
    tdm_record_form_explain (form, TDM_ROUND_END_DATE, _ ("The end of the round must not be before its kick-off."));
  if (has_criterion && !is_justified)
    tdm_record_form_explain (form, TDM_ROUND_JUSTIFICATION,
                             _ ("Please write down the justification of the criterion."));
  if (!has_criterion && is_justified)
    tdm_record_form_explain (form, TDM_ROUND_CRITERION, _ ("Please write down the criterion that is justified."));
  if (has_criterion)
    tdm_record_form_hint (form, TDM_ROUND_CRITERION,
                          _ ("A limit of age needs a legitimate aim. Of a person only whether the criterion is met and "
                             "when that was checked is kept, never a birth date."));
}

/* @round: NULL for a new one */
void
tdm_round_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmRound *round)
{
  g_autoptr (TdmRecord) record = round ? g_object_ref (TDM_RECORD (round))
                                       : tdm_round_edits_new_draft (tdm_workspace_get_rounds (workspace));

  tdm_record_dialog_present (over, workspace,
                             &(TdmRecordDialogSetup) {
                               .title = round ? _ ("Round") : _ ("New Round"),
                               .resource = "/org/tandemapp/Tandem/ui/round/round-form.ui",
                               .record = record,
                               .make_edit = round_dialog_make_edit,
                               .data = g_object_ref (workspace),
                               .free_data = g_object_unref,
                               .check = round_dialog_check,
                             });
}

/* --- a person in it ------------------------------------------------------------------ */

static TdmEdit *
participation_dialog_make_edit (TdmRecord *draft, gpointer data)
{
  return tdm_record_get_changed (draft) == 0 ? NULL : tdm_participation_edits_save (draft);
}

static void
participation_dialog_hint (TdmRecordForm *form, TdmRecord *draft)
{
  TdmParticipationState state = tdm_participation_get_state (TDM_PARTICIPATION (draft));
  gboolean is_gone = state == TDM_PARTICIPATION_DECLINED || state == TDM_PARTICIPATION_WITHDRAWN;
  TdmPair *pair = is_gone ? tdm_participation_edits_find_tandem (TDM_PARTICIPATION (draft)) : NULL;
  gboolean learns = tdm_participation_get_role (TDM_PARTICIPATION (draft)) == TDM_ROLE_MENTEE;
  g_autofree char *hint = NULL;

  if (!pair)
    return;
  /* Translators: the partner in the tandem */
  hint = g_strdup_printf (_ ("The tandem with %s goes on until it is ended on its page."),
                          tdm_person_get_name (learns ? tdm_pair_get_mentor (pair) : tdm_pair_get_mentee (pair)));
  tdm_record_form_hint (form, TDM_PARTICIPATION_STATE, hint);
}

/* Nothing is dropped because somebody takes on fewer: which tandem stays is up to people. */
static void
participation_dialog_hint_capacity (TdmRecordForm *form, TdmRecord *draft)
{
  guint n = tdm_partner_rules_count_tandems (tdm_record_get_link (draft, TDM_PARTICIPATION_ROUND),
                                             tdm_participation_get_person (TDM_PARTICIPATION (draft)),
                                             tdm_participation_get_role (TDM_PARTICIPATION (draft)), NULL);
  g_autofree char *hint = NULL;

  if (n <= tdm_record_get_integer (draft, TDM_PARTICIPATION_CAPACITY))
    return;
  hint = g_strdup_printf (ngettext ("It is %u tandem now, which goes on until it is ended on its page.",
                                    "It is %u tandems now. All of them go on until one is ended on its page.", n), n);
  tdm_record_form_hint (form, TDM_PARTICIPATION_CAPACITY, hint);
}

static void
participation_dialog_check (TdmRecordForm *form, TdmRecord *draft, gpointer data)
{
  TdmParticipationState state = tdm_participation_get_state (TDM_PARTICIPATION (draft));
  guint64 changed = tdm_record_get_changed (draft);

  if (changed & (G_GUINT64_CONSTANT (1) << TDM_PARTICIPATION_TOLD_ON) &&
      *tdm_record_get_text (draft, TDM_PARTICIPATION_TOLD_ON) && !tdm_participation_edits_can_be_told (state))
    tdm_record_form_explain (form, TDM_PARTICIPATION_TOLD_ON,
                             _ ("Nothing is decided yet: first choose who is accepted, in reserve or declined."));
  if (changed & (G_GUINT64_CONSTANT (1) << TDM_PARTICIPATION_CHECKED_ON) &&
      *tdm_record_get_text (draft, TDM_PARTICIPATION_CHECKED_ON) &&
      tdm_record_get_integer (draft, TDM_PARTICIPATION_CRITERION) == TDM_CRITERION_UNKNOWN)
    tdm_record_form_explain (form, TDM_PARTICIPATION_CHECKED_ON,
                             _ ("Please choose first whether the criterion is met."));
  participation_dialog_hint (form, draft);
  participation_dialog_hint_capacity (form, draft);
}

void
tdm_participation_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmParticipation *participation)
{
  g_type_ensure (TDM_TYPE_MOTIVES_ROW);
  tdm_record_dialog_present (over, workspace,
                             &(TdmRecordDialogSetup) {
                               .title = tdm_person_get_name (tdm_participation_get_person (participation)),
                               .resource = "/org/tandemapp/Tandem/ui/round/participation-form.ui",
                               .record = participation,
                               .make_edit = participation_dialog_make_edit,
                               .check = participation_dialog_check,
                             });
}

typedef struct
{
  TdmRound *round;
  TdmRole role;
} TdmNewParticipant;

static void
new_participant_free (gpointer data)
{
  TdmNewParticipant *self = data;

  g_object_unref (self->round);
  g_free (self);
}

static TdmEdit *
new_participant_make_edit (TdmRecord *draft, gpointer data)
{
  const TdmNewParticipant *self = data;
  TdmEdit *edit = tdm_edit_new_save (draft);

  tdm_participation_edits_insert (edit, self->round, draft, self->role);
  return edit;
}

/* Somebody who is not in the programme yet */
void
tdm_new_participant_present (GtkWidget *over, TdmWorkspace *workspace, TdmRound *round, TdmRole role)
{
  g_autoptr (TdmRecord) person = tdm_record_new (TDM_TYPE_PERSON);
  TdmNewParticipant *new = g_new0 (TdmNewParticipant, 1);
  g_autofree char *title =
    g_strdup_printf (_ ("New Person as %s"), tdm_role_words_get (tdm_round_get_programme (round), role));

  *new = (TdmNewParticipant) { g_object_ref (round), role };
  tdm_record_dialog_present (over, workspace,
                             &(TdmRecordDialogSetup) {
                               .title = title,
                               .resource = "/org/tandemapp/Tandem/ui/round/new-person-form.ui",
                               .record = person,
                               .make_edit = new_participant_make_edit,
                               .data = new,
                               .free_data = new_participant_free,
                               .another = _ ("Add and _Next Person"),
                             });
}

/* --- the state of several ------------------------------------------------------------ */

typedef struct
{
  TdmWorkspace *workspace;
  GPtrArray *participations;
  GtkWidget *over;
  TdmFeedbackDone done;
  AdwComboRow *state;
  GtkEditable *reason;
} TdmPeopleState;

static void
people_state_free (gpointer data, GClosure *closure)
{
  TdmPeopleState *self = data;

  g_object_unref (self->workspace);
  g_ptr_array_unref (self->participations);
  g_object_unref (self->over);
  g_free (self);
}

static void
people_state_response_cb (GtkWidget *dialog, const char *response, gpointer data)
{
  TdmPeopleState *self = data;

  if (g_str_equal (response, "change"))
    tdm_workspace_commit_async (self->workspace,
                                tdm_participation_edits_set_state (self->participations,
                                                                   adw_combo_row_get_selected (self->state),
                                                                   gtk_editable_get_text (self->reason)),
                                tdm_feedback_then_cb, tdm_feedback_then (dialog, self->over, self->done));
}

/* The state that most of them have leads to another one: so it starts with what a decision would be.
 * @done: called with @over, once they have another state; NULL for nothing */
void
tdm_people_state_present (GtkWidget *over, TdmWorkspace *workspace, GPtrArray *participations, TdmFeedbackDone done)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/tandemapp/Tandem/ui/round/people-state.ui");
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (over)), NULL, NULL));
  g_autoptr (GtkStringList) titles = tdm_choices_of_codes (NULL, tdm_participation_state_get_type (), NULL);
  TdmPeopleState *self = g_new0 (TdmPeopleState, 1);

  *self = (TdmPeopleState) { g_object_ref (workspace), g_ptr_array_ref (participations), g_object_ref (over), done,
                             ADW_COMBO_ROW (gtk_builder_get_object (builder, "state")),
                             GTK_EDITABLE (gtk_builder_get_object (builder, "reason")) };
  tdm_choices_widen (self->state);
  adw_combo_row_set_model (self->state, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->state, TDM_PARTICIPATION_ACCEPTED);
  adw_message_dialog_format_heading (dialog,
                                     ngettext ("New State of %u Person", "New State of %u People", participations->len),
                                     participations->len);
  adw_message_dialog_set_body (dialog, _ ("It counts from today. Whoever is accepted, in reserve or declined waits to "
                                          "be told."));
  tdm_dialog_add_extra (dialog, GTK_WIDGET (gtk_builder_get_object (builder, "group")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "change", _ ("C_hange"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "change", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "change");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (people_state_response_cb), self, people_state_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
