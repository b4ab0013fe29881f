/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-edits.h"

#include "base/tdm-i18n.h"

/**
 * tdm_person_edits_save:
 * @draft: a new person or a draft of a live one
 *
 * Returns: (transfer full): the edit that adds or changes the person
 */
TdmEdit *
tdm_person_edits_save (TdmPerson *draft)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_PERSON (draft), NULL);

  edit = tdm_edit_new (tdm_record_get_id (TDM_RECORD (draft)) == 0 ? _ ("Person added") : _ ("Person changed"));
  tdm_edit_add_draft (edit, draft);
  return edit;
}

TdmEdit *
tdm_person_edits_remove (TdmPerson *person)
{
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_PERSON (person), NULL);

  edit = tdm_edit_new (_ ("Person removed"));
  tdm_edit_remove (edit, person);
  return edit;
}
