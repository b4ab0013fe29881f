/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-template.h"

#include <adwaita.h>

/* The dispose() of a widget that holds nothing but the children of its template, for types that have no subtypes. */
void
tdm_template_dispose (GObject *object)
{
  GObjectClass *parent_class = g_type_class_peek_parent (G_OBJECT_GET_CLASS (object));

  /* AdwBin holds its child by itself: disposing of the template must not take it from under it. */
  if (ADW_IS_BIN (object))
    adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  parent_class->dispose (object);
}

/* Part of a widget that is made later than its template, with the handlers of @taken_scope. */
GtkBuilder *
tdm_template_build (gpointer owner, const char *resource, GtkBuilderScope *taken_scope)
{
  GtkBuilder *builder = gtk_builder_new ();
  g_autoptr (GtkBuilderScope) scope = taken_scope;
  g_autoptr (GError) error = NULL;

  gtk_builder_set_scope (builder, scope);
  gtk_builder_set_current_object (builder, owner);
  if (!gtk_builder_add_from_resource (builder, resource, &error))
    g_error ("%s", error->message);
  return builder;
}
