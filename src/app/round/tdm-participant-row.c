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

static void
edit_cb (TdmParticipantRow *self)
{
  g_autoptr (TdmRecord) participation = g_signal_group_dup_target (self->participation_signals);

  if (participation)
    gtk_widget_activate_action (GTK_WIDGET (self), "round.edit-participation", "s", tdm_record_get_uid (participation));
}

static void
tdm_participant_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmParticipantRow *self = TDM_PARTICIPANT_ROW (object);
  TdmParticipation *participation = g_value_get_object (value);

  g_signal_group_set_target (self->participation_signals, participation);
  g_signal_group_set_target (self->person_signals, participation ? tdm_participation_get_person (participation) : NULL);
  g_object_set (self->tick, "item", participation, NULL);
  participant_row_update_cb (self);
}

static void
tdm_participant_row_dispose (GObject *object)
{
  TdmParticipantRow *self = TDM_PARTICIPANT_ROW (object);

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
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
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
