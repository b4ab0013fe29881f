/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "base/tdm-file-access.h"
#include "model/tdm-edit.h"
#include "model/tdm-round.h"
#include "model/tdm-scope.h"

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/**
 * TdmCliStatus:
 * @TDM_CLI_DONE: what was asked for is done
 * @TDM_CLI_FAILED: it could not be done; one line on standard error says why
 * @TDM_CLI_USAGE: the words of the command are off
 *
 * The exit codes.
 */
typedef enum
{
  TDM_CLI_DONE = 0,
  TDM_CLI_FAILED = 1,
  TDM_CLI_USAGE = 2,
} TdmCliStatus;

/* A verb: @argv are the words after it, @argv[0] the verb itself. */
typedef TdmCliStatus (*TdmCliVerb) (const char *path,
                                    int         argc,
                                    char      **argv);

TdmCliStatus  tdm_cli_add       (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_back_up   (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_check     (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_copy_round (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_invite    (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_join      (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_list      (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_new       (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_remove    (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_reply     (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_sample    (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_set       (const char *path,
                                 int         argc,
                                 char      **argv);
TdmCliStatus  tdm_cli_show      (const char *path,
                                 int         argc,
                                 char      **argv);

gboolean      tdm_cli_parse     (const GOptionEntry *options,
                                 int                *argc,
                                 char             ***argv);
TdmCliStatus  tdm_cli_fail      (const GError       *error);
void          tdm_cli_print_line (const char        *text);
TdmCliStatus  tdm_cli_fail_text (const char         *text);
void          tdm_cli_got_cb    (GObject            *source,
                                 GAsyncResult       *result,
                                 gpointer            place);
GAsyncResult *tdm_cli_wait      (GAsyncResult      **place);
TdmWorkspace *tdm_cli_open      (const char         *path,
                                 TdmOpenMode         mode,
                                 GError            **error);
TdmCliStatus  tdm_cli_import    (const char         *path,
                                 TdmEdit            *edit);
gboolean      tdm_cli_load      (TdmWorkspace       *workspace,
                                 TdmScope            scope,
                                 TdmRound           *round,
                                 GError            **error);
gboolean      tdm_cli_find_round (TdmWorkspace      *workspace,
                                 const char         *name,
                                 TdmRound          **round,
                                 GError            **error);

GPtrArray    *tdm_cli_read_messages  (TdmWorkspace  *workspace,
                                      char         **paths,
                                      guint          n_paths,
                                      GError       **error);
gboolean      tdm_cli_take_over      (TdmWorkspace  *workspace,
                                      GPtrArray     *items,
                                      GError       **error);
guint         tdm_cli_print_messages (GPtrArray     *items);
TdmCliStatus  tdm_cli_report_left    (guint          n_left);

G_END_DECLS
