/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "uses.h"

#include <string.h>

typedef enum
{
  USE_ACTION,
  USE_ITEM,
  USE_KEY,
} UseKind;

/* One that there is */
typedef struct
{
  UseKind kind;
  char *name;
  GtkWidget *widget;
  char *action;
  GVariant *target;
  GtkShortcut *shortcut;
  char *key; /* of the program */
} Use;

static void
use_free (gpointer data)
{
  Use *self = data;

  g_free (self->name);
  g_object_unref (self->widget);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_clear_object (&self->shortcut);
  g_free (self->key);
  g_free (self);
}

static Use *
use_new (UseKind kind, char *taken_name, GtkWidget *widget)
{
  Use *self = g_new0 (Use, 1);

  self->kind = kind;
  self->name = taken_name;
  self->widget = g_object_ref (widget);
  return self;
}

static gboolean
is_own (GType type)
{
  return g_str_has_prefix (g_type_name (type), "Tdm");
}

/* --- actions ------------------------------------------------------------------------------- */

/* A label without the sign for its key */
char *
uses_strip (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);

  return g_strjoinv ("", parts);
}

/* Actions of a group, and not of a type */
gboolean
uses_is_of_group (const char *action)
{
  return g_str_has_prefix (action, "app.") || g_str_has_prefix (action, "meeting.");
}

char *
uses_name_item (const char *label, const char *action, const char *target)
{
  return g_strdup_printf ("item %s (%s%s%s)", label, action, *target ? " " : "", target);
}

/* The type that has an action, at the widget or the nearest one around it; NULL for those of GTK */
static const char *
find_owner (GtkWidget *widget, const char *action)
{
  for (; widget; widget = gtk_widget_get_parent (widget))
    {
      const char *name, *property;
      const GVariantType *type;
      GType owner;

      for (guint i = 0;
           gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &type, &property); i++)
        if (g_str_equal (name, action))
          return is_own (owner) ? g_type_name (owner) : NULL;
    }
  return uses_is_of_group (action) ? "group" : NULL;
}

static char *
name_action (GtkWidget *widget, const char *action)
{
  const char *owner = find_owner (widget, action);

  return owner ? g_strdup_printf ("action %s %s", owner, action) : NULL;
}

/* GTK tells it to buttons only. */
static gboolean
can_activate (GtkWidget *widget, const char *action, GVariant *target)
{
  GtkWidget *probe = gtk_button_new ();
  gboolean can;

  gtk_widget_set_visible (probe, FALSE);
  gtk_widget_set_parent (probe, widget);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), action);
  can = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);
  return can;
}

typedef struct
{
  const char *action, *type, *question;
} Target;

/* What actions are about that no button or item has: a value in GVariant's text, from the programme file */
static const Target targets[] = {
  { "dialog.tick", "b", "SELECT 'true'" },
  { "month.select", "u", "SELECT 3" },
  { "month.open-day", "u", "SELECT 3" },
  { "note.set-about", "(ss)", "SELECT '(' || quote (uid) || ',' || quote ('') || ')' FROM pair" },
  { "notes.removed", "s", "SELECT quote ('none')" },
  { "win.ask-outcome", "(sx)", "SELECT '(' || quote ('Meeting') || ',' || id || ')' FROM meeting" },
  { "outbox.choose-all", "b", "SELECT 'true'" },
  { "outbox.open", "s", "SELECT quote ('none')" },
  { "outbox.pass-on", "s", "SELECT quote ('none')" },
  { "win.leave", "s", "SELECT quote (uid) FROM pair" },
  { "win.new-note-about", "(ss)", "SELECT '(' || quote (uid) || ',' || quote ('') || ')' FROM pair" },
  { "win.offer-note", "s", "SELECT quote ('none')" },
  { "win.show-note", "s", "SELECT quote ('none')" },
  { "win.offer-undo", "s", "SELECT quote ('Done')" },
  { "win.show-error", "s", "SELECT quote ('Not done')" },
  { "win.show-message", "s", "SELECT quote ('Done')" },
  { "win.show-meeting", "(sx)",
    "SELECT '(' || quote (pair.uid) || ',' || meeting.id || ')' FROM meeting JOIN pair ON pair.id = meeting.pair" },
  { "win.pair-person", "s", "SELECT quote (uid) FROM person" },
  { "win.show-pair", "s", "SELECT quote (uid) FROM pair" },
  { "win.show-person", "s", "SELECT quote (uid) FROM person" },
  { "win.describe-person", "s", "SELECT quote (uid) FROM person" },
  { "win.export-pairs", "as", "SELECT '[' || quote (uid) || ']' FROM pair WHERE state = 'active'" },
  { "win.ask-about-notes", "as", "SELECT '[' || quote (uid) || ']' FROM pair" },
};

static const Target *
find_target (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].action, action))
      return &targets[i];
  return NULL;
}

static GVariant *
make_target (WindowFixture *fixture, const Target *target)
{
  g_autofree char *text = window_ask (fixture, target->question);
  GVariant *value = g_variant_parse (G_VARIANT_TYPE (target->type), text, NULL, NULL, NULL);

  g_assert_nonnull (value);
  return g_variant_ref_sink (value);
}

/* --- what there is ------------------------------------------------------------------------- */

/* Once the window is gone there is nothing to go on with: test_leaving() is about these. */
static gboolean
is_farewell (const char *action)
{
  return g_str_equal (action, "app.quit") || g_str_equal (action, "window.close");
}

static void
add_action (GPtrArray *found, GtkWidget *widget, const char *action, GVariant *target)
{
  char *name = name_action (widget, action);
  Use *use;

  if (!name)
    return;
  use = use_new (USE_ACTION, name, widget);
  use->action = g_strdup (action);
  use->target = target ? g_variant_ref (target) : NULL;
  g_ptr_array_add (found, use);
}

static void
add_actions_of_class (GPtrArray *found, GHashTable *seen, GtkWidget *widget)
{
  const GVariantType *type;
  const char *action, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &action, &type, &property); i++)
    {
      if (!is_own (owner))
        continue;
      g_hash_table_add (seen, name_action (widget, action));
      if (!type || find_target (action))
        add_action (found, widget, action, NULL);
    }
}

/* What an item is about, but for a record or a file, of which there are many */
static char *
name_target (GVariant *target)
{
  if (g_variant_is_of_type (target, G_VARIANT_TYPE_STRING))
    {
      const char *text = g_variant_get_string (target, NULL);

      return g_strdup (g_uuid_string_is_valid (text) || g_str_has_prefix (text, "file:") ? "" : text);
    }
  return g_variant_is_of_type (target, G_VARIANT_TYPE_INT64) ? g_strdup ("") : g_variant_print (target, FALSE);
}

static void
list_shown_items (GtkWidget *widget, const char *label, GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), WINDOW_TYPE_ITEM))
    {
      g_autofree char *name = eye_name (widget);

      if (g_str_equal (name, label))
        g_ptr_array_add (found, widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    list_shown_items (child, label, found);
}

/* What GTK puts into the menu of a text */
static gboolean
is_of_text (const char *action)
{
  static const char *const groups[] = { "clipboard.", "selection.", "misc.", "text." };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_has_prefix (action, groups[i]))
      return TRUE;
  return FALSE;
}

/* @n_before: how many before it are called so */
static void
add_item (GPtrArray *found, GtkWidget *menu, const char *label, guint n_before, const char *action, GVariant *target)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *about = target ? name_target (target) : g_strdup ("");
  Use *use;

  list_shown_items (menu, label, shown);
  /* Some are only there while they can be used. */
  if (n_before >= shown->len || is_of_text (action))
    return;
  use = use_new (USE_ITEM, uses_name_item (label, action, about), shown->pdata[n_before]);
  use->action = g_strdup (action);
  g_ptr_array_add (found, use);
}

/* The widgets of a menu do not tell what they do: the model does. */
static void
add_items (GPtrArray *found, GtkWidget *menu, GMenuModel *model, GHashTable *labels)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (model, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *label = NULL, *action = NULL, *word = NULL, *hidden = NULL;

      g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      /* What is hidden while it cannot be done has no widget then. */
      if (g_menu_model_get_item_attribute (model, i, "hidden-when", "s", &hidden) && action &&
          !can_activate (menu, action, target))
        continue;
      if (section || submenu)
        {
          add_items (found, menu, section ? section : submenu, labels);
          continue;
        }
      g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (!label || !action)
        continue;
      word = uses_strip (label);
      add_item (found, menu, word, GPOINTER_TO_UINT (g_hash_table_lookup (labels, word)), action, target);
      g_hash_table_insert (labels, g_strdup (word),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (labels, word)) + 1));
    }
}

static void
add_menu (GPtrArray *found, GtkWidget *menu)
{
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (model)
    add_items (found, menu, model, labels);
}

#define KEYS_OF_CLASS "gtk-widget-class-shortcuts"

static GListModel *
find_class_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), KEYS_OF_CLASS) == 0)
        return G_LIST_MODEL (controller);
    }
  return NULL;
}

static guint
count_keys_of_new (GType type)
{
  g_autoptr (GtkWidget) widget = NULL;
  GListModel *keys;
  guint n;

  if (G_TYPE_IS_ABSTRACT (type))
    return 0;
  widget = g_object_ref_sink (g_object_new (type, NULL));
  keys = find_class_keys (widget);
  n = keys ? g_list_model_get_n_items (keys) : 0;
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  return n;
}

/* Keys of classes begin with those of the class before, down to the one of GTK. */
static guint
count_foreign_keys (GType type)
{
  static GHashTable *counts;
  gpointer count;

  while (is_own (type))
    type = g_type_parent (type);
  if (!counts)
    counts = g_hash_table_new (NULL, NULL);
  if (!g_hash_table_lookup_extended (counts, GSIZE_TO_POINTER (type), NULL, &count))
    {
      count = GUINT_TO_POINTER (count_keys_of_new (type));
      g_hash_table_insert (counts, GSIZE_TO_POINTER (type), count);
    }
  return GPOINTER_TO_UINT (count);
}

static void
add_key (GPtrArray *found, GtkWidget *widget, GtkShortcut *shortcut)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
  g_autofree char *key = gtk_shortcut_trigger_to_string (trigger);
  /* What is done in C with any window is one thing. */
  gboolean is_common = GTK_IS_WINDOW (widget) && GTK_IS_CALLBACK_ACTION (gtk_shortcut_get_action (shortcut));
  Use *use;

  /* Of a label, for what it stands beside */
  if (GTK_IS_MNEMONIC_TRIGGER (trigger))
    return;
  use = use_new (USE_KEY, g_strdup_printf ("key %s %s", is_common ? "GtkWindow" : G_OBJECT_TYPE_NAME (widget), key),
                 widget);

  use->shortcut = g_object_ref (shortcut);
  g_ptr_array_add (found, use);
}

/* Of types of the program, and what XML or C have added; what GTK adds itself has names. */
static void
add_keys (GPtrArray *found, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      const char *name = gtk_event_controller_get_name (controller);
      gboolean is_of_class = g_strcmp0 (name, KEYS_OF_CLASS) == 0 && is_own (G_OBJECT_TYPE (widget));

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || (name && g_str_has_prefix (name, "gtk-") && !is_of_class))
        continue;
      for (guint j = is_of_class ? count_foreign_keys (G_OBJECT_TYPE (widget)) : 0;
           j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          add_key (found, widget, shortcut);
        }
    }
}

static void
add_keys_of_program (GPtrArray *found, WindowFixture *fixture)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (fixture->window));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i]; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accels[j] && !is_farewell (actions[i]); j++)
        {
          Use *use = use_new (USE_KEY, g_strdup_printf ("key %s", accels[j]), GTK_WIDGET (fixture->window));

          g_assert_true (g_action_parse_detailed_name (actions[i], &use->action, &use->target, NULL));
          use->key = g_strdup (accels[j]);
          g_ptr_array_add (found, use);
        }
    }
}

static void
add_all (GPtrArray *found, GHashTable *seen, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_POPOVER_MENU (widget))
    {
      add_menu (found, widget);
      return;
    }
  add_keys (found, widget);
  if (is_own (G_OBJECT_TYPE (widget)))
    add_actions_of_class (found, seen, widget);
  if (GTK_IS_ACTIONABLE (widget) && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)))
    add_action (found, widget, gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    add_all (found, seen, child);
}

/* --- using it ------------------------------------------------------------------------------ */

static gboolean
try_shortcut (GtkShortcut *shortcut, GtkWidget *widget)
{
  return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                       gtk_shortcut_get_arguments (shortcut));
}

/* A person looks at what the keyboard is about. */
static gboolean
focus_and_look (GtkWidget *widget)
{
  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget) || !gtk_widget_grab_focus (widget))
    return FALSE;
  for (int i = 0; i < 3 && !eye_is_shown (widget); i++)
    {
      hand_scroll_to (widget);
      gtk_test_widget_wait_for_draw (widget);
    }
  return eye_is_shown (widget);
}

/* With the focus on the widget, or on something in it */
static gboolean
try_with_focus (GtkShortcut *shortcut, GtkWidget *widget, GtkWidget *place)
{
  if (!gtk_widget_get_mapped (place))
    return FALSE;
  if (focus_and_look (place) && try_shortcut (shortcut, widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (place); child; child = gtk_widget_get_next_sibling (child))
    if (try_with_focus (shortcut, widget, child))
      return TRUE;
  return FALSE;
}

static void
open_submenu (GtkWidget *item)
{
  GtkWidget *stack = gtk_widget_get_ancestor (item, GTK_TYPE_STACK), *page = item;

  while (stack && gtk_widget_get_parent (page) != stack)
    page = gtk_widget_get_parent (page);
  if (stack && gtk_stack_get_visible_child (GTK_STACK (stack)) != page)
    g_object_set (gtk_widget_get_ancestor (item, GTK_TYPE_POPOVER_MENU), "visible-submenu",
                  gtk_stack_page_get_name (gtk_stack_get_page (GTK_STACK (stack), page)), NULL);
}

static gboolean
use_do (Use *self, WindowFixture *fixture)
{
  switch (self->kind)
    {
    case USE_ITEM:
      if (!gtk_widget_is_sensitive (self->widget))
        return FALSE;
      open_submenu (self->widget);
      hand_click (self->widget);
      return TRUE;
    case USE_ACTION:
      if (!self->target && find_target (self->action))
        self->target = make_target (fixture, find_target (self->action));
      return can_activate (self->widget, self->action, self->target) &&
             gtk_widget_activate_action_variant (self->widget, self->action, self->target);
    case USE_KEY:
      return self->shortcut
               ? try_with_focus (self->shortcut, self->widget, self->widget) ||
                   (!gtk_widget_get_focusable (self->widget) && try_shortcut (self->shortcut, self->widget))
               : hand_try_key (GTK_WINDOW (self->widget), self->key);
    default:
      g_assert_not_reached ();
    }
}

/* The action that belongs to it */
static char *
use_name_action (Use *self)
{
  GtkShortcutAction *action = self->shortcut ? gtk_shortcut_get_action (self->shortcut) : NULL;

  if (GTK_IS_NAMED_ACTION (action))
    return name_action (self->widget, gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)));
  return self->action ? name_action (self->widget, self->action) : NULL;
}

Uses *
uses_new (void)
{
  Uses *self = g_new0 (Uses, 1);

  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
uses_free (Uses *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->done);
  g_hash_table_unref (self->tried);
  g_free (self);
}

/* At another place there is another chance. */
void
uses_go_on (Uses *self)
{
  g_hash_table_remove_all (self->tried);
}

/* Uses the first thing in a window that was not used yet. Returns whether there was one. */
gboolean
uses_do_one (Uses *self, WindowFixture *fixture, GtkWidget *shown)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (use_free);

  /* What is below a popover cannot be used before it closes. */
  add_all (found, self->seen, GTK_IS_POPOVER (shown) ? shown : GTK_WIDGET (gtk_widget_get_root (shown)));
  if (shown == GTK_WIDGET (fixture->window))
    add_keys_of_program (found, fixture);
  for (guint i = 0; i < found->len; i++)
    {
      Use *use = found->pdata[i];
      g_autofree char *action = use_name_action (use);

      g_hash_table_add (self->seen, g_strdup (use->name));
      if (g_hash_table_contains (self->done, use->name) || g_hash_table_contains (self->tried, use->name) ||
          !gtk_widget_get_root (use->widget))
        continue;
      if (!use_do (use, fixture))
        {
          /* Another widget of this type may do it. */
          if (use->kind != USE_ACTION)
            g_hash_table_add (self->tried, g_strdup (use->name));
          continue;
        }
      if (g_getenv ("TANDEM_USES"))
        g_printerr ("    %s\n", use->name);
      g_hash_table_add (self->done, g_strdup (use->name));
      if (action)
        g_hash_table_add (self->done, g_steal_pointer (&action));
      return TRUE;
    }
  return FALSE;
}
