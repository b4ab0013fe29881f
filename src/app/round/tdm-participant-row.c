/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-participant-row.h"

#include "app/common/tdm-columns-layout.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-pair-avatars.h"
#include "app/common/tdm-record-tick.h"
#include "app/words/tdm-participation-words.h"
#include "app/words/tdm-person-words.h"
#include "base/tdm-i18n.h"

/* Who takes part in a round: a row in three columns or, where there is little room, in one. */

struct _TdmParticipantRow
{
  AdwBin parent_instance;

  GSignalGroup *participation_signals;
  GSignalGroup *person_signals;

  TdmRecordTick *tick;
  TdmPairAvatars *avatars;
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *role;
  GtkLabel *source;
  GtkLabel *state;
  GtkLabel *wait;
  GtkLabel *since;
  GtkLabel *more;
  GtkActionable *edit_button;
  GtkWidget *menu; /* that was opened last */
};

G_DEFINE_FINAL_TYPE (TdmParticipantRow, tdm_participant_row, ADW_TYPE_BIN)

static void
participant_row_update_cb (TdmParticipantRow *self)
{
  g_autoptr (TdmParticipation) participation = g_signal_group_dup_target (self->participation_signals);
  GtkLabel *labels[] = { self->name, self->role, self->source, self->state, self->wait, self->since, self->more,
                         self->place };
  TdmPerson *person = participation ? tdm_participation_get_person (participation) : NULL;
  g_autoptr (GString) description = g_string_new (NULL);
  g_autofree char *place = NULL, *since = NULL, *more = NULL;

  if (!person)
    return;
  place = tdm_person_words_place (person);
  since = tdm_participation_words_since (participation);
  more = tdm_participation_words_more (participation);
  g_object_set (self->avatars, "first", tdm_person_get_name (person), NULL);
  g_object_set (self->tick, "label", tdm_person_get_name (person), NULL);
  tdm_label_show_text (self->name, tdm_person_get_name (person));
  tdm_label_show_text (self->place, place);
  tdm_label_show_text (self->role, tdm_participation_words_role (participation));
  tdm_label_show_text (self->source, tdm_participation_words_source (participation));
  tdm_label_show_text (self->state, tdm_participation_words_state (participation));
  tdm_label_show_text (self->wait, tdm_participation_words_wait (participation));
  tdm_label_show_text (self->since, since);
  tdm_label_show_text (self->more, more);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      g_string_append_printf (description, "%s%s", i > 0 ? ". " : "", gtk_label_get_text (labels[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description->str, -1);
}

/* @place: of the row, to which the menu points; NULL for all of it */
static void
participant_row_open_menu (TdmParticipantRow *self, const GdkRectangle *place)
{
  g_autoptr (TdmParticipation) participation = g_signal_group_dup_target (self->participation_signals);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) profile = g_menu_item_new (_ ("Profile"), NULL);
  g_autoptr (GMenuItem) edit = g_menu_item_new (_ ("Edit Participation…"), NULL);

  if (!participation)
    return;
  g_menu_item_set_action_and_target (profile, "win.show-person", "s",
                                     tdm_record_get_uid (TDM_RECORD (tdm_participation_get_person (participation))));
  g_menu_item_set_action_and_target (edit, "round.edit-participation", "s",
                                     tdm_record_get_uid (TDM_RECORD (participation)));
  g_menu_append_item (menu, profile);
  g_menu_append_item (menu, edit);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  if (place)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (TdmParticipantRow *self, int n_presses, double x, double y, GtkGestureClick *click)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  participant_row_open_menu (self, &(GdkRectangle) { x, y, 1, 1 });
}

static void
tdm_participant_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmParticipantRow *self = TDM_PARTICIPANT_ROW (object);
  TdmParticipation *participation = g_value_get_object (value);

  g_signal_group_set_target (self->participation_signals, participation);
  g_signal_group_set_target (self->person_signals, participation ? tdm_participation_get_person (participation) : NULL);
  g_object_set (self->tick, "item", participation, NULL);
  if (participation)
    gtk_actionable_set_action_target (self->edit_button, "s", tdm_record_get_uid (TDM_RECORD (participation)));
  participant_row_update_cb (self);
}

static void
tdm_participant_row_dispose (GObject *object)
{
  TdmParticipantRow *self = TDM_PARTICIPANT_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PARTICIPANT_ROW);
  g_clear_object (&self->participation_signals);
  g_clear_object (&self->person_signals);
  G_OBJECT_CLASS (tdm_participant_row_parent_class)->dispose (object);
}

static void
tdm_participant_row_class_init (TdmParticipantRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tdm_participant_row_dispose;
  object_class->set_property = tdm_participant_row_set_property;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_object ("participation", NULL, NULL, TDM_TYPE_PARTICIPATION,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  g_type_ensure (TDM_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (TDM_TYPE_PAIR_AVATARS);
  g_type_ensure (TDM_TYPE_RECORD_TICK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/participant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, tick);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, avatars);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, name);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, place);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, role);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, source);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, state);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, wait);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, since);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, more);
  gtk_widget_class_bind_template_child (widget_class, TdmParticipantRow, edit_button);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tdm_participant_row_init (TdmParticipantRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->participation_signals = g_signal_group_new (TDM_TYPE_PARTICIPATION);
  g_signal_group_connect_swapped (self->participation_signals, "notify", G_CALLBACK (participant_row_update_cb), self);
  self->person_signals = g_signal_group_new (TDM_TYPE_PERSON);
  g_signal_group_connect_swapped (self->person_signals, "notify", G_CALLBACK (participant_row_update_cb), self);
}

/* Returns: (nullable): the row inside @within that has the focus, or in which something has it */
TdmParticipantRow *
tdm_participant_row_find_focus (GtkWidget *within)
{
  GtkRoot *root = gtk_widget_get_root (within);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus ? gtk_widget_get_first_child (focus) : NULL;

  if (TDM_IS_PARTICIPANT_ROW (child))
    return TDM_PARTICIPANT_ROW (child);
  return focus ? TDM_PARTICIPANT_ROW (gtk_widget_get_ancestor (focus, TDM_TYPE_PARTICIPANT_ROW)) : NULL;
}

/* FALSE where nothing can be changed */
gboolean
tdm_participant_row_edit (TdmParticipantRow *self)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->edit_button)))
    return FALSE;
  g_signal_emit_by_name (self->edit_button, "clicked");
  return TRUE;
}

void
tdm_participant_row_open_menu (TdmParticipantRow *self)
{
  participant_row_open_menu (self, NULL);
}
