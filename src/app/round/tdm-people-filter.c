/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-people-filter.h"

#include "app/common/tdm-choices.h"
#include "app/common/tdm-css.h"
#include "app/common/tdm-names.h"
#include "app/common/tdm-person-order.h"
#include "app/common/tdm-template.h"
#include "app/words/tdm-participation-words.h"
#include "app/words/tdm-role-titles.h"
#include "base/tdm-i18n.h"
#include "method/tdm-participation-waits.h"
#include "workspace/tdm-workspace.h"

/* -1 is any. */
typedef struct
{
  int role;
  int state;
  int source;
  gboolean waits;
} TdmPeopleChoice;

/* Which participations of a round are to be seen, and in which order: a button with what can be chosen. That only those
 * are to be seen who wait is chosen elsewhere. */

struct _TdmPeopleFilter
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPeopleChoice *choice; /* of the filter */
  GtkFilter *filter;
  GtkSorter *sorter;

  GtkMenuButton *button;

  /* Built when they are shown first */
  GtkDropDown *role_drop_down;
  GtkDropDown *state_drop_down;
  GtkDropDown *source_drop_down;
  GtkDropDown *order_drop_down;
};

G_DEFINE_FINAL_TYPE (TdmPeopleFilter, tdm_people_filter, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_WAITS,
  PROP_FILTER,
  PROP_SORTER,
  N_PROPS
} TdmPeopleFilterProperty;

static GParamSpec *specs[N_PROPS];

/* --- filter --------------------------------------------------------------------------- */

static gboolean
people_choice_matches (gpointer item, gpointer data)
{
  const TdmPeopleChoice *choice = data;

  return (choice->role < 0 || (int) tdm_participation_get_role (item) == choice->role) &&
         (choice->state < 0 || (int) tdm_participation_get_state (item) == choice->state) &&
         (choice->source < 0 || tdm_record_get_integer (item, TDM_PARTICIPATION_SOURCE) == choice->source) &&
         (!choice->waits || tdm_participation_waits (item) != TDM_WAIT_NONE);
}

static gboolean
people_choice_is_any (const TdmPeopleChoice *choice)
{
  return choice->role < 0 && choice->state < 0 && choice->source < 0 && !choice->waits;
}

static void
people_filter_changed (TdmPeopleFilter *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  tdm_css_set_class (GTK_WIDGET (self->button), "accent", !people_choice_is_any (self->choice));
}

/* "All" comes first. */
static int
drop_down_read (GtkDropDown *drop_down)
{
  return (int) gtk_drop_down_get_selected (drop_down) - 1;
}

static void
choices_changed_cb (TdmPeopleFilter *self)
{
  if (!self->order_drop_down)
    return;
  self->choice->role = drop_down_read (self->role_drop_down);
  self->choice->state = drop_down_read (self->state_drop_down);
  self->choice->source = drop_down_read (self->source_drop_down);
  people_filter_changed (self);
}

static void
drop_down_fill (GtkDropDown *drop_down, const char *all, GType codes, TdmProgramme *programme)
{
  g_autoptr (GtkStringList) titles = tdm_choices_of_codes (all, codes, programme);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
}

static void
people_filter_fill_roles_cb (TdmPeopleFilter *self)
{
  guint role;

  if (!self->role_drop_down)
    return;
  role = gtk_drop_down_get_selected (self->role_drop_down);
  drop_down_fill (self->role_drop_down, _ ("All roles"), tdm_role_get_type (),
                  self->workspace ? tdm_workspace_get_programme (self->workspace) : NULL);
  gtk_drop_down_set_selected (self->role_drop_down, role == GTK_INVALID_LIST_POSITION ? 0 : role);
}

/* --- order ---------------------------------------------------------------------------- */

static int
people_read_state (gpointer item)
{
  return tdm_participation_get_state (item);
}

static int
people_read_role (gpointer item)
{
  return tdm_participation_get_role (item);
}

static GtkExpression *
make_expression (GType type, GCallback read)
{
  return gtk_cclosure_expression_new (type, NULL, 0, NULL, read, NULL, NULL);
}

/* By name where the rest is equal; what has been so for longest comes first. */
GtkSorter *
tdm_people_sorter_new (TdmPeopleOrder order)
{
  static const TdmPersonOrder people[] = {
    [TDM_PEOPLE_BY_LAST_NAME] = TDM_PERSON_ORDER_LAST_NAME,
    [TDM_PEOPLE_BY_DEPARTMENT] = TDM_PERSON_ORDER_DEPARTMENT,
    [TDM_PEOPLE_BY_ROLE] = TDM_PERSON_ORDER_FIRST_NAME,
  };
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();
  GtkSorter *first = NULL;

  if (order == TDM_PEOPLE_BY_STATE || order == TDM_PEOPLE_BY_ROLE)
    first = GTK_SORTER (gtk_numeric_sorter_new (
      make_expression (G_TYPE_INT, G_CALLBACK (order == TDM_PEOPLE_BY_STATE ? people_read_state : people_read_role))));
  else if (order == TDM_PEOPLE_BY_SINCE)
    first = GTK_SORTER (gtk_string_sorter_new (gtk_property_expression_new (TDM_TYPE_PARTICIPATION, NULL, "since")));
  if (first)
    gtk_multi_sorter_append (sorter, first);
  gtk_multi_sorter_append (
    sorter, tdm_person_order_make_sorter (people[order],
                                          gtk_property_expression_new (TDM_TYPE_PARTICIPATION, NULL, "person")));
  return GTK_SORTER (sorter);
}

static void
order_changed_cb (TdmPeopleFilter *self)
{
  if (!self->order_drop_down)
    return;
  g_object_unref (self->sorter);
  self->sorter = tdm_people_sorter_new (gtk_drop_down_get_selected (self->order_drop_down));
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_SORTER]);
}

/* --- object --------------------------------------------------------------------------- */

static void
people_filter_build_cb (GtkMenuButton *button, gpointer data)
{
  static const char *const names[][2] = {
    { "role_drop_down", "role_label" },
    { "state_drop_down", "state_label" },
    { "source_drop_down", "source_label" },
    { "order_drop_down", "order_label" },
  };
  TdmPeopleFilter *self = data;
  GtkBuilderScope *scope;
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->order_drop_down)
    return;
  scope = gtk_builder_cscope_new ();
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), choices_changed_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), order_changed_cb);
  builder = tdm_template_build (self, "/org/tandemapp/Tandem/ui/round/people-filters.ui", scope);
  self->role_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "role_drop_down"));
  self->state_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "state_drop_down"));
  self->source_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "source_drop_down"));
  people_filter_fill_roles_cb (self);
  drop_down_fill (self->state_drop_down, _ ("All states"), tdm_participation_state_get_type (), NULL);
  drop_down_fill (self->source_drop_down, _ ("All sources"), tdm_source_get_type (), NULL);
  self->order_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "order_drop_down"));
  tdm_names_drop_downs (builder, names, G_N_ELEMENTS (names));
  gtk_menu_button_set_popover (button, GTK_WIDGET (gtk_builder_get_object (builder, "filter_popover")));
}

static void
tdm_people_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmPeopleFilter *self = TDM_PEOPLE_FILTER (object);

  switch ((TdmPeopleFilterProperty) id)
    {
    case PROP_WAITS:
      g_value_set_boolean (value, self->choice->waits);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_SORTER:
      g_value_set_object (value, self->sorter);
      break;
    case PROP_WORKSPACE:
    case N_PROPS:
      break;
    }
}

static void
tdm_people_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPeopleFilter *self = TDM_PEOPLE_FILTER (object);

  if (id == PROP_WAITS)
    {
      if (self->choice->waits == g_value_get_boolean (value))
        return;
      self->choice->waits = g_value_get_boolean (value);
      people_filter_changed (self);
    }
  else if (g_set_object (&self->workspace, g_value_get_object (value)))
    tdm_role_titles_follow (self->workspace, self, G_CALLBACK (people_filter_fill_roles_cb));
}

static void
tdm_people_filter_dispose (GObject *object)
{
  TdmPeopleFilter *self = TDM_PEOPLE_FILTER (object);

  self->role_drop_down = self->state_drop_down = self->source_drop_down = self->order_drop_down = NULL;
  g_clear_object (&self->workspace);
  tdm_template_dispose (object);
}

static void
tdm_people_filter_finalize (GObject *object)
{
  TdmPeopleFilter *self = TDM_PEOPLE_FILTER (object);

  g_object_unref (self->filter);
  g_object_unref (self->sorter);
  G_OBJECT_CLASS (tdm_people_filter_parent_class)->finalize (object);
}

static void
tdm_people_filter_class_init (TdmPeopleFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS,
              writable = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_people_filter_get_property;
  object_class->set_property = tdm_people_filter_set_property;
  object_class->dispose = tdm_people_filter_dispose;
  object_class->finalize = tdm_people_filter_finalize;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, writable);
  specs[PROP_WAITS] = g_param_spec_boolean ("waits", NULL, NULL, FALSE, readable | writable);
  specs[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, GTK_TYPE_FILTER, readable);
  specs[PROP_SORTER] = g_param_spec_object ("sorter", NULL, NULL, GTK_TYPE_SORTER, readable);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/people-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPeopleFilter, button);
}

static void
tdm_people_filter_init (TdmPeopleFilter *self)
{
  self->choice = g_new (TdmPeopleChoice, 1);
  *self->choice = (TdmPeopleChoice) { -1, -1, -1, FALSE };
  self->filter = GTK_FILTER (gtk_custom_filter_new (people_choice_matches, self->choice, g_free));
  self->sorter = tdm_people_sorter_new (TDM_PEOPLE_BY_FIRST_NAME);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, people_filter_build_cb, self, NULL);
}

/* All are to be seen again, in whatever order. */
void
tdm_people_filter_clear (TdmPeopleFilter *self)
{
  if (self->order_drop_down)
    {
      gtk_drop_down_set_selected (self->role_drop_down, 0);
      gtk_drop_down_set_selected (self->state_drop_down, 0);
      gtk_drop_down_set_selected (self->source_drop_down, 0);
    }
  g_object_set (self, "waits", FALSE, NULL);
}
