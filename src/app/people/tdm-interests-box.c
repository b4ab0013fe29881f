/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-interests-box.h"

#include "app/common/tdm-new-entry.h"
#include "app/common/tdm-short-list.h"
#include "app/people/tdm-interest-row.h"
#include "edits/tdm-person-edits.h"
#include "workspace/tdm-workspace.h"

/* What a person likes, with a line to type the next. */

struct _TdmInterestsBox
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPerson *person;

  TdmShortList *list;
  GtkWidget *entry;
  GtkEditable *new_interest;
};

G_DEFINE_FINAL_TYPE (TdmInterestsBox, tdm_interests_box, ADW_TYPE_BIN)

static void
add_interest_cb (TdmInterestsBox *self)
{
  g_autofree char *title = tdm_new_entry_take (self->new_interest);

  if (!title)
    return;

  /* What is added must be seen. */
  tdm_short_list_show_all (self->list);
  tdm_workspace_commit_async (self->workspace, tdm_person_edits_add_interest (self->person, title),
                              tdm_new_entry_added_cb, g_object_ref (self->new_interest));
}

static GtkWidget *
interests_box_make_row_cb (gpointer interest, gpointer data)
{
  return tdm_interest_row_new (TDM_INTERESTS_BOX (data)->workspace, interest);
}

static void
tdm_interests_box_dispose (GObject *object)
{
  TdmInterestsBox *self = TDM_INTERESTS_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_INTERESTS_BOX);
  g_clear_object (&self->person);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_interests_box_parent_class)->dispose (object);
}

static void
tdm_interests_box_class_init (TdmInterestsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_interests_box_dispose;

  g_type_ensure (TDM_TYPE_SHORT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/interests-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmInterestsBox, list);
  gtk_widget_class_bind_template_child (widget_class, TdmInterestsBox, entry);
  gtk_widget_class_bind_template_child (widget_class, TdmInterestsBox, new_interest);
  gtk_widget_class_bind_template_callback (widget_class, add_interest_cb);
}

static void
tdm_interests_box_init (TdmInterestsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* NULL lets go of both. */
void
tdm_interests_box_set_person (TdmInterestsBox *self, TdmWorkspace *workspace, TdmPerson *person)
{
  g_return_if_fail (TDM_IS_INTERESTS_BOX (self));

  tdm_short_list_bind (self->list, NULL, NULL, NULL);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->person, person);
  tdm_new_entry_clear (self->new_interest);
  if (!person)
    return;

  gtk_widget_set_visible (self->entry, !tdm_workspace_is_read_only (workspace));
  tdm_short_list_bind (self->list, tdm_person_get_interests (person), interests_box_make_row_cb, self);
}

void
tdm_interests_box_start (TdmInterestsBox *self)
{
  g_return_if_fail (TDM_IS_INTERESTS_BOX (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->new_interest));
}
