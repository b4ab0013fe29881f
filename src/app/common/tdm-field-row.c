/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-field-row.h"

#include "app/common/tdm-block-row.h"
#include "app/common/tdm-choices.h"
#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-person-order.h"
#include "app/common/tdm-problem-row.h"
#include "base/tdm-i18n.h"
#include "model/tdm-person.h"
#include "model/tdm-role-words.h"

/* Every kind of field has its row; each row has one property, of itself or of a widget in it, that is the value. GValue
 * converts between that and the property of the record. */

struct _TdmFieldRow
{
  const TdmField *field;
  guint index;

  GtkWidget *row;
  TdmProblemRow *problem;
  GObject *editor;
  GParamSpec *spec;

  GValue filled;
  gboolean is_filling;
  gboolean was_touched;
};

static void
action_row_add_editor (GtkWidget *row, GtkWidget *editor)
{
  g_object_set (row, "use-markup", FALSE, "activatable-widget", editor, NULL);
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), editor);
}

static GtkWidget *
field_row_new_around (GtkWidget *editor)
{
  GtkWidget *row = adw_action_row_new ();

  action_row_add_editor (row, editor);
  return row;
}

static GtkWidget *
field_new_spin_button (const TdmField *field)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (field->least, field->most, 1);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  return spin;
}

static GtkWidget *
field_row_new_codes (const TdmField *field, TdmProgramme *programme)
{
  g_autoptr (GtkStringList) titles = tdm_choices_of_codes (NULL, field->type (), programme);

  return g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "model", titles, NULL);
}

/* A linked record is called by its name or its title. */
static GtkWidget *
field_row_new_chooser (const TdmField *field)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (field->type ());
  const char *name = g_object_class_find_property (G_OBJECT_CLASS (klass), "name") ? "name" : "title";
  g_autoptr (GtkExpression) text = gtk_property_expression_new (field->type (), NULL, name);

  return g_object_new (TDM_TYPE_CHOOSER_ROW,
                       "use-markup", FALSE,
                       "text", text,
                       "optional", !field->required,
                       "placeholder", _ ("Not given"),
                       NULL);
}

static GtkWidget *
field_row_new_for_kind (const TdmField *field, TdmProgramme *programme)
{
  switch (field->kind)
    {
    case TDM_FIELD_BLOCK:
      return g_object_new (TDM_TYPE_BLOCK_ROW, NULL);
    case TDM_FIELD_DATE:
      return g_object_new (TDM_TYPE_DATE_ROW, "optional", !field->required, NULL);
    case TDM_FIELD_CODE:
      return field_row_new_codes (field, programme);
    case TDM_FIELD_INTEGER:
      return field_row_new_around (field_new_spin_button (field));
    case TDM_FIELD_BOOLEAN:
      return field_row_new_around (gtk_switch_new ());
    case TDM_FIELD_LINK:
      return field_row_new_chooser (field);
    case TDM_FIELD_LINE:
    case TDM_FIELD_EMAIL:
      break;
    }
  return g_object_new (ADW_TYPE_ENTRY_ROW,
                       "use-markup", FALSE,
                       "activates-default", TRUE,
                       "input-purpose", field->kind == TDM_FIELD_EMAIL ? GTK_INPUT_PURPOSE_EMAIL
                                                                       : GTK_INPUT_PURPOSE_FREE_FORM,
                       NULL);
}

/* The value of a row is what its type is for, or a property of its own that is called like the field. */
static void
field_row_find_editor (TdmFieldRow *self)
{
  GParamSpec *own = g_object_class_find_property (G_OBJECT_GET_CLASS (self->row), self->field->name);
  GtkWidget *inner = ADW_IS_ACTION_ROW (self->row)
                       ? adw_action_row_get_activatable_widget (ADW_ACTION_ROW (self->row)) : NULL;
  GtkWidget *editor = self->row;
  const char *property;

  if (own && own->owner_type == G_OBJECT_TYPE (self->row))
    property = self->field->name;
  else if (GTK_IS_EDITABLE (self->row) || TDM_IS_BLOCK_ROW (self->row))
    property = "text";
  else if (ADW_IS_COMBO_ROW (self->row) || TDM_IS_CHOOSER_ROW (self->row))
    property = "selected";
  else if (TDM_IS_DATE_ROW (self->row))
    property = "date";
  else
    {
      editor = inner;
      property = GTK_IS_SWITCH (inner) ? "active" : "value";
      gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->row)), -1);
    }
  self->editor = g_object_ref (G_OBJECT (editor));
  self->spec = g_object_class_find_property (G_OBJECT_GET_CLASS (editor), property);
  g_assert (self->spec != NULL);
}

/* @row: one that was made for the field elsewhere, or NULL for the usual one of its kind. A title that it has stays. A
 * plain one that only explains a number gets what it is set with.
 * @programme: in whose words */
TdmFieldRow *
tdm_field_row_new (const TdmField *field, guint index, GtkWidget *row, TdmProgramme *programme)
{
  TdmFieldRow *self = g_new0 (TdmFieldRow, 1);
  g_autofree char *title = tdm_role_words_field_title (programme, field);

  self->field = field;
  self->index = index;
  self->row = g_object_ref_sink (row ? row : field_row_new_for_kind (field, programme));
  if (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->row)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  if (field->kind == TDM_FIELD_INTEGER && G_OBJECT_TYPE (self->row) == ADW_TYPE_ACTION_ROW &&
      !adw_action_row_get_activatable_widget (ADW_ACTION_ROW (self->row)))
    action_row_add_editor (self->row, field_new_spin_button (field));
  if (ADW_IS_COMBO_ROW (self->row))
    tdm_choices_widen (ADW_COMBO_ROW (self->row));
  self->problem = g_object_ref_sink (g_object_new (TDM_TYPE_PROBLEM_ROW, NULL));
  field_row_find_editor (self);
  g_value_init (&self->filled, self->spec->value_type);
  return self;
}

void
tdm_field_row_free (TdmFieldRow *self)
{
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_value_unset (&self->filled);
  g_object_unref (self->editor);
  g_object_unref (self->problem);
  g_object_unref (self->row);
  g_free (self);
}

guint
tdm_field_row_get_index (TdmFieldRow *self)
{
  return self->index;
}

GtkWidget *
tdm_field_row_get_row (TdmFieldRow *self)
{
  return self->row;
}

GtkWidget *
tdm_field_row_get_problem (TdmFieldRow *self)
{
  return GTK_WIDGET (self->problem);
}

static gboolean
is_another (gpointer item, gpointer but)
{
  return item != but;
}

/* What a link may lead to; no record leads to itself. */
void
tdm_field_row_set_candidates (TdmFieldRow *self, GListModel *candidates, TdmRecord *but)
{
  g_autoptr (GListModel) others = NULL;

  if (!TDM_IS_CHOOSER_ROW (self->row) || !candidates)
    return;

  if (but && g_type_is_a (G_OBJECT_TYPE (but), self->field->type ()))
    others = G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (candidates),
      GTK_FILTER (gtk_custom_filter_new (is_another, g_object_ref (but), g_object_unref))));
  tdm_chooser_row_set_model (TDM_CHOOSER_ROW (self->row), others ? others : candidates);
  if (self->field->type () == TDM_TYPE_PERSON)
    tdm_chooser_row_take_order (TDM_CHOOSER_ROW (self->row),
                                tdm_person_order_make_sorter (TDM_PERSON_ORDER_FIRST_NAME, NULL));
}

/* What people do not set, or not any more, is shown only. */
void
tdm_field_row_fill (TdmFieldRow *self, TdmRecord *record)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, self->spec->value_type);
  g_object_get_property (G_OBJECT (record), self->field->name, &value);
  self->is_filling = TRUE;
  g_object_set_property (self->editor, self->spec->name, &value);
  self->is_filling = FALSE;
  g_object_get_property (self->editor, self->spec->name, &self->filled);
  gtk_widget_set_sensitive (self->row, tdm_field_check_hand (self->field, tdm_record_get_id (record) == 0, NULL));
  self->was_touched = FALSE;
}

void
tdm_field_row_finish_typing (TdmFieldRow *self)
{
  if (GTK_IS_SPIN_BUTTON (self->editor))
    gtk_spin_button_update (GTK_SPIN_BUTTON (self->editor));
}

/* Since it was filled: a row cannot show all that a file may hold, and what it shows in its place is no change. */
gboolean
tdm_field_row_is_changed (TdmFieldRow *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, self->spec->value_type);
  g_object_get_property (self->editor, self->spec->name, &value);
  return g_param_values_cmp (self->spec, &value, &self->filled) != 0;
}

void
tdm_field_row_write (TdmFieldRow *self, TdmRecord *draft)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, self->spec->value_type);
  g_object_get_property (self->editor, self->spec->name, &value);
  g_object_set_property (G_OBJECT (draft), self->field->name, &value);
}

/* Whether the user has ever changed it, even back: before that, nothing is said of what is missing. */
gboolean
tdm_field_row_was_touched (TdmFieldRow *self)
{
  return self->was_touched;
}

/* NULL where nothing is wrong with it. */
void
tdm_field_row_explain (TdmFieldRow *self, const char *problem)
{
  g_object_set (self->problem, "is-hint", FALSE, NULL);
  tdm_problem_row_explain (self->problem, self->row, problem);
}

/* Something to know about what stands there, which is no reason not to keep it */
void
tdm_field_row_hint (TdmFieldRow *self, const char *hint)
{
  tdm_problem_row_explain (self->problem, self->row, NULL);
  g_object_set (self->problem, "is-hint", TRUE, NULL);
  tdm_problem_row_set_text (self->problem, hint);
}

static void
field_row_touched_cb (TdmFieldRow *self)
{
  if (!self->is_filling)
    self->was_touched = TRUE;
}

/* @changed is called with @object as its last argument swapped to the first, when the user changes the value. */
void
tdm_field_row_watch (TdmFieldRow *self, GCallback changed, gpointer object)
{
  g_autofree char *signal = g_strconcat ("notify::", self->spec->name, NULL);
  GClosure *closure = g_cclosure_new_object_swap (changed, object);

  g_signal_connect_swapped (self->editor, signal, G_CALLBACK (field_row_touched_cb), self);
  g_signal_connect_closure (self->editor, signal, closure, FALSE);
}
