/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "faults.h"

#include "base/tdm-file-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A disk that fails when it is told to: a layer over SQLite's way to the disk, and stand-ins (the linker's --wrap) for
 * the few calls that the program makes itself. What is done on other threads is counted as well. */

static struct
{
  GMutex mutex;
  Fault fault;
  gboolean is_armed;
  guint n_calls[N_FAULTS];
  guint n_hit;
  int code; /* of the last failure, for those who ask errno */
} disk;

static gboolean is_whole;

static const char *const names[] = { "write", "fsync", "fsync of the folder", "read", "open", "truncate", "unlink",
                                     "anything" };

/* Whether this call fails */
static gboolean
disk_fails (FaultKind kind)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);
  gboolean fails = FALSE;

  if (!disk.is_armed)
    return FALSE;
  disk.n_calls[kind]++;
  disk.n_calls[FAULT_ANY]++;
  if (disk.fault.at > 0 && (kind == disk.fault.kind || disk.fault.kind == FAULT_ANY))
    fails = disk.fault.is_sticky ? disk.n_calls[disk.fault.kind] >= disk.fault.at
                                 : disk.n_calls[disk.fault.kind] == disk.fault.at;
  disk.n_hit += fails;
  if (fails)
    disk.code = disk.fault.code;
  return fails;
}

static int
disk_get_code (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  return disk.code;
}

void
faults_arm (const Fault *fault)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  disk.fault = *fault;
  memset (disk.n_calls, 0, sizeof disk.n_calls);
  disk.n_hit = 0;
  disk.code = 0;
  disk.is_armed = TRUE;
}

void
faults_disarm (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  disk.is_armed = FALSE;
}

/* --- SQLite's way to the disk -------------------------------------------- */

static sqlite3_vfs *under;

typedef struct
{
  sqlite3_file base;
  /* The file of the layer below follows. */
} ShimFile;

static sqlite3_file *
get_under (sqlite3_file *file)
{
  return (sqlite3_file *) ((ShimFile *) file + 1);
}

static int
shim_close (sqlite3_file *file)
{
  sqlite3_file *real = get_under (file);

  return real->pMethods->xClose (real);
}

static int
shim_read (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  sqlite3_file *real = get_under (file);

  if (disk_fails (FAULT_READ))
    return SQLITE_IOERR_READ;
  return real->pMethods->xRead (real, bytes, length, offset);
}

static int
shim_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  sqlite3_file *real = get_under (file);

  if (!disk_fails (FAULT_WRITE))
    return real->pMethods->xWrite (real, bytes, length, offset);
  if (disk_get_code () != ENOSPC)
    return SQLITE_IOERR_WRITE;
  real->pMethods->xWrite (real, bytes, length / 2, offset);
  return SQLITE_FULL;
}

static int
shim_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  sqlite3_file *real = get_under (file);

  return disk_fails (FAULT_TRUNCATE) ? SQLITE_IOERR_TRUNCATE : real->pMethods->xTruncate (real, size);
}

static int
shim_sync (sqlite3_file *file, int flags)
{
  sqlite3_file *real = get_under (file);

  return disk_fails (FAULT_SYNC) ? SQLITE_IOERR_FSYNC : real->pMethods->xSync (real, flags);
}

static int
shim_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_under (file)->pMethods->xFileSize (get_under (file), size);
}

static int
shim_lock (sqlite3_file *file, int level)
{
  return get_under (file)->pMethods->xLock (get_under (file), level);
}

static int
shim_unlock (sqlite3_file *file, int level)
{
  return get_under (file)->pMethods->xUnlock (get_under (file), level);
}

static int
shim_check_reserved_lock (sqlite3_file *file, int *is_reserved)
{
  return get_under (file)->pMethods->xCheckReservedLock (get_under (file), is_reserved);
}

static int
shim_file_control (sqlite3_file *file, int what, void *argument)
{
  return get_under (file)->pMethods->xFileControl (get_under (file), what, argument);
}

static int
shim_sector_size (sqlite3_file *file)
{
  return get_under (file)->pMethods->xSectorSize (get_under (file));
}

static int
shim_characteristics (sqlite3_file *file)
{
  return get_under (file)->pMethods->xDeviceCharacteristics (get_under (file));
}

/* Version 1: neither shared memory nor mapping, which Tandem never uses. */
static const sqlite3_io_methods shim_methods = {
  .iVersion = 1,
  .xClose = shim_close,
  .xRead = shim_read,
  .xWrite = shim_write,
  .xTruncate = shim_truncate,
  .xSync = shim_sync,
  .xFileSize = shim_file_size,
  .xLock = shim_lock,
  .xUnlock = shim_unlock,
  .xCheckReservedLock = shim_check_reserved_lock,
  .xFileControl = shim_file_control,
  .xSectorSize = shim_sector_size,
  .xDeviceCharacteristics = shim_characteristics,
};

static int
shim_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flags_out)
{
  int code;

  file->pMethods = NULL;
  if (disk_fails (FAULT_OPEN))
    return SQLITE_CANTOPEN;
  code = under->xOpen (under, name, get_under (file), flags, flags_out);
  if (code == SQLITE_OK)
    file->pMethods = &shim_methods;
  return code;
}

/* As the layer below: the file is unlinked first, and then its folder is flushed. */
static int
shim_delete (sqlite3_vfs *vfs, const char *name, int is_synced)
{
  int code;

  if (disk_fails (FAULT_UNLINK))
    return SQLITE_IOERR_DELETE;
  code = under->xDelete (under, name, is_synced);
  return code == SQLITE_OK && is_synced && disk_fails (FAULT_SYNC_FOLDER) ? SQLITE_IOERR_DIR_FSYNC : code;
}

static int
shim_get_last_error (sqlite3_vfs *vfs, int length, char *text)
{
  int code = disk_get_code ();

  return code != 0 ? code : under->xGetLastError (under, length, text);
}

static void
register_shim (void)
{
  static sqlite3_vfs shim;

  under = sqlite3_vfs_find (NULL);
  shim = *under;
  shim.zName = "faults";
  shim.pNext = NULL;
  shim.szOsFile = sizeof (ShimFile) + under->szOsFile;
  shim.xOpen = shim_open;
  shim.xDelete = shim_delete;
  shim.xGetLastError = shim_get_last_error;
  g_assert_cmpint (sqlite3_vfs_register (&shim, TRUE), ==, SQLITE_OK);
}

/* --- what the program does itself ----------------------------------------- */

int __real_fsync (int fd);
int __wrap_fsync (int fd);
int __real_link (const char *from, const char *to);
int __wrap_link (const char *from, const char *to);
int __real_g_rename (const char *from, const char *to);
int __wrap_g_rename (const char *from, const char *to);
int __real_g_unlink (const char *path);
int __wrap_g_unlink (const char *path);
gboolean
__real_g_file_set_contents_full (const char *path,
                                 const char *text,
                                 gssize length,
                                 GFileSetContentsFlags flags,
                                 int mode,
                                 GError **error);
gboolean
__wrap_g_file_set_contents_full (const char *path,
                                 const char *text,
                                 gssize length,
                                 GFileSetContentsFlags flags,
                                 int mode,
                                 GError **error);

static int
fail (void)
{
  errno = disk_get_code ();
  return -1;
}

int
__wrap_fsync (int fd)
{
  struct stat status;
  gboolean is_folder = fstat (fd, &status) == 0 && S_ISDIR (status.st_mode);

  return disk_fails (is_folder ? FAULT_SYNC_FOLDER : FAULT_SYNC) ? fail () : __real_fsync (fd);
}

int
__wrap_link (const char *from, const char *to)
{
  return disk_fails (FAULT_UNLINK) ? fail () : __real_link (from, to);
}

int
__wrap_g_rename (const char *from, const char *to)
{
  return disk_fails (FAULT_UNLINK) ? fail () : __real_g_rename (from, to);
}

int
__wrap_g_unlink (const char *path)
{
  return disk_fails (FAULT_UNLINK) ? fail () : __real_g_unlink (path);
}

gboolean
__wrap_g_file_set_contents_full (const char *path,
                                 const char *text,
                                 gssize length,
                                 GFileSetContentsFlags flags,
                                 int mode,
                                 GError **error)
{
  if (!disk_fails (FAULT_WRITE))
    return __real_g_file_set_contents_full (path, text, length, flags, mode, error);
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (disk_get_code ()), "made to fail");
  return FALSE;
}

/* --- all faults, one after the other -------------------------------------- */

/* A warning about what was made to fail is as it should be. */
static void
log_cb (const char *domain, GLogLevelFlags level, const char *text, gpointer data)
{
  if (level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR))
    g_log_default_handler (domain, level, text, data);
}

/**
 * faults_init:
 * @argc: what main() got, before g_test_init(); `--whole` is taken out
 * @argv: likewise
 *
 * With `--whole` every single call is made to fail, otherwise some of them, so that it takes no longer than other
 * tests.
 */
void
faults_init (int *argc, char **argv)
{
  int n = 0;

  for (int i = 0; i < *argc; i++)
    if (g_str_equal (argv[i], "--whole"))
      is_whole = TRUE;
    else
      argv[n++] = argv[i];
  argv[n] = NULL;
  *argc = n;
  /* What is made to fail does not need a real disk to wait for. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  register_shim ();
}

/* Which ones: the first call, one between, and the last ones, where a change is committed. A full disk stays full, and
 * what else fails does so once; a disk that is pulled out does not come back. */
static gboolean
is_wanted (const Fault *fault, guint n_calls)
{
  if (is_whole)
    return TRUE;
  return (fault->at == 1 || fault->at == n_calls / 2 || fault->at + 2 > n_calls) &&
         fault->is_sticky == (fault->code == ENOSPC || fault->kind == FAULT_ANY);
}

static void
describe (FaultReport *report, const Fault *fault)
{
  g_free (report->fault);
  report->fault = g_strdup_printf ("%s %u%s, %s", names[fault->kind], fault->at,
                                   fault->is_sticky ? " and all after it" : "", fault->code == EIO ? "EIO" : "ENOSPC");
}

static void
run_one (const Fault *fault, FaultReport *report, void (*run) (const Fault *fault, FaultReport *report, gpointer data),
         gpointer data)
{
  describe (report, fault);
  report->is_wrong = FALSE;
  run (fault, report, data);
  faults_disarm ();
  report->n_runs++;
  report->n_wrong += report->is_wrong;
}

/**
 * faults_run_all:
 * @run: does something with the disk armed with a fault, and says with faults_wrong() what is not as it should be
 * @data: for @run
 *
 * Runs it without a fault first, to see how often the disk is asked for what, and then with one after the other.
 */
void
faults_run_all (void (*run) (const Fault *fault, FaultReport *report, gpointer data), gpointer data)
{
  static const int codes[] = { EIO, ENOSPC };
  FaultReport report = { 0 };
  guint n_calls[N_FAULTS];
  Fault none = { FAULT_ANY, 0, FALSE, EIO };

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  g_log_set_default_handler (log_cb, NULL);
  run_one (&none, &report, run, data);
  g_assert_cmpuint (report.n_wrong, ==, 0);
  memcpy (n_calls, disk.n_calls, sizeof n_calls);

  for (FaultKind kind = 0; kind < N_FAULTS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
      for (gboolean is_sticky = FALSE; is_sticky <= TRUE; is_sticky++)
        for (guint at = 1; at <= n_calls[kind]; at++)
          {
            Fault fault = { kind, at, is_sticky, codes[i] };

            /* A disk can be full for what makes files longer or new. */
            if (fault.code == ENOSPC && kind != FAULT_WRITE && kind != FAULT_OPEN)
              continue;
            /* Any one call that fails alone is among the others. */
            if (kind == FAULT_ANY && !is_sticky)
              continue;
            if (is_wanted (&fault, n_calls[kind]))
              run_one (&fault, &report, run, data);
          }
  g_test_message ("%u runs, %u with a failure: %u said to be done, %u not done, %u not known; %u wrong", report.n_runs,
                  report.n_hit, report.n_done, report.n_failed, report.n_unknown, report.n_wrong);
  g_free (report.fault);
  g_assert_cmpuint (report.n_hit, >, 0);
  if (report.n_wrong > 0)
    g_test_fail ();
}

/* What a verb says, once it has come back; the disk is well again. */
FaultSaid
faults_take_said (FaultReport *report, gboolean is_done, const GError *error)
{
  gboolean is_hit = disk.n_hit > 0;
  gboolean is_unknown = !is_done && g_error_matches (error, TDM_FILE_ERROR, TDM_FILE_ERROR_UNKNOWN);

  faults_disarm ();
  if (is_done != (error == NULL))
    faults_wrong (report, "neither done nor an error");
  if (g_error_matches (error, TDM_FILE_ERROR, TDM_FILE_ERROR_DAMAGED) ||
      g_error_matches (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_TANDEM))
    faults_wrong (report, "a sound file is said to be another one or damaged: %s", error->message);
  if (!is_done && !is_hit)
    faults_wrong (report, "failed although nothing failed: %s", error ? error->message : "");
  report->n_hit += is_hit;
  report->n_done += is_hit && is_done;
  report->n_unknown += is_hit && is_unknown;
  report->n_failed += is_hit && !is_done && !is_unknown;
  return is_done ? FAULT_SAID_DONE : is_unknown ? FAULT_SAID_UNKNOWN : FAULT_SAID_FAILED;
}

void
faults_wrong (FaultReport *report, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  report->is_wrong = TRUE;
  g_test_message ("%s: %s", report->fault, text);
}
