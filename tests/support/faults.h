/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultKind:
 * @FAULT_WRITE: a write; with ENOSPC the first half of it is done
 * @FAULT_SYNC: the fsync of a file
 * @FAULT_SYNC_FOLDER: the fsync of a folder, which comes after a file was made, renamed or unlinked: that has happened
 * @FAULT_READ: a read
 * @FAULT_OPEN: the opening of a file
 * @FAULT_TRUNCATE: the shortening of a file
 * @FAULT_UNLINK: the removal or renaming of a file, which has not happened then
 * @FAULT_ANY: whatever comes, as when a disk is pulled out
 *
 * What can be made to fail between the program and the disk.
 */
typedef enum
{
  FAULT_WRITE,
  FAULT_SYNC,
  FAULT_SYNC_FOLDER,
  FAULT_READ,
  FAULT_OPEN,
  FAULT_TRUNCATE,
  FAULT_UNLINK,
  FAULT_ANY,
  N_FAULTS,
} FaultKind;

/**
 * Fault:
 * @kind: what fails
 * @at: the how manyth call, from 1 on; 0 for none, so that calls are counted only
 * @is_sticky: whether all calls after it fail, too
 * @code: EIO or ENOSPC
 */
typedef struct
{
  FaultKind kind;
  guint at;
  gboolean is_sticky;
  int code;
} Fault;

void     faults_init        (int          *argc,
                             char        **argv);
void     faults_arm         (const Fault  *fault);
void     faults_disarm      (void);

/* What came of the runs of a test */
typedef struct
{
  guint n_runs;
  guint n_hit;     /* in which something failed */
  guint n_done;    /* … that was said to be done */
  guint n_failed;  /* … that was said not to be */
  guint n_unknown; /* … of which it was said that it is not known */
  guint n_wrong;   /* in which something was not as it was said */
  char *fault;     /* the present one, in words */
  gboolean is_wrong;
} FaultReport;

typedef enum
{
  FAULT_SAID_DONE,
  FAULT_SAID_FAILED,
  FAULT_SAID_UNKNOWN,
} FaultSaid;

void     faults_run_all     (void        (*run) (const Fault *fault,
                                                 FaultReport *report,
                                                 gpointer     data),
                             gpointer      data);
FaultSaid faults_take_said  (FaultReport  *report,
                             gboolean      is_done,
                             const GError *error);
void     faults_wrong       (FaultReport  *report,
                             const char   *format,
                             ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
