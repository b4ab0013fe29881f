/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-change.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-format.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "delivery/tdm-outbox.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "messages/tdm-cancellations.h"
#include "messages/tdm-outbox-message.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

/* What a verb has to know, asked in a small dialog that says what becomes of meetings and calendars. No person is at
 * fault and no details are asked for. */

struct _TdmPairChange
{
  AdwPreferencesGroup parent_instance;

  TdmWorkspace *workspace;
  GPtrArray *pairs;
  TdmPairVerb verb;
  GtkWidget *over;
  TdmFeedbackDone done;
  AdwMessageDialog *dialog; /* weak */

  AdwComboRow *reason_row;
  TdmDateRow *happened_row;
  GtkWidget *keep_row;
  GtkWidget *cancel_row;
  GtkCheckButton *cancel;
  TdmDateRow *day_row;
  AdwEntryRow *note_row;
};

G_DEFINE_FINAL_TYPE (TdmPairChange, tdm_pair_change, ADW_TYPE_PREFERENCES_GROUP)

/* In the order in which they are offered; TDM_END_NONE is no reason. */
static const TdmEndReason offered[] = {
  TDM_END_GOALS_REACHED, TDM_END_ROUND_END, TDM_END_TIME, TDM_END_CHEMISTRY, TDM_END_NEED_CHANGED,
  TDM_END_LEFT, TDM_END_LONG_ABSENCE, TDM_END_CONTACT_LOST, TDM_END_OTHER,
};

/* How many of these complete a tandem */
#define N_COMPLETING 2

/* How long a tandem goes on, unless people say otherwise */
#define MORE_MONTHS 3
#define PAUSE_MONTHS 1

/* --- what it does ------------------------------------------------------------- */

static gboolean
pair_change_can_complete (TdmPairChange *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (tdm_pair_can_become (self->pairs->pdata[i], TDM_PAIR_COMPLETED))
      return TRUE;
  return FALSE;
}

/* Where nobody has set a goal, none has been reached: then that is not what is suggested. */
static gboolean
pair_change_has_goals (TdmPairChange *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (g_list_model_get_n_items (tdm_pair_get_goals (self->pairs->pdata[i])) > 0)
      return TRUE;
  return FALSE;
}

static TdmEndReason
pair_change_get_reason (TdmPairChange *self)
{
  return offered[adw_combo_row_get_selected (self->reason_row) + (pair_change_can_complete (self) ? 0 : N_COMPLETING)];
}

/* What happened may be put down later. */
static TdmEdit *
pair_change_date (TdmPairChange *self, TdmEdit *edit)
{
  const char *day = tdm_date_row_get_date (self->happened_row);

  tdm_pair_state_edits_set_day (edit, day ? day : "");
  return edit;
}

/* Returns: (transfer full): what the dialog does as it is filled in now */
static TdmEdit *
pair_change_make_edit (TdmPairChange *self)
{
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note_row));
  const char *day = tdm_date_row_get_date (self->day_row);

  switch (self->verb)
    {
    case TDM_PAIR_VERB_ACTIVATE:
      return tdm_pair_state_edits_activate (self->pairs, day);
    case TDM_PAIR_VERB_EXTEND:
      return tdm_pair_state_edits_extend (self->pairs, day);
    case TDM_PAIR_VERB_PAUSE:
      return pair_change_date (
        self,
        tdm_pair_state_edits_pause (self->pairs, gtk_check_button_get_active (self->cancel) ? day : NULL, note));
    case TDM_PAIR_VERB_DECLINE:
      return pair_change_date (self, tdm_pair_state_edits_decline (self->pairs, note));
    case TDM_PAIR_VERB_END:
      return pair_change_date (self, tdm_pair_state_edits_end (self->pairs, pair_change_get_reason (self), note));
    default:
      return tdm_pair_edits_remove (self->pairs->pdata[0], tdm_outbox_pair_is_expected (self->pairs->pdata[0]));
    }
}

/* How many meetings are ahead of those tandems that can be paused */
static guint
pair_change_count_ahead (TdmPairChange *self)
{
  g_autoptr (TdmEdit) edit = tdm_pair_state_edits_pause (self->pairs, "9999-12-31", NULL);
  TdmCancellations all;

  tdm_cancellations_count (&all, edit);
  return all.n_meetings;
}

/* --- what it says ------------------------------------------------------------- */

static char *
pair_change_describe_rest (TdmPairChange *self)
{
  TdmPair *pair = self->pairs->pdata[0];
  guint n_meetings = g_list_model_get_n_items (tdm_pair_get_meetings (pair));
  guint n_goals = g_list_model_get_n_items (tdm_pair_get_goals (pair));
  g_autofree char *meetings = g_strdup_printf (ngettext ("%u meeting", "%u meetings", n_meetings), n_meetings);
  g_autofree char *goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);

  /* Translators: "12 meetings", then "3 goals" */
  return g_strdup_printf (
    _ ("%s, %s and the history of the tandem go with it. Nobody has its meetings in the calendar."), meetings, goals);
}

/* Why it cannot be removed: people would wait for meetings of which nothing is left. */
static char *
pair_change_describe_expected (TdmPairChange *self, const char *problem)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *list = tdm_pair_get_series (self->pairs->pdata[0]);
  g_autofree char *words = NULL;
  guint n;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i);

      tdm_outbox_message_find_expecting (series, people);
    }
  n = g_hash_table_size (people);
  words = g_strdup_printf (ngettext ("%u person has its meetings in the calendar.",
                                     "%u people have its meetings in their calendars.", n), n);
  return g_strdup_printf ("%s %s.", words, problem);
}

static char *
pair_change_describe (TdmPairChange *self, TdmEdit *edit)
{
  TdmRecord *first = self->pairs->pdata[0];
  TdmRecord *round = TDM_RECORD (tdm_pair_get_round (TDM_PAIR (first)));
  guint n_ahead = self->verb == TDM_PAIR_VERB_PAUSE ? pair_change_count_ahead (self) : 0;
  TdmCancellations off;
  g_autofree char *words = NULL;
  g_autofree char *day = NULL;
  g_autofree char *outcome = NULL;

  tdm_cancellations_count (&off, edit);
  words = tdm_cancellations_describe (&off);
  switch (self->verb)
    {
    case TDM_PAIR_VERB_ACTIVATE:
      day = tdm_format_day (tdm_record_get_text (round, TDM_ROUND_KICKOFF));
      return *day ? g_strdup_printf (_ ("Kick-off of the round: %s"), day) : g_strdup ("");
    case TDM_PAIR_VERB_EXTEND:
      day = tdm_format_day (tdm_record_get_text (first, TDM_PAIR_PLANNED_END));
      return *day && self->pairs->len == 1 ? g_strdup_printf (_ ("Planned end until now: %s"), day)
                                           : g_strdup (_ ("The planned end moves to a later day."));
    case TDM_PAIR_VERB_PAUSE:
      if (n_ahead == 0)
        return g_strdup (_ ("No meetings are planned."));
      if (off.n_meetings == 0 && !gtk_check_button_get_active (self->cancel))
        return g_strdup_printf (ngettext ("%u meeting to come stays in the calendars, and nobody gets a message.",
                                          "%u meetings to come stay in the calendars, and nobody gets a message.",
                                          n_ahead), n_ahead);
      return off.n_meetings > 0 ? g_steal_pointer (&words) : g_strdup (_ ("There is no meeting before that day."));
    case TDM_PAIR_VERB_DECLINE:
      return g_strdup_printf ("%s %s", words, _ ("Both are free for another tandem."));
    case TDM_PAIR_VERB_END:
      /* Translators: %s is Completed or Dissolved */
      outcome = g_strdup_printf (_ ("State from then on: %s."),
                                 tdm_code_get_title (tdm_pair_state_get_type (),
                                                     tdm_pair_state_edits_find_end (pair_change_get_reason (self))));
      return g_strdup_printf ("%s %s %s", outcome, words,
                              _ ("Goals, past meetings and history are kept, and the tandem can be taken up again."));
    default:
      return pair_change_describe_rest (self);
    }
}

/* Of several, some may be in a state in which the verb does nothing. */
static char *
pair_change_describe_whom (TdmPairChange *self)
{
  guint n_all = self->pairs->len, n = 0, n_new = 0;
  g_autofree char *whom = NULL, *unasked = NULL;

  for (guint i = 0; i < n_all; i++)
    {
      n += tdm_pair_verb_can (self->verb, self->pairs->pdata[i]);
      n_new += tdm_pair_get_state (self->pairs->pdata[i]) == TDM_PAIR_PROPOSED;
    }
  if (n_all == 1)
    whom = g_strdup ("");
  else if (n == n_all)
    whom = g_strdup_printf (ngettext ("It concerns %u tandem.", "It concerns %u tandems.", n), n);
  else
    whom =
      g_strdup_printf (ngettext ("It concerns %u of %u selected tandems.", "It concerns %u of %u selected tandems.", n),
                       n, n_all);
  if (self->verb != TDM_PAIR_VERB_ACTIVATE || n_new == 0)
    return g_steal_pointer (&whom);
  if (n == 1)
    return g_strdup_printf ("%s%s%s", whom, *whom ? " " : "", _ ("Nobody was asked about it yet."));
  if (n == n_new)
    return g_strdup_printf ("%s %s", whom, _ ("Nobody was asked about any of them yet."));
  unasked =
    g_strdup_printf (ngettext ("%u of them was not asked yet.", "%u of them were not asked yet.", n_new), n_new);
  return g_strdup_printf ("%s %s", whom, unasked);
}

static void
update_cb (TdmPairChange *self)
{
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL, *whom = NULL, *body = NULL;
  gboolean is_possible;

  if (!self->dialog)
    return;
  if (self->verb == TDM_PAIR_VERB_PAUSE)
    gtk_widget_set_sensitive (GTK_WIDGET (self->day_row), gtk_check_button_get_active (self->cancel));
  edit = pair_change_make_edit (self);
  is_possible = tdm_edit_check (edit, &error);
  words = is_possible                              ? pair_change_describe (self, edit)
          : self->verb == TDM_PAIR_VERB_REMOVE ? pair_change_describe_expected (self, error->message)
                                               : g_strdup (error->message);
  whom = is_possible ? pair_change_describe_whom (self) : g_strdup ("");
  body = g_strjoin (*whom && *words ? " " : "", whom, words, NULL);
  adw_message_dialog_set_body (self->dialog, body);
  adw_message_dialog_set_response_enabled (self->dialog, "change", is_possible);
}

/* --- the dialog --------------------------------------------------------------- */

/* Notes about tandems that are over may have to go with them. */
typedef struct
{
  GtkWidget *target;
  GPtrArray *pairs;
  gpointer then;
} Changed;

static void
changed_free (Changed *self)
{
  g_object_unref (self->target);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Changed, changed_free)

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Changed) self = data;
  g_auto (GVariantBuilder) uids = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_autoptr (GVariant) over = NULL;

  tdm_feedback_then_cb (source, result, self->then);
  for (guint i = 0; i < self->pairs->len; i++)
    if (tdm_pair_is_over (self->pairs->pdata[i]))
      g_variant_builder_add (&uids, "s", tdm_record_get_uid (self->pairs->pdata[i]));
  over = g_variant_ref_sink (g_variant_builder_end (&uids));
  if (g_variant_n_children (over) > 0)
    gtk_widget_activate_action_variant (self->target, "win.ask-about-notes", over);
}

static void
pair_change_commit (TdmPairChange *self, gpointer target)
{
  gboolean is_end = self->verb == TDM_PAIR_VERB_END || self->verb == TDM_PAIR_VERB_DECLINE;
  gpointer then = tdm_feedback_then (target, self->over, self->done);
  Changed *changed;

  if (!is_end)
    {
      tdm_workspace_commit_async (self->workspace, pair_change_make_edit (self), tdm_feedback_then_cb, then);
      return;
    }
  changed = g_new (Changed, 1);
  *changed = (Changed) { tdm_feedback_target (target), g_ptr_array_ref (self->pairs), then };
  tdm_workspace_commit_async (self->workspace, pair_change_make_edit (self), changed_cb, changed);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, TdmPairChange *self)
{
  if (g_str_equal (response, "change"))
    pair_change_commit (self, dialog);
  else if (g_str_equal (response, "end"))
    tdm_pair_verb_run (TDM_PAIR_VERB_END, GTK_WIDGET (dialog), self->workspace, self->pairs, NULL);
  else if (g_str_equal (response, "messages"))
    gtk_widget_activate_action (self->over, "win.show-outbox", NULL);
}

static char *
add_months (const char *day, int months)
{
  int year, month, date;
  GDate moved;
  char text[16];

  if (sscanf (day, "%d-%d-%d", &year, &month, &date) != 3)
    return NULL;
  g_date_clear (&moved, 1);
  g_date_set_dmy (&moved, date, month, year);
  g_date_add_months (&moved, months);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &moved);
  return g_strdup (text);
}

/* The kick-off where that is to come, else today; an end some months later; a pause of some weeks. */
static char *
pair_change_suggest_day (TdmPairChange *self)
{
  TdmRecord *pair = self->pairs->pdata[0];
  TdmRecord *round = TDM_RECORD (tdm_pair_get_round (TDM_PAIR (pair)));
  const char *kickoff = tdm_record_get_text (round, TDM_ROUND_KICKOFF);
  const char *end = tdm_record_get_text (pair, TDM_PAIR_PLANNED_END);
  g_autofree char *today = tdm_clock_today ();

  if (self->verb == TDM_PAIR_VERB_ACTIVATE)
    return g_strdup (strcmp (kickoff, today) > 0 ? kickoff : today);
  if (self->verb == TDM_PAIR_VERB_EXTEND)
    return add_months (strcmp (end, today) > 0 ? end : today, MORE_MONTHS);
  return add_months (today, PAUSE_MONTHS);
}

static void
pair_change_fill (TdmPairChange *self)
{
  static const struct { TdmPairVerb verb; const char *title; } days[] = {
    { TDM_PAIR_VERB_ACTIVATE, N_ ("Active from") },
    { TDM_PAIR_VERB_EXTEND, N_ ("New planned end") },
    { TDM_PAIR_VERB_PAUSE, N_ ("Until") },
  };
  gboolean is_event = self->verb == TDM_PAIR_VERB_PAUSE || self->verb == TDM_PAIR_VERB_DECLINE ||
                      self->verb == TDM_PAIR_VERB_END;
  gboolean asks_until = self->verb == TDM_PAIR_VERB_PAUSE && pair_change_count_ahead (self) > 0;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *day = pair_change_suggest_day (self);
  g_autofree char *today = tdm_clock_today ();

  for (guint i = pair_change_can_complete (self) ? 0 : N_COMPLETING; i < G_N_ELEMENTS (offered); i++)
    gtk_string_list_append (titles, tdm_code_get_title (tdm_end_reason_get_type (), offered[i]));
  tdm_choices_widen (self->reason_row);
  adw_combo_row_set_model (self->reason_row, G_LIST_MODEL (titles));
  if (pair_change_can_complete (self) && !pair_change_has_goals (self))
    adw_combo_row_set_selected (self->reason_row, N_COMPLETING - 1);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i].verb == self->verb && (asks_until || self->verb != TDM_PAIR_VERB_PAUSE))
      {
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day_row), _ (days[i].title));
        tdm_date_row_set_date (self->day_row, day);
        gtk_widget_set_visible (GTK_WIDGET (self->day_row), TRUE);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), self->verb == TDM_PAIR_VERB_END);
  gtk_widget_set_visible (self->keep_row, asks_until);
  gtk_widget_set_visible (self->cancel_row, asks_until);
  tdm_date_row_set_date (self->happened_row, today);
  gtk_widget_set_visible (GTK_WIDGET (self->happened_row), is_event);
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), is_event);
}

static void
tdm_pair_change_dispose (GObject *object)
{
  TdmPairChange *self = TDM_PAIR_CHANGE (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->workspace);
  g_clear_object (&self->over);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PAIR_CHANGE);
  G_OBJECT_CLASS (tdm_pair_change_parent_class)->dispose (object);
}

static void
tdm_pair_change_class_init (TdmPairChangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_pair_change_dispose;

  g_type_ensure (TDM_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pair-change.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairChange, reason_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairChange, happened_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairChange, keep_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairChange, cancel_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairChange, cancel);
  gtk_widget_class_bind_template_child (widget_class, TdmPairChange, day_row);
  gtk_widget_class_bind_template_child (widget_class, TdmPairChange, note_row);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
}

static void
tdm_pair_change_init (TdmPairChange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const struct { const char *heading_one, *heading_several, *response; } texts[TDM_N_PAIR_VERBS] = {
  [TDM_PAIR_VERB_ACTIVATE] = { N_ ("Activate the Tandem"), N_ ("Activate the Tandems"), N_ ("_Activate") },
  [TDM_PAIR_VERB_EXTEND] = { N_ ("Extend the Tandem"), N_ ("Extend the Tandems"), N_ ("_Extend") },
  [TDM_PAIR_VERB_PAUSE] = { N_ ("Pause the Tandem?"), N_ ("Pause the Tandems?"), N_ ("_Pause") },
  [TDM_PAIR_VERB_DECLINE] = { N_ ("Decline the Tandem?"), N_ ("Decline the Tandems?"), N_ ("_Decline") },
  [TDM_PAIR_VERB_END] = { N_ ("End the Tandem?"), N_ ("End the Tandems?"), N_ ("_End") },
  [TDM_PAIR_VERB_REMOVE] = { N_ ("Remove the Tandem?"), NULL, N_ ("_Remove") },
};

/* Whether there is nothing to ask and nothing to say */
static gboolean
pair_change_is_plain (TdmPairChange *self)
{
  return self->verb == TDM_PAIR_VERB_REMOVE &&
         g_list_model_get_n_items (tdm_pair_get_meetings (self->pairs->pdata[0])) == 0;
}

/* Asks what @verb has to know about tandems whose details are loaded where it calls meetings off, and does it.
 * @done: called with @over, once it is done; NULL for nothing */
void
tdm_pair_change_present (GtkWidget *over, TdmWorkspace *workspace, GPtrArray *pairs, TdmPairVerb verb,
                         TdmFeedbackDone done)
{
  TdmPairChange *self = g_object_new (TDM_TYPE_PAIR_CHANGE, NULL);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (over));
  gboolean is_expected = verb == TDM_PAIR_VERB_REMOVE && tdm_outbox_pair_is_expected (pairs->pdata[0]);
  GtkWidget *dialog;

  g_object_ref_sink (self);
  self->workspace = g_object_ref (workspace);
  self->pairs = g_ptr_array_ref (pairs);
  self->verb = verb;
  self->over = g_object_ref (over);
  self->done = done;
  if (pair_change_is_plain (self))
    {
      pair_change_commit (self, over);
      g_object_unref (self);
      return;
    }
  dialog = adw_message_dialog_new (parent, _ (pairs->len == 1 ? texts[verb].heading_one : texts[verb].heading_several),
                                   NULL);
  pair_change_fill (self);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "change",
                                    _ (texts[verb].response), NULL);
  if (is_expected && tdm_pair_verb_can (TDM_PAIR_VERB_END, pairs->pdata[0]))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "end", _ ("_End…"));
  else if (is_expected)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "messages", _ ("_Messages to Send…"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "change");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (verb != TDM_PAIR_VERB_REMOVE)
    {
      tdm_dialog_add_extra (dialog, GTK_WIDGET (self));
      tdm_dialog_guard_below (GTK_WIDGET (self));
    }
  g_set_weak_pointer (&self->dialog, ADW_MESSAGE_DIALOG (dialog));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, (GClosureNotify) (void *) g_object_unref,
                         0);
  update_cb (self);
  gtk_window_present (GTK_WINDOW (dialog));
}
