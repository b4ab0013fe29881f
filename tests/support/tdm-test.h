/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "method/tdm-conflicts.h"
#include "store/tdm-store.h"
#include "workspace/tdm-workspace.h"

G_BEGIN_DECLS

/* What the tests of several layers need: folders of their own, a way to wait for an answer, a small programme. */

typedef struct
{
  char *folder;
  char *path;
} TdmTestFolder;

void          tdm_test_init           (int           *argc,
                                       char        ***argv);
void          tdm_test_folder_init    (TdmTestFolder *folder);
void          tdm_test_folder_clear   (TdmTestFolder *folder);
char         *tdm_test_folder_join    (TdmTestFolder *folder,
                                       const char    *name);
void          tdm_test_copy_file      (const char    *from,
                                       const char    *to);

void          tdm_test_result_cb      (GObject       *source,
                                       GAsyncResult  *result,
                                       gpointer       place);
GAsyncResult *tdm_test_wait           (GAsyncResult **place);

TdmStore     *tdm_test_open_store     (const char    *path,
                                       TdmOpenMode    mode,
                                       GError       **error);
TdmWorkspace *tdm_test_open           (const char    *path,
                                       TdmOpenMode    mode,
                                       GError       **error);
char         *tdm_test_finish_change  (TdmWorkspace  *workspace,
                                       GAsyncResult **place,
                                       GError       **error);
void          tdm_test_load           (TdmWorkspace  *workspace,
                                       TdmScope       scope,
                                       gpointer       record);
TdmPerson    *tdm_test_add_person     (TdmWorkspace  *workspace,
                                       const char    *name,
                                       const char    *email);
TdmPair      *tdm_test_add_pair       (TdmWorkspace  *workspace);
TdmWorkspace *tdm_test_new_programme  (TdmTestFolder *folder);
GArray       *tdm_test_make_briefs    (GListModel    *meetings);
char         *tdm_test_find_conflict  (TdmConflicts  *conflicts,
                                       GListModel    *meetings,
                                       TdmMeeting    *meeting);

/* A programme with one tandem, Anna Beck who learns from Bo Chen, whose details are loaded. */
typedef struct
{
  TdmTestFolder folder;
  TdmWorkspace *workspace;
  TdmPair *pair;
  GAsyncResult *result;
} TdmTestProgramme;

void          tdm_test_programme_set_up    (TdmTestProgramme *self,
                                            gconstpointer     data);
void          tdm_test_programme_tear_down (TdmTestProgramme *self,
                                            gconstpointer     data);
void          tdm_test_programme_finish    (TdmTestProgramme *self,
                                            const char       *expected);
void          tdm_test_programme_undo      (TdmTestProgramme *self,
                                            const char       *expected);
void          tdm_test_programme_redo      (TdmTestProgramme *self,
                                            const char       *expected);

#define TDM_TEST_ADD(path, func) g_test_add (path, TdmTestFolder, NULL, tdm_test_set_up, func, tdm_test_tear_down)
void tdm_test_set_up    (TdmTestFolder *folder,
                         gconstpointer  data);
void tdm_test_tear_down (TdmTestFolder *folder,
                         gconstpointer  data);

G_END_DECLS
