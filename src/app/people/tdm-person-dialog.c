/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-dialog.h"

#include "app/common/tdm-language-row.h"
#include "app/common/tdm-record-dialog.h"
#include "app/common/tdm-zone-row.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-person-edits.h"
#include "model/tdm-programme.h"
#include "workspace/tdm-workspace.h"

/* What the file holds of a person, as a form. */

static TdmEdit *
person_dialog_make_edit_cb (TdmRecord *draft, gpointer data)
{
  return tdm_record_get_changed (draft) == 0 ? NULL : tdm_person_edits_save (draft);
}

/* Nobody can choose themselves: what is left to be wrong is a circle of managers. */
static void
person_dialog_check_cb (TdmRecordForm *form, TdmRecord *draft, gpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_person_edits_save (draft);
  g_autoptr (GError) error = NULL;

  if (tdm_record_check (draft, NULL) && !tdm_edit_check (edit, &error))
    tdm_record_form_explain (form, TDM_PERSON_REPORTS_TO, error->message);
}

/* Whoever was added is described at once. */
static void
person_dialog_stored_cb (GtkWidget *over, const char *uid, gpointer data)
{
  gtk_widget_activate_action (over, "win.describe-person", "s", uid);
}

/* Adds a person, or edits one. */
void
tdm_person_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmPerson *person)
{
  g_autoptr (TdmRecord) draft = person ? NULL : tdm_record_new (TDM_TYPE_PERSON);
  TdmProgramme *programme = tdm_workspace_get_programme (workspace);
  g_autofree char *zone = tdm_zone_item_title (NULL, programme ? tdm_programme_get_zone (programme) : "");
  /* Translators: %s is a time zone or a language */
  g_autofree char *as_programme = g_strdup_printf (_ ("As the programme: %s"), zone);
  const TdmRecordDialogSetup setup = {
    .title = person ? _ ("Edit Person") : _ ("New Person"),
    .resource = "/org/tandemapp/Tandem/ui/people/person-dialog.ui",
    .record = person ? (gpointer) person : draft,
    .make_edit = person_dialog_make_edit_cb,
    .check = person_dialog_check_cb,
    .stored = person ? NULL : person_dialog_stored_cb,
    .another = person ? NULL : _ ("Add and _Next Person"),
  };
  TdmRecordForm *form = tdm_record_dialog_get_form (tdm_record_dialog_present (over, workspace, &setup));

  g_object_set (tdm_record_form_get_row (form, TDM_PERSON_ZONE), "placeholder", as_programme, NULL);
  if (programme)
    tdm_language_row_set_usual (TDM_LANGUAGE_ROW (tdm_record_form_get_row (form, TDM_PERSON_LANGUAGES)),
                                tdm_record_get_integer (TDM_RECORD (programme), TDM_PROGRAMME_LANGUAGE));
}
