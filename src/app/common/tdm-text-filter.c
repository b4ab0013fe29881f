/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-text-filter.h"

#include "base/tdm-compat.h"
#include "base/tdm-text.h"
#include "tdm-search.h"

/* Lets through what has all words of a search in its text, whatever their case, marks and order. While there is a
 * search the folded texts are kept: folding thousands of texts anew at every keystroke would be felt. */

struct _TdmTextFilter
{
  GtkFilter parent_instance;

  GtkExpression *expression;
  GHashTable *texts;
  char *search;
  GStrv words;
};

G_DEFINE_FINAL_TYPE (TdmTextFilter, tdm_text_filter, GTK_TYPE_FILTER)

typedef enum
{
  PROP_EXPRESSION = 1,
  PROP_SEARCH,
  N_PROPS
} TdmTextFilterProperty;

static GParamSpec *specs[N_PROPS];

static gboolean
tdm_text_filter_match (GtkFilter *filter, gpointer item)
{
  TdmTextFilter *self = TDM_TEXT_FILTER (filter);
  char *folded;

  if (!self->words)
    return TRUE;

  folded = g_hash_table_lookup (self->texts, item);
  if (!folded)
    {
      g_auto (GValue) text = G_VALUE_INIT;
      gboolean has_text = self->expression && gtk_expression_evaluate (self->expression, item, &text);

      folded = has_text ? tdm_text_fold (g_value_get_string (&text)) : g_strdup ("");
      g_hash_table_insert (self->texts, g_object_ref (item), folded);
    }
  return tdm_search_matches ((const char *const *) self->words, folded);
}

static GtkFilterMatch
tdm_text_filter_get_strictness (GtkFilter *filter)
{
  return TDM_TEXT_FILTER (filter)->words ? GTK_FILTER_MATCH_SOME : GTK_FILTER_MATCH_ALL;
}

static void
tdm_text_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmTextFilter *self = TDM_TEXT_FILTER (object);
  g_autofree char *folded = NULL, *before = NULL;

  if ((TdmTextFilterProperty) id == PROP_EXPRESSION)
    {
      tdm_text_filter_set_expression (self, gtk_value_get_expression (value));
      return;
    }

  folded = tdm_text_fold (g_value_get_string (value));
  before = g_strdup (self->search);
  if (!tdm_set_str (&self->search, folded))
    return;
  g_strfreev (self->words);
  self->words = tdm_search_split (folded);
  if (!self->words)
    g_hash_table_remove_all (self->texts);
  gtk_filter_changed (GTK_FILTER (self), tdm_search_compare (before, folded));
}

static void
tdm_text_filter_finalize (GObject *object)
{
  TdmTextFilter *self = TDM_TEXT_FILTER (object);

  g_clear_pointer (&self->expression, gtk_expression_unref);
  g_hash_table_unref (self->texts);
  g_free (self->search);
  g_strfreev (self->words);
  G_OBJECT_CLASS (tdm_text_filter_parent_class)->finalize (object);
}

static void
tdm_text_filter_class_init (TdmTextFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_text_filter_set_property;
  object_class->finalize = tdm_text_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = tdm_text_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = tdm_text_filter_get_strictness;

  specs[PROP_EXPRESSION] = gtk_param_spec_expression ("expression", NULL, NULL, flags);
  specs[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_text_filter_init (TdmTextFilter *self)
{
  self->search = g_strdup ("");
  self->texts = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

/* What of an item is searched. */
void
tdm_text_filter_set_expression (TdmTextFilter *self, GtkExpression *expression)
{
  if (expression)
    gtk_expression_ref (expression);
  g_clear_pointer (&self->expression, gtk_expression_unref);
  self->expression = expression;
  tdm_text_filter_forget (self);
}

/* To be called when texts of items may have changed. */
void
tdm_text_filter_forget (TdmTextFilter *self)
{
  g_hash_table_remove_all (self->texts);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
