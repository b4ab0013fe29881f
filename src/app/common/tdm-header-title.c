/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-header-title.h"

#include "app/common/tdm-css.h"

#include <adwaita.h>

/* The title of a dialog between two buttons with words, to which it leaves the room that these need. That of libadwaita
 * comes first, and insists on a width that is not there on a narrow screen where the text is twice as large. Where it
 * has not enough for its words, they stand below the header. */

struct _TdmHeaderTitle
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *below; /* weak; beside the header, in the box that has both */
  int room; /* when it was measured */
};

G_DEFINE_FINAL_TYPE (TdmHeaderTitle, tdm_header_title, GTK_TYPE_WIDGET)

/* On both sides: around what stands in a header, and the border of the window */
#define SPACE 24

/* More than buttons of one side become narrower by the style "cramped" */
#define SPARED_MOST 60

static GtkLabel *
header_title_add_label (TdmHeaderTitle *self, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "single-line-mode", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static int
widget_get_natural_width (GtkWidget *widget)
{
  int natural = 0;

  if (widget)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The room that the buttons of either side would have; -1 outside of a header */
static int
header_title_measure_sides (TdmHeaderTitle *self)
{
  GtkWidget *box = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_CENTER_BOX);
  int start, end;

  if (!box)
    return -1;
  start = widget_get_natural_width (gtk_center_box_get_start_widget (GTK_CENTER_BOX (box)));
  end = widget_get_natural_width (gtk_center_box_get_end_widget (GTK_CENTER_BOX (box)));
  return MAX (start, end);
}

/* What the header has left in its middle when the buttons on both sides have theirs */
static int
header_title_find_room (TdmHeaderTitle *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width = root ? gtk_widget_get_width (GTK_WIDGET (root)) : 0, height;
  int side = header_title_measure_sides (self);

  if (side < 0 || !GTK_IS_WINDOW (root))
    return G_MAXINT;
  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width <= 0)
    return G_MAXINT;
  return width - 2 * (side + SPACE);
}

/* Where the words of a side have no room in its half of the header, the buttons are no wider than these. With that they
 * need less: it takes more room to make them wide again. */
static void
header_title_cram_buttons (TdmHeaderTitle *self)
{
  GtkWidget *header = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_HEADER_BAR);
  int side = header_title_measure_sides (self), spared;

  if (!header || side < 0)
    return;
  spared = gtk_widget_has_css_class (header, "cramped") ? SPARED_MOST : 0;
  tdm_css_set_class (header, "cramped", side + spared > gtk_widget_get_width (header) / 2 - SPACE);
}

/* What has been measured holds for a window that is as wide as then. */
static void
header_title_laid_out_cb (TdmHeaderTitle *self)
{
  int room = header_title_find_room (self);

  header_title_cram_buttons (self);

  /* What stands below it may be cut off in its place. */
  if (self->below)
    {
      gboolean is_below = room < widget_get_natural_width (GTK_WIDGET (self->title));

      gtk_widget_set_visible (self->below, is_below);
      gtk_widget_set_visible (self->box, !is_below);
    }
  if (room != self->room)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->room = room;
}

static void
tdm_header_title_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tdm_header_title_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (widget)), "layout",
                           G_CALLBACK (header_title_laid_out_cb), widget, G_CONNECT_SWAPPED);
}

static GtkSizeRequestMode
tdm_header_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tdm_header_title_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  TdmHeaderTitle *self = TDM_HEADER_TITLE (widget);

  gtk_widget_measure (self->box, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = CLAMP (header_title_find_room (self), 0, *natural);
      *minimum = 0;
    }
}

static void
tdm_header_title_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *box = TDM_HEADER_TITLE (widget)->box;
  int least, natural;
  gboolean says_something;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  /* Nothing says as much as three dots alone; a short title is whole. */
  says_something = width >= MIN (natural, least + SPACE);
  gtk_widget_set_child_visible (box, says_something);
  if (says_something)
    gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, width, height }, -1);
}

/* It says what the label in the header does, whenever that changes. */
static void
header_title_add_label_below (TdmHeaderTitle *self, GtkLabel *above)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify",
                                   GTK_JUSTIFY_CENTER, NULL);

  g_object_bind_property (above, "label", label, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (above, "visible", label, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->below), label);
}

static void
header_title_add_below (TdmHeaderTitle *self)
{
  GtkWidget *header = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_HEADER_BAR);
  GtkWidget *box = header ? gtk_widget_get_parent (header) : NULL;

  if (self->below || !GTK_IS_BOX (box))
    return;
  g_set_weak_pointer (&self->below, g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "visible",
                                                  FALSE, NULL));
  gtk_widget_add_css_class (self->below, "title-below");
  header_title_add_label_below (self, self->title);
  header_title_add_label_below (self, self->subtitle);
  gtk_box_insert_child_after (GTK_BOX (box), self->below, header);
}

/* It says what its window is called. */
static void
tdm_header_title_root (GtkWidget *widget)
{
  TdmHeaderTitle *self = TDM_HEADER_TITLE (widget);

  GTK_WIDGET_CLASS (tdm_header_title_parent_class)->root (widget);
  g_object_bind_property (gtk_widget_get_root (widget), "title", self->title, "label", G_BINDING_SYNC_CREATE);
  header_title_add_below (self);
}

static void
tdm_header_title_dispose (GObject *object)
{
  g_clear_pointer (&TDM_HEADER_TITLE (object)->box, gtk_widget_unparent);
  g_clear_weak_pointer (&TDM_HEADER_TITLE (object)->below);
  G_OBJECT_CLASS (tdm_header_title_parent_class)->dispose (object);
}

static void
tdm_header_title_class_init (TdmHeaderTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_header_title_dispose;
  widget_class->realize = tdm_header_title_realize;
  widget_class->get_request_mode = tdm_header_title_get_request_mode;
  widget_class->measure = tdm_header_title_measure;
  widget_class->size_allocate = tdm_header_title_size_allocate;
  widget_class->root = tdm_header_title_root;
}

static void
tdm_header_title_init (TdmHeaderTitle *self)
{
  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->box, "header-title");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
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
