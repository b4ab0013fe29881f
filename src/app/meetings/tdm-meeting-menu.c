/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-menu.h"

#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-actions.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-month-meeting.h"
#include "app/words/tdm-role-titles.h"
#include "workspace/tdm-workspace.h"

/* The menu of a meeting: of the button in its row, and by the other button, by a long press and by the menu key
 * wherever it is shown. The details have a key of their own. */

static TdmMeeting *
widget_get_meeting (GtkWidget *widget)
{
  if (TDM_IS_AGENDA_ROW (widget))
    return tdm_agenda_row_get_meeting (TDM_AGENDA_ROW (widget));
  if (TDM_IS_MEETING_ROW (widget))
    return tdm_meeting_row_get_meeting (TDM_MEETING_ROW (widget));
  return TDM_IS_MONTH_MEETING (widget) ? tdm_month_meeting_get_meeting (TDM_MONTH_MEETING (widget)) : NULL;
}

/* As the rows say it, unless both have one first name */
static char *
meeting_name_person (TdmMeeting *meeting, gboolean is_mentee)
{
  TdmPerson *mentee = tdm_meeting_get_mentee (meeting), *mentor = tdm_meeting_get_mentor (meeting);
  g_autofree char *learns = tdm_person_get_first_name (mentee), *gives = tdm_person_get_first_name (mentor);

  if (g_str_equal (learns, gives))
    return tdm_role_titles_escape (tdm_person_get_name (is_mentee ? mentee : mentor));
  return tdm_role_titles_escape (is_mentee ? learns : gives);
}

/* Who answers is said by name: that is what a mail or a call comes with, and not a role. A label cannot be changed: the
 * item is replaced.
 * @answers: first of the mentee, then of the mentor */
static void
answers_name_people (GMenu *answers, TdmMeeting *meeting)
{
  for (int i = 0; i < g_menu_model_get_n_items (G_MENU_MODEL (answers)); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new_from_model (G_MENU_MODEL (answers), i);
      g_autofree char *usual = NULL, *name = meeting_name_person (meeting, i == 0);
      g_autoptr (GString) label = NULL;

      g_menu_item_get_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", &usual);
      label = g_string_new (usual);
      g_string_replace (label, "%s", name, 1);
      g_menu_item_set_label (item, label->str);
      g_menu_remove (answers, i);
      g_menu_insert_item (answers, i, item);
    }
}

/* Each item asks for what it needs to know when it is chosen, so the menu is made anew whenever it is opened. GTK 4.8
 * leaves the keyboard in a submenu that has closed, where no shortcut of the window works: it goes back to where it
 * was. */
static GtkWidget *
meeting_menu_new (GtkWidget *shown)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/tandemapp/Tandem/ui/meetings/meeting-menu.ui");
  GMenuModel *menu = G_MENU_MODEL (gtk_builder_get_object (builder, "menu"));
  g_autoptr (TdmMeetingActions) actions = tdm_meeting_actions_new (shown);
  g_autoptr (TdmWorkspace) workspace = NULL;
  GtkRoot *root = gtk_widget_get_root (shown);
  GtkWidget *popover, *focus = gtk_root_get_focus (root);

  g_object_get (root, "workspace", &workspace, NULL);
  answers_name_people (G_MENU (gtk_builder_get_object (builder, "answers")), widget_get_meeting (shown));
  tdm_meeting_actions_set_meeting (actions, workspace, widget_get_meeting (shown));
  popover = gtk_popover_menu_new_from_model (menu);
  tdm_meeting_actions_offer (actions, popover);
  if (focus)
    g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), focus, G_CONNECT_SWAPPED);
  /* Its row may go while the menu is open. */
  g_signal_connect_object (shown, "unmap", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  return popover;
}

/* The meeting that @widget shows, belongs to, or, as an item of a list does, has around itself */
static TdmMeeting *
area_find_meeting (GtkWidget *area, GtkWidget *widget, GtkWidget **shown)
{
  GtkWidget *child = widget ? gtk_widget_get_first_child (widget) : NULL;

  if (child && widget_get_meeting (child))
    widget = child;
  for (; widget && widget != area; widget = gtk_widget_get_parent (widget))
    if (widget_get_meeting (widget))
      {
        *shown = widget;
        return widget_get_meeting (widget);
      }
  return NULL;
}

/* What it stands on may have gone meanwhile. */
static void
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover))
    gtk_widget_unparent (popover);
  g_object_unref (popover);
}

/* An item of the menu is activated after it has closed. */
static void
meeting_menu_closed_cb (GtkWidget *popover)
{
  g_idle_add_once (unparent_cb, g_object_ref (popover));
}

static gboolean
area_open_menu (GtkWidget *area, GtkWidget *widget, const GdkRectangle *place)
{
  GtkWidget *shown = NULL, *popover;

  if (!area_find_meeting (area, widget, &shown))
    return FALSE;
  popover = meeting_menu_new (shown);
  gtk_widget_set_parent (popover, area);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  g_signal_connect (popover, "closed", G_CALLBACK (meeting_menu_closed_cb), NULL);
  g_signal_connect_object (area, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

static void
area_open_menu_at (GtkGesture *gesture, double x, double y)
{
  GtkWidget *area = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (area_open_menu (area, gtk_widget_pick (area, x, y, GTK_PICK_DEFAULT),
                      &(GdkRectangle) { (int) x, (int) y, 1, 1 }))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y)
{
  area_open_menu_at (gesture, x, y);
}

static void
long_pressed_cb (GtkGesture *gesture, double x, double y)
{
  area_open_menu_at (gesture, x, y);
}

/* What has the keyboard may have been scrolled away: a menu stands in the window. */
static gboolean
area_find_place (GtkWidget *area, GtkWidget *widget, GdkRectangle *place)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (area));
  graphene_rect_t bounds, visible;

  if (!gtk_widget_compute_bounds (widget, area, &bounds) || !gtk_widget_compute_bounds (window, area, &visible))
    return FALSE;
  graphene_rect_offset (&bounds, bounds.size.width / 3, bounds.size.height / 2);
  *place = (GdkRectangle) {
    (int) CLAMP (bounds.origin.x, visible.origin.x, visible.origin.x + visible.size.width - 1),
    (int) CLAMP (bounds.origin.y, visible.origin.y, visible.origin.y + visible.size.height - 1), 1, 1
  };
  return TRUE;
}

static gboolean
menu_key_cb (GtkWidget *area, GVariant *arguments, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (area));
  GdkRectangle place;

  return focus && gtk_widget_is_ancestor (focus, area) && area_find_place (area, focus, &place) &&
         area_open_menu (area, focus, &place);
}

static gboolean
details_key_cb (GtkWidget *area, GVariant *arguments, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (area)), *shown;
  TdmMeeting *meeting = focus && gtk_widget_is_ancestor (focus, area) ? area_find_meeting (area, focus, &shown) : NULL;
  g_autoptr (TdmMeetingActions) actions = NULL;
  g_autoptr (TdmWorkspace) workspace = NULL;

  if (!meeting)
    return FALSE;
  g_object_get (gtk_widget_get_root (area), "workspace", &workspace, NULL);
  actions = tdm_meeting_actions_new (shown);
  tdm_meeting_actions_set_meeting (actions, workspace, meeting);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "details", NULL);
  return TRUE;
}

static void
menu_button_pressed_cb (GtkMenuButton *button, gpointer shown)
{
  gtk_menu_button_set_popover (button, meeting_menu_new (shown));
}

/* @shown: what shows the meeting and has the button in it */
void
tdm_meeting_menu_offer (GtkMenuButton *button, GtkWidget *shown)
{
  gtk_menu_button_set_create_popup_func (button, menu_button_pressed_cb, shown, NULL);
}

/* @area: around what scrolls, which would follow the keyboard into the menu */
void
tdm_meeting_menu_attach (GtkWidget *area)
{
  static const struct { const char *keys; GtkShortcutFunc func; } shortcuts[] = {
    { "<Shift>F10|Menu", menu_key_cb }, { "<Alt>Return|<Alt>KP_Enter", details_key_cb },
  };
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), NULL);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (press));
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                                                        gtk_callback_action_new (shortcuts[i].func, NULL, NULL)));
  gtk_widget_add_controller (area, keys);
}
