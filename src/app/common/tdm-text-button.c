/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-text-button.h"

/* A button whose words give way where there is little room, rather than the window. In a header or a bar, where they
 * have one line, they are cut off, and a tooltip says them; elsewhere, with "wraps", they take more lines. */

struct _TdmTextButton
{
  GtkButton parent_instance;

  gboolean wraps;
};

G_DEFINE_FINAL_TYPE (TdmTextButton, tdm_text_button, GTK_TYPE_BUTTON)

enum
{
  PROP_WRAPS = 1,
};

/* In characters: two buttons and a title have room beside each other on 360 pixels where the text is twice as large. */
#define WIDTH_CUT 4

/* Longer words are taken apart where words take more lines: whole, they would not leave the rest of a row its room. */
#define WORD_KEPT 12

static gboolean
has_long_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i]; i++)
    if (g_utf8_strlen (words[i], -1) > WORD_KEPT)
      return TRUE;
  return FALSE;
}

/* Of a button with a label, GTK makes the label. With a sign for the key it names the button twice, once with the
 * sign. */
static void
text_button_set_up_label (TdmTextButton *self)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self)));

  gtk_label_set_wrap (label, self->wraps);
  gtk_label_set_wrap_mode (label, has_long_word (gtk_label_get_text (label)) ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_label_set_ellipsize (label, self->wraps ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, self->wraps ? -1 : WIDTH_CUT);
  if (gtk_label_get_mnemonic_widget (label))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
tdm_text_button_notify (GObject *object, GParamSpec *property)
{
  if (GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (object))))
    text_button_set_up_label (TDM_TEXT_BUTTON (object));
  if (G_OBJECT_CLASS (tdm_text_button_parent_class)->notify)
    G_OBJECT_CLASS (tdm_text_button_parent_class)->notify (object, property);
}

static void
tdm_text_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *property)
{
  TDM_TEXT_BUTTON (object)->wraps = g_value_get_boolean (value);
}

static gboolean
tdm_text_button_query_tooltip (GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (widget));

  if (!GTK_IS_LABEL (child) || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (child))))
    return GTK_WIDGET_CLASS (tdm_text_button_parent_class)->query_tooltip (widget, x, y, is_keyboard, tooltip);
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (child)));
  return TRUE;
}

static void
tdm_text_button_class_init (TdmTextButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->notify = tdm_text_button_notify;
  object_class->set_property = tdm_text_button_set_property;
  GTK_WIDGET_CLASS (klass)->query_tooltip = tdm_text_button_query_tooltip;

  g_object_class_install_property (object_class, PROP_WRAPS,
                                   g_param_spec_boolean ("wraps", NULL, NULL, FALSE,
                                                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
tdm_text_button_init (TdmTextButton *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
