/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-series-dialog.h"

#include "app/common/tdm-date-row.h"
#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-time-row.h"
#include "app/common/tdm-zone-row.h"
#include "app/meetings/tdm-series-clashes.h"
#include "app/words/tdm-meeting-words.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "edits/tdm-series-edits.h"
#include "workspace/tdm-workspace.h"

#define TDM_TYPE_SERIES_DIALOG (tdm_series_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmSeriesDialog, tdm_series_dialog, TDM, SERIES_DIALOG, AdwWindow)

struct _TdmSeriesDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmSeriesPlan *plan;
  TdmMeeting *from;
  GPtrArray *pairs; /* NULL for one */
  TdmSeriesClashes *clashes;
  GtkWidget *over;
  TdmFeedbackDone done;
  gboolean is_filled;

  TdmHeaderTitle *title;
  GtkButton *default_button;
  TdmDateRow *date_row;
  TdmTimeRow *time_row;
  GtkSpinButton *minutes_button;
  AdwComboRow *repeat_row;
  AdwActionRow *interval_row;
  GtkSpinButton *interval_button;
  AdwActionRow *count_row;
  GtkSpinButton *count_button;
  AdwEntryRow *place_row;
  TdmZoneRow *zone_row;
  AdwComboRow *first_row;
  AdwComboRow *last_row;
  AdwComboRow *summary_row;
  GtkStack *outcome;
  GtkLabel *sentence_label;
  GtkLabel *time_label;
  GtkLabel *clash_label;
  GtkFlowBox *dates;
  GtkStringList *date_texts;
  GtkLabel *error_label;
};

G_DEFINE_FINAL_TYPE (TdmSeriesDialog, tdm_series_dialog, ADW_TYPE_WINDOW)

/* In the order of the list in the template. */
typedef enum
{
  CHOICE_ONCE,
  CHOICE_WEEKLY,
  CHOICE_FORTNIGHTLY,
  CHOICE_MONTHLY_WEEKDAY,
  CHOICE_MONTHLY_DAY,
} TdmRepeatChoice;

static TdmRepeatChoice
plan_find_choice (TdmSeriesPlan *plan)
{
  switch (plan->repeat)
    {
    case TDM_REPEAT_ONCE:
      return CHOICE_ONCE;
    case TDM_REPEAT_WEEKLY:
      return plan->interval == 2 ? CHOICE_FORTNIGHTLY : CHOICE_WEEKLY;
    case TDM_REPEAT_MONTHLY_DAY:
      return CHOICE_MONTHLY_DAY;
    case TDM_REPEAT_MONTHLY_WEEKDAY:
      break;
    }
  return CHOICE_MONTHLY_WEEKDAY;
}

static void
series_dialog_take_choices (TdmSeriesDialog *self)
{
  int minute_of_day = tdm_time_row_get_minute_of_day (self->time_row);
  static const TdmRepeat repeats[] = {
    [CHOICE_ONCE] = TDM_REPEAT_ONCE,
    [CHOICE_WEEKLY] = TDM_REPEAT_WEEKLY,
    [CHOICE_FORTNIGHTLY] = TDM_REPEAT_WEEKLY,
    [CHOICE_MONTHLY_WEEKDAY] = TDM_REPEAT_MONTHLY_WEEKDAY,
    [CHOICE_MONTHLY_DAY] = TDM_REPEAT_MONTHLY_DAY,
  };
  guint choice = adw_combo_row_get_selected (self->repeat_row);
  gboolean is_monthly = choice >= CHOICE_MONTHLY_WEEKDAY;
  int interval = choice == CHOICE_FORTNIGHTLY ? 2 : 1;

  tdm_series_plan_set_start (self->plan, tdm_date_row_get_date (self->date_row), minute_of_day / 60,
                             minute_of_day % 60);
  self->plan->minutes = gtk_spin_button_get_value_as_int (self->minutes_button);
  tdm_series_plan_set_place (self->plan, gtk_editable_get_text (GTK_EDITABLE (self->place_row)));
  if (tdm_zone_row_get_zone (self->zone_row))
    tdm_series_plan_set_zone (self->plan, tdm_zone_row_get_zone (self->zone_row));
  if (is_monthly)
    interval = gtk_spin_button_get_value_as_int (self->interval_button);
  gtk_widget_set_visible (GTK_WIDGET (self->interval_row), is_monthly);
  gtk_widget_set_visible (GTK_WIDGET (self->count_row), choice != CHOICE_ONCE);
  /* These lists are in the order of the codes. Meetings that go on in another way stay what they are for. */
  self->plan->first_kind = adw_combo_row_get_selected (self->first_row);
  self->plan->last_kind = adw_combo_row_get_selected (self->last_row);
  self->plan->summary_mode = adw_combo_row_get_selected (self->summary_row);
  gtk_widget_set_visible (GTK_WIDGET (self->first_row), !self->from);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), !self->from && choice != CHOICE_ONCE);
  tdm_series_plan_set_repeat (self->plan, repeats[choice], interval,
                              gtk_spin_button_get_value_as_int (self->count_button));
}

static void
series_dialog_show_dates (TdmSeriesDialog *self, char **starts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *zone = self->plan->zone;
  g_autofree char *sentence = tdm_series_plan_describe (self->plan);
  /* By the clock of the user who plans, and beside it by that of the zone that was chosen */
  g_autofree char *first_here = tdm_when_here_of (zone, starts[0]);
  g_autofree char *time = tdm_meeting_words_time_range (first_here, self->plan->minutes);
  g_autofree char *elsewhere = tdm_when_elsewhere_of (zone, starts[0]);
  g_autofree char *both = elsewhere ? g_strdup_printf ("%s (%s)", time, elsewhere) : g_strdup (time);
  g_autofree char *clashes = tdm_series_clashes_describe (self->clashes, self->plan, starts);
  g_auto (GStrv) texts = NULL;

  for (char **start = starts; *start; start++)
    {
      g_autofree char *here = tdm_when_here_of (zone, *start);
      g_autofree char *text = tdm_format_short_day (here);

      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  gtk_label_set_text (self->sentence_label, sentence);
  gtk_label_set_text (self->time_label, both);
  tdm_label_show_text (self->clash_label, clashes);
  gtk_string_list_splice (self->date_texts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->date_texts)),
                          (const char *const *) texts);
  gtk_stack_set_visible_child_name (self->outcome, "preview");
}

static void
series_dialog_show_error (TdmSeriesDialog *self, const GError *error)
{
  gtk_label_set_text (self->error_label, error->message);
  gtk_stack_set_visible_child_name (self->outcome, "error");
}

/* Returns whether the meetings can be planned in this way. */
static gboolean
series_dialog_update (TdmSeriesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) starts = NULL;

  series_dialog_take_choices (self);
  starts = tdm_series_plan_expand (self->plan, &error);
  if (starts)
    series_dialog_show_dates (self, starts);
  else
    series_dialog_show_error (self, error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.plan", starts != NULL);
  return starts != NULL;
}

static void
changed_cb (TdmSeriesDialog *self)
{
  if (self->is_filled)
    series_dialog_update (self);
}

static void
series_dialog_planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmSeriesDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!tdm_dialog_has_failed (self, source, result, &error))
    {
      if (self->done && !g_task_had_error (G_TASK (result)) && gtk_widget_get_root (self->over))
        self->done (self->over);
      return;
    }

  series_dialog_show_error (self, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->error_label));
  gtk_label_select_region (self->error_label, 0, 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.plan", TRUE);
}

static void
series_dialog_plan_meetings_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmSeriesDialog *self = TDM_SERIES_DIALOG (widget);

  /* What is typed last may not have been taken yet. */
  tdm_time_row_commit (self->time_row);
  gtk_spin_button_update (self->minutes_button);
  gtk_spin_button_update (self->interval_button);
  gtk_spin_button_update (self->count_button);
  if (!series_dialog_update (self))
    return;

  gtk_widget_action_set_enabled (widget, "dialog.plan", FALSE);
  if (self->from)
    tdm_workspace_commit_async (self->workspace, tdm_series_edits_follow (self->plan, self->from),
                                series_dialog_planned_cb, g_object_ref (self));
  else
    tdm_workspace_commit_async (self->workspace,
                                self->pairs ? tdm_series_plan_make_edit_for (self->plan, self->pairs)
                                            : tdm_series_plan_make_edit (self->plan),
                                series_dialog_planned_cb, g_object_ref (self));
}

static GtkWidget *
series_dialog_make_date_cb (gpointer item, gpointer data)
{
  GtkWidget *label = gtk_label_new (gtk_string_object_get_string (item));
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), label);
  gtk_widget_set_focusable (child, FALSE);
  return child;
}

static void
series_dialog_look_for_clashes (TdmSeriesDialog *self)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (alone, g_object_ref (self->plan->pair));
  self->clashes = tdm_series_clashes_new (self->workspace, self->pairs ? self->pairs : alone, self->from);
  g_signal_connect_object (self->clashes, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* It shows the plan as it is suggested. */
static void
series_dialog_open (TdmSeriesDialog *self, GtkWidget *over)
{
  g_autofree char *names = self->pairs ? g_strdup_printf (ngettext ("%u tandem", "%u tandems", self->pairs->len),
                                                          self->pairs->len)
                                       : tdm_pair_words_title (self->plan->pair);

  series_dialog_look_for_clashes (self);
  tdm_header_title_set_subtitle (self->title, names);
  tdm_date_row_set_date (self->date_row, self->plan->date);
  g_object_set (self->time_row, "minute-of-day", self->plan->hour * 60 + self->plan->minute, NULL);
  gtk_spin_button_set_value (self->minutes_button, self->plan->minutes);
  adw_combo_row_set_selected (self->repeat_row, plan_find_choice (self->plan));
  gtk_spin_button_set_value (self->interval_button, self->plan->interval);
  gtk_spin_button_set_value (self->count_button, self->plan->count);
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), self->plan->place);
  g_object_set (self->zone_row, "zone", self->plan->zone, NULL);
  adw_combo_row_set_selected (self->first_row, self->plan->first_kind);
  adw_combo_row_set_selected (self->last_row, self->plan->last_kind);
  adw_combo_row_set_selected (self->summary_row, self->plan->summary_mode);
  self->is_filled = TRUE;
  series_dialog_update (self);
  tdm_dialog_open (self, over);
  tdm_dialog_guard (GTK_WIDGET (self));
}

static void
tdm_series_dialog_dispose (GObject *object)
{
  TdmSeriesDialog *self = TDM_SERIES_DIALOG (object);

  self->is_filled = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_SERIES_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->plan, tdm_series_plan_free);
  g_clear_object (&self->from);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_object (&self->clashes);
  g_clear_object (&self->over);
  G_OBJECT_CLASS (tdm_series_dialog_parent_class)->dispose (object);
}

static void
tdm_series_dialog_class_init (TdmSeriesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_series_dialog_dispose;

  g_type_ensure (TDM_TYPE_DATE_ROW);
  g_type_ensure (TDM_TYPE_TIME_ROW);
  g_type_ensure (TDM_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/series-dialog.ui");
  gtk_widget_class_bind_template_callback (widget_class, tdm_dialog_discard);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, default_button);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, time_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, minutes_button);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, interval_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, interval_button);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, count_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, count_button);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, summary_row);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, time_label);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, clash_label);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, date_texts);
  gtk_widget_class_bind_template_child (widget_class, TdmSeriesDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.plan", NULL, series_dialog_plan_meetings_cb);
}

static void
tdm_series_dialog_init (TdmSeriesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_flow_box_bind_model (self->dates, G_LIST_MODEL (self->date_texts), series_dialog_make_date_cb, NULL, NULL);
}

void
tdm_series_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmPair *pair)
{
  TdmSeriesDialog *self = g_object_new (TDM_TYPE_SERIES_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->plan = tdm_series_plan_suggest (pair, tdm_workspace_get_programme (workspace));
  series_dialog_open (self, over);
}

/* Those of several tandems at the same times. As long a series is suggested as all of them go on.
 * @pairs: (element-type TdmPair): some of which still meet
 * @done: called with @over when they are planned; NULL for nothing */
void
tdm_series_dialog_present_several (GtkWidget *over, TdmWorkspace *workspace, GPtrArray *pairs, TdmFeedbackDone done)
{
  TdmSeriesDialog *self = g_object_new (TDM_TYPE_SERIES_DIALOG, NULL);
  TdmProgramme *programme = tdm_workspace_get_programme (workspace);

  self->workspace = g_object_ref (workspace);
  self->over = g_object_ref (over);
  self->done = done;
  self->pairs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < pairs->len; i++)
    if (!tdm_pair_is_over (pairs->pdata[i]))
      {
        g_autoptr (TdmSeriesPlan) plan = tdm_series_plan_suggest (pairs->pdata[i], programme);

        g_ptr_array_add (self->pairs, g_object_ref (pairs->pdata[i]));
        if (!self->plan || plan->count < self->plan->count)
          {
            g_clear_pointer (&self->plan, tdm_series_plan_free);
            self->plan = g_steal_pointer (&plan);
          }
      }
  series_dialog_open (self, over);
}

/* The meetings of a series from this one on, which go on in another way. */
void
tdm_series_dialog_present_following (GtkWidget *over, TdmWorkspace *workspace, TdmMeeting *meeting)
{
  TdmSeriesDialog *self = g_object_new (TDM_TYPE_SERIES_DIALOG, "title", _ ("This and Following Meetings"), NULL);

  self->workspace = g_object_ref (workspace);
  self->plan = tdm_series_edits_plan_following (meeting);
  self->from = g_object_ref (meeting);
  gtk_button_set_label (self->default_button, _ ("_Change"));
  series_dialog_open (self, over);
}
