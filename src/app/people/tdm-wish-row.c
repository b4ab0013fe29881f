/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-wish-row.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-strength.h"
#include "app/people/tdm-wish-dialog.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-person-edits.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "workspace/tdm-workspace.h"

/* A need or an offer of a person. The row has the focus: the keys 1 to 3 weigh it, F2 opens it, Delete takes it
 * away. */

struct _TdmWishRow
{
  GtkListBoxRow parent_instance;

  TdmWorkspace *workspace;
  TdmRecord *wish;
  GSignalGroup *topic_signals;

  GtkLabel *title;
  GtkLabel *detail;
  TdmStrength *strength;
  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (TdmWishRow, tdm_wish_row, GTK_TYPE_LIST_BOX_ROW)

static char *
wish_describe_source (TdmRecord *wish)
{
  gboolean is_need = TDM_IS_NEED (wish);
  const char *source =
    tdm_code_get_title (tdm_need_source_get_type (),
                        tdm_record_get_integer (wish, is_need ? (guint) TDM_NEED_SOURCE : TDM_OFFER_SOURCE));
  const char *noted_on = tdm_record_get_text (wish, is_need ? (guint) TDM_NEED_NOTED_ON : TDM_OFFER_NOTED_ON);
  g_autofree char *day = *noted_on ? tdm_format_short_day (noted_on) : NULL;

  return day ? g_strdup_printf ("%s · %s", source, day) : g_strdup (source);
}

static void
wish_row_update_cb (TdmWishRow *self)
{
  TdmTopic *topic = tdm_record_get_link (self->wish, TDM_NEED_TOPIC);
  const char *title = topic ? tdm_topic_get_title (topic) : "";
  int strength = (int) tdm_record_get_integer (self->wish, TDM_NEED_STRENGTH);
  g_autofree char *detail = wish_describe_source (self->wish), *amount = tdm_strength_describe (strength);
  g_autofree char *description = g_strdup_printf ("%s. %s. %s", title, amount, detail);

  /* Where topics are brought together, the wish gets another one. */
  g_signal_group_set_target (self->topic_signals, topic);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  g_object_set (self->strength, "strength", strength, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
wish_row_set_strength (TdmWishRow *self, int strength)
{
  if (strength != tdm_record_get_integer (self->wish, TDM_NEED_STRENGTH))
    tdm_workspace_commit_async (self->workspace, tdm_person_edits_set_strength (self->wish, strength),
                                tdm_feedback_quiet_cb, tdm_feedback_target (self));
}

static void
chosen_cb (TdmWishRow *self, int strength)
{
  wish_row_set_strength (self, strength);
}

static void
wish_row_set_strength_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  wish_row_set_strength (TDM_WISH_ROW (widget), g_variant_get_int32 (parameter));
}

static void
wish_row_edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWishRow *self = TDM_WISH_ROW (widget);

  tdm_wish_dialog_present (widget, self->workspace, self->wish);
}

static void
wish_row_remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWishRow *self = TDM_WISH_ROW (widget);

  tdm_workspace_commit_async (self->workspace, tdm_edit_new_remove (self->wish), tdm_feedback_undo_cb,
                              tdm_feedback_target (self));
}

static void
tdm_wish_row_dispose (GObject *object)
{
  TdmWishRow *self = TDM_WISH_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_WISH_ROW);
  g_clear_object (&self->topic_signals);
  g_clear_object (&self->wish);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_wish_row_parent_class)->dispose (object);
}

static void
tdm_wish_row_class_init (TdmWishRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_wish_row_dispose;

  g_type_ensure (TDM_TYPE_STRENGTH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/wish-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmWishRow, title);
  gtk_widget_class_bind_template_child (widget_class, TdmWishRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TdmWishRow, strength);
  gtk_widget_class_bind_template_child (widget_class, TdmWishRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "wish.set-strength", "i", wish_row_set_strength_cb);
  gtk_widget_class_install_action (widget_class, "wish.edit", NULL, wish_row_edit_cb);
  gtk_widget_class_install_action (widget_class, "wish.remove", NULL, wish_row_remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, 0, "wish.set-strength", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, 0, "wish.set-strength", "i", 2);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, 0, "wish.set-strength", "i", 3);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1, 0, "wish.set-strength", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_2, 0, "wish.set-strength", "i", 2);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_3, 0, "wish.set-strength", "i", 3);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "wish.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "wish.remove", NULL);
}

static void
tdm_wish_row_init (TdmWishRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->topic_signals = g_signal_group_new (TDM_TYPE_TOPIC);
  g_signal_group_connect_swapped (self->topic_signals, "notify::title", G_CALLBACK (wish_row_update_cb), self);
}

GtkWidget *
tdm_wish_row_new (TdmWorkspace *workspace, TdmRecord *wish)
{
  static const char *const actions[] = { "wish.set-strength", "wish.edit", "wish.remove" };
  TdmWishRow *self = g_object_new (TDM_TYPE_WISH_ROW, NULL);
  gboolean writable = !tdm_workspace_is_read_only (workspace);

  self->workspace = g_object_ref (workspace);
  self->wish = g_object_ref (wish);
  g_signal_connect_object (wish, "notify", G_CALLBACK (wish_row_update_cb), self, G_CONNECT_SWAPPED);
  wish_row_update_cb (self);
  gtk_widget_set_visible (self->menu_button, writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->strength), writable);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], writable);
  return GTK_WIDGET (self);
}
