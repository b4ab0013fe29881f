/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-topic-people-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-person-order.h"
#include "app/common/tdm-strength.h"
#include "app/words/tdm-person-words.h"
#include "base/tdm-i18n.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"

/* Who wants to learn a topic, and who can pass it on: of the people who count in the catalogue. A click on one leads to
 * the profile. The list has needs and offers, and a text where each of these begins. */

struct _TdmTopicPeopleDialog
{
  AdwWindow parent_instance;

  GListStore *rows;
  TdmHeaderTitle *title;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (TdmTopicPeopleDialog, tdm_topic_people_dialog, ADW_TYPE_WINDOW)

static TdmPerson *
wish_get_person (gpointer wish)
{
  return tdm_record_get_link (wish, TDM_IS_NEED (wish) ? (guint) TDM_NEED_PERSON : TDM_OFFER_PERSON);
}

static int
wish_get_strength (gpointer wish)
{
  return tdm_record_get_integer (wish, TDM_IS_NEED (wish) ? (guint) TDM_NEED_STRENGTH : TDM_OFFER_STRENGTH);
}

static GtkWidget *
label_new (const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "css-classes",
                       (const char *[]) { css_class, NULL }, NULL);
}

static void
setup_cb (TdmTopicPeopleDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), label_new ("name"));
  gtk_box_append (GTK_BOX (box), label_new ("dim-label"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (TdmTopicPeopleDialog *self, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkLabel *first = GTK_LABEL (gtk_widget_get_first_child (box)), *second = GTK_LABEL (gtk_widget_get_last_child (box));
  gboolean is_heading = GTK_IS_STRING_OBJECT (item);

  gtk_list_item_set_activatable (list_item, !is_heading);
  gtk_widget_set_visible (GTK_WIDGET (second), !is_heading);
  if (is_heading)
    {
      gtk_widget_add_css_class (GTK_WIDGET (first), "heading");
      gtk_label_set_text (first, gtk_string_object_get_string (item));
    }
  else
    {
      g_autofree char *place = tdm_person_words_place (wish_get_person (item));
      g_autofree char *strength = tdm_strength_describe (wish_get_strength (item));
      g_autofree char *detail = g_strjoin (place && *place ? " · " : "", strength, place, NULL);

      gtk_widget_remove_css_class (GTK_WIDGET (first), "heading");
      gtk_label_set_text (first, tdm_person_get_name (wish_get_person (item)));
      gtk_label_set_text (second, detail);
    }
}

static void
activate_cb (TdmTopicPeopleDialog *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  TdmPerson *person;

  if (GTK_IS_STRING_OBJECT (item) || !parent)
    return;
  person = wish_get_person (item);
  if (person)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-person", "s", tdm_record_get_uid (TDM_RECORD (person)));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
tdm_topic_people_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_TOPIC_PEOPLE_DIALOG);
  G_OBJECT_CLASS (tdm_topic_people_dialog_parent_class)->dispose (object);
}

static void
tdm_topic_people_dialog_class_init (TdmTopicPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_topic_people_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/round/topic-people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmTopicPeopleDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicPeopleDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmTopicPeopleDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tdm_topic_people_dialog_init (TdmTopicPeopleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GListModel *
wishes_sort (GListModel *wishes, GType type)
{
  GtkSorter *strength = GTK_SORTER (gtk_numeric_sorter_new (gtk_property_expression_new (type, NULL, "strength")));
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_numeric_sorter_set_sort_order (GTK_NUMERIC_SORTER (strength), GTK_SORT_DESCENDING);
  gtk_multi_sorter_append (sorter, strength);
  gtk_multi_sorter_append (sorter, tdm_person_order_make_sorter (TDM_PERSON_ORDER_FIRST_NAME,
                                                                 gtk_property_expression_new (type, NULL, "person")));
  return G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (wishes), GTK_SORTER (sorter)));
}

/* The strongest first, whoever has two of them once */
static void
topic_people_dialog_add (TdmTopicPeopleDialog *self, TdmCatalogue *catalogue, TdmTopic *topic, GType type)
{
  g_autoptr (GListModel) wishes = wishes_sort (tdm_record_get_children (topic, type), type);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *heading = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (wishes); i++)
    {
      g_autoptr (TdmRecord) wish = g_list_model_get_item (wishes, i);
      TdmPerson *person = wish_get_person (wish);

      if (person && tdm_catalogue_counts (catalogue, person) && g_hash_table_add (seen, person))
        g_ptr_array_add (rows, g_object_ref (wish));
    }
  if (rows->len == 0)
    return;
  heading = type == TDM_TYPE_NEED
              ? g_strdup_printf (ngettext ("%u wants to learn", "%u want to learn", rows->len), rows->len)
              : g_strdup_printf (ngettext ("%u can pass on", "%u can pass on", rows->len), rows->len);
  g_ptr_array_insert (rows, 0, gtk_string_object_new (heading));
  g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0, rows->pdata, rows->len);
}

void
tdm_topic_people_dialog_present (GtkWidget *over, TdmCatalogue *catalogue, TdmTopic *topic)
{
  TdmTopicPeopleDialog *self = g_object_new (TDM_TYPE_TOPIC_PEOPLE_DIALOG, NULL);

  gtk_window_set_title (GTK_WINDOW (self), tdm_topic_get_title (topic));
  tdm_header_title_set_subtitle (self->title, tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA));
  topic_people_dialog_add (self, catalogue, topic, TDM_TYPE_NEED);
  topic_people_dialog_add (self, catalogue, topic, TDM_TYPE_OFFER);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 ? "list" : "empty");
  tdm_dialog_open (self, over);
}
