/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-people-filter.h"

#include "app/words/tdm-participation-words.h"
#include "method/tdm-participation-waits.h"
#include "model/tdm-role-words.h"

static gboolean
people_filter_match (gpointer item, gpointer data)
{
  const TdmPeopleChoice *choice = data;

  return (choice->role < 0 || (int) tdm_participation_get_role (item) == choice->role) &&
         (choice->state < 0 || (int) tdm_participation_get_state (item) == choice->state) &&
         (choice->source < 0 || tdm_record_get_integer (item, TDM_PARTICIPATION_SOURCE) == choice->source) &&
         (!choice->waits || tdm_participation_waits (item) != TDM_WAIT_NONE);
}

/* Of participations; it has to be told when @choice, which stays with the caller, has changed. */
GtkFilter *
tdm_people_filter_new (const TdmPeopleChoice *choice)
{
  return GTK_FILTER (gtk_custom_filter_new (people_filter_match, (gpointer) choice, NULL));
}

gboolean
tdm_people_choice_is_any (const TdmPeopleChoice *choice)
{
  return choice->role < 0 && choice->state < 0 && choice->source < 0 && !choice->waits;
}

/* "All", then what can be chosen, in the words of the programme */
void
tdm_people_choices_fill (GtkDropDown *drop_down, const char *all, GType codes, TdmProgramme *programme)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new ((const char *[]) { all, NULL });
  g_autoptr (GEnumClass) klass = g_type_class_ref (codes);

  for (guint i = 0; i < klass->n_values; i++)
    {
      g_autofree char *title = tdm_role_words_code_title (programme, codes, klass->values[i].value);

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
}

static char *
people_read_name (gpointer item)
{
  return tdm_participation_words_name (item);
}

static int
people_read_state (gpointer item)
{
  return tdm_participation_get_state (item);
}

static int
people_read_role (gpointer item)
{
  return tdm_participation_get_role (item);
}

static GtkExpression *
make_expression (GType type, GCallback read)
{
  return gtk_cclosure_expression_new (type, NULL, 0, NULL, read, NULL, NULL);
}

/* By name where the rest is equal; what has been so for longest comes first. */
GtkSorter *
tdm_people_sorter_new (TdmPeopleOrder order)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();
  GtkSorter *first = NULL;

  if (order == TDM_PEOPLE_BY_STATE || order == TDM_PEOPLE_BY_ROLE)
    first = GTK_SORTER (gtk_numeric_sorter_new (
      make_expression (G_TYPE_INT, G_CALLBACK (order == TDM_PEOPLE_BY_STATE ? people_read_state : people_read_role))));
  else if (order == TDM_PEOPLE_BY_SINCE)
    first = GTK_SORTER (gtk_string_sorter_new (gtk_property_expression_new (TDM_TYPE_PARTICIPATION, NULL, "since")));
  if (first)
    gtk_multi_sorter_append (sorter, first);
  gtk_multi_sorter_append (
    sorter, GTK_SORTER (gtk_string_sorter_new (make_expression (G_TYPE_STRING, G_CALLBACK (people_read_name)))));
  return GTK_SORTER (sorter);
}
