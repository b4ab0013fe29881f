/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-order.h"

#include "model/tdm-person.h"

G_DEFINE_ENUM_TYPE (TdmPersonOrder, tdm_person_order,
                    G_DEFINE_ENUM_VALUE (TDM_PERSON_ORDER_FIRST_NAME, "first-name"),
                    G_DEFINE_ENUM_VALUE (TDM_PERSON_ORDER_LAST_NAME, "last-name"),
                    G_DEFINE_ENUM_VALUE (TDM_PERSON_ORDER_DEPARTMENT, "department"))

static char *
person_order_read_first_name (gpointer item, TdmPerson *person)
{
  return person ? tdm_person_get_first_name (person) : NULL;
}

static char *
person_order_read_last_name (gpointer item, TdmPerson *person)
{
  return person ? tdm_person_get_last_name (person) : NULL;
}

static char *
person_order_read_department (gpointer item, TdmPerson *person)
{
  return person ? g_strdup (tdm_person_get_department (person)) : NULL;
}

/* Who is in none comes last. */
static gboolean
person_order_has_no_department (gpointer item, TdmPerson *person)
{
  return !person || *tdm_person_get_department (person) == '\0';
}

static char *
person_order_read_name (gpointer item, TdmPerson *person)
{
  return person ? g_strdup (tdm_person_get_name (person)) : NULL;
}

static GtkExpression *
person_order_read (GType type, GCallback read, GtkExpression *person)
{
  return gtk_cclosure_expression_new (type, NULL, 1, (GtkExpression *[]) { gtk_expression_ref (person) }, read, NULL,
                                      NULL);
}

static void
multi_sorter_append_text (GtkMultiSorter *sorter, GCallback read, GtkExpression *person)
{
  gtk_multi_sorter_append (
    sorter, GTK_SORTER (gtk_string_sorter_new (person_order_read (G_TYPE_STRING, read, person))));
}

static gpointer
person_order_take_item (gpointer item)
{
  return g_object_ref (item);
}

/* Everything that lists people by name goes this way: titles count only where all else is equal.
 * @taken_person: from the items to the person of each, NULL where the items are people */
GtkSorter *
tdm_person_order_make_sorter (TdmPersonOrder order, GtkExpression *taken_person)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  if (!taken_person)
    taken_person = gtk_cclosure_expression_new (TDM_TYPE_PERSON, NULL, 0, NULL, G_CALLBACK (person_order_take_item),
                                                NULL, NULL);
  if (order == TDM_PERSON_ORDER_DEPARTMENT)
    {
      gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_numeric_sorter_new (person_order_read (
                                         G_TYPE_BOOLEAN, G_CALLBACK (person_order_has_no_department), taken_person))));
      multi_sorter_append_text (sorter, G_CALLBACK (person_order_read_department), taken_person);
    }
  if (order == TDM_PERSON_ORDER_LAST_NAME)
    multi_sorter_append_text (sorter, G_CALLBACK (person_order_read_last_name), taken_person);
  multi_sorter_append_text (sorter, G_CALLBACK (person_order_read_first_name), taken_person);
  if (order != TDM_PERSON_ORDER_LAST_NAME)
    multi_sorter_append_text (sorter, G_CALLBACK (person_order_read_last_name), taken_person);
  multi_sorter_append_text (sorter, G_CALLBACK (person_order_read_name), taken_person);
  gtk_expression_unref (taken_person);
  return GTK_SORTER (sorter);
}
