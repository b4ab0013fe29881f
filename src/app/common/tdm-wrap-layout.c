/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-wrap-layout.h"

/* Children side by side, as words in a text: what has no room left goes into the next line. What is left of a line is
 * for the first in it that expands. A GtkFlowBox would put them into columns, and asks for the width of one. */

struct _TdmWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmWrapLayout, tdm_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

#define GAP 6
#define LINE_GAP 3

/* The children from @child on that share a line of @width; how wide each is goes to @widths. Returns the one after. */
static GtkWidget *
line_fill (GtkWidget *child, int width, GArray *widths, int *height)
{
  int used = 0, expanding = -1;

  g_array_set_size (widths, 0);
  *height = 0;
  for (; child; child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      if (widths->len > 0 && used + GAP + natural > width)
        break;
      child_width = widths->len > 0 ? natural : MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
      used += (widths->len > 0 ? GAP : 0) + child_width;
      *height = MAX (*height, child_height);
      if (expanding < 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        expanding = widths->len;
      g_array_append_val (widths, child_width);
    }
  if (expanding >= 0 && used < width)
    g_array_index (widths, int, expanding) += width - used;
  return child;
}

static void
tdm_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (; child; child = gtk_widget_get_next_sibling (child))
        {
          int child_minimum, child_natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural += (*natural > 0 ? GAP : 0) + child_natural;
        }
      return;
    }

  while (child)
    {
      child = line_fill (child, for_size < 0 ? G_MAXINT / 2 : for_size, widths, &height);
      *natural += (*natural > 0 ? LINE_GAP : 0) + height;
    }
  *minimum = *natural;
}

static void
tdm_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child)
    {
      GtkWidget *place = child;
      int x = 0, line_height;

      child = line_fill (child, width, widths, &line_height);
      for (guint i = 0; i < widths->len; place = gtk_widget_get_next_sibling (place))
        {
          int child_width;

          if (!gtk_widget_should_layout (place))
            continue;
          child_width = g_array_index (widths, int, i++);
          gtk_widget_size_allocate (place, &(GtkAllocation) { is_mirrored ? width - x - child_width : x, y, child_width,
                                                              line_height }, -1);
          x += child_width + GAP;
        }
      y += line_height + LINE_GAP;
    }
}

static GtkSizeRequestMode
tdm_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tdm_wrap_layout_class_init (TdmWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = tdm_wrap_layout_measure;
  layout_class->allocate = tdm_wrap_layout_allocate;
  layout_class->get_request_mode = tdm_wrap_layout_get_request_mode;
}

static void
tdm_wrap_layout_init (TdmWrapLayout *self)
{
}
