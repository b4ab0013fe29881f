/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-wishes-box.h"

#include "app/common/tdm-new-entry.h"
#include "app/common/tdm-short-list.h"
#include "app/common/tdm-topic-row.h"
#include "app/people/tdm-wish-row.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-person-edits.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "workspace/tdm-workspace.h"

/* What a person wants to learn, or can pass on, with a line to type the next topic. Enter on an empty line goes on to
 * what comes next on the page. */

struct _TdmWishesBox
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPerson *person;
  gboolean has_offers;

  GtkLabel *heading;
  TdmShortList *list;
  GtkWidget *entry;
  TdmTopicRow *new_topic;
};

G_DEFINE_FINAL_TYPE (TdmWishesBox, tdm_wishes_box, ADW_TYPE_BIN)

static guint finished_signal;

static GType
wishes_box_get_side (TdmWishesBox *self)
{
  return self->has_offers ? TDM_TYPE_OFFER : TDM_TYPE_NEED;
}

static GListModel *
wishes_box_get_wishes (TdmWishesBox *self)
{
  return tdm_record_get_children (self->person, wishes_box_get_side (self));
}

static void
taken_cb (TdmWishesBox *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->new_topic);
  g_autofree char *title = tdm_new_entry_take (entry);

  if (!title)
    return;

  /* What is added must be seen. */
  tdm_short_list_show_all (self->list);
  tdm_workspace_commit_async (self->workspace,
                              tdm_person_edits_add_topic (self->person, wishes_box_get_side (self),
                                                          tdm_workspace_get_topics (self->workspace), title),
                              tdm_new_entry_added_cb, g_object_ref (entry));
}

static void
passed_cb (TdmWishesBox *self)
{
  g_signal_emit (self, finished_signal, 0);
}

static GtkWidget *
wishes_box_make_row_cb (gpointer wish, gpointer data)
{
  return tdm_wish_row_new (TDM_WISHES_BOX (data)->workspace, wish);
}

/* A topic that stands in the list is no choice. */
static gboolean
wishes_box_offers (gpointer topic, gpointer data)
{
  TdmWishesBox *self = TDM_WISHES_BOX (data);
  GListModel *wishes = self->person ? wishes_box_get_wishes (self) : NULL;

  for (guint i = 0; wishes && i < g_list_model_get_n_items (wishes); i++)
    {
      g_autoptr (TdmRecord) wish = g_list_model_get_item (wishes, i);

      if (tdm_record_get_link (wish, self->has_offers ? (guint) TDM_OFFER_TOPIC : TDM_NEED_TOPIC) == topic)
        return FALSE;
    }
  return TRUE;
}

static void
tdm_wishes_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmWishesBox *self = TDM_WISHES_BOX (object);
  const char *heading;

  self->has_offers = g_value_get_boolean (value);
  heading = self->has_offers ? _ ("Can Pass On") : _ ("Wants to Learn");
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_object_set (self->list,
                "title", heading,
                "placeholder", self->has_offers ? _ ("Nothing to pass on yet") : _ ("Nothing to learn yet"),
                NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_topic),
                                 self->has_offers ? _ ("Add a topic to pass on") : _ ("Add a topic to learn"));
}

static void
tdm_wishes_box_dispose (GObject *object)
{
  TdmWishesBox *self = TDM_WISHES_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_WISHES_BOX);
  g_clear_object (&self->person);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_wishes_box_parent_class)->dispose (object);
}

static void
tdm_wishes_box_class_init (TdmWishesBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tdm_wishes_box_set_property;
  object_class->dispose = tdm_wishes_box_dispose;

  g_object_class_install_property (object_class, 1,
                                   g_param_spec_boolean ("has-offers", NULL, NULL, FALSE,
                                                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT
                                                           | G_PARAM_STATIC_STRINGS));
  finished_signal = g_signal_new ("finished", TDM_TYPE_WISHES_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  0);

  g_type_ensure (TDM_TYPE_SHORT_LIST);
  g_type_ensure (TDM_TYPE_TOPIC_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/wishes-box.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_bind_template_child (widget_class, TdmWishesBox, heading);
  gtk_widget_class_bind_template_child (widget_class, TdmWishesBox, list);
  gtk_widget_class_bind_template_child (widget_class, TdmWishesBox, entry);
  gtk_widget_class_bind_template_child (widget_class, TdmWishesBox, new_topic);
  gtk_widget_class_bind_template_callback (widget_class, taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, passed_cb);
}

static void
tdm_wishes_box_init (TdmWishesBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_topic_row_set_choice (self->new_topic, wishes_box_offers, self);
}

/* NULL lets go of both. */
void
tdm_wishes_box_set_person (TdmWishesBox *self, TdmWorkspace *workspace, TdmPerson *person)
{
  g_return_if_fail (TDM_IS_WISHES_BOX (self));

  tdm_short_list_bind (self->list, NULL, NULL, NULL);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->person, person);
  tdm_new_entry_clear (GTK_EDITABLE (self->new_topic));
  tdm_topic_row_set_topics (self->new_topic, workspace ? tdm_workspace_get_topics (workspace) : NULL);
  if (!person)
    return;

  gtk_widget_set_visible (self->entry, !tdm_workspace_is_read_only (workspace));
  tdm_short_list_bind (self->list, wishes_box_get_wishes (self), wishes_box_make_row_cb, self);
}

/* For who wants to type at once. */
void
tdm_wishes_box_start (TdmWishesBox *self)
{
  g_return_if_fail (TDM_IS_WISHES_BOX (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->new_topic));
}
