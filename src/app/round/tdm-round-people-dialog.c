/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-round-people-dialog.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-person-order.h"
#include "app/common/tdm-record-tick.h"
#include "app/common/tdm-record-view.h"
#include "app/words/tdm-participation-words.h"
#include "app/words/tdm-person-words.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-participation-edits.h"
#include "workspace/tdm-workspace.h"

#include <adwaita.h>

#define TDM_TYPE_ROUND_PEOPLE_DIALOG (tdm_round_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmRoundPeopleDialog, tdm_round_people_dialog, TDM, ROUND_PEOPLE_DIALOG, AdwWindow)

/* Several people of the programme come into a round at once, in one role. */

struct _TdmRoundPeopleDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  GHashTable *there;
  GtkFilter *filter;
  gboolean busy;

  GtkWidget *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  TdmRecordView *view;
  AdwComboRow *role_row;
  AdwComboRow *source_row;
  AdwComboRow *state_row;
};

G_DEFINE_FINAL_TYPE (TdmRoundPeopleDialog, tdm_round_people_dialog, ADW_TYPE_WINDOW)

/* How a person who is offered takes part already: in the other role */
static TdmParticipation *
people_dialog_find_participation (TdmRoundPeopleDialog *self, TdmPerson *person)
{
  gboolean are_mentees = adw_combo_row_get_selected (self->role_row) == TDM_ROLE_MENTEE;

  return tdm_participation_find (self->round, person, are_mentees ? TDM_ROLE_MENTOR : TDM_ROLE_MENTEE);
}

/* Called from the row template. */
char *tdm_person_choice_place (GtkListItem *item, TdmPerson *person, GtkRoot *root);

/* Nobody should be taken into both roles by accident. */
char *
tdm_person_choice_place (GtkListItem *item, TdmPerson *person, GtkRoot *root)
{
  TdmParticipation *participation;
  g_autofree char *place = NULL, *already = NULL;

  if (!person || !TDM_IS_ROUND_PEOPLE_DIALOG (root) || !TDM_ROUND_PEOPLE_DIALOG (root)->round)
    return g_strdup ("");
  place = tdm_person_words_place (person);
  participation = people_dialog_find_participation (TDM_ROUND_PEOPLE_DIALOG (root), person);
  if (!participation)
    return g_steal_pointer (&place);
  /* Translators: %s is a role, such as mentee */
  already = g_strdup_printf (_ ("Takes part already: %s"), tdm_participation_words_role (participation));
  return *place ? g_strjoin (" · ", already, place, NULL) : g_steal_pointer (&already);
}

static void
update_cb (TdmRoundPeopleDialog *self)
{
  guint n_ticked = 0;

  g_object_get (self->view, "n-ticked", &n_ticked, NULL);
  gtk_widget_set_sensitive (self->save_button, !self->busy && n_ticked > 0);
  gtk_revealer_set_reveal_child (self->notice, FALSE);
}

static gboolean
people_dialog_offers (gpointer person, gpointer data)
{
  return !g_hash_table_contains (TDM_ROUND_PEOPLE_DIALOG (data)->there, person);
}

/* Whoever takes part in the role is not offered. */
static void
role_changed_cb (TdmRoundPeopleDialog *self)
{
  GListModel *list;

  if (!self->round)
    return;
  list = tdm_record_get_children (self->round, TDM_TYPE_PARTICIPATION);
  g_hash_table_remove_all (self->there);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmParticipation) participation = g_list_model_get_item (list, i);

      if (tdm_participation_get_role (participation) == adw_combo_row_get_selected (self->role_row))
        g_hash_table_add (self->there, tdm_participation_get_person (participation));
    }
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
people_dialog_set_busy (TdmRoundPeopleDialog *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->view), !busy);
  update_cb (self);
}

static void
people_dialog_saved_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmRoundPeopleDialog) self = data;

  if (self->view)
    people_dialog_set_busy (self, FALSE);
  tdm_dialog_finish (self, workspace, result, self->notice, self->notice_label);
}

static void
save_cb (TdmRoundPeopleDialog *self)
{
  g_autoptr (GPtrArray) people = tdm_record_view_get_ticked (self->view);

  people_dialog_set_busy (self, TRUE);
  tdm_workspace_commit_async (self->workspace,
                              tdm_participation_edits_add (self->round, people,
                                                           adw_combo_row_get_selected (self->role_row),
                                                           adw_combo_row_get_selected (self->source_row),
                                                           adw_combo_row_get_selected (self->state_row)),
                              people_dialog_saved_cb, g_object_ref (self));
}

static void
tdm_round_people_dialog_dispose (GObject *object)
{
  TdmRoundPeopleDialog *self = TDM_ROUND_PEOPLE_DIALOG (object);

  if (self->filter)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_ROUND_PEOPLE_DIALOG);
  g_clear_object (&self->filter);
  g_clear_object (&self->round);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->there, g_hash_table_unref);
  G_OBJECT_CLASS (tdm_round_people_dialog_parent_class)->dispose (object);
}

static void
tdm_round_people_dialog_class_init (TdmRoundPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_round_people_dialog_dispose;

  g_type_ensure (TDM_TYPE_RECORD_TICK);
  g_type_ensure (TDM_TYPE_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/round-people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPeopleDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPeopleDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPeopleDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPeopleDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPeopleDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPeopleDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, TdmRoundPeopleDialog, state_row);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
combo_row_fill (AdwComboRow *row, GType codes, TdmProgramme *programme, guint selected)
{
  g_autoptr (GtkStringList) titles = tdm_choices_of_codes (NULL, codes, programme);

  tdm_choices_widen (row);
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (row, selected);
}

static void
tdm_round_people_dialog_init (TdmRoundPeopleDialog *self)
{
  self->there = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @round: one whose people are loaded */
void
tdm_round_people_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmRound *round)
{
  TdmRoundPeopleDialog *self = g_object_new (TDM_TYPE_ROUND_PEOPLE_DIALOG, NULL);
  g_autoptr (GtkSorter) sorter = tdm_person_order_make_sorter (TDM_PERSON_ORDER_FIRST_NAME, NULL);

  self->workspace = g_object_ref (workspace);
  self->round = g_object_ref (round);
  self->filter = GTK_FILTER (gtk_custom_filter_new (people_dialog_offers, self, NULL));
  combo_row_fill (self->role_row, tdm_role_get_type (), tdm_workspace_get_programme (workspace), TDM_ROLE_MENTEE);
  combo_row_fill (self->source_row, tdm_source_get_type (), NULL, TDM_SOURCE_APPROACHED);
  combo_row_fill (self->state_row, tdm_participation_state_get_type (), NULL, TDM_PARTICIPATION_INVITED);
  role_changed_cb (self);
  g_object_set (self->view, "sorter", sorter, "filter", self->filter, "model",
                tdm_workspace_get_people (workspace), NULL);
  update_cb (self);
  tdm_dialog_open (self, over);
}
