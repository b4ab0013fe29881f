/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-header-title.h"

/* The title of a dialog between two buttons with words. That of libadwaita insists on a width that is not there on a narrow
 * screen where the text is twice as large; this one is cut off. */

struct _TdmHeaderTitle
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (TdmHeaderTitle, tdm_header_title, GTK_TYPE_BOX)

static GtkLabel *
header_title_add_label (TdmHeaderTitle *self, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "single-line-mode", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

/* It says what its window is called. */
static void
tdm_header_title_root (GtkWidget *widget)
{
  TdmHeaderTitle *self = TDM_HEADER_TITLE (widget);

  GTK_WIDGET_CLASS (tdm_header_title_parent_class)->root (widget);
  g_object_bind_property (gtk_widget_get_root (widget), "title", self->title, "label", G_BINDING_SYNC_CREATE);
}

static void
tdm_header_title_class_init (TdmHeaderTitleClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = tdm_header_title_root;
}

static void
tdm_header_title_init (TdmHeaderTitle *self)
{
  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "header-title");
  self->title = header_title_add_label (self, "title");
  self->subtitle = header_title_add_label (self, "subtitle");
  tdm_header_title_set_subtitle (self, "");
}

void
tdm_header_title_set_subtitle (TdmHeaderTitle *self, const char *subtitle)
{
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
}
