/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-topic-row.h"

#include "app/common/tdm-text-filter.h"
#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "edits/tdm-topic-edits.h"
#include "model/tdm-topic.h"

#include <string.h>

/* Where a topic is in the order of the titles, and how well it fits what is typed, -1 where that is not known yet */
typedef struct
{
  guint position;
  int rank;
} TdmTopicPlace;

/* A row to type a topic. The topics of the catalogue that match are offered below it, and the words themselves where no
 * topic has that name. The keys stay with the text. What that says is all that counts: of it
 * tdm_topic_edits_find_or_add() makes a topic. */

struct _TdmTopicRow
{
  AdwEntryRow parent_instance;

  GListModel *topics;
  GtkWidget *text; /* the delegate */
  char *folded;
  GHashTable *places; /* of topics, a TdmTopicPlace each */
  gboolean for_areas;
  gboolean only_there;
  gboolean is_taking;

  TdmTextFilter *filter;
  GtkCustomFilter *choice;
  GtkSortListModel *by_title;
  GtkFilterListModel *filtered;
  GtkCustomSorter *rank;
  GtkSingleSelection *selection;
  GtkPopover *popover;
  GtkWidget *content;
  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *new_button;
  GtkLabel *new_label;
};

G_DEFINE_FINAL_TYPE (TdmTopicRow, tdm_topic_row, ADW_TYPE_ENTRY_ROW)

typedef enum
{
  PROP_TOPICS = 1,
  PROP_FOR_AREAS,
  PROP_ONLY_THERE,
  N_PROPS
} TdmTopicRowProperty;

static GParamSpec *specs[N_PROPS];
static guint taken_signal, passed_signal;

/* For the lists in XML */
char    *tdm_topic_row_get_search (TdmTopic   *topic);

char *
tdm_topic_row_get_search (TdmTopic *topic)
{
  return g_strjoin ("\n", tdm_topic_get_title (topic), tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA), NULL);
}

/* What begins with the words comes first, then what has a word that does. */
static int
topic_rank (TdmTopic *topic, const char *folded)
{
  g_autofree char *title = tdm_text_fold (tdm_topic_get_title (topic));
  const char *found = strstr (title, folded);

  if (!found)
    return 3;
  for (; found; found = strstr (found + 1, folded))
    if (found == title)
      return 0;
    else if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found))))
      return 1;
  return 2;
}

/* What fits equally is in the order of its titles. Titles are compared once for all, and each is looked at once for
 * what is typed: there may be thousands. */
static gint64
topic_row_rank (TdmTopicRow *self, TdmTopic *topic)
{
  TdmTopicPlace *place = g_hash_table_lookup (self->places, topic);

  if (!place)
    return G_MAXINT64;
  if (place->rank < 0)
    place->rank = *self->folded == '\0' ? 0 : topic_rank (topic, self->folded);
  return (gint64) place->rank << 32 | place->position;
}

static int
topics_compare_rank (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 first = topic_row_rank (data, (TdmTopic *) a), second = topic_row_rank (data, (TdmTopic *) b);

  return (first > second) - (first < second);
}

static void
topic_row_find_places (TdmTopicRow *self)
{
  GListModel *topics = G_LIST_MODEL (self->by_title);

  gtk_sort_list_model_set_model (self->by_title, self->topics);
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (TdmTopic) topic = g_list_model_get_item (topics, i);
      TdmTopicPlace *place = g_new (TdmTopicPlace, 1);

      *place = (TdmTopicPlace) { i, -1 };
      g_hash_table_insert (self->places, g_steal_pointer (&topic), place);
    }
}

static TdmTopic *
topic_row_find (TdmTopicRow *self, const char *title)
{
  return self->topics ? tdm_topic_edits_find (self->topics, title) : NULL;
}

static char *
topic_row_get_clean (TdmTopicRow *self)
{
  return tdm_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self)));
}

static gboolean
topic_row_is_new (TdmTopicRow *self, const char *clean)
{
  return *clean && !self->only_there && !topic_row_find (self, clean);
}

static gboolean
topic_row_is_open (TdmTopicRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

/* A screen reader stays with the text: that is where it says what is new, what is offered and what is chosen of it. */
static void
topic_row_say (TdmTopicRow *self)
{
  g_autofree char *clean = topic_row_get_clean (self), *offered = NULL, *chosen = NULL, *both = NULL;
  guint n_offered = topic_row_is_open (self) ? g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) : 0;
  TdmTopic *topic = n_offered > 0 ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  const char *said = !topic_row_is_new (self, clean) ? "" : self->for_areas ? _ ("New area") : _ ("New topic");

  if (topic)
    {
      /* Translators: the topic that is chosen of those that are offered, such as “Podcasts, 2 of 5” */
      chosen = g_strdup_printf (_ ("%s, %u of %u"), tdm_topic_get_title (topic),
                                gtk_single_selection_get_selected (self->selection) + 1, n_offered);
      said = chosen;
    }
  else if (n_offered > 0)
    {
      offered = g_strdup_printf (ngettext ("%u to choose from", "%u to choose from", n_offered), n_offered);
      both = *said ? g_strdup_printf ("%s, %s", said, offered) : NULL;
      said = both ? both : offered;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
}

static void
topic_row_close (TdmTopicRow *self)
{
  gtk_popover_popdown (self->popover);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  topic_row_say (self);
}

/* Topics that have all words of @search, those that fit best first: no more of them than anybody looks through, for
 * rows are made anew at every key */
static void
topic_row_offer (TdmTopicRow *self, const char *search)
{
  g_autofree char *clean = topic_row_get_clean (self), *label = NULL;
  gboolean is_new = topic_row_is_new (self, clean);
  gboolean is_any;

  g_free (self->folded);
  self->folded = tdm_text_fold (search);
  topic_row_find_places (self);
  g_object_set (self->filter, "search", search, NULL);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->by_title));
  gtk_sorter_changed (GTK_SORTER (self->rank), GTK_SORTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  is_any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  /* Translators: what was typed and is no topic yet, or no area */
  label = g_strdup_printf (self->for_areas ? _ ("New area: “%s”") : _ ("New topic: “%s”"), clean);
  gtk_label_set_text (self->new_label, label);
  gtk_widget_set_visible (self->new_button, is_new);
  gtk_widget_set_visible (self->scrolled, is_any);
  if (!is_any && !is_new)
    {
      topic_row_close (self);
      return;
    }
  gtk_widget_set_size_request (self->content, gtk_widget_get_width (GTK_WIDGET (self)) - 18, -1);
  gtk_popover_popup (self->popover);
  topic_row_say (self);
}

/* All topics where nothing is typed, or what is typed is a topic already */
static void
topic_row_open (TdmTopicRow *self)
{
  g_autofree char *clean = topic_row_get_clean (self);

  topic_row_offer (self, topic_row_find (self, clean) ? "" : clean);
}

static void
topic_row_take (TdmTopicRow *self, const char *title)
{
  g_autofree char *taken = g_strdup (title);

  self->is_taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), taken);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->is_taking = FALSE;
  topic_row_close (self);
  g_signal_emit (self, taken_signal, 0, taken);
}

/* As the catalogue spells it */
static gboolean
topic_row_take_typed (TdmTopicRow *self)
{
  g_autofree char *clean = topic_row_get_clean (self);
  TdmTopic *topic = topic_row_find (self, clean);

  if (*clean == '\0' || (self->only_there && !topic))
    return FALSE;
  topic_row_take (self, topic ? tdm_topic_get_title (topic) : clean);
  return TRUE;
}

static void
changed_cb (TdmTopicRow *self)
{
  g_autofree char *clean = topic_row_get_clean (self);

  if (self->is_taking)
    return;
  if (*clean == '\0' || !gtk_widget_has_focus (self->text))
    topic_row_close (self);
  else
    topic_row_offer (self, clean);
}

static void
left_cb (TdmTopicRow *self)
{
  if (topic_row_is_open (self))
    topic_row_close (self);
}

static void
entry_activated_cb (TdmTopicRow *self)
{
  if (!topic_row_take_typed (self))
    g_signal_emit (self, passed_signal, 0);
}

static void
item_activated_cb (TdmTopicRow *self, guint position)
{
  g_autoptr (TdmTopic) topic = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  topic_row_take (self, tdm_topic_get_title (topic));
}

static void
new_clicked_cb (TdmTopicRow *self)
{
  topic_row_take_typed (self);
}

static void
open_clicked_cb (TdmTopicRow *self)
{
  if (topic_row_is_open (self))
    {
      topic_row_close (self);
      return;
    }
  gtk_widget_grab_focus (self->text);
  topic_row_open (self);
}

/* --- keys of the text ------------------------------------------------------- */

static gboolean
topic_row_step (TdmTopicRow *self, int step)
{
  guint n_offered = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);
  int next = (position == GTK_INVALID_LIST_POSITION ? -1 : (int) position) + step;

  /* Above the first one are the words that were typed. */
  next = CLAMP (next, -1, (int) n_offered - 1);
  gtk_single_selection_set_selected (self->selection, next < 0 ? GTK_INVALID_LIST_POSITION : (guint) next);
  if (next >= 0)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) next);
  topic_row_say (self);
  return TRUE;
}

static gboolean
down_cb (GtkWidget *text, GVariant *arguments, gpointer row)
{
  TdmTopicRow *self = TDM_TOPIC_ROW (row);

  if (topic_row_is_open (self))
    return topic_row_step (self, 1);
  topic_row_open (self);
  return topic_row_is_open (self);
}

static gboolean
up_cb (GtkWidget *text, GVariant *arguments, gpointer row)
{
  return topic_row_is_open (row) && topic_row_step (row, -1);
}

static gboolean
enter_cb (GtkWidget *text, GVariant *arguments, gpointer row)
{
  TdmTopicRow *self = TDM_TOPIC_ROW (row);
  TdmTopic *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (!topic_row_is_open (self))
    return FALSE;
  if (chosen)
    topic_row_take (self, tdm_topic_get_title (chosen));
  else if (!topic_row_take_typed (self))
    topic_row_close (self);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *text, GVariant *arguments, gpointer row)
{
  if (!topic_row_is_open (row))
    return FALSE;
  topic_row_close (row);
  return TRUE;
}

static void
topic_row_add_keys (TdmTopicRow *self)
{
  static const struct
  {
    const char *trigger;
    GtkShortcutFunc function;
  } keys[] = {
    { "Down|KP_Down", down_cb },
    { "Up|KP_Up", up_cb },
    { "Return|KP_Enter|ISO_Enter", enter_cb },
    { "Escape", escape_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* The text would move the cursor, and the dialog around it would close. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_callback_action_new (keys[i].function, self, NULL)));
  gtk_widget_add_controller (self->text, controller);
}

/* ---------------------------------------------------------------------------- */

static void
tdm_topic_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmTopicRow *self = TDM_TOPIC_ROW (object);

  switch ((TdmTopicRowProperty) id)
    {
    case PROP_TOPICS:
      tdm_topic_row_set_topics (self, g_value_get_object (value));
      break;
    case PROP_FOR_AREAS:
      self->for_areas = g_value_get_boolean (value);
      break;
    case PROP_ONLY_THERE:
      self->only_there = g_value_get_boolean (value);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_topic_row_dispose (GObject *object)
{
  TdmTopicRow *self = TDM_TOPIC_ROW (object);

  g_clear_object (&self->topics);
  if (self->popover && gtk_widget_get_parent (GTK_WIDGET (self->popover)))
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_TOPIC_ROW);
  G_OBJECT_CLASS (tdm_topic_row_parent_class)->dispose (object);
}

static void
tdm_topic_row_finalize (GObject *object)
{
  TdmTopicRow *self = TDM_TOPIC_ROW (object);

  g_free (self->folded);
  g_hash_table_unref (self->places);
  G_OBJECT_CLASS (tdm_topic_row_parent_class)->finalize (object);
}

static void
tdm_topic_row_class_init (TdmTopicRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_topic_row_set_property;
  object_class->dispose = tdm_topic_row_dispose;
  object_class->finalize = tdm_topic_row_finalize;
  specs[PROP_TOPICS] = g_param_spec_object ("topics", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  /* The topics stand for areas, by their titles. */
  specs[PROP_FOR_AREAS] = g_param_spec_boolean ("for-areas", NULL, NULL, FALSE, flags);
  /* Nothing new can be taken. */
  specs[PROP_ONLY_THERE] = g_param_spec_boolean ("only-there", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
  /* Enter, or a click on what is offered: the title, as the catalogue spells it where it has that topic */
  taken_signal = g_signal_new ("taken", TDM_TYPE_TOPIC_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_STRING);
  /* Enter where nothing is typed */
  passed_signal = g_signal_new ("passed", TDM_TYPE_TOPIC_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TDM_TYPE_TEXT_FILTER);
  g_type_ensure (TDM_TYPE_TOPIC);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/topic-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, filter);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, choice);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, by_title);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, rank);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, selection);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, content);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, list);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, new_button);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicRow, new_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
tdm_topic_row_init (TdmTopicRow *self)
{
  self->folded = g_strdup ("");
  self->places = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self)));
  gtk_custom_sorter_set_sort_func (self->rank, topics_compare_rank, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  topic_row_add_keys (self);
}

/* The catalogue */
void
tdm_topic_row_set_topics (TdmTopicRow *self, GListModel *topics)
{
  g_return_if_fail (TDM_IS_TOPIC_ROW (self));
  g_return_if_fail (!topics || G_IS_LIST_MODEL (topics));

  g_set_object (&self->topics, topics);
}

/* Which topics of the catalogue are offered, asked anew each time: all, where nothing is said. What is typed may be any
 * topic. */
void
tdm_topic_row_set_choice (TdmTopicRow *self, GtkCustomFilterFunc offers, gpointer data)
{
  g_return_if_fail (TDM_IS_TOPIC_ROW (self));

  gtk_custom_filter_set_filter_func (self->choice, offers, data, NULL);
}
