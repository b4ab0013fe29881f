/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/common/tdm-record-form.h"
#include "model/tdm-edit.h"

G_BEGIN_DECLS

/* What is to be stored of a draft that was filled in, NULL for nothing */
typedef TdmEdit *(*TdmRecordDialogEdit) (TdmRecord *draft,
                                         gpointer   data);

/* For what is wrong with several fields together, see tdm_record_form_explain() and tdm_record_form_hint() */
typedef void (*TdmRecordDialogCheck) (TdmRecordForm *form,
                                      TdmRecord     *draft,
                                      gpointer       data);

/* What comes next, once a new record is stored: @over is what the dialog stood over. Not called for a live one. */
typedef void (*TdmRecordDialogStored) (GtkWidget  *over,
                                       const char *uid,
                                       gpointer    data);

/* For rows of its own in the XML, once all others are filled */
typedef void (*TdmRecordDialogBuilt) (GtkBuilder    *builder,
                                      TdmRecordForm *form,
                                      gpointer       data);

typedef struct
{
  const char *title;
  const char *resource;          /* of XML with an object "page", a widget with some TdmRecordGroup in it */
  gpointer record;               /* a live one, or a new draft */
  TdmRecordDialogEdit make_edit; /* NULL for tdm_edit_new_save() */
  gpointer data;
  GDestroyNotify free_data;
  TdmRecordDialogCheck check;
  TdmRecordDialogStored stored;
  const char *another;           /* of a button that adds a new record and empties the form; NULL for none */
  TdmRecordDialogBuilt built;
} TdmRecordDialogSetup;

GtkWindow     *tdm_record_dialog_present  (GtkWidget                  *over,
                                           TdmWorkspace               *workspace,
                                           const TdmRecordDialogSetup *setup);
TdmRecordForm *tdm_record_dialog_get_form (GtkWindow                  *dialog);

G_END_DECLS
