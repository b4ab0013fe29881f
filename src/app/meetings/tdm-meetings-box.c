/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meetings-box.h"

#include "app/common/tdm-template.h"
#include "app/meetings/tdm-meeting-row.h"
#include "workspace/tdm-workspace.h"

/* The meetings of a tandem, on its page. */

struct _TdmMeetingsBox
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  gint64 wanted; /* 0 for none */
  guint n_frames;
  guint tick_id;
  GtkWidget *found_row; /* weak */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TdmMeetingsBox, tdm_meetings_box, ADW_TYPE_BIN)

static GtkWidget *
meetings_box_make_row_cb (gpointer meeting, gpointer data)
{
  return g_object_new (TDM_TYPE_MEETING_ROW, "workspace", TDM_MEETINGS_BOX (data)->workspace, "meeting", meeting, NULL);
}

/* By a click, or Enter */
static void
row_activated_cb (TdmMeetingsBox *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "meeting.details", NULL);
}

static GtkWidget *
meetings_box_find_row (TdmMeetingsBox *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (tdm_record_get_id (TDM_RECORD (tdm_meeting_row_get_meeting (TDM_MEETING_ROW (row)))) == self->wanted)
      return GTK_WIDGET (row);
  return NULL;
}

static void
meetings_box_mark_row (TdmMeetingsBox *self, GtkWidget *row)
{
  if (self->found_row)
    gtk_widget_remove_css_class (self->found_row, "found");
  g_set_weak_pointer (&self->found_row, row);
  if (row)
    gtk_widget_add_css_class (row, "found");
}

/* Some of what came before is seen above the row. */
#define SHARE_ABOVE 4

/* What has changed a moment ago is laid out at the end of the frame. */
#define FRAMES_OF_LAYOUT 2

static gboolean
meetings_box_show_wanted_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TdmMeetingsBox *self = TDM_MEETINGS_BOX (widget);
  GtkWidget *row = meetings_box_find_row (self);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;
  double place;

  if (row && (self->n_frames++ < FRAMES_OF_LAYOUT || gtk_widget_get_height (row) == 0))
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  self->wanted = 0;
  /* It may have been removed meanwhile. */
  if (!row || !gtk_widget_compute_bounds (row, scroller, &bounds))
    return G_SOURCE_REMOVE;
  place = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  /* This scrolls as little as it can. */
  gtk_widget_grab_focus (row);
  gtk_adjustment_set_value (adjustment, place - gtk_adjustment_get_page_size (adjustment) / SHARE_ABOVE);
  meetings_box_mark_row (self, row);
  return G_SOURCE_REMOVE;
}

static void
tdm_meetings_box_dispose (GObject *object)
{
  TdmMeetingsBox *self = TDM_MEETINGS_BOX (object);

  g_clear_weak_pointer (&self->found_row);
  g_clear_object (&self->workspace);
  tdm_template_dispose (object);
}

static void
tdm_meetings_box_class_init (TdmMeetingsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_meetings_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/meetings-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingsBox, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tdm_meetings_box_init (TdmMeetingsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @pair: NULL for none */
void
tdm_meetings_box_set_pair (TdmMeetingsBox *self, TdmWorkspace *workspace, TdmPair *pair)
{
  g_return_if_fail (TDM_IS_MEETINGS_BOX (self));

  self->wanted = 0;
  g_set_object (&self->workspace, workspace);
  gtk_list_box_bind_model (self->list, pair ? tdm_pair_get_meetings (pair) : NULL, meetings_box_make_row_cb, self,
                           NULL);
}

/* Scrolls to a meeting and gives it the keyboard, as soon as all is laid out. */
void
tdm_meetings_box_show_meeting (TdmMeetingsBox *self, gint64 id)
{
  g_return_if_fail (TDM_IS_MEETINGS_BOX (self));

  meetings_box_mark_row (self, NULL);
  self->wanted = id;
  self->n_frames = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), meetings_box_show_wanted_cb, NULL, NULL);
}
