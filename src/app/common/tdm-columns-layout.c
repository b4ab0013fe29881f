/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-columns-layout.h"

#include "app/common/tdm-draw.h"

/* Children side by side in columns, or one below the other where columns would be too narrow to read their texts. The
 * columns of one row are as wide as those of the next, whatever stands in them: their shares of the width are told. */

struct _TdmColumnsLayout
{
  GtkLayoutManager parent_instance;

  GArray *shares; /* of the children, in their order */
};

G_DEFINE_FINAL_TYPE (TdmColumnsLayout, tdm_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  PROP_SHARES = 1,
  N_PROPS
} TdmColumnsLayoutProperty;

static GParamSpec *specs[N_PROPS];

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

static gboolean
has_columns_in (GtkWidget *widget, int width)
{
  int n = MAX (count_columns (widget), 1);

  return (width - (n - 1) * GAP) / n >= LETTERS_OF_COLUMN * tdm_get_letter_width (widget);
}

static guint
columns_layout_get_share (TdmColumnsLayout *self, guint position)
{
  return position < self->shares->len ? g_array_index (self->shares, guint, position) : 1;
}

/* @width: of all */
static int
columns_layout_find_width (TdmColumnsLayout *self, GtkWidget *widget, GtkWidget *column, int width)
{
  guint all = 0, share = 0, position = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      guint own = columns_layout_get_share (self, position++);

      if (child == column)
        share = own;
      if (gtk_widget_should_layout (child))
        all += own;
    }
  return (width - (count_columns (widget) - 1) * GAP) * (int) share / (int) all;
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
  TdmColumnsLayout *self = TDM_COLUMNS_LAYOUT (manager);
  gboolean is_known = orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0;
  gboolean has_columns = is_known && has_columns_in (widget, for_size);

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int least, best, width = is_known ? for_size : -1;

      if (!gtk_widget_should_layout (child))
        continue;
      if (has_columns)
        width = columns_layout_find_width (self, widget, child, for_size);
      gtk_widget_measure (child, orientation, width, &least, &best, NULL, NULL);
      /* Without a width it is the least height of all: that of columns. */
      if (!is_known || has_columns)
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
  TdmColumnsLayout *self = TDM_COLUMNS_LAYOUT (manager);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean has_columns = has_columns_in (widget, width);
  GtkAllocation place = { 0, 0, width, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation own;

      if (!gtk_widget_should_layout (child))
        continue;
      if (has_columns)
        place.width = columns_layout_find_width (self, widget, child, width);
      else
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &place.height, NULL, NULL, NULL);
      own = place;
      if (is_mirrored)
        own.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &own, -1);
      if (has_columns)
        place.x += place.width + GAP;
      else
        place.y += place.height + LINE_GAP;
    }
}

static void
tdm_columns_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmColumnsLayout *self = TDM_COLUMNS_LAYOUT (object);
  g_auto (GStrv) words = g_strsplit (g_value_get_string (value), " ", -1);

  g_array_set_size (self->shares, 0);
  for (guint i = 0; words[i]; i++)
    {
      guint share = MAX (g_ascii_strtoull (words[i], NULL, 10), 1);

      g_array_append_val (self->shares, share);
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
tdm_columns_layout_finalize (GObject *object)
{
  g_array_unref (TDM_COLUMNS_LAYOUT (object)->shares);
  G_OBJECT_CLASS (tdm_columns_layout_parent_class)->finalize (object);
}

static void
tdm_columns_layout_class_init (TdmColumnsLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = tdm_columns_layout_set_property;
  object_class->finalize = tdm_columns_layout_finalize;

  /* Numbers with blanks between them; a child without one has a share of 1 */
  specs[PROP_SHARES] = g_param_spec_string ("shares", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  layout_class->get_request_mode = tdm_columns_layout_get_request_mode;
  layout_class->measure = tdm_columns_layout_measure;
  layout_class->allocate = tdm_columns_layout_allocate;
}

static void
tdm_columns_layout_init (TdmColumnsLayout *self)
{
  self->shares = g_array_new (FALSE, FALSE, sizeof (guint));
}
