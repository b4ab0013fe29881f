/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-panel.h"

#include "app/common/tdm-label.h"
#include "app/common/tdm-pair-avatars.h"
#include "base/tdm-i18n.h"
#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"

/* One side of a tandem: who it is, what the person wants to learn and can pass on. Both sides have both. */

struct _TdmPersonPanel
{
  AdwBin parent_instance;

  TdmPerson *person;

  TdmPairAvatars *avatar;
  GtkWidget *profile_button;
  GtkLabel *role;
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *needs;
  GtkLabel *offers;
};

G_DEFINE_FINAL_TYPE (TdmPersonPanel, tdm_person_panel, ADW_TYPE_BIN)

static void
label_show_topics (GtkLabel *label, GListModel *list, const char *heading)
{
  g_autoptr (GString) text = g_string_new (heading);
  gboolean has_topics = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmRecord) item = g_list_model_get_item (list, i);
      TdmTopic *topic = tdm_record_get_link (item, TDM_IS_NEED (item) ? (guint) TDM_NEED_TOPIC : TDM_OFFER_TOPIC);

      if (!topic)
        continue;
      g_string_append_printf (text, "%s%s", has_topics ? ", " : " ", tdm_topic_get_title (topic));
      has_topics = TRUE;
    }
  gtk_label_set_text (label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (label), has_topics);
}

static void
person_panel_lists_changed_cb (TdmPersonPanel *self)
{
  label_show_topics (self->needs, tdm_person_get_needs (self->person), _ ("Wants to learn:"));
  label_show_topics (self->offers, tdm_person_get_offers (self->person), _ ("Can pass on:"));
}

static void
person_panel_show_person (TdmPersonPanel *self)
{
  const char *name = tdm_person_get_name (self->person);
  const char *department = tdm_person_get_department (self->person);
  const char *job = tdm_record_get_text (TDM_RECORD (self->person), TDM_PERSON_JOB_TITLE);
  g_autofree char *place = *department && *job ? g_strdup_printf ("%s · %s", job, department)
                                               : g_strdup (*job ? job : department);
  /* Translators: %s is a person; a button that leads to all that is known of them */
  g_autofree char *profile = g_strdup_printf (_ ("Profile of %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->profile_button), GTK_ACCESSIBLE_PROPERTY_LABEL, profile, -1);
  gtk_widget_set_tooltip_text (self->profile_button, profile);
  g_object_set (self->avatar, "first", name, NULL);
  gtk_label_set_text (self->name, name);
  tdm_label_show_text (self->place, place);
}

static void
show_person_cb (TdmPersonPanel *self)
{
  if (self->person)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "s",
                                tdm_record_get_uid (TDM_RECORD (self->person)));
}

static void
tdm_person_panel_dispose (GObject *object)
{
  TdmPersonPanel *self = TDM_PERSON_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PERSON_PANEL);
  tdm_person_panel_set_person (self, NULL, TDM_ROLE_MENTEE, NULL);
  G_OBJECT_CLASS (tdm_person_panel_parent_class)->dispose (object);
}

static void
tdm_person_panel_class_init (TdmPersonPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_person_panel_dispose;

  g_type_ensure (TDM_TYPE_PAIR_AVATARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/pairs/person-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPanel, avatar);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPanel, profile_button);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPanel, role);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPanel, name);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPanel, place);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPanel, needs);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPanel, offers);
  gtk_widget_class_bind_template_callback (widget_class, show_person_cb);
}

static void
tdm_person_panel_init (TdmPersonPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tdm_person_panel_set_person (TdmPersonPanel *self, TdmPerson *person, TdmRole role, const char *role_title)
{
  g_return_if_fail (TDM_IS_PERSON_PANEL (self));

  if (self->person)
    {
      g_signal_handlers_disconnect_by_data (self->person, self);
      g_signal_handlers_disconnect_by_data (tdm_person_get_needs (self->person), self);
      g_signal_handlers_disconnect_by_data (tdm_person_get_offers (self->person), self);
      g_clear_object (&self->person);
    }
  if (!person)
    return;

  self->person = g_object_ref (person);
  gtk_label_set_text (self->role, role_title && *role_title ? role_title
                                                            : tdm_code_get_title (tdm_role_get_type (), role));
  g_signal_connect_object (person, "notify", G_CALLBACK (person_panel_show_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tdm_person_get_needs (person), "items-changed", G_CALLBACK (person_panel_lists_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tdm_person_get_offers (person), "items-changed", G_CALLBACK (person_panel_lists_changed_cb),
                           self, G_CONNECT_SWAPPED);
  person_panel_show_person (self);
  person_panel_lists_changed_cb (self);
}
