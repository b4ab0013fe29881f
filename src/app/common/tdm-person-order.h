/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In which order people are listed; by first and last name where the rest is equal. */

typedef enum
{
  TDM_PERSON_ORDER_FIRST_NAME,
  TDM_PERSON_ORDER_LAST_NAME,
  TDM_PERSON_ORDER_DEPARTMENT,
} TdmPersonOrder;

#define TDM_TYPE_PERSON_ORDER (tdm_person_order_get_type ())
GType      tdm_person_order_get_type    (void);

GtkSorter *tdm_person_order_make_sorter (TdmPersonOrder order,
                                         GtkExpression *taken_person);

G_END_DECLS
