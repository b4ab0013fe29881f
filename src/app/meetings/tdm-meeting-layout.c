/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-layout.h"

#include "app/common/tdm-draw.h"

/* How a meeting is laid out in a row. Its children are, in this order, the day, the time, what it is about, its marks,
 * buttons and a menu; any may be hidden or missing. With room for it they stand side by side, and the columns of all
 * rows are in line; else one above the other. */

struct _TdmMeetingLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmMeetingLayout, tdm_meeting_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  SLOT_DAY,
  SLOT_TIME,
  SLOT_BODY,
  SLOT_MARKS,
  SLOT_BUTTONS,
  SLOT_MENU,
  N_SLOTS
} TdmMeetingSlot;

typedef struct
{
  GtkWidget *children[N_SLOTS];
  GtkAllocation places[N_SLOTS];
  int natural[N_SLOTS];
  int letter;
  int height;
} TdmArrangement;

/* Widths of columns, in letters. */
#define DAY_LETTERS 18
#define TIME_LETTERS 13
#define BODY_LETTERS 24
#define MARKS_LETTERS 18

#define GAP 12
#define LINE_GAP 3

static int
child_get_minimum_width (GtkWidget *child)
{
  int minimum = 0;

  if (child)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
arrangement_begin (TdmArrangement *self, GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *self = (TdmArrangement) { .letter = tdm_get_letter_width (widget) };
  for (guint i = 0; i < N_SLOTS && child; i++, child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        self->children[i] = child;
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &self->natural[i], NULL, NULL);
      }
}

/* What a slot takes of a line, with the gap to the next one. */
static int
arrangement_get_share (TdmArrangement *self, TdmMeetingSlot slot)
{
  return self->children[slot] ? self->natural[slot] + GAP : 0;
}

static int
arrangement_get_time_width (TdmArrangement *self)
{
  return MAX (self->natural[SLOT_TIME], TIME_LETTERS * self->letter);
}

/* Without buttons, which may stand below. The marks of most rows fit in the same width, so that neighbours are laid out
 * alike. */
static int
arrangement_get_wide_width (TdmArrangement *self)
{
  int marks_width = MAX (self->natural[SLOT_MARKS], MARKS_LETTERS * self->letter) + GAP;

  return DAY_LETTERS * self->letter + GAP + arrangement_get_time_width (self) + GAP + BODY_LETTERS * self->letter +
         GAP + marks_width + arrangement_get_share (self, SLOT_MENU);
}

/* Puts a child somewhere and returns its height there. */
static int
arrangement_place (TdmArrangement *self, TdmMeetingSlot slot, int x, int y, int width)
{
  int height;

  if (!self->children[slot])
    return 0;

  width = MAX (width, child_get_minimum_width (self->children[slot]));
  gtk_widget_measure (self->children[slot], GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  self->places[slot] = (GtkAllocation) { x, y, width, height };
  self->height = MAX (self->height, y + height);
  return height;
}

/* Puts a child at the end of a line and returns what is left of the line. */
static int
arrangement_place_at_end (TdmArrangement *self, TdmMeetingSlot slot, int width)
{
  arrangement_place (self, slot, width - self->natural[slot], 0, self->natural[slot]);
  return width - arrangement_get_share (self, slot);
}

static void
arrangement_place_side_by_side (TdmArrangement *self, int width)
{
  int day_width = DAY_LETTERS * self->letter, time_width = arrangement_get_time_width (self);
  int body_x = day_width + GAP + time_width + GAP, body_height, lower;
  gboolean has_room = width >= arrangement_get_wide_width (self) + arrangement_get_share (self, SLOT_BUTTONS);

  width = arrangement_place_at_end (self, SLOT_MENU, width);
  if (has_room)
    width = arrangement_place_at_end (self, SLOT_BUTTONS, width);
  width = arrangement_place_at_end (self, SLOT_MARKS, width);
  arrangement_place (self, SLOT_DAY, 0, 0, day_width);
  arrangement_place (self, SLOT_TIME, day_width + GAP, 0, time_width);
  body_height = arrangement_place (self, SLOT_BODY, body_x, 0, width - body_x);
  /* A single line of text keeps to the line of the marks and the menu, which are higher. */
  lower = (self->height - body_height) / 2;
  for (guint i = 0; i < N_SLOTS; i++)
    {
      self->places[i].y = i <= SLOT_BODY ? lower : 0;
      self->places[i].height = self->height - self->places[i].y;
    }
  if (!has_room)
    arrangement_place (self, SLOT_BUTTONS, body_x, body_height + 2 * LINE_GAP, self->natural[SLOT_BUTTONS]);
}

static int
arrangement_place_time (TdmArrangement *self, int y, int width)
{
  int height;

  if (self->natural[SLOT_TIME] + GAP + self->natural[SLOT_MARKS] <= width)
    {
      height = arrangement_place (self, SLOT_TIME, 0, y, self->natural[SLOT_TIME]);
      return MAX (height, arrangement_place (self, SLOT_MARKS, width - self->natural[SLOT_MARKS], y,
                                             self->natural[SLOT_MARKS]));
    }

  height = arrangement_place (self, SLOT_TIME, 0, y, width) + LINE_GAP;
  return height + arrangement_place (self, SLOT_MARKS, 0, y + height, MIN (width, self->natural[SLOT_MARKS]));
}

/* The menu stands beside the texts, not beside the buttons. */
static void
arrangement_place_stacked (TdmArrangement *self, int whole_width)
{
  int width = arrangement_place_at_end (self, SLOT_MENU, whole_width), y;

  y = arrangement_place (self, SLOT_DAY, 0, 0, width);
  y += y > 0 ? LINE_GAP : 0;
  y += arrangement_place_time (self, y, width) + LINE_GAP;
  y += arrangement_place (self, SLOT_BODY, 0, y, width) + 2 * LINE_GAP;
  arrangement_place (self, SLOT_BUTTONS, 0, y, MIN (whole_width, self->natural[SLOT_BUTTONS]));
}

static void
arrangement_place_all (TdmArrangement *self, GtkWidget *widget, int width)
{
  arrangement_begin (self, widget);
  if (width < 0)
    width = arrangement_get_wide_width (self) + arrangement_get_share (self, SLOT_BUTTONS);
  if (width >= arrangement_get_wide_width (self))
    arrangement_place_side_by_side (self, width);
  else
    arrangement_place_stacked (self, width);
}

static void
tdm_meeting_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  TdmArrangement arrangement;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      arrangement_begin (&arrangement, widget);
      *minimum = 0;
      for (guint i = 0; i < SLOT_BUTTONS; i++)
        *minimum = MAX (*minimum, child_get_minimum_width (arrangement.children[i]) +
                                    arrangement_get_share (&arrangement, SLOT_MENU));
      *minimum = MAX (*minimum, child_get_minimum_width (arrangement.children[SLOT_BUTTONS]));
      *natural = MAX (*minimum, arrangement_get_wide_width (&arrangement) +
                                  arrangement_get_share (&arrangement, SLOT_BUTTONS));
      return;
    }

  arrangement_place_all (&arrangement, widget, for_size);
  *minimum = *natural = arrangement.height;
}

static void
tdm_meeting_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  TdmArrangement arrangement;

  arrangement_place_all (&arrangement, widget, width);
  for (guint i = 0; i < N_SLOTS; i++)
    {
      GtkAllocation *place = &arrangement.places[i];

      if (is_mirrored)
        place->x = width - place->x - place->width;
      if (arrangement.children[i])
        gtk_widget_size_allocate (arrangement.children[i], place, -1);
    }
}

static GtkSizeRequestMode
tdm_meeting_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tdm_meeting_layout_class_init (TdmMeetingLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = tdm_meeting_layout_measure;
  layout_class->allocate = tdm_meeting_layout_allocate;
  layout_class->get_request_mode = tdm_meeting_layout_get_request_mode;
}

static void
tdm_meeting_layout_init (TdmMeetingLayout *self)
{
}
