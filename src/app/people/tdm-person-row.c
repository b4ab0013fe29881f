/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-row.h"

#include "app/common/tdm-label.h"
#include "app/common/tdm-pair-avatars.h"
#include "app/words/tdm-person-words.h"
#include "base/tdm-i18n.h"

/* A person in a list, in two columns or, where it is narrow, in one. */

struct _TdmPersonRow
{
  AdwBin parent_instance;

  TdmRoundTandems *tandems;
  GSignalGroup *person_signals;

  TdmPairAvatars *avatars;
  GtkBox *columns;
  GtkLabel *name;
  GtkLabel *place;
  GtkWidget *no_email;
  GtkLabel *email;
  GtkLabel *part;
  GtkWidget *pair_button;
};

G_DEFINE_FINAL_TYPE (TdmPersonRow, tdm_person_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_NARROW = 1,
  PROP_PAIRING,
} TdmPersonRowProperty;

static void
person_row_update_cb (TdmPersonRow *self)
{
  GtkLabel *labels[] = { self->name, self->place, self->email, self->part };
  g_autoptr (TdmPerson) person = g_signal_group_dup_target (self->person_signals);
  g_autoptr (GString) description = g_string_new (NULL);
  g_autofree char *place = NULL, *part = NULL;
  const char *email;

  if (!person)
    return;

  place = tdm_person_words_place (person);
  part = tdm_person_words_part (person, self->tandems, NULL);
  email = tdm_person_get_email (person);
  g_object_set (self->avatars, "first", tdm_person_get_name (person), NULL);
  tdm_label_show_text (self->name, tdm_person_get_name (person));
  tdm_label_show_text (self->place, place);
  tdm_label_show_text (self->email, *email ? email : _ ("No e-mail address"));
  tdm_label_show_text (self->part, part);
  gtk_widget_set_visible (self->no_email, *email == '\0');
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      g_string_append_printf (description, "%s%s", i > 0 ? ". " : "", gtk_label_get_text (labels[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description->str, -1);
}

/* An action name on the button would cost as much as all the rest of the row. */
static void
pair_cb (TdmPersonRow *self)
{
  g_autoptr (TdmRecord) person = g_signal_group_dup_target (self->person_signals);

  if (person)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.pair-person", "s", tdm_record_get_uid (person));
}

static void
tdm_person_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPersonRow *self = TDM_PERSON_ROW (object);
  gboolean narrow = g_value_get_boolean (value);

  if (id == PROP_PAIRING)
    {
      gtk_widget_set_visible (self->pair_button, g_value_get_boolean (value));
      return;
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !narrow);
  gtk_box_set_spacing (self->columns, narrow ? 0 : 12);
}

static void
tdm_person_row_dispose (GObject *object)
{
  TdmPersonRow *self = TDM_PERSON_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PERSON_ROW);
  g_clear_object (&self->person_signals);
  g_clear_object (&self->tandems);
  G_OBJECT_CLASS (tdm_person_row_parent_class)->dispose (object);
}

static void
tdm_person_row_class_init (TdmPersonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_person_row_set_property;
  object_class->dispose = tdm_person_row_dispose;

  g_object_class_install_property (object_class, PROP_NARROW,
                                   g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_PAIRING,
                                   g_param_spec_boolean ("pairing", NULL, NULL, FALSE, flags));

  g_type_ensure (TDM_TYPE_PAIR_AVATARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPersonRow, avatars);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonRow, columns);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonRow, place);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonRow, no_email);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonRow, email);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonRow, part);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonRow, pair_button);
  gtk_widget_class_bind_template_callback (widget_class, pair_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tdm_person_row_init (TdmPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->person_signals = g_signal_group_new (TDM_TYPE_PERSON);
  g_signal_group_connect_swapped (self->person_signals, "notify", G_CALLBACK (person_row_update_cb), self);
}

GtkWidget *
tdm_person_row_new (TdmRoundTandems *tandems)
{
  TdmPersonRow *self = g_object_new (TDM_TYPE_PERSON_ROW, NULL);

  self->tandems = g_object_ref (tandems);
  g_signal_connect_object (tandems, "changed", G_CALLBACK (person_row_update_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
tdm_person_row_set_person (TdmPersonRow *self, TdmPerson *person)
{
  g_signal_group_set_target (self->person_signals, person);
  person_row_update_cb (self);
}
