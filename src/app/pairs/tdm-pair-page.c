/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-page.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-goal-ring.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-tab-stop.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/goals/tdm-goal-sharing-dialog.h"
#include "app/goals/tdm-goals-box.h"
#include "app/meetings/tdm-kinds-dialog.h"
#include "app/meetings/tdm-meeting-menu.h"
#include "app/meetings/tdm-meetings-box.h"
#include "app/meetings/tdm-series-dialog.h"
#include "app/notes/tdm-pair-notes.h"
#include "app/outbox/tdm-export-dialog.h"
#include "app/outbox/tdm-outbox-bar.h"
#include "app/outbox/tdm-reply-bar.h"
#include "app/pairs/tdm-pair-dialog.h"
#include "app/pairs/tdm-pair-history.h"
#include "app/pairs/tdm-pair-match.h"
#include "app/pairs/tdm-pair-terms.h"
#include "app/pairs/tdm-pair-verbs.h"
#include "app/pairs/tdm-person-panel.h"
#include "app/words/tdm-pair-words.h"
#include "app/words/tdm-role-titles.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-series-edits.h"
#include "model/tdm-scope.h"
#include "workspace/tdm-workspace.h"

/* Everything about one tandem. */

struct _TdmPairPage
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPair *pair;
  GSignalGroup *pair_signals;
  GSignalGroup *topic_signals;
  GSignalGroup *mentee_signals;
  GSignalGroup *mentor_signals;
  GSignalGroup *workspace_signals;
  GSignalGroup *pairs_signals;
  GBindingGroup *ring_bindings;

  AdwWindowTitle *title;
  GMenu *menu;
  GtkLabel *headline;
  GtkLabel *topic;
  GtkLabel *state;
  GtkLabel *terms;
  GtkButton *next;
  TdmPairTerms *terms_group;
  TdmPairMatch *match;
  TdmGoalRing *ring;
  GtkBox *panels;
  TdmPersonPanel *mentee_panel;
  TdmPersonPanel *mentor_panel;
  TdmGoalsBox *mentee_goals;
  TdmGoalsBox *mentor_goals;
  TdmGoalsBox *joint_goals;
  TdmReplyBar *reply_bar;
  TdmOutboxBar *outbox_bar;
  TdmPairNotes *notes;
  TdmMeetingsBox *meetings;
  TdmPairHistory *history;
  GtkScrolledWindow *scroller;

  guint n_loading;
  gint64 wanted_meeting; /* 0 for none */
};

G_DEFINE_FINAL_TYPE (TdmPairPage, tdm_pair_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_NARROW,
  N_PROPS
} TdmPairPageProperty;

static GParamSpec *specs[N_PROPS];

static TdmSeries *
pair_page_find_series (TdmPairPage *self)
{
  GListModel *list = self->pair ? tdm_pair_get_series (self->pair) : NULL;

  for (guint i = list ? g_list_model_get_n_items (list) : 0; i > 0; i--)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i - 1);

      if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) <= TDM_SERIES_ISSUED)
        return series;
    }
  return NULL;
}

static void
pair_page_update_actions (TdmPairPage *self)
{
  gboolean writable = self->pair && !tdm_workspace_is_read_only (self->workspace);
  TdmPerson *me = self->workspace ? tdm_workspace_get_participant (self->workspace) : NULL;
  TdmSeries *series = pair_page_find_series (self);
  GtkWidget *widget = GTK_WIDGET (self);

  for (TdmPairVerb verb = 0; verb < TDM_N_PAIR_VERBS; verb++)
    {
      g_autofree char *action = g_strconcat ("pair.", tdm_pair_verb_get_name (verb), NULL);

      gtk_widget_action_set_enabled (widget, action, writable && tdm_pair_verb_can (verb, self->pair));
    }
  gtk_widget_action_set_enabled (widget, "pair.kinds", writable && tdm_kinds_dialog_has_meetings (self->pair));
  gtk_widget_action_set_enabled (widget, "pair.change-people", writable && !me && !tdm_pair_is_over (self->pair));
  /* A series that comes from another organizer goes on, whatever is cancelled here. */
  gtk_widget_action_set_enabled (widget, "pair.cancel-series", writable && series && !tdm_series_asks (series, me));
  gtk_widget_action_set_enabled (widget, "pair.export", series && !tdm_series_is_external (series));
  gtk_widget_action_set_enabled (widget, "pair.share-goals",
                                 self->pair && g_list_model_get_n_items (tdm_pair_get_goals (self->pair)) > 0);
}

/* The one thing that comes next, beside all that is possible in the menu */
static void
pair_page_show_next (TdmPairPage *self)
{
  TdmPairVerb verb = tdm_pair_verb_find_next (self->pair);
  g_autofree char *action = NULL, *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next), verb < TDM_N_PAIR_VERBS &&
                                                     !tdm_workspace_is_read_only (self->workspace));
  if (verb == TDM_N_PAIR_VERBS)
    return;
  action = g_strconcat ("pair.", tdm_pair_verb_get_name (verb), NULL);
  title = tdm_pair_verb_make_title (verb, tdm_workspace_get_programme (self->workspace));
  gtk_button_set_label (self->next, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), tdm_pair_verb_explain (verb));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), action);
}

static void
pair_page_show_terms (TdmPairPage *self)
{
  g_autofree char *period = tdm_pair_words_period (self->pair);
  g_autofree char *constellation = tdm_pair_words_constellation (self->pair);
  g_autofree char *terms = g_strconcat (period, *period && *constellation ? " · " : "", constellation, NULL);

  tdm_label_show_text (self->terms, terms);
}

static void
pair_page_show_pair (TdmPairPage *self)
{
  TdmTopic *topic = tdm_pair_get_topic (self->pair);
  g_autofree char *title = tdm_pair_words_title (self->pair);
  g_autofree char *standing = tdm_pair_words_standing (self->pair);
  /* Translators: mentee, then mentor */
  g_autofree char *headline = g_strdup_printf (_ ("%s learns from %s"),
                                               tdm_person_get_name (tdm_pair_get_mentee (self->pair)),
                                               tdm_person_get_name (tdm_pair_get_mentor (self->pair)));

  adw_window_title_set_title (self->title, title);
  gtk_label_set_text (self->headline, headline);
  g_signal_group_set_target (self->topic_signals, topic);
  gtk_label_set_text (self->topic, topic ? tdm_topic_get_title (topic) : _ ("No topic yet"));
  gtk_label_set_text (self->state, standing);
  tdm_css_set_class (self->state, "good", tdm_pair_get_state (self->pair) == TDM_PAIR_ACTIVE);
  pair_page_show_terms (self);
  tdm_goals_box_show_heading (self->mentee_goals);
  tdm_goals_box_show_heading (self->mentor_goals);
  pair_page_show_next (self);
  pair_page_update_actions (self);
}

/* Series, goals and meetings: all of them decide what can be done, and the goals what is said of both sides. */
static void
pair_page_changed_cb (TdmPairPage *self)
{
  pair_page_update_actions (self);
  if (self->pair)
    pair_page_show_terms (self);
}

/* The file may have been closed meanwhile, or be another one. The page outlives its window as long as it waits for an
 * answer: its tandem is not a sign. */
static gboolean
pair_page_can_take (TdmPairPage *self, gpointer workspace)
{
  return self->pair && self->workspace == workspace && tdm_workspace_is_open (workspace);
}

/* A meeting has no place before all that stands above it is there. */
static void
pair_page_show_wanted (TdmPairPage *self)
{
  if (self->n_loading > 0 || self->wanted_meeting == 0)
    return;
  tdm_meetings_box_show_meeting (self->meetings, self->wanted_meeting);
  self->wanted_meeting = 0;
}

static void
pair_page_details_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmPairPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded = tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error);

  self->n_loading--;
  if (!pair_page_can_take (self, source))
    return;
  if (!is_loaded)
    tdm_feedback_show_error (GTK_WIDGET (self), error);
  else
    {
      pair_page_show_pair (self);
      tdm_pair_match_show (self->match);
      tdm_pair_terms_refresh (self->terms_group);
      pair_page_show_wanted (self);
    }
}

static void
pair_page_meetings_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmPairPage *self = data;

  if (pair_page_can_take (self, source))
    {
      tdm_reply_bar_set_pair (self->reply_bar, self->workspace, self->pair);
      tdm_outbox_bar_set_pair (self->outbox_bar, self->workspace, self->pair);
    }
  pair_page_details_loaded_cb (source, result, self);
}

static void
pair_page_load_details (TdmPairPage *self)
{
  self->n_loading += 3;
  tdm_workspace_load_async (self->workspace, TDM_SCOPE_PERSON, tdm_pair_get_mentee (self->pair),
                            pair_page_details_loaded_cb, g_object_ref (self));
  tdm_workspace_load_async (self->workspace, TDM_SCOPE_PERSON, tdm_pair_get_mentor (self->pair),
                            pair_page_details_loaded_cb, g_object_ref (self));
  tdm_workspace_load_async (self->workspace, TDM_SCOPE_PAIR, self->pair, pair_page_meetings_loaded_cb,
                            g_object_ref (self));
}

static void
pair_page_show_people (TdmPairPage *self)
{
  TdmProgramme *programme = tdm_workspace_get_programme (self->workspace);

  tdm_person_panel_set_person (self->mentee_panel, tdm_pair_get_mentee (self->pair), TDM_ROLE_MENTEE,
                               tdm_role_words_get (programme, TDM_ROLE_MENTEE));
  tdm_person_panel_set_person (self->mentor_panel, tdm_pair_get_mentor (self->pair), TDM_ROLE_MENTOR,
                               tdm_role_words_get (programme, TDM_ROLE_MENTOR));
}

/* Another person is now mentee or mentor. */
static void
pair_page_people_changed_cb (TdmPairPage *self)
{
  g_signal_group_set_target (self->mentee_signals, tdm_pair_get_mentee (self->pair));
  g_signal_group_set_target (self->mentor_signals, tdm_pair_get_mentor (self->pair));
  pair_page_show_people (self);
  pair_page_load_details (self);
}

static void
pair_page_pairs_changed_cb (TdmPairPage *self)
{
  guint position;

  /* Undo may take away the very tandem that is on show, or to which one would come back. */
  if (self->pair &&
      !g_list_store_find (G_LIST_STORE (tdm_workspace_get_pairs (self->workspace)), self->pair, &position))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", "s", tdm_record_get_uid (TDM_RECORD (self->pair)));
}

typedef void (*TdmPairPresent) (GtkWidget *over, TdmWorkspace *workspace, TdmPair *pair);

static const struct { const char *action; TdmPairPresent present; } dialogs[] = {
  { "pair.plan", tdm_series_dialog_present },
  { "pair.kinds", tdm_kinds_dialog_present },
  { "pair.change-people", tdm_pair_dialog_present_change },
  { "pair.export", tdm_export_dialog_present },
  { "pair.share-goals", tdm_goal_sharing_dialog_present },
};

static void
pair_page_present_dialog_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmPairPage *self = TDM_PAIR_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (action, dialogs[i].action))
      dialogs[i].present (widget, self->workspace, self->pair);
}

static void
pair_page_cancel_series_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmPairPage *self = TDM_PAIR_PAGE (widget);

  tdm_workspace_commit_async (self->workspace, tdm_series_edits_cancel (pair_page_find_series (self)),
                              tdm_feedback_undo_cb, tdm_feedback_target (self));
}

static void
pair_page_run_verb_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmPairPage *self = TDM_PAIR_PAGE (widget);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (pairs, g_object_ref (self->pair));
  tdm_pair_verb_run (tdm_pair_verb_from_action (action), widget, self->workspace, pairs, NULL);
}

/* Groups let go of a target by themselves when it is gone. */
static void
pair_page_follow (TdmPairPage *self, TdmPair *pair)
{
  g_signal_group_set_target (self->pair_signals, pair);
  g_signal_group_set_target (self->topic_signals, pair ? tdm_pair_get_topic (pair) : NULL);
  g_signal_group_set_target (self->mentee_signals, pair ? tdm_pair_get_mentee (pair) : NULL);
  g_signal_group_set_target (self->mentor_signals, pair ? tdm_pair_get_mentor (pair) : NULL);
  g_binding_group_set_source (self->ring_bindings, pair);
  g_set_object (&self->pair, pair);
  tdm_pair_notes_set_pair (self->notes, pair);
  tdm_pair_terms_set_pair (self->terms_group, pair ? self->workspace : NULL, pair);
  tdm_pair_match_set_pair (self->match, pair ? self->workspace : NULL, pair);
}

static void
pair_page_words_changed_cb (TdmPairPage *self)
{
  if (self->workspace)
    tdm_role_titles_fill_menu (G_MENU_MODEL (self->menu), tdm_workspace_get_programme (self->workspace));
  if (!self->pair)
    return;
  pair_page_show_people (self);
  pair_page_show_pair (self);
  tdm_pair_history_set_pair (self->history, self->workspace, self->pair);
}

static void
pair_page_take (TdmPairPage *self, TdmPair *pair)
{
  pair_page_follow (self, pair);
  tdm_goals_box_set_pair (self->mentee_goals, self->workspace, self->pair);
  tdm_goals_box_set_pair (self->mentor_goals, self->workspace, self->pair);
  tdm_goals_box_set_pair (self->joint_goals, self->workspace, self->pair);
  pair_page_show_pair (self);
  pair_page_show_people (self);
  tdm_meetings_box_set_pair (self->meetings, self->workspace, self->pair);
  tdm_pair_history_set_pair (self->history, self->workspace, self->pair);
  pair_page_load_details (self);
}

/* Rows and lines are made for a file that can be written, or not. */
static void
pair_page_show_again_cb (TdmPairPage *self)
{
  if (self->pair)
    pair_page_take (self, self->pair);
}

static void
pair_page_set_workspace (TdmPairPage *self, TdmWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;

  pair_page_follow (self, NULL);
  tdm_reply_bar_set_pair (self->reply_bar, NULL, NULL);
  tdm_outbox_bar_set_pair (self->outbox_bar, NULL, NULL);
  tdm_meetings_box_set_pair (self->meetings, NULL, NULL);
  tdm_pair_history_set_pair (self->history, NULL, NULL);
  tdm_goals_box_clear (self->mentee_goals);
  tdm_goals_box_clear (self->mentor_goals);
  tdm_goals_box_clear (self->joint_goals);
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->workspace_signals, workspace);
  g_signal_group_set_target (self->pairs_signals, workspace ? tdm_workspace_get_pairs (workspace) : NULL);
  tdm_role_titles_follow (workspace, self, G_CALLBACK (pair_page_words_changed_cb));
  pair_page_words_changed_cb (self);
}

static void
tdm_pair_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPairPage *self = TDM_PAIR_PAGE (object);

  if (id == PROP_WORKSPACE)
    pair_page_set_workspace (self, g_value_get_object (value));
  else
    {
      gboolean narrow = g_value_get_boolean (value);

      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panels),
                                      narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_homogeneous (self->panels, !narrow);
    }
}

static void
tdm_pair_page_dispose (GObject *object)
{
  TdmPairPage *self = TDM_PAIR_PAGE (object);

  pair_page_follow (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PAIR_PAGE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_pair_page_parent_class)->dispose (object);
}

static void
tdm_pair_page_finalize (GObject *object)
{
  TdmPairPage *self = TDM_PAIR_PAGE (object);

  g_object_unref (self->pair_signals);
  g_object_unref (self->topic_signals);
  g_object_unref (self->mentee_signals);
  g_object_unref (self->mentor_signals);
  g_object_unref (self->workspace_signals);
  g_object_unref (self->pairs_signals);
  g_object_unref (self->ring_bindings);
  G_OBJECT_CLASS (tdm_pair_page_parent_class)->finalize (object);
}

static void
tdm_pair_page_class_init (TdmPairPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_pair_page_set_property;
  object_class->dispose = tdm_pair_page_dispose;
  object_class->finalize = tdm_pair_page_finalize;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_GOAL_RING);
  g_type_ensure (TDM_TYPE_GOALS_BOX);
  g_type_ensure (TDM_TYPE_MEETINGS_BOX);
  g_type_ensure (TDM_TYPE_PERSON_PANEL);
  g_type_ensure (TDM_TYPE_REPLY_BAR);
  g_type_ensure (TDM_TYPE_OUTBOX_BAR);
  g_type_ensure (TDM_TYPE_PAIR_NOTES);
  g_type_ensure (TDM_TYPE_PAIR_HISTORY);
  g_type_ensure (TDM_TYPE_PAIR_MATCH);
  g_type_ensure (TDM_TYPE_TAB_STOP);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  g_type_ensure (TDM_TYPE_PAIR_TERMS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/pair-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, menu);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, headline);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, topic);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, state);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, terms);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, next);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, terms_group);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, match);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, ring);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, panels);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, mentee_panel);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, mentor_panel);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, mentee_goals);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, mentor_goals);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, joint_goals);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, reply_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, outbox_bar);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, notes);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, meetings);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, history);
  gtk_widget_class_bind_template_child (widget_class, TdmPairPage, scroller);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_install_action (widget_class, "pair.plan", NULL, pair_page_present_dialog_cb);
  gtk_widget_class_install_action (widget_class, "pair.kinds", NULL, pair_page_present_dialog_cb);
  gtk_widget_class_install_action (widget_class, "pair.export", NULL, pair_page_present_dialog_cb);
  gtk_widget_class_install_action (widget_class, "pair.share-goals", NULL, pair_page_present_dialog_cb);
  gtk_widget_class_install_action (widget_class, "pair.change-people", NULL, pair_page_present_dialog_cb);
  gtk_widget_class_install_action (widget_class, "pair.cancel-series", NULL, pair_page_cancel_series_cb);
  gtk_widget_class_install_action (widget_class, "pair.ask-mentee", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.ask-mentor", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.confirm", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.activate", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.decline", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.extend", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.pause", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.resume", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.end", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.reopen", NULL, pair_page_run_verb_cb);
  gtk_widget_class_install_action (widget_class, "pair.remove", NULL, pair_page_run_verb_cb);
}

static void
tdm_pair_page_init (TdmPairPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_meeting_menu_attach (GTK_WIDGET (self));
  self->pair_signals = g_signal_group_new (TDM_TYPE_PAIR);
  g_signal_group_connect_swapped (self->pair_signals, "notify", G_CALLBACK (pair_page_show_pair), self);
  g_signal_group_connect_swapped (self->pair_signals, "notify::mentee", G_CALLBACK (pair_page_people_changed_cb), self);
  g_signal_group_connect_swapped (self->pair_signals, "notify::mentor", G_CALLBACK (pair_page_people_changed_cb), self);
  self->topic_signals = g_signal_group_new (TDM_TYPE_TOPIC);
  g_signal_group_connect_swapped (self->topic_signals, "notify::title", G_CALLBACK (pair_page_show_pair), self);
  self->mentee_signals = g_signal_group_new (TDM_TYPE_PERSON);
  g_signal_group_connect_swapped (self->mentee_signals, "notify::name", G_CALLBACK (pair_page_show_pair), self);
  self->mentor_signals = g_signal_group_new (TDM_TYPE_PERSON);
  g_signal_group_connect_swapped (self->mentor_signals, "notify::name", G_CALLBACK (pair_page_show_pair), self);
  self->pairs_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->pairs_signals, "items-changed", G_CALLBACK (pair_page_pairs_changed_cb), self);
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed", G_CALLBACK (pair_page_changed_cb), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::read-only", G_CALLBACK (pair_page_show_again_cb),
                                  self);

  self->ring_bindings = g_binding_group_new ();
  g_binding_group_bind (self->ring_bindings, "steps-done", self->ring, "done", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->ring_bindings, "steps-total", self->ring, "total", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->ring_bindings, "steps-total", self->ring, "visible", G_BINDING_SYNC_CREATE);
}

void
tdm_pair_page_set_pair (TdmPairPage *self, TdmPair *pair)
{
  g_return_if_fail (TDM_IS_PAIR_PAGE (self));
  g_return_if_fail (TDM_IS_PAIR (pair));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->wanted_meeting = 0;
  if (self->pair != pair)
    pair_page_take (self, pair);
}

/* One of its meetings, with the keyboard on it */
void
tdm_pair_page_show_meeting (TdmPairPage *self, gint64 id)
{
  g_return_if_fail (TDM_IS_PAIR_PAGE (self));

  self->wanted_meeting = id;
  pair_page_show_wanted (self);
}

/* NULL before there is one */
TdmPair *
tdm_pair_page_get_pair (TdmPairPage *self)
{
  g_return_val_if_fail (TDM_IS_PAIR_PAGE (self), NULL);

  return self->pair;
}
