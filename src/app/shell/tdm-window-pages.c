/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-tab-stop.h"
#include "app/common/tdm-template.h"

/* What shows a programme is built when there is one to show, and each page when it is shown first: so the window is
 * there at once, and the user does not wait for what is not looked at. */

static const char *const sidebar_names[] = { "pairs", "people", "meetings", "round", "notes" };

static const struct { const char *name; GType (*get_type) (void); } pages[] = {
  { "pairs", tdm_pairs_page_get_type }, { "people", tdm_people_page_get_type },
  { "meetings", tdm_meetings_page_get_type }, { "round", tdm_round_page_get_type },
  { "notes", tdm_notes_page_get_type },
  { "pair", tdm_pair_page_get_type }, { "person", tdm_person_page_get_type },
};

GtkWidget *
tdm_window_show_page (TdmWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  for (guint i = 0; !page && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      {
        page = g_object_new (pages[i].get_type (), NULL);
        g_object_bind_property (self, "workspace", page, "workspace", G_BINDING_SYNC_CREATE);
        g_object_bind_property (self->leaflet, "folded", page, "narrow", G_BINDING_SYNC_CREATE);
        if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "round"))
          g_object_bind_property (self, "round", page, "round", G_BINDING_SYNC_CREATE);
        if (TDM_IS_PAIRS_PAGE (page))
          g_settings_bind (self->settings, "tandems-view", page, "view", G_SETTINGS_BIND_DEFAULT);
        if (TDM_IS_PEOPLE_PAGE (page))
          g_settings_bind (self->settings, "people-order", page, "order", G_SETTINGS_BIND_DEFAULT);
        if (TDM_IS_MEETINGS_PAGE (page))
          g_settings_bind (self->settings, "meetings-layout", page, "layout", G_SETTINGS_BIND_DEFAULT);
        gtk_stack_add_named (self->pages, page, name);
      }
  gtk_stack_set_visible_child (self->pages, page);
  return page;
}

/* The page is chosen, not only passed with the arrow keys. */
static void
window_enter_page (TdmWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (TDM_IS_NOTES_PAGE (page))
    tdm_notes_page_enter (TDM_NOTES_PAGE (page));
}

static void
window_turn_to (TdmWindow *self, GtkListBoxRow *row)
{
  self->page_row = row;
  tdm_window_forget_trail (self);
  tdm_window_show_page (self, sidebar_names[gtk_list_box_row_get_index (row)]);
  g_settings_set_string (self->settings, "sidebar-page", sidebar_names[gtk_list_box_row_get_index (row)]);
}

/* With the arrow keys. GTK tells it, too, of the row that is selected already when Tab comes to the list: a tandem or a
 * person that lies over the page stays then. */
static void
page_selected_cb (TdmWindow *self, GtkListBoxRow *row)
{
  if (row && row != self->page_row)
    window_turn_to (self, row);
}

static void
page_activated_cb (TdmWindow *self, GtkListBoxRow *row)
{
  window_turn_to (self, row);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  window_enter_page (self);
}

static void
round_selected_cb (TdmWindow *self)
{
  tdm_window_leave_pairs (self);
  g_object_notify (G_OBJECT (self), "round");
}

/* My notes stand apart: they belong to no programme. */
static void
window_separate_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  if (g_str_equal (sidebar_names[gtk_list_box_row_get_index (row)], "notes"))
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

/* Shows a page, in the sidebar too; the first if none of that name is offered. */
void
tdm_window_select_page (TdmWindow *self, const char *name)
{
  GtkListBoxRow *row;
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (sidebar_names) && !g_str_equal (sidebar_names[i], name))
    i++;
  row = gtk_list_box_get_row_at_index (self->sidebar, i);
  if (!g_str_equal (sidebar_names[i], name) || !gtk_widget_get_visible (GTK_WIDGET (row)))
    row = gtk_list_box_get_row_at_index (self->sidebar, 0);
  gtk_list_box_select_row (self->sidebar, row);
  tdm_window_forget_trail (self);
  tdm_window_show_page (self, sidebar_names[gtk_list_box_row_get_index (row)]);
  window_enter_page (self);
}

/* A participant has a round only to hold the tandems. */
void
tdm_window_show_round (TdmWindow *self, gboolean is_shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->round_switcher), is_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->round_row), is_shown);
  if (!is_shown && gtk_list_box_get_selected_row (self->sidebar) == self->round_row)
    tdm_window_select_page (self, sidebar_names[0]);
}

/* What the sidebar says is on show */
void
tdm_window_show_selected_page (TdmWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->sidebar);

  tdm_window_show_page (self, sidebar_names[row ? gtk_list_box_row_get_index (row) : 0]);
}

/* --- going from page to page --------------------------------------------------------- */

static void
window_show_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "round") && !gtk_widget_get_visible (GTK_WIDGET (self->round_row)))
    return;
  tdm_window_select_page (self, name);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
window_navigate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (TDM_WINDOW (widget)->leaflet, g_str_equal (action, "win.show-sidebar")
                                                        ? ADW_NAVIGATION_DIRECTION_BACK
                                                        : ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* Where pages stand in the place of what leads to them, the arrow in their header goes there; so does the key. */
void
tdm_window_go_up (TdmWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (TDM_IS_NOTES_PAGE (page) && tdm_notes_page_go_back (TDM_NOTES_PAGE (page)))
    return;
  if (!adw_leaflet_get_folded (self->leaflet))
    return;
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->sidebar)));
}

/* Shortcuts reach the window only: it hands them on to the page of the tandem that is on show. */
static void
window_hand_to_pair_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  GtkWidget *page = self->pages ? gtk_stack_get_visible_child (self->pages) : NULL;

  if (TDM_IS_PAIR_PAGE (page))
    gtk_widget_activate_action (page, g_str_equal (action, "win.plan-meetings") ? "pair.plan" : "pair.export", NULL);
}

/* A tandem or a person that is on show is left for the list that is searched: what the sidebar says is on show. */
static void
window_start_search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  GtkWidget *page;

  if (self->trail->len > 0)
    {
      tdm_window_forget_trail (self);
      tdm_window_show_selected_page (self);
    }
  page = gtk_stack_get_visible_child (self->pages);
  if (TDM_IS_PEOPLE_PAGE (page))
    tdm_people_page_start_search (TDM_PEOPLE_PAGE (page));
  else if (TDM_IS_PAIRS_PAGE (page))
    tdm_pairs_page_start_search (TDM_PAIRS_PAGE (page));
  else if (TDM_IS_MEETINGS_PAGE (page))
    tdm_meetings_page_start_search (TDM_MEETINGS_PAGE (page));
  else if (TDM_IS_ROUND_PAGE (page))
    tdm_round_page_start_search (TDM_ROUND_PAGE (page));
  else if (TDM_IS_NOTES_PAGE (page))
    tdm_notes_page_start_search (TDM_NOTES_PAGE (page));
}

void
tdm_window_install_pages (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", window_show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, window_navigate_cb);
  gtk_widget_class_install_action (widget_class, "win.show-content", NULL, window_navigate_cb);
  gtk_widget_class_install_action (widget_class, "win.plan-meetings", NULL, window_hand_to_pair_page_cb);
  gtk_widget_class_install_action (widget_class, "win.export-invitation", NULL, window_hand_to_pair_page_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, window_start_search_cb);
}

/* --- building ------------------------------------------------------------------------- */

void
tdm_window_build_main (TdmWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkBuilderScope *scope;

  if (self->leaflet)
    return;

  scope = gtk_builder_cscope_new ();
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), page_selected_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), page_activated_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), round_selected_cb);
  g_type_ensure (TDM_TYPE_ROUND_SWITCHER);
  g_type_ensure (TDM_TYPE_TAB_STOP);
  builder = tdm_template_build (self, "/org/tandemapp/Tandem/ui/shell/main.ui", scope);

  self->leaflet = ADW_LEAFLET (gtk_builder_get_object (builder, "leaflet"));
  self->sidebar = GTK_LIST_BOX (gtk_builder_get_object (builder, "sidebar"));
  self->round_row = GTK_LIST_BOX_ROW (gtk_builder_get_object (builder, "round_row"));
  self->notes_icon = GTK_IMAGE (gtk_builder_get_object (builder, "notes_icon"));
  self->round_switcher = TDM_ROUND_SWITCHER (gtk_builder_get_object (builder, "round_switcher"));
  self->programme_title = GTK_WIDGET (gtk_builder_get_object (builder, "programme_title"));
  self->programme_name = GTK_LABEL (gtk_builder_get_object (builder, "programme_name"));
  self->company_name = GTK_LABEL (gtk_builder_get_object (builder, "company_name"));
  self->read_only_bar = GTK_REVEALER (gtk_builder_get_object (builder, "read_only_bar"));
  self->read_only_label = GTK_LABEL (gtk_builder_get_object (builder, "read_only_label"));
  self->pages = GTK_STACK (gtk_builder_get_object (builder, "pages"));
  self->export_bar = GTK_REVEALER (gtk_builder_get_object (builder, "export_bar"));
  self->export_progress = GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "export_progress"));
  gtk_list_box_set_header_func (self->sidebar, window_separate_cb, NULL, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->leaflet), "main");
}

/* For what still comes after the widgets are gone, as with the children of a template. A page that GTK holds for longer
 * hears of the settings and of what was typed there: it has no programme then. */
void
tdm_window_dispose_main (TdmWindow *self)
{
  gpointer held[G_N_ELEMENTS (pages)] = { NULL };

  for (guint i = 0; self->pages && i < G_N_ELEMENTS (pages); i++)
    g_set_weak_pointer (&held[i], gtk_stack_get_child_by_name (self->pages, pages[i].name));
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_WINDOW);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (held[i])
      {
        g_object_set (held[i], "workspace", NULL, NULL);
        g_clear_weak_pointer (&held[i]);
      }
  self->leaflet = NULL;
  self->sidebar = NULL;
  self->round_row = NULL;
  self->notes_icon = NULL;
  self->round_switcher = NULL;
  self->programme_title = NULL;
  self->programme_name = NULL;
  self->company_name = NULL;
  self->read_only_bar = NULL;
  self->read_only_label = NULL;
  self->pages = NULL;
  self->export_bar = NULL;
  self->export_progress = NULL;
}
