/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-page.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-main-menu.h"
#include "app/common/tdm-record-view.h"
#include "app/common/tdm-status-icons.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/round/tdm-participant-row.h"
#include "app/round/tdm-people-filter.h"
#include "app/round/tdm-round-copy-dialog.h"
#include "app/round/tdm-round-dialogs.h"
#include "app/round/tdm-round-people-dialog.h"
#include "app/round/tdm-round-removal.h"
#include "app/round/tdm-round-summary.h"
#include "app/round/tdm-topics-view.h"
#include "app/words/tdm-role-titles.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-participation-edits.h"
#include "edits/tdm-round-edits.h"
#include "method/tdm-participation-waits.h"
#include "model/tdm-role-words.h"
#include "workspace/tdm-workspace.h"

/* A round and who takes part in it, and in a second view the topics of the programme. */

struct _TdmRoundPage
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  gboolean narrow;
  gboolean is_loaded;
  GSignalGroup *workspace_signals;

  AdwViewStack *views;
  GtkToggleButton *search_button;
  GBinding *searching;
  AdwBin *topics_bin;
  GtkMenuButton *menu_button;
  GMenu *menu;
  GMenu *bulk_menu;
  GMenu *new_people;
  GtkMenuButton *bulk_button;
  TdmPeopleFilter *filter;
  GtkStack *stack;
  TdmRoundSummary *summary;
  TdmRecordView *people;
  GtkLabel *count;
  GtkToggleButton *waiting_button;
  GtkLabel *waiting_label;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (TdmRoundPage, tdm_round_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_ROUND,
  PROP_NARROW,
  N_PROPS
} TdmRoundPageProperty;

static GParamSpec *specs[N_PROPS];

static GListModel *
round_page_list_people (TdmRoundPage *self)
{
  return tdm_record_get_children (self->round, TDM_TYPE_PARTICIPATION);
}

static gboolean
round_page_can_change (TdmRoundPage *self)
{
  return self->round && self->workspace && !tdm_workspace_is_read_only (self->workspace);
}

/* How many there are, and how many of them wait for an answer */
static void
update_cb (TdmRoundPage *self)
{
  GListModel *list = self->round && self->is_loaded ? round_page_list_people (self) : NULL;
  guint n_people = list ? g_list_model_get_n_items (list) : 0, n_waiting = 0;
  guint n_shown = g_list_model_get_n_items (tdm_record_view_get_shown (self->people));
  g_autofree char *count = NULL, *waiting = NULL;

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (TdmParticipation) participation = g_list_model_get_item (list, i);

      n_waiting += tdm_participation_waits (participation) != TDM_WAIT_NONE;
    }
  /* Translators: how many are to be seen, and how many there are */
  count = n_shown == n_people ? g_strdup_printf (ngettext ("%u participation", "%u participations", n_people), n_people)
                              : g_strdup_printf (_ ("%u of %u participations"), n_shown, n_people);
  waiting = g_strdup_printf (ngettext ("%u waits for an answer", "%u wait for an answer", n_waiting), n_waiting);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->waiting_label, waiting);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->waiting_button), GTK_ACCESSIBLE_PROPERTY_LABEL, waiting, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_button),
                          n_waiting > 0 || gtk_toggle_button_get_active (self->waiting_button));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.select", n_people > 0 && round_page_can_change (self));
}

static void
clear_filters_cb (TdmRoundPage *self)
{
  tdm_people_filter_clear (self->filter);
}

static void
round_page_clear_filters_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (TDM_ROUND_PAGE (widget)->people), "records.clear-filters", NULL);
}

/* --- what can be done ----------------------------------------------------------------- */

static void
activate_cb (TdmRoundPage *self, TdmParticipation *participation)
{
  TdmPerson *person = tdm_participation_get_person (participation);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "s", tdm_record_get_uid (TDM_RECORD (person)));
}

static void
round_page_set_state_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmRoundPage *self = TDM_ROUND_PAGE (widget);

  tdm_workspace_commit_async (self->workspace, tdm_round_edits_set_state (self->round, g_variant_get_int32 (parameter)),
                              tdm_feedback_undo_cb, tdm_feedback_target (self));
}

static void
round_page_archive_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "round.set-state", "i", (int) TDM_ROUND_STATE_ARCHIVED);
}

static void
round_page_edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_round_dialog_present (widget, TDM_ROUND_PAGE (widget)->workspace, TDM_ROUND_PAGE (widget)->round);
}

static void
round_page_remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_round_removal_begin (widget, TDM_ROUND_PAGE (widget)->workspace, TDM_ROUND_PAGE (widget)->round);
}

static void
round_page_add_people_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_round_people_dialog_present (widget, TDM_ROUND_PAGE (widget)->workspace, TDM_ROUND_PAGE (widget)->round);
}

static void
round_page_new_participant_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmRoundPage *self = TDM_ROUND_PAGE (widget);

  tdm_new_participant_present (widget, self->workspace, self->round,
                               g_str_equal (g_variant_get_string (parameter, NULL), "mentor") ? TDM_ROLE_MENTOR
                                                                                              : TDM_ROLE_MENTEE);
}

static void
round_page_edit_participation_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmRoundPage *self = TDM_ROUND_PAGE (widget);
  TdmParticipation *participation =
    tdm_workspace_find_uid (self->workspace, round_page_list_people (self), g_variant_get_string (parameter, NULL));

  if (participation)
    tdm_participation_dialog_present (widget, self->workspace, participation);
}

static gboolean
round_page_edit_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  TdmParticipantRow *row = tdm_participant_row_find_focus (widget);

  return row && tdm_participant_row_edit (row);
}

static gboolean
round_page_menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  TdmParticipantRow *row = tdm_participant_row_find_focus (widget);

  if (row)
    tdm_participant_row_open_menu (row);
  return row != NULL;
}

/* The topics may be shown, which have the same menu. */
static void
round_page_select_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (TDM_ROUND_PAGE (widget)->views, "people");
  tdm_record_view_start_selecting (TDM_ROUND_PAGE (widget)->people);
}

static void
round_page_stop_selecting (GtkWidget *widget)
{
  tdm_record_view_set_selecting (TDM_ROUND_PAGE (widget)->people, FALSE);
}

static void
round_page_change_people_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmRoundPage *self = TDM_ROUND_PAGE (widget);
  g_autoptr (GPtrArray) ticked = tdm_record_view_get_ticked (self->people);
  g_autofree char *today = tdm_clock_today ();
  TdmEdit *edit;

  if (ticked->len == 0)
    return;
  if (g_str_equal (action, "round.change-state"))
    {
      tdm_people_state_present (widget, self->workspace, ticked, round_page_stop_selecting);
      return;
    }
  if (g_str_equal (action, "round.told-today"))
    edit = tdm_participation_edits_tell (ticked, today);
  else if (g_str_equal (action, "round.remove-people"))
    edit = tdm_participation_edits_remove (ticked);
  else
    edit = tdm_participation_edits_set_criterion (ticked, g_str_equal (action, "round.criterion-met")
                                                            ? TDM_CRITERION_MET : TDM_CRITERION_NOT_MET, today);
  tdm_workspace_commit_async (self->workspace, edit, tdm_feedback_then_cb,
                              tdm_feedback_then (self, widget, round_page_stop_selecting));
}

/* --- the round ------------------------------------------------------------------------ */

/* Whatever is wrong, the topics say it when they are shown. */
static void
round_page_ahead_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  tdm_workspace_load_finish (TDM_WORKSPACE (source), result, NULL);
}

/* What people need and offer is read while there is nothing else to do: then the topics open at once. */
static gboolean
round_page_read_ahead_cb (gpointer page)
{
  TdmRoundPage *self = page;
  gboolean is_open = self->workspace && tdm_workspace_is_open (self->workspace);
  TdmProgramme *programme = is_open ? tdm_workspace_get_programme (self->workspace) : NULL;

  if (programme)
    tdm_workspace_load_async (self->workspace, TDM_SCOPE_PROFILES, programme, round_page_ahead_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
round_page_update_actions (TdmRoundPage *self)
{
  static const char *const changes[] = { "round.set-state", "round.archive", "round.edit", "round.remove" };
  /* Of people who are not known yet, nobody knows who is there already. */
  static const char *const people[] = { "round.add-people", "round.new-participant", "round.edit-participation",
                                        "round.change-state", "round.told-today", "round.criterion-met",
                                        "round.criterion-not-met", "round.remove-people" };
  gboolean can_change = round_page_can_change (self);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changes[i], can_change);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), people[i], can_change && self->is_loaded);
  if (can_change && tdm_round_get_state (self->round) == TDM_ROUND_STATE_ARCHIVED)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.archive", FALSE);
  update_cb (self);
}

typedef struct
{
  TdmRoundPage *page;
  TdmRound *round;
} TdmRoundLoading;

static void
round_page_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree TdmRoundLoading *loading = data;
  g_autoptr (TdmRoundPage) self = loading->page;
  g_autoptr (TdmRound) round = loading->round;
  g_autoptr (GError) error = NULL;

  if (!tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error))
    {
      if (self->workspace == (gpointer) source)
        tdm_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  /* Another round may be shown by now, whose people come later. */
  if (self->workspace != (gpointer) source || self->round != round)
    return;
  self->is_loaded = TRUE;
  gtk_widget_set_visible (self->empty, TRUE);
  /* First, for the rows show what can be done. */
  round_page_update_actions (self);
  g_object_set (self->people, "model", round_page_list_people (self), NULL);
  update_cb (self);
  g_idle_add_full (G_PRIORITY_LOW, round_page_read_ahead_cb, g_object_ref (self), g_object_unref);
}

static void
round_page_load (TdmRoundPage *self)
{
  TdmRoundLoading *loading;

  if (!self->round || !self->workspace || self->is_loaded || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  loading = g_new (TdmRoundLoading, 1);
  *loading = (TdmRoundLoading) { g_object_ref (self), g_object_ref (self->round) };
  tdm_workspace_load_async (self->workspace, TDM_SCOPE_ROUND_PEOPLE, self->round, round_page_loaded_cb, loading);
}

/* In the words of the programme */
static void
round_page_fill_new_people (TdmRoundPage *self)
{
  static const char *const codes[] = { [TDM_ROLE_MENTEE] = "mentee", [TDM_ROLE_MENTOR] = "mentor" };

  g_menu_remove_all (self->new_people);
  for (TdmRole role = 0; self->round && role < G_N_ELEMENTS (codes); role++)
    {
      const char *word = tdm_role_words_get (tdm_round_get_programme (self->round), role);
      g_autofree char *title = g_strdup_printf (_ ("New Person as %s…"), word);
      g_autofree char *label = tdm_role_titles_escape (title);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "round.new-participant", "s", codes[role]);
      g_menu_append_item (self->new_people, item);
    }
}

static void
round_page_words_changed_cb (TdmRoundPage *self)
{
  round_page_fill_new_people (self);
  tdm_round_summary_refresh (self->summary);
  if (!self->is_loaded)
    return;
  /* The rows are bound anew. */
  g_object_set (self->people, "model", NULL, NULL);
  g_object_set (self->people, "model", round_page_list_people (self), NULL);
}

static gboolean
round_page_shows_topics (TdmRoundPage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "topics") == 0;
}

/* There are topics without a round, but no people. */
static void
round_page_update_header (TdmRoundPage *self)
{
  gboolean shows_topics = round_page_shows_topics (self);

  gtk_widget_set_visible (GTK_WIDGET (self->filter), !shows_topics);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter), self->round != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_button), shows_topics || self->round);
}

static void
round_page_set_round (TdmRoundPage *self, TdmRound *round)
{
  if (!g_set_object (&self->round, round))
    return;
  self->is_loaded = FALSE;
  tdm_record_view_set_selecting (self->people, FALSE);
  gtk_widget_set_visible (self->empty, FALSE);
  g_object_set (self->people, "model", NULL, NULL);
  tdm_record_view_scroll_up (self->people);
  clear_filters_cb (self);
  tdm_round_summary_set_round (self->summary, round);
  gtk_stack_set_visible_child_name (self->stack, round ? "round" : "none");
  round_page_fill_new_people (self);
  round_page_update_actions (self);
  round_page_update_header (self);
  update_cb (self);
  round_page_load (self);
}

/* --- the topics beside it -------------------------------------------------------------- */

/* Made when it is shown first */
static TdmTopicsView *
round_page_get_topics (TdmRoundPage *self)
{
  GtkWidget *view = adw_bin_get_child (self->topics_bin);

  if (!view)
    {
      view = g_object_new (TDM_TYPE_TOPICS_VIEW, "workspace", self->workspace, "round", self->round, NULL);
      g_object_bind_property (self, "narrow", view, "narrow", G_BINDING_SYNC_CREATE);
      adw_bin_set_child (self->topics_bin, view);
    }
  return TDM_TOPICS_VIEW (view);
}

/* The header bar belongs to what is shown. */
static void
view_changed_cb (TdmRoundPage *self)
{
  gboolean shows_topics;
  gpointer shown;

  /* While the template is built there is nothing to show yet. */
  if (!self->views)
    return;
  shows_topics = round_page_shows_topics (self);
  shown = shows_topics ? (gpointer) round_page_get_topics (self) : self->people;
  round_page_update_header (self);
  g_clear_pointer (&self->searching, g_binding_unbind);
  self->searching = g_object_bind_property (shown, "searching", self->search_button, "active",
                                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
tdm_round_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tdm_round_page_parent_class)->map (widget);
  round_page_load (TDM_ROUND_PAGE (widget));
}

static void
round_page_new_day_cb (TdmRoundPage *self)
{
  tdm_round_summary_refresh (self->summary);
}

static void
tdm_round_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, TDM_ROUND_PAGE (object)->narrow);
}

static void
tdm_round_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmRoundPage *self = TDM_ROUND_PAGE (object);

  switch ((TdmRoundPageProperty) id)
    {
    case PROP_WORKSPACE:
      if (!g_set_object (&self->workspace, g_value_get_object (value)))
        break;
      g_signal_group_set_target (self->workspace_signals, self->workspace);
      g_object_set (self->people, "workspace", self->workspace, NULL);
      g_object_set (self->filter, "workspace", self->workspace, NULL);
      tdm_role_titles_follow (self->workspace, self, G_CALLBACK (round_page_words_changed_cb));
      if (adw_bin_get_child (self->topics_bin))
        g_object_set (round_page_get_topics (self), "workspace", self->workspace, NULL);
      round_page_update_actions (self);
      round_page_load (self);
      break;
    case PROP_ROUND:
      round_page_set_round (self, g_value_get_object (value));
      if (adw_bin_get_child (self->topics_bin))
        g_object_set (round_page_get_topics (self), "round", self->round, NULL);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_round_page_dispose (GObject *object)
{
  TdmRoundPage *self = TDM_ROUND_PAGE (object);

  self->searching = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_ROUND_PAGE);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->round);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_round_page_parent_class)->dispose (object);
}

static void
round_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "round.set-state", "i", round_page_set_state_cb);
  gtk_widget_class_install_action (widget_class, "round.archive", NULL, round_page_archive_cb);
  gtk_widget_class_install_action (widget_class, "round.edit", NULL, round_page_edit_cb);
  gtk_widget_class_install_action (widget_class, "round.remove", NULL, round_page_remove_cb);
  gtk_widget_class_install_action (widget_class, "round.add-people", NULL, round_page_add_people_cb);
  gtk_widget_class_install_action (widget_class, "round.new-participant", "s", round_page_new_participant_cb);
  gtk_widget_class_install_action (widget_class, "round.edit-participation", "s", round_page_edit_participation_cb);
  gtk_widget_class_install_action (widget_class, "round.clear-filters", NULL, round_page_clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "round.select", NULL, round_page_select_cb);
  gtk_widget_class_install_action (widget_class, "round.change-state", NULL, round_page_change_people_cb);
  gtk_widget_class_install_action (widget_class, "round.told-today", NULL, round_page_change_people_cb);
  gtk_widget_class_install_action (widget_class, "round.criterion-met", NULL, round_page_change_people_cb);
  gtk_widget_class_install_action (widget_class, "round.criterion-not-met", NULL, round_page_change_people_cb);
  gtk_widget_class_install_action (widget_class, "round.remove-people", NULL, round_page_change_people_cb);
}

static void
tdm_round_page_class_init (TdmRoundPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_round_page_get_property;
  object_class->set_property = tdm_round_page_set_property;
  object_class->dispose = tdm_round_page_dispose;
  widget_class->map = tdm_round_page_map;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, flags);
  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_PARTICIPANT_ROW);
  g_type_ensure (TDM_TYPE_PEOPLE_FILTER);
  g_type_ensure (TDM_TYPE_RECORD_VIEW);
  g_type_ensure (TDM_TYPE_ROUND_SUMMARY);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/round-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, views);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, topics_bin);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, menu);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, bulk_menu);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, new_people);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, bulk_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, people);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, count);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, waiting_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  round_page_install_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, round_page_edit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, round_page_menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, round_page_menu_key_cb, NULL);
}

static void
tdm_round_page_init (TdmRoundPage *self)
{
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_data (self->workspace_signals, "notify::undo-label", G_CALLBACK (update_cb), self, NULL,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label",
                                  G_CALLBACK (round_page_update_actions), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::read-only",
                                  G_CALLBACK (round_page_update_actions), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::now", G_CALLBACK (round_page_new_day_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_status_icons_wait (GTK_WIDGET (self));
  tdm_main_menu_append (self->menu);
  tdm_main_menu_offer (self->menu_button, G_MENU_MODEL (self->menu));
  tdm_main_menu_offer (self->bulk_button, G_MENU_MODEL (self->bulk_menu));
  gtk_stack_set_visible_child_name (self->stack, "none");
  round_page_update_actions (self);
  view_changed_cb (self);
}

void
tdm_round_page_start_search (TdmRoundPage *self)
{
  if (round_page_shows_topics (self))
    tdm_topics_view_start_search (round_page_get_topics (self));
  else if (self->round)
    tdm_record_view_start_search (self->people);
}
