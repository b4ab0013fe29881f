/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-filter-button.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-css.h"
#include "app/common/tdm-names.h"
#include "app/common/tdm-template.h"
#include "app/meetings/tdm-meeting-filter.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-agenda.h"

/* A button with what can be chosen of the meetings of an agenda: how they stand, what they are about, and where they
 * are. What is searched for comes from elsewhere. */

struct _TdmMeetingFilterButton
{
  AdwBin parent_instance;

  TdmAgenda *agenda;
  TdmMeetingFilter *filter;

  GtkMenuButton *button;

  /* Built when they are shown first */
  GtkDropDown *state_drop_down;
  GtkDropDown *topic_drop_down;
  GtkDropDown *place_drop_down;
};

G_DEFINE_FINAL_TYPE (TdmMeetingFilterButton, tdm_meeting_filter_button, ADW_TYPE_BIN)

typedef enum
{
  PROP_AGENDA = 1,
  PROP_FILTER,
  N_PROPS
} TdmMeetingFilterButtonProperty;

static GParamSpec *specs[N_PROPS];

static const char *
brief_get_place (const TdmMeetingBrief *brief)
{
  return brief->place ? brief->place : "";
}

typedef const char *(*TdmBriefText) (const TdmMeetingBrief *brief);

/* A choice that was made stays, be there no such meeting any more. */
static void
drop_down_fill (GtkDropDown *drop_down, const char *all, GArray *briefs, TdmBriefText get_text)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GtkStringList) choices = NULL;

  if (gtk_drop_down_get_selected (drop_down) > 0)
    return;
  for (guint i = 0; i < briefs->len; i++)
    g_ptr_array_add (texts, (gpointer) get_text (&g_array_index (briefs, TdmMeetingBrief, i)));
  choices = tdm_choices_of_texts (all, texts);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (choices));
}

static void
fill_choices_cb (TdmMeetingFilterButton *self)
{
  GArray *briefs = self->agenda ? tdm_agenda_get_briefs (self->agenda) : NULL;

  if (!briefs)
    return;
  drop_down_fill (self->state_drop_down, _ ("All states"), briefs, tdm_meeting_brief_describe_state);
  drop_down_fill (self->topic_drop_down, _ ("All topics"), briefs, tdm_meeting_brief_get_topic);
  drop_down_fill (self->place_drop_down, _ ("All places"), briefs, brief_get_place);
}

static void
choices_changed_cb (TdmMeetingFilterButton *self)
{
  const char *state, *topic, *place;

  if (!self->place_drop_down)
    return;
  state = tdm_choices_get (self->state_drop_down);
  topic = tdm_choices_get (self->topic_drop_down);
  place = tdm_choices_get (self->place_drop_down);
  tdm_meeting_filter_narrow (self->filter, state, topic, place);
  tdm_css_set_class (GTK_WIDGET (self->button), "accent", state || topic || place);
}

static void
meeting_filter_button_build_cb (GtkMenuButton *button, gpointer data)
{
  static const char *const names[][2] = {
    { "state_drop_down", "state_drop_down_label" },
    { "topic_drop_down", "topic_drop_down_label" },
    { "place_drop_down", "place_drop_down_label" },
  };
  TdmMeetingFilterButton *self = data;
  GtkBuilderScope *scope;
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->place_drop_down)
    return;
  scope = gtk_builder_cscope_new ();
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), fill_choices_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), choices_changed_cb);
  builder = tdm_template_build (self, "/org/tandemapp/Tandem/ui/meetings/meeting-filters.ui", scope);
  self->state_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "state_drop_down"));
  self->topic_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "topic_drop_down"));
  self->place_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "place_drop_down"));
  tdm_names_drop_downs (builder, names, G_N_ELEMENTS (names));
  gtk_menu_button_set_popover (button, GTK_WIDGET (gtk_builder_get_object (builder, "filter_popover")));
}

static void
tdm_meeting_filter_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmMeetingFilterButton *self = TDM_MEETING_FILTER_BUTTON (object);

  if (id == PROP_FILTER)
    g_set_object (&self->filter, g_value_get_object (value));
  else if (g_set_object (&self->agenda, g_value_get_object (value)))
    /* Another round has other topics and places. */
    tdm_meeting_filter_button_clear (self);
}

static void
tdm_meeting_filter_button_dispose (GObject *object)
{
  TdmMeetingFilterButton *self = TDM_MEETING_FILTER_BUTTON (object);

  self->state_drop_down = self->topic_drop_down = self->place_drop_down = NULL;
  g_clear_object (&self->agenda);
  g_clear_object (&self->filter);
  tdm_template_dispose (object);
}

static void
tdm_meeting_filter_button_class_init (TdmMeetingFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_meeting_filter_button_set_property;
  object_class->dispose = tdm_meeting_filter_button_dispose;

  specs[PROP_AGENDA] = g_param_spec_object ("agenda", NULL, NULL, TDM_TYPE_AGENDA, flags);
  specs[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, TDM_TYPE_MEETING_FILTER, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tandemapp/Tandem/ui/meetings/meeting-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingFilterButton, button);
}

static void
tdm_meeting_filter_button_init (TdmMeetingFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, meeting_filter_button_build_cb, self, NULL);
}

/* All are let through again. */
void
tdm_meeting_filter_button_clear (TdmMeetingFilterButton *self)
{
  g_return_if_fail (TDM_IS_MEETING_FILTER_BUTTON (self));

  if (!self->place_drop_down)
    return;
  gtk_drop_down_set_selected (self->state_drop_down, 0);
  gtk_drop_down_set_selected (self->topic_drop_down, 0);
  gtk_drop_down_set_selected (self->place_drop_down, 0);
}
