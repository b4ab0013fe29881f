/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-columns-layout.h"

#include "app/common/tdm-draw.h"

/* Children side by side in columns of the same width, or one below the other where a column would be too narrow to read
 * its texts. */

struct _TdmColumnsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmColumnsLayout, tdm_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

#define GAP 12
#define LINE_GAP 3
#define LETTERS_OF_COLUMN 16

static int
count_columns (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

/* The width of a column, or that of the whole where there are none */
static int
find_width (GtkWidget *widget, int width, gboolean *has_columns)
{
  int n = MAX (count_columns (widget), 1), column = (width - (n - 1) * GAP) / n;

  *has_columns = column >= LETTERS_OF_COLUMN * tdm_get_letter_width (widget);
  return *has_columns ? column : width;
}

static GtkSizeRequestMode
tdm_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tdm_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean has_columns = FALSE;
  gboolean is_known = orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0;
  int width = is_known ? find_width (widget, for_size, &has_columns) : -1;

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int least, best;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, width, &least, &best, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL || has_columns)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, best);
        }
      else
        {
          *minimum += (*minimum > 0 ? LINE_GAP : 0) + least;
          *natural += (*natural > 0 ? LINE_GAP : 0) + best;
        }
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *natural * MAX (count_columns (widget), 1);
}

static void
tdm_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean has_columns, is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = find_width (widget, width, &has_columns);
  GtkAllocation place = { 0, 0, column, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation own;

      if (!gtk_widget_should_layout (child))
        continue;
      if (!has_columns)
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, &place.height, NULL, NULL, NULL);
      own = place;
      if (is_mirrored)
        own.x = width - place.x - column;
      gtk_widget_size_allocate (child, &own, -1);
      if (has_columns)
        place.x += column + GAP;
      else
        place.y += place.height + LINE_GAP;
    }
}

static void
tdm_columns_layout_class_init (TdmColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = tdm_columns_layout_get_request_mode;
  layout_class->measure = tdm_columns_layout_measure;
  layout_class->allocate = tdm_columns_layout_allocate;
}

static void
tdm_columns_layout_init (TdmColumnsLayout *self)
{
}
