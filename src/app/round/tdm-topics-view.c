/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-topics-view.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-names.h"
#include "app/common/tdm-new-entry.h"
#include "app/common/tdm-record-view.h"
#include "app/common/tdm-status-icons.h"
#include "app/round/tdm-catalogue-row.h"
#include "app/round/tdm-catalogue.h"
#include "app/round/tdm-topic-dialogs.h"
#include "app/round/tdm-topic-people-dialog.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-topic-edits.h"
#include "sample/tdm-sample.h"
#include "workspace/tdm-workspace.h"

/* The catalogue of topics: how many want to learn each and how many can pass it on, the greatest gap first. Counted are
 * those who take part in the round that is shown, or all people. */

struct _TdmTopicsView
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;
  gboolean narrow;
  gboolean has_headings;
  TdmCatalogue *catalogue;
  GSignalGroup *workspace_signals;

  TdmRecordView *records;
  GtkSorter *gap_order;
  GtkSorter *area_order;
  GtkSorter *name_order;
  GtkBox *choices;
  GtkDropDown *people;
  GtkDropDown *order;
  GtkLabel *summary;
  GtkEntry *new_topic;
  GtkMenuButton *menu_button;
  GtkWidget *topic_menu; /* that was opened last */
};

G_DEFINE_FINAL_TYPE (TdmTopicsView, tdm_topics_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_ROUND,
  PROP_NARROW,
  PROP_READ_ONLY,
  PROP_SEARCHING,
  N_PROPS
} TdmTopicsViewProperty;

static GParamSpec *specs[N_PROPS];

/* As they stand in the drop-downs */
typedef enum
{
  PEOPLE_OF_ROUND,
  PEOPLE_OF_FILE,
} TdmTopicsPeople;

typedef enum
{
  ORDER_GAP,
  ORDER_AREA,
  ORDER_NAME,
} TdmTopicsOrder;

char *tdm_topics_view_get_search (TdmCatalogueItem *item);

/* For the list in XML */
char *
tdm_topics_view_get_search (TdmCatalogueItem *item)
{
  TdmTopic *topic = tdm_catalogue_item_get_topic (item);

  return g_strjoin ("\n", tdm_topic_get_title (topic), tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA), NULL);
}

static gboolean
topics_view_is_read_only (TdmTopicsView *self)
{
  return !self->workspace || tdm_workspace_is_read_only (self->workspace);
}

static GListModel *
topics_view_get_topics (TdmTopicsView *self)
{
  return tdm_workspace_get_topics (self->workspace);
}

/* --- what is shown ---------------------------------------------------------- */

/* Where the list is in the order of the areas, each of them has its heading. */
static void
topics_view_mark_areas_cb (TdmTopicsView *self)
{
  GListModel *shown = tdm_record_view_get_shown (self->records);
  gboolean is_by_area = gtk_drop_down_get_selected (self->order) == ORDER_AREA;
  g_autoptr (TdmTopic) before = NULL;

  if (!is_by_area && !self->has_headings)
    return;
  self->has_headings = is_by_area;
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (TdmCatalogueItem) item = g_list_model_get_item (shown, i);
      TdmTopic *topic = tdm_catalogue_item_get_topic (item);
      const char *area = tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA);
      gboolean is_first = !before || !g_str_equal (area, tdm_record_get_text (TDM_RECORD (before), TDM_TOPIC_AREA));

      tdm_catalogue_item_set_heading (item, !is_by_area ? NULL : !is_first ? "" : *area ? area : _ ("Without Area"));
      g_set_object (&before, topic);
    }
}

static void
topics_view_counted_cb (TdmTopicsView *self)
{
  GListModel *items = tdm_catalogue_get_items (self->catalogue);
  guint n_topics = g_list_model_get_n_items (items), n_short = 0;
  g_autofree char *topics = g_strdup_printf (ngettext ("%u topic", "%u topics", n_topics), n_topics), *both = NULL;

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (TdmCatalogueItem) item = g_list_model_get_item (items, i);

      n_short += tdm_catalogue_item_get_gap (item) > 0;
    }
  if (n_short > 0)
    /* Translators: how many topics there are, then how many of these more people want to learn than can pass on */
    both = g_strdup_printf (ngettext ("%s, too few can pass on %u of them", "%s, too few can pass on %u of them",
                                      n_short), topics, n_short);
  gtk_label_set_text (self->summary, both ? both : topics);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), n_topics > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->people), self->round != NULL);
  /* Sorters do not see what has changed in what they sort; what has just come they have sorted. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->records)))
    tdm_record_view_refresh (self->records);
  gtk_widget_set_visible (GTK_WIDGET (self->records), TRUE);
  topics_view_mark_areas_cb (self);
}

static void
topics_view_failed_cb (TdmTopicsView *self, const GError *error)
{
  tdm_feedback_show_error (GTK_WIDGET (self), error);
}

static void
topics_view_show_file (TdmTopicsView *self)
{
  gboolean is_of_round = gtk_drop_down_get_selected (self->people) == PEOPLE_OF_ROUND;

  tdm_catalogue_set_file (self->catalogue, self->workspace, is_of_round ? self->round : NULL);
  if (!tdm_catalogue_is_counted (self->catalogue))
    gtk_widget_set_visible (GTK_WIDGET (self->records), FALSE);
}

static void
people_chosen_cb (TdmTopicsView *self)
{
  topics_view_show_file (self);
}

static void
order_chosen_cb (TdmTopicsView *self)
{
  GtkSorter *orders[] = { [ORDER_GAP] = self->gap_order, [ORDER_AREA] = self->area_order,
                          [ORDER_NAME] = self->name_order };

  g_object_set (self->records, "sorter", orders[gtk_drop_down_get_selected (self->order)], NULL);
  topics_view_mark_areas_cb (self);
}

static void
setup_cb (TdmTopicsView *self, GtkListItem *item)
{
  GtkWidget *row = g_object_new (TDM_TYPE_CATALOGUE_ROW, NULL);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "read-only", row, "read-only", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->records, "selecting", row, "selecting", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TdmTopicsView *self, GtkListItem *item)
{
  tdm_catalogue_row_set_item (TDM_CATALOGUE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (TdmTopicsView *self, GtkListItem *item)
{
  tdm_catalogue_row_set_item (TDM_CATALOGUE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- what is done ----------------------------------------------------------- */

static void
activate_cb (TdmTopicsView *self, TdmCatalogueItem *item)
{
  tdm_topic_people_dialog_present (GTK_WIDGET (self), self->catalogue, tdm_catalogue_item_get_topic (item));
}

static void
new_topic_cb (TdmTopicsView *self)
{
  g_autofree char *title = tdm_new_entry_take (GTK_EDITABLE (self->new_topic));

  if (title)
    tdm_workspace_commit_async (self->workspace, tdm_topic_edits_add (topics_view_get_topics (self), title, NULL),
                                tdm_new_entry_added_cb, g_object_ref (self->new_topic));
}

static void
topics_view_add_starter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (widget);
  TdmProgramme *programme = tdm_workspace_get_programme (self->workspace);
  const char *language = tdm_record_get_code (TDM_RECORD (programme), TDM_PROGRAMME_LANGUAGE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) topics = NULL;

  if (*language == '\0')
    language = C_ ("sample language", "en");
  topics = tdm_sample_make_topics (language, &error);
  if (!topics)
    {
      tdm_feedback_show_error (widget, error);
      return;
    }
  tdm_workspace_commit_async (self->workspace, tdm_topic_edits_add_all (topics_view_get_topics (self), topics),
                              tdm_feedback_undo_cb, tdm_feedback_target (self));
}

static TdmTopic *
topics_view_find (TdmTopicsView *self, GVariant *uid)
{
  return tdm_workspace_find_uid (self->workspace, topics_view_get_topics (self), g_variant_get_string (uid, NULL));
}

static void
topics_view_remove (TdmTopicsView *self, TdmTopic *topic)
{
  TdmEdit *edit = tdm_topic_edits_remove (topic, tdm_workspace_get_pairs (self->workspace));

  tdm_workspace_commit_async (self->workspace, edit, tdm_feedback_undo_cb, tdm_feedback_target (self));
}

static void
topics_view_change_cb (GtkWidget *widget, const char *action, GVariant *uid)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (widget);
  TdmTopic *topic = topics_view_find (self, uid);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);

  if (!topic)
    return;
  g_ptr_array_add (moved, g_object_ref (topic));
  if (g_str_equal (action, "topics.edit"))
    tdm_topic_dialogs_edit (widget, self->workspace, topic);
  else if (g_str_equal (action, "topics.merge"))
    tdm_topic_dialogs_merge (widget, self->workspace, topic);
  else if (g_str_equal (action, "topics.move"))
    tdm_topic_dialogs_move (widget, self->workspace, moved);
  else
    topics_view_remove (self, topic);
}

static void
topics_view_select_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_record_view_start_selecting (TDM_TOPICS_VIEW (widget)->records);
}

static void
topics_view_move_ticked_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (widget);
  g_autoptr (GPtrArray) ticked = tdm_record_view_get_ticked (self->records);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ticked->len; i++)
    g_ptr_array_add (moved, g_object_ref (tdm_catalogue_item_get_topic (ticked->pdata[i])));
  if (moved->len > 0)
    tdm_topic_dialogs_move (widget, self->workspace, moved);
}

/* @place: of the row, to which the menu points */
static void
topics_view_open_menu (TdmTopicsView *self, TdmCatalogueRow *row, const graphene_rect_t *place)
{
  g_autoptr (GMenuModel) menu = tdm_catalogue_row_make_menu (row);
  double x, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self), place->origin.x, place->origin.y, &x, &y);
  g_clear_pointer (&self->topic_menu, gtk_widget_unparent);
  self->topic_menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->topic_menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->topic_menu),
                               &(GdkRectangle) { x, y, MAX (place->size.width, 1), MAX (place->size.height, 1) });
  gtk_popover_popup (GTK_POPOVER (self->topic_menu));
}

/* A click on the dots of a row, or the other button anywhere on it, opens its menu. The rows do not listen themselves:
 * there are many of them. */
static void
pressed_cb (TdmTopicsView *self, int n_presses, double x, double y, GtkGestureClick *click)
{
  gboolean is_menu = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click)) == GDK_BUTTON_SECONDARY;
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = under ? gtk_widget_get_ancestor (under, TDM_TYPE_CATALOGUE_ROW) : NULL;
  graphene_rect_t place;
  double row_x, row_y;

  if (!row || topics_view_is_read_only (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (self), row, x, y, &row_x, &row_y);
  tdm_catalogue_row_place_menu (TDM_CATALOGUE_ROW (row), &place);
  if (is_menu)
    place = GRAPHENE_RECT_INIT (row_x, row_y, 1, 1);
  else if (!graphene_rect_contains_point (&place, &GRAPHENE_POINT_INIT (row_x, row_y)))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  topics_view_open_menu (self, TDM_CATALOGUE_ROW (row), &place);
}

/* The row that has the focus, or in which something has it */
static TdmCatalogueRow *
topics_view_find_focus (TdmTopicsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus ? gtk_widget_get_first_child (focus) : NULL;

  if (TDM_IS_CATALOGUE_ROW (child))
    return TDM_CATALOGUE_ROW (child);
  return focus ? TDM_CATALOGUE_ROW (gtk_widget_get_ancestor (focus, TDM_TYPE_CATALOGUE_ROW)) : NULL;
}

static gboolean
topics_view_edit_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (widget);
  TdmCatalogueRow *row = topics_view_find_focus (self);

  if (!row || topics_view_is_read_only (self))
    return FALSE;
  tdm_topic_dialogs_edit (widget, self->workspace, tdm_catalogue_item_get_topic (tdm_catalogue_row_get_item (row)));
  return TRUE;
}

static gboolean
topics_view_remove_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (widget);
  TdmCatalogueRow *row = topics_view_find_focus (self);

  if (!row || topics_view_is_read_only (self))
    return FALSE;
  topics_view_remove (self, tdm_catalogue_item_get_topic (tdm_catalogue_row_get_item (row)));
  return TRUE;
}

static gboolean
topics_view_menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (widget);
  TdmCatalogueRow *row = topics_view_find_focus (self);
  graphene_rect_t place;

  if (!row || topics_view_is_read_only (self))
    return FALSE;
  tdm_catalogue_row_place_menu (row, &place);
  topics_view_open_menu (self, row, &place);
  return TRUE;
}

/* --- object ----------------------------------------------------------------- */

/* Its topics are in the language of the programme, which may come or go with any change. */
static void
topics_view_update_starter_cb (TdmTopicsView *self)
{
  gboolean can_change = !topics_view_is_read_only (self) && tdm_workspace_is_open (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "topics.add-starter",
                                 can_change && tdm_workspace_get_programme (self->workspace));
}

static void
topics_view_update_read_only_cb (TdmTopicsView *self)
{
  static const char *const actions[] = { "topics.edit", "topics.merge", "topics.move", "topics.remove",
                                         "topics.move-ticked", "topics.select" };
  gboolean is_read_only = topics_view_is_read_only (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !is_read_only);
  topics_view_update_starter_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->new_topic), !is_read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !is_read_only);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_READ_ONLY]);
}

static void
topics_view_set_workspace (TdmTopicsView *self, TdmWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;
  g_signal_group_set_target (self->workspace_signals, workspace);
  tdm_record_view_set_selecting (self->records, FALSE);
  g_object_set (self->records, "searching", FALSE, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->new_topic), "");
  topics_view_update_read_only_cb (self);
  topics_view_show_file (self);
}

static void
tdm_topics_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (object);

  if (id == PROP_SEARCHING)
    g_object_get_property (G_OBJECT (self->records), "searching", value);
  else
    g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : topics_view_is_read_only (self));
}

static void
tdm_topics_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (object);

  switch ((TdmTopicsViewProperty) id)
    {
    case PROP_WORKSPACE:
      topics_view_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_ROUND:
      if (g_set_object (&self->round, g_value_get_object (value)))
        topics_view_show_file (self);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices),
                                      self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      break;
    case PROP_SEARCHING:
      g_object_set_property (G_OBJECT (self->records), "searching", value);
      break;
    case PROP_READ_ONLY:
    case N_PROPS:
      break;
    }
}

static void
searching_cb (TdmTopicsView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_SEARCHING]);
}

static void
tdm_topics_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tdm_topics_view_parent_class)->map (widget);
  tdm_catalogue_set_shown (TDM_TOPICS_VIEW (widget)->catalogue, TRUE);
}

static void
tdm_topics_view_unmap (GtkWidget *widget)
{
  tdm_catalogue_set_shown (TDM_TOPICS_VIEW (widget)->catalogue, FALSE);
  GTK_WIDGET_CLASS (tdm_topics_view_parent_class)->unmap (widget);
}

static void
tdm_topics_view_dispose (GObject *object)
{
  TdmTopicsView *self = TDM_TOPICS_VIEW (object);

  g_clear_object (&self->workspace_signals);
  if (self->catalogue)
    g_signal_handlers_disconnect_by_data (self->catalogue, self);
  g_clear_pointer (&self->topic_menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_TOPICS_VIEW);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tdm_topics_view_parent_class)->dispose (object);
}

static void
topics_view_class_bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TDM_TYPE_CATALOGUE_ITEM);
  g_type_ensure (TDM_TYPE_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/topics-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, records);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, gap_order);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, area_order);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, name_order);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, choices);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, people);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, order);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, summary);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, new_topic);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicsView, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, people_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_topic_cb);
  gtk_widget_class_bind_template_callback (widget_class, searching_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
tdm_topics_view_class_init (TdmTopicsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS, both = flags | G_PARAM_READABLE;

  object_class->get_property = tdm_topics_view_get_property;
  object_class->set_property = tdm_topics_view_set_property;
  object_class->dispose = tdm_topics_view_dispose;
  widget_class->map = tdm_topics_view_map;
  widget_class->unmap = tdm_topics_view_unmap;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, flags);
  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, both);
  specs[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, TRUE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  specs[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, both | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  topics_view_class_bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "topics.edit", "s", topics_view_change_cb);
  gtk_widget_class_install_action (widget_class, "topics.merge", "s", topics_view_change_cb);
  gtk_widget_class_install_action (widget_class, "topics.move", "s", topics_view_change_cb);
  gtk_widget_class_install_action (widget_class, "topics.remove", "s", topics_view_change_cb);
  gtk_widget_class_install_action (widget_class, "topics.move-ticked", NULL, topics_view_move_ticked_cb);
  gtk_widget_class_install_action (widget_class, "topics.select", NULL, topics_view_select_cb);
  gtk_widget_class_install_action (widget_class, "topics.add-starter", NULL, topics_view_add_starter_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, topics_view_edit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, topics_view_remove_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, topics_view_menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, topics_view_menu_key_cb, NULL);
}

static void
tdm_topics_view_init (TdmTopicsView *self)
{
  self->catalogue = tdm_catalogue_new ();
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::read-only",
                                  G_CALLBACK (topics_view_update_read_only_cb), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label",
                                  G_CALLBACK (topics_view_update_starter_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_names_drop_down (self->people, _ ("Who counts"));
  tdm_names_drop_down (self->order, _ ("Order"));
  tdm_status_icons_wait (GTK_WIDGET (self));
  g_object_set (self->records, "model", tdm_catalogue_get_items (self->catalogue), "sorter", self->gap_order, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->records), FALSE);
  g_signal_connect_swapped (self->catalogue, "counted", G_CALLBACK (topics_view_counted_cb), self);
  g_signal_connect_swapped (self->catalogue, "failed", G_CALLBACK (topics_view_failed_cb), self);
  g_signal_connect_object (tdm_record_view_get_shown (self->records), "items-changed",
                           G_CALLBACK (topics_view_mark_areas_cb), self, G_CONNECT_SWAPPED);
  topics_view_update_read_only_cb (self);
}

void
tdm_topics_view_start_search (TdmTopicsView *self)
{
  tdm_record_view_start_search (self->records);
}
