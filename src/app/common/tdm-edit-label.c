/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-edit-label.h"

#include "app/common/tdm-css.h"

/* Text that wraps as a label does and becomes an entry to change it: by click, Enter or F2. Enter keeps the new text,
 * Escape the old one. (GtkEditableLabel does not wrap.) */

struct _TdmEditLabel
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *label;
  GtkText *text;
  char *value;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (TdmEditLabel, tdm_edit_label, ADW_TYPE_BIN)

typedef enum
{
  PROP_VALUE = 1,
  PROP_EDITABLE,
  PROP_STRUCK,
  N_PROPS
} TdmEditLabelProperty;

static GParamSpec *specs[N_PROPS];
static guint edited_signal;

static gboolean
edit_label_is_editing (TdmEditLabel *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->text);
}

static void
left_cb (TdmEditLabel *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  if (!edit_label_is_editing (self))
    return;

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->label));
  if (g_strcmp0 (text, self->value) != 0 && *text)
    g_signal_emit (self, edited_signal, 0, text);
}

static void
keep_cb (TdmEditLabel *self)
{
  if (!edit_label_is_editing (self))
    return;

  left_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
key_cb (TdmEditLabel *self, guint key)
{
  if (key == GDK_KEY_Escape && edit_label_is_editing (self))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text), self->value);
      keep_cb (self);
      return GDK_EVENT_STOP;
    }
  if (!edit_label_is_editing (self) && (key == GDK_KEY_F2 || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      tdm_edit_label_start (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
tdm_edit_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmEditLabel *self = TDM_EDIT_LABEL (object);

  switch ((TdmEditLabelProperty) id)
    {
    case PROP_VALUE:
      g_free (self->value);
      self->value = g_strdup (g_value_get_string (value) ? g_value_get_string (value) : "");
      gtk_label_set_text (self->label, self->value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->value, -1);
      break;
    case PROP_EDITABLE:
      self->editable = g_value_get_boolean (value);
      gtk_widget_set_focusable (GTK_WIDGET (self), self->editable);
      break;
    case PROP_STRUCK:
      tdm_css_set_class (self->label, "done", g_value_get_boolean (value));
      break;
    case N_PROPS:
      break;
    }
}

/* Itself a stop of Tab while it is no entry; newer versions of AdwBin pass the keyboard on to what is inside. */
static gboolean
tdm_edit_label_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TdmEditLabel *self = TDM_EDIT_LABEL (widget);

  if (!self->editable || edit_label_is_editing (self))
    return GTK_WIDGET_CLASS (tdm_edit_label_parent_class)->focus (widget, direction);
  return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
tdm_edit_label_dispose (GObject *object)
{
  /* AdwBin holds its child by itself: disposing of the template must not take it from under it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_EDIT_LABEL);
  g_clear_pointer (&TDM_EDIT_LABEL (object)->value, g_free);
  G_OBJECT_CLASS (tdm_edit_label_parent_class)->dispose (object);
}

static void
tdm_edit_label_class_init (TdmEditLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_edit_label_set_property;
  object_class->dispose = tdm_edit_label_dispose;
  widget_class->focus = tdm_edit_label_focus;

  specs[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "", flags);
  specs[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, flags);
  specs[PROP_STRUCK] = g_param_spec_boolean ("struck", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
  edited_signal = g_signal_new ("edited", TDM_TYPE_EDIT_LABEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/common/edit-label.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmEditLabel, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmEditLabel, label);
  gtk_widget_class_bind_template_child (widget_class, TdmEditLabel, text);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, tdm_edit_label_start);
  gtk_widget_class_set_css_name (widget_class, "editlabel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tdm_edit_label_init (TdmEditLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->value = g_strdup ("");
}

void
tdm_edit_label_start (TdmEditLabel *self)
{
  g_return_if_fail (TDM_IS_EDIT_LABEL (self));

  if (!self->editable || edit_label_is_editing (self))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->text), self->value);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->text));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
