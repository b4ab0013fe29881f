/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-agenda-list.h"

#include "app/common/tdm-tab-stop.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-filter.h"
#include "base/tdm-clock.h"
#include "method/tdm-conflicts.h"
#include "workspace/tdm-agenda-item.h"
#include "workspace/tdm-agenda-view.h"

/* One view of the meetings of a round, in the order of time. */

struct _TdmAgendaList
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmAgenda *agenda;
  TdmConflicts *conflicts;
  TdmMeetingFilter *filter;
  gboolean is_stale;
  guint scroll_callback;

  TdmAgendaView *view;
  GtkNoSelection *selection;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
};

G_DEFINE_FINAL_TYPE (TdmAgendaList, tdm_agenda_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_AGENDA,
  PROP_CONFLICTS,
  PROP_FILTER,
  PROP_SHOW,
  PROP_N_ITEMS,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  PROP_EMPTY_ICON_NAME,
  N_PROPS
} TdmAgendaListProperty;

static GParamSpec *specs[N_PROPS];

#define AGENDA_ITEM "/org/tandemapp/Tandem/ui/meetings/agenda-item.ui"
#define RECORD_ITEM "/org/tandemapp/Tandem/ui/meetings/record-item.ui"

static guint
agenda_list_get_n_items (TdmAgendaList *self)
{
  return self->view ? g_list_model_get_n_items (G_LIST_MODEL (self->view)) : 0;
}

static void
n_items_changed_cb (TdmAgendaList *self)
{
  gboolean is_narrow = self->filter && tdm_meeting_filter_is_narrow (self->filter);

  gtk_stack_set_visible_child_name (self->stack, agenda_list_get_n_items (self) > 0 ? "list"
                                                 : is_narrow                        ? "nothing-found"
                                                                                    : "empty");
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_N_ITEMS]);
}

static gboolean
agenda_list_scroll_to_present_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TdmAgendaList *self = TDM_AGENDA_LIST (widget);
  guint n_items = agenda_list_get_n_items (self), present = 0, last = n_items;
  gint64 now = tdm_clock_now ();

  /* Rows have no place before the first layout. */
  if (gtk_widget_get_height (GTK_WIDGET (self->list_view)) == 0)
    return G_SOURCE_CONTINUE;

  self->scroll_callback = 0;
  /* The first meeting that is still to come, by halving: the list may be long. */
  while (present < last)
    {
      guint middle = present + (last - present) / 2;

      if (tdm_agenda_view_get_brief (self->view, middle)->start < now)
        present = middle + 1;
      else
        last = middle;
    }
  /* Some of what comes next is to be seen below it. */
  if (n_items > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                                MIN (present + 3, n_items - 1));
  return G_SOURCE_REMOVE;
}

static void
agenda_list_scroll_to_present (TdmAgendaList *self)
{
  if (tdm_agenda_view_get_show (self->view) == TDM_AGENDA_SHOW_ALL && self->scroll_callback == 0)
    self->scroll_callback = gtk_widget_add_tick_callback (GTK_WIDGET (self), agenda_list_scroll_to_present_cb, NULL,
                                                          NULL);
}

static gboolean
agenda_list_was_shown (TdmAgendaList *self)
{
  return gtk_list_view_get_model (self->list_view) != NULL;
}

/* A view that was not yet looked at holds no meetings; only those to record are counted before. */
static void
agenda_list_attach (TdmAgendaList *self)
{
  if (agenda_list_was_shown (self) || tdm_agenda_view_get_show (self->view) == TDM_AGENDA_SHOW_TO_RECORD)
    tdm_agenda_view_set_agenda (self->view, self->agenda);
}

static void
tdm_agenda_list_map (GtkWidget *widget)
{
  TdmAgendaList *self = TDM_AGENDA_LIST (widget);

  if (!agenda_list_was_shown (self))
    {
      gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
      agenda_list_attach (self);
      agenda_list_scroll_to_present (self);
    }
  if (self->is_stale)
    tdm_agenda_view_refresh (self->view);
  self->is_stale = FALSE;
  GTK_WIDGET_CLASS (tdm_agenda_list_parent_class)->map (widget);
}

static void
activate_cb (TdmAgendaList *self, guint position)
{
  const TdmMeetingBrief *brief = tdm_agenda_view_get_brief (self->view, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-meeting", "(sx)",
                              tdm_record_get_uid (TDM_RECORD (brief->pair)), brief->id);
}

static void
tdm_agenda_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmAgendaList *self = TDM_AGENDA_LIST (object);

  if ((TdmAgendaListProperty) id == PROP_N_ITEMS)
    g_value_set_uint (value, agenda_list_get_n_items (self));
  else
    g_value_set_object (value, self->conflicts);
}

static void
tdm_agenda_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmAgendaList *self = TDM_AGENDA_LIST (object);
  g_autoptr (GtkListItemFactory) factory = NULL;
  const char *item;

  switch ((TdmAgendaListProperty) id)
    {
    case PROP_WORKSPACE:
      g_set_object (&self->workspace, g_value_get_object (value));
      break;
    case PROP_AGENDA:
      if (!g_set_object (&self->agenda, g_value_get_object (value)))
        break;
      agenda_list_attach (self);
      if (agenda_list_was_shown (self))
        agenda_list_scroll_to_present (self);
      break;
    case PROP_CONFLICTS:
      g_set_object (&self->conflicts, g_value_get_object (value));
      break;
    case PROP_FILTER:
      g_set_object (&self->filter, g_value_get_object (value));
      tdm_meeting_filter_attach (self->filter, self->view);
      /* Of a list that is empty, too, it is said why. */
      g_signal_connect_object (self->filter, "changed", G_CALLBACK (n_items_changed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      break;
    case PROP_SHOW:
      tdm_agenda_view_set_show (self->view, g_value_get_enum (value));
      item = g_value_get_enum (value) == TDM_AGENDA_SHOW_TO_RECORD ? RECORD_ITEM : AGENDA_ITEM;
      factory = gtk_builder_list_item_factory_new_from_resource (NULL, item);
      gtk_list_view_set_factory (self->list_view, factory);
      break;
    case PROP_EMPTY_TITLE:
      adw_status_page_set_title (self->empty_page, g_value_get_string (value));
      break;
    case PROP_EMPTY_DESCRIPTION:
      adw_status_page_set_description (self->empty_page, g_value_get_string (value));
      break;
    case PROP_EMPTY_ICON_NAME:
      adw_status_page_set_icon_name (self->empty_page, g_value_get_string (value));
      break;
    case PROP_N_ITEMS:
    case N_PROPS:
      break;
    }
}

static void
tdm_agenda_list_dispose (GObject *object)
{
  TdmAgendaList *self = TDM_AGENDA_LIST (object);

  /* AdwBin holds its child by itself: disposing of the template must not take it from under it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_AGENDA_LIST);
  g_clear_object (&self->workspace);
  g_clear_object (&self->agenda);
  g_clear_object (&self->conflicts);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (tdm_agenda_list_parent_class)->dispose (object);
}

static void
tdm_agenda_list_class_init (TdmAgendaListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_agenda_list_get_property;
  object_class->set_property = tdm_agenda_list_set_property;
  object_class->dispose = tdm_agenda_list_dispose;
  widget_class->map = tdm_agenda_list_map;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_AGENDA] = g_param_spec_object ("agenda", NULL, NULL, TDM_TYPE_AGENDA, flags);
  specs[PROP_CONFLICTS] = g_param_spec_object ("conflicts", NULL, NULL, TDM_TYPE_CONFLICTS,
                                               flags | G_PARAM_READABLE);
  specs[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, TDM_TYPE_MEETING_FILTER,
                                            flags | G_PARAM_CONSTRUCT_ONLY);
  specs[PROP_SHOW] = g_param_spec_enum ("show", NULL, NULL, TDM_TYPE_AGENDA_SHOW, TDM_AGENDA_SHOW_UPCOMING,
                                        flags | G_PARAM_CONSTRUCT);
  specs[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  specs[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL, flags);
  specs[PROP_EMPTY_DESCRIPTION] = g_param_spec_string ("empty-description", NULL, NULL, NULL, flags);
  specs[PROP_EMPTY_ICON_NAME] = g_param_spec_string ("empty-icon-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
  g_type_ensure (TDM_TYPE_AGENDA_ROW);
  g_type_ensure (TDM_TYPE_AGENDA_VIEW);
  g_type_ensure (TDM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/agenda-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaList, view);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaList, selection);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaList, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaList, list_view);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaList, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, n_items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tdm_agenda_list_init (TdmAgendaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* As time goes by: what is to be seen is looked at again, the rest later. */
void
tdm_agenda_list_refresh (TdmAgendaList *self)
{
  g_return_if_fail (TDM_IS_AGENDA_LIST (self));

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale || tdm_agenda_view_get_show (self->view) == TDM_AGENDA_SHOW_TO_RECORD)
    tdm_agenda_view_refresh (self->view);
}

/* What the rows show, in their order. */
TdmAgendaView *
tdm_agenda_list_get_view (TdmAgendaList *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA_LIST (self), NULL);

  return self->view;
}

TdmWorkspace *
tdm_agenda_list_get_workspace (TdmAgendaList *self)
{
  g_return_val_if_fail (TDM_IS_AGENDA_LIST (self), NULL);

  return self->workspace;
}

void
tdm_agenda_list_open_first (TdmAgendaList *self)
{
  g_return_if_fail (TDM_IS_AGENDA_LIST (self));

  if (agenda_list_get_n_items (self) > 0)
    activate_cb (self, 0);
}
