/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-choices.h"

#include "model/tdm-role-words.h"

static int
texts_compare (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* "All", then every text, once.
 * @texts: any of them may be empty */
GtkStringList *
tdm_choices_of_texts (const char *all, GPtrArray *texts)
{
  GtkStringList *choices = gtk_string_list_new ((const char *[]) { all, NULL });
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < texts->len; i++)
    {
      char *text = texts->pdata[i];

      if (*text && g_hash_table_add (seen, text))
        g_ptr_array_add (found, text);
    }
  g_ptr_array_sort (found, texts_compare);
  for (guint i = 0; i < found->len; i++)
    gtk_string_list_append (choices, found->pdata[i]);
  return choices;
}

/* "All", then every text that a field of a list has, once. */
GtkStringList *
tdm_choices_collect (const char *all, GListModel *records, guint field)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (records, i);

      g_ptr_array_add (texts, (gpointer) tdm_record_get_text (record, field));
    }
  return tdm_choices_of_texts (all, texts);
}

/* "All" unless it is NULL, then what can be chosen, in the words of the programme */
GtkStringList *
tdm_choices_of_codes (const char *all, GType codes, TdmProgramme *programme)
{
  GtkStringList *choices = gtk_string_list_new ((const char *[]) { all, NULL });
  g_autoptr (GEnumClass) klass = g_type_class_ref (codes);

  for (guint i = 0; i < klass->n_values; i++)
    gtk_string_list_take (choices, tdm_role_words_code_title (programme, codes, klass->values[i].value));
  return choices;
}

static void
choices_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  for (child = child ? gtk_widget_get_first_child (child) : NULL; child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      gtk_label_set_max_width_chars (GTK_LABEL (child), -1);
}

/* A row cuts its choices off after some twenty letters, however much room there is. */
void
tdm_choices_widen (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_set_object (&factory, adw_combo_row_get_factory (row));
  g_signal_connect (factory, "setup", G_CALLBACK (choices_setup_cb), NULL);
  /* What is shown already is made anew. */
  adw_combo_row_set_factory (row, NULL);
  adw_combo_row_set_factory (row, factory);
}

/* NULL for "all". */
const char *
tdm_choices_get (GtkDropDown *drop_down)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);

  return gtk_drop_down_get_selected (drop_down) > 0 && item ? gtk_string_object_get_string (item) : NULL;
}
