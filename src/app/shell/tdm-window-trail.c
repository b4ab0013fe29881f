/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-spot.h"

/* The pages of one tandem and of one person lead to each other. They lie over the page that the sidebar says is on
 * show, and the way back is the way one came. */

#define MOST_PLACES 100

typedef struct
{
  const char *page;
  char *uid;
  TdmSpot *spot; /* where the user was on it, once it was left for another one */
} TdmPlace;

static gpointer
page_get_record (GtkWidget *page)
{
  if (TDM_IS_PAIR_PAGE (page))
    return tdm_pair_page_get_pair (TDM_PAIR_PAGE (page));
  return tdm_person_page_get_person (TDM_PERSON_PAGE (page));
}

static void
page_set_record (GtkWidget *page, gpointer record)
{
  if (TDM_IS_PAIR_PAGE (page))
    tdm_pair_page_set_pair (TDM_PAIR_PAGE (page), record);
  else
    tdm_person_page_set_person (TDM_PERSON_PAGE (page), record);
}

static void
place_free (gpointer data)
{
  TdmPlace *self = data;

  g_free (self->uid);
  g_clear_pointer (&self->spot, tdm_spot_free);
  g_free (self);
}

/* A page opens at its top, with the keyboard on what comes first, or where one came from. FALSE if what it shows is
 * gone. */
static gboolean
window_show_place (TdmWindow *self, TdmPlace *place)
{
  GListModel *list = g_str_equal (place->page, "pair") ? tdm_workspace_get_pairs (self->workspace)
                                                       : tdm_workspace_get_people (self->workspace);
  gpointer record = tdm_workspace_find_uid (self->workspace, list, place->uid);
  GtkWidget *page;

  if (!record)
    return FALSE;

  page = tdm_window_show_page (self, place->page);
  if (!place->spot || page_get_record (page) != record)
    page_set_record (page, record);
  if (place->spot)
    tdm_spot_go_back (g_steal_pointer (&place->spot), page);
  else
    tdm_spot_begin (page);
  return TRUE;
}

static void
window_show_detail_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  TdmPlace *last = self->trail->len > 0 ? self->trail->pdata[self->trail->len - 1] : NULL;
  gboolean is_meeting = g_str_equal (action, "win.show-meeting");
  TdmPlace *place = g_new0 (TdmPlace, 1);
  TdmSpot *spot = last ? tdm_spot_take (gtk_stack_get_visible_child (self->pages)) : NULL;
  gint64 meeting = 0;

  place->page = is_meeting || g_str_equal (action, "win.show-pair") ? "pair" : "person";
  if (is_meeting)
    g_variant_get (parameter, "(sx)", &place->uid, &meeting);
  else
    place->uid = g_variant_dup_string (parameter, NULL);
  if (!window_show_place (self, place))
    {
      g_clear_pointer (&spot, tdm_spot_free);
      place_free (place);
      return;
    }
  if (last && g_str_equal (last->page, place->page) && g_str_equal (last->uid, place->uid))
    {
      g_clear_pointer (&spot, tdm_spot_free);
      place_free (place);
    }
  else
    {
      if (last)
        last->spot = spot;
      g_ptr_array_add (self->trail, place);
    }
  if (self->trail->len > MOST_PLACES)
    g_ptr_array_remove_index (self->trail, 0);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  if (is_meeting)
    tdm_pair_page_show_meeting (TDM_PAIR_PAGE (gtk_stack_get_visible_child (self->pages)), meeting);
  else if (g_str_equal (action, "win.describe-person"))
    tdm_person_page_start (TDM_PERSON_PAGE (gtk_stack_get_visible_child (self->pages)));
}

/* To what the sidebar says is on show, and where that stands alone, from there to the sidebar */
static void
window_go_back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);

  if (self->trail->len == 0)
    {
      tdm_window_go_up (self);
      return;
    }

  do
    g_ptr_array_remove_index (self->trail, self->trail->len - 1);
  while (self->trail->len > 0 && !window_show_place (self, self->trail->pdata[self->trail->len - 1]));
  if (self->trail->len == 0)
    tdm_window_show_selected_page (self);
}

/* What a page shows has been removed: nothing leads back to it. */
static void
window_leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  const char *uid = g_variant_get_string (parameter, NULL);
  TdmPlace *last = self->trail->len > 0 ? self->trail->pdata[self->trail->len - 1] : NULL;

  if (last && g_str_equal (last->uid, uid))
    window_go_back_cb (widget, NULL, NULL);
  for (guint i = self->trail->len; i > 0; i--)
    if (g_str_equal (((TdmPlace *) self->trail->pdata[i - 1])->uid, uid))
      g_ptr_array_remove_index (self->trail, i - 1);
}

/* Another round is on show, of which no tandem is that is seen. */
void
tdm_window_leave_pairs (TdmWindow *self)
{
  while (self->trail->len > 0 && g_str_equal (((TdmPlace *) self->trail->pdata[self->trail->len - 1])->page, "pair"))
    window_go_back_cb (GTK_WIDGET (self), NULL, NULL);
}

/* Another page of the sidebar is on show, or another file. */
void
tdm_window_forget_trail (TdmWindow *self)
{
  g_ptr_array_set_size (self->trail, 0);
}

void
tdm_window_install_trail (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-pair", "s", window_show_detail_cb);
  gtk_widget_class_install_action (widget_class, "win.show-meeting", "(sx)", window_show_detail_cb);
  gtk_widget_class_install_action (widget_class, "win.show-person", "s", window_show_detail_cb);
  gtk_widget_class_install_action (widget_class, "win.describe-person", "s", window_show_detail_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, window_go_back_cb);
  gtk_widget_class_install_action (widget_class, "win.leave", "s", window_leave_cb);
}

void
tdm_window_start_trail (TdmWindow *self)
{
  self->trail = g_ptr_array_new_with_free_func (place_free);
}
