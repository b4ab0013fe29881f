/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-database-file.h"

#include "base/tdm-i18n.h"
#include "tdm-database-place.h"
#include "tdm-journal.h"
#include "tdm-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * TdmDatabaseFile:
 *
 * A file of ours that is open: looked at before SQLite sees it, locked against a second writer, of the newest version.
 * A file that is not ours, damaged or too new is never written.
 */

/* A reader that meets a writer at work waits and tries again, as long as SQLite would. */
#define WAIT_MICROSECONDS 50000
#define MOST_TRIES 100

struct _TdmDatabaseFile
{
  GObject parent_instance;

  const TdmDatabaseFormat *format;
  char *path;
  TdmDatabase *database;
  TdmReadOnlyReason read_only;
  char *fault;      /* what lies beside it */
  char *alteration; /* what in it was not made by Tandem */
  char *why;        /* it can only be read, where that takes more than a fixed sentence */
  gboolean is_looked_at;
  int lock;
};

G_DEFINE_FINAL_TYPE (TdmDatabaseFile, tdm_database_file, G_TYPE_OBJECT)

static void
database_file_release_lock (TdmDatabaseFile *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

static void
tdm_database_file_finalize (GObject *object)
{
  TdmDatabaseFile *self = TDM_DATABASE_FILE (object);

  /* The lock goes last: closing any descriptor of the file would drop the locks that SQLite holds on it. */
  g_clear_object (&self->database);
  database_file_release_lock (self);
  g_free (self->path);
  g_free (self->fault);
  g_free (self->alteration);
  g_free (self->why);
  G_OBJECT_CLASS (tdm_database_file_parent_class)->finalize (object);
}

static void
tdm_database_file_class_init (TdmDatabaseFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_database_file_finalize;
}

static void
tdm_database_file_init (TdmDatabaseFile *self)
{
  self->lock = -1;
}

/* Where a change could be lost, nothing is begun, and what is there is only read: nobody is to be kept from it. */
static gboolean
database_file_leave_alone (TdmDatabaseFile *self, TdmOpenMode mode, gboolean is_new, GError **error)
{
  struct stat status;
  gboolean is_empty = stat (self->path, &status) != 0 || status.st_size == 0;

  database_file_release_lock (self);
  if (mode != TDM_OPEN_CREATE || !is_empty)
    return TRUE;
  if (is_new)
    unlink (self->path);
  return tdm_file_error_set (error, TDM_FILE_ERROR_FAILED,
                             self->read_only == TDM_READ_ONLY_LONE
                               ? _ ("Tandem was given this file without its folder, where a change could be lost in a "
                                    "power cut. Please choose a place in your documents.")
                               : _ ("Where this file is, it cannot be kept from being written twice at a time. Please "
                                    "choose another folder."));
}

static gboolean
database_file_take_lock (TdmDatabaseFile *self, TdmOpenMode mode, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gboolean is_new = mode == TDM_OPEN_CREATE && access (self->path, F_OK) != 0;

  if (tdm_database_place_is_lone (self->path))
    {
      self->read_only = TDM_READ_ONLY_LONE;
      return database_file_leave_alone (self, mode, FALSE, error);
    }
  self->lock = tdm_database_place_open (self->path, O_RDWR | (is_new ? O_CREAT : 0));
  if (self->lock < 0 && (is_new || (errno != EACCES && errno != EROFS && errno != EPERM)))
    return tdm_file_error_set_errno (error, errno);

  if (self->lock >= 0 && access (folder, W_OK) == 0)
    {
      self->read_only = tdm_database_place_lock (self->lock, FALSE);
      if (self->read_only == TDM_READ_ONLY_NOT && !tdm_database_place_serves_sqlite (self->path))
        self->read_only = TDM_READ_ONLY_NO_LOCKS;
      return self->read_only != TDM_READ_ONLY_NO_LOCKS || database_file_leave_alone (self, mode, is_new, error);
    }
  self->read_only = TDM_READ_ONLY_MEDIUM;
  self->why = g_strdup (
    errno == EROFS    ? _ ("This file may not be written where it is, so it can only be read.")
    : self->lock >= 0 ? _ ("You have no permission to change the folder of this file, so it can only be read.")
                      : _ ("You have no permission to change this file, so it can only be read."));
  return TRUE;
}

static gboolean
database_file_check_identity (TdmDatabaseFile *self, GError **error)
{
  gint64 id, version;

  if (!tdm_database_get_integer (self->database, "PRAGMA application_id", &id, error) ||
      !tdm_database_get_integer (self->database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (id != self->format->application_id)
    return tdm_file_error_set (error, TDM_FILE_ERROR_NOT_TANDEM, _ (self->format->foreign));
  if (version > self->format->version)
    return tdm_file_error_set (error, TDM_FILE_ERROR_TOO_NEW, _ (self->format->too_new));
  return TRUE;
}

/* The copy is put right by SQLite, and brought to the newest version if a format is given; then it is gone for
 * everybody but who has it open. */
static TdmDatabase *
database_file_open_copy (const char *path, const TdmDatabaseFormat *format, GError **error)
{
  char *copy = tdm_journal_copy (path, error);
  TdmDatabase *writer, *reader = NULL;

  if (!copy)
    return NULL;
  writer = tdm_database_new (copy, FALSE, error);
  if (writer && (!format || format->make_current (writer, error)))
    {
      g_clear_object (&writer);
      reader = tdm_database_new (copy, TRUE, error);
    }
  g_clear_object (&writer);
  tdm_journal_drop_copy (copy);
  return reader;
}

/* With a format, in the newest version of it */
static TdmDatabase *
database_file_open_for_reading (const char *path, const TdmDatabaseFormat *format, GError **error)
{
  gboolean needs_copy = format || !tdm_database_place_serves_sqlite (path);

  for (guint n_tries = 1;; n_tries++)
    {
      g_autoptr (GError) reason = NULL;
      TdmDatabase *database = needs_copy ? NULL : tdm_database_new (path, TRUE, &reason);

      /* What a power cut left unfinished is taken back where that harms nothing: in a copy. A file that SQLite cannot
       * lock is read from one. */
      if (needs_copy || g_error_matches (reason, TDM_FILE_ERROR, TDM_FILE_ERROR_CUT_OFF))
        {
          g_clear_error (&reason);
          database = database_file_open_copy (path, format, &reason);
        }
      if (database)
        return database;
      if (!g_error_matches (reason, TDM_FILE_ERROR, TDM_FILE_ERROR_BUSY) || n_tries == MOST_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
      g_usleep (WAIT_MICROSECONDS);
    }
}

/* What is never written need not be kept from others. */
static void
database_file_give_up_writing (TdmDatabaseFile *self, TdmReadOnlyReason reason, const char *fault)
{
  if (self->read_only != TDM_READ_ONLY_NOT)
    return;
  self->read_only = reason;
  self->why = tdm_database_file_explain_alteration (fault);
  g_clear_object (&self->database);
  database_file_release_lock (self);
}

/* Where it is not the usual form, a copy is made from nothing, in the same steps, to compare the file with. */
static gboolean
database_file_find_schema_faults (TdmDatabaseFile *self, GPtrArray *faults, GError **error)
{
  g_autofree char *digest = tdm_schema_digest (self->database, error);
  g_autoptr (TdmDatabase) expected = NULL;
  gint64 version;

  if (!digest)
    return FALSE;
  if (g_strcmp0 (digest, self->format->digest) == 0)
    return TRUE;
  expected = tdm_database_new (":memory:", FALSE, error);
  return expected && tdm_database_get_integer (self->database, "PRAGMA user_version", &version, error) &&
         self->format->build (expected, version, error) &&
         tdm_schema_compare (self->database, expected, faults, error);
}

/* What was altered is at most read, and the connection that could write is closed. */
static gboolean
database_file_take_alteration (TdmDatabaseFile *self, const char *fault, GError **error)
{
  self->alteration = g_strdup_printf (_ (self->format->altered), fault);
  if (!self->format->reads_altered)
    return tdm_file_error_set (error, TDM_FILE_ERROR_ALTERED, self->alteration);
  database_file_give_up_writing (self, TDM_READ_ONLY_ALTERED, self->alteration);
  if (!self->database)
    self->database = database_file_open_for_reading (self->path, NULL, error);
  if (!self->database)
    return FALSE;
  tdm_database_limit_effort (self->database);
  return TRUE;
}

static gboolean
database_file_is_current (TdmDatabaseFile *self)
{
  gint64 version;

  return tdm_database_get_integer (self->database, "PRAGMA user_version", &version, NULL) &&
         version == self->format->version;
}

/* Returns: (nullable): "ok", or what SQLite finds first */
static char *
database_file_ask_for_damage (TdmDatabaseFile *self, GError **error)
{
  sqlite3_stmt *statement = tdm_database_prepare (self->database, "PRAGMA quick_check(1)", error);
  gboolean has_row;
  char *said;

  if (!statement || !tdm_database_step (self->database, statement, &has_row, error))
    return NULL;
  said = g_strdup (has_row ? tdm_database_get_text (statement, 0) : "");
  sqlite3_reset (statement);
  return said;
}

/* Values that the schema forbids are left to a format that looks for them itself: SQLite takes five times as long.
 * Returns: (nullable): as database_file_ask_for_damage(); a "damage" that the disk made up is not among it */
static char *
database_file_find_damage (TdmDatabaseFile *self, GError **error)
{
  gboolean leaves_values = self->format->look && database_file_is_current (self);
  g_autofree char *said = NULL;

  if (leaves_values && !tdm_database_execute (self->database, "PRAGMA ignore_check_constraints=ON", error))
    return NULL;
  said = database_file_ask_for_damage (self, error);
  /* What SQLite calls damage may have been the disk: the file is read through, and looked at once more. */
  if (said && !g_str_equal (said, "ok"))
    {
      g_clear_pointer (&said, g_free);
      if (tdm_database_read_all (self->database, error))
        said = database_file_ask_for_damage (self, error);
    }
  /* Where it fails once more, the first failure is told. */
  if (leaves_values &&
      !tdm_database_execute (self->database, "PRAGMA ignore_check_constraints=OFF", said ? error : NULL))
    return NULL;
  return g_steal_pointer (&said);
}

/* Broken pages are an error; a value that the schema forbids is a fault, which is NULL where all is well. */
static gboolean
database_file_look_at_pages (TdmDatabaseFile *self, char **fault, GError **error)
{
  static const char *const forbidden[] = { "CHECK constraint failed in ", "NULL value in ", "non-" };
  g_autofree char *said = database_file_find_damage (self, error);
  const char *place = NULL;

  if (!said)
    return FALSE;
  if (g_str_equal (said, "ok"))
    return TRUE;

  /* SQLite looks at all pages first, and then at the values in them. */
  for (guint i = 0; self->format->reads_altered && !place && i < G_N_ELEMENTS (forbidden); i++)
    if (g_str_has_prefix (said, forbidden[i]))
      place = strstr (said, " in ") + strlen (" in ");
  if (!place)
    return tdm_file_error_set (error, TDM_FILE_ERROR_DAMAGED, _ (self->format->damaged));
  /* Translators: %s is a technical name, such as "person" */
  *fault = g_strdup_printf (_ ("There is a value in “%s” that Tandem does not know."), place);
  return TRUE;
}

/* Whoever wants to write wants to begin; pages and rows are looked at once the first of them are shown. */
static gboolean
database_file_leaves_looking (TdmDatabaseFile *self)
{
  return self->format->look && self->read_only == TDM_READ_ONLY_NOT && database_file_is_current (self);
}

/* What it is made of first: only where that is right, the rows can be asked for. */
static gboolean
database_file_look_for_alterations (TdmDatabaseFile *self, GError **error)
{
  g_autoptr (GPtrArray) schema = g_ptr_array_new_with_free_func (g_free), rows = NULL;

  if (!database_file_find_schema_faults (self, schema, error))
    return FALSE;
  if (schema->len > 0)
    return database_file_take_alteration (self, schema->pdata[0], error);
  if (!self->format->look || database_file_leaves_looking (self) || !database_file_is_current (self))
    return TRUE;
  if (!self->format->look (self->database, error))
    return FALSE;
  self->is_looked_at = TRUE;
  rows = tdm_database_take_faults (self->database);
  return rows->len == 0 || database_file_take_alteration (self, rows->pdata[0], error);
}

static gboolean
database_file_make_ready (TdmDatabaseFile *self, TdmOpenMode mode, GError **error)
{
  g_autofree char *fault = NULL;
  gint64 n_pages;

  if (!tdm_database_get_integer (self->database, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  /* What was begun and cut off is empty again, once SQLite has put it right. */
  if (n_pages == 0 && mode != TDM_OPEN_CREATE)
    return tdm_file_error_set (error, TDM_FILE_ERROR_NOT_TANDEM, _ (self->format->empty));
  if (!self->format->has_links && !tdm_database_set_foreign_keys (self->database, FALSE, error))
    return FALSE;
  if (n_pages > 0 && (!database_file_check_identity (self, error) || !database_file_look_for_alterations (self, error)))
    return FALSE;
  if (n_pages > 0 && !database_file_leaves_looking (self))
    {
      if (!database_file_look_at_pages (self, &fault, error))
        return FALSE;
      if (fault && !self->alteration && !database_file_take_alteration (self, fault, error))
        return FALSE;
    }
  if (self->read_only == TDM_READ_ONLY_NOT)
    return self->format->make_current (self->database, error);

  /* A file of an older version that is only read is brought to the newest one in a copy. */
  if (database_file_is_current (self))
    return TRUE;
  if (self->alteration)
    return tdm_file_error_set (error, TDM_FILE_ERROR_ALTERED, self->alteration);
  g_clear_object (&self->database);
  self->database = database_file_open_for_reading (self->path, self->format, error);
  self->is_looked_at = FALSE;
  return self->database != NULL;
}

/**
 * tdm_database_file_open:
 * @path: where the file is or shall be
 * @mode: what is wanted
 * @format: the kind of file
 *
 * Where the file cannot be written, or another Tandem writes it, it is opened for reading; ask
 * tdm_database_file_get_read_only().
 *
 * Returns: (transfer full) (nullable): the open file
 */
TdmDatabaseFile *
tdm_database_file_open (const char *path, TdmOpenMode mode, const TdmDatabaseFormat *format, GError **error)
{
  g_autoptr (TdmDatabaseFile) self = g_object_new (TDM_TYPE_DATABASE_FILE, NULL);
  gboolean is_empty;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  self->format = format;
  self->path = tdm_database_place_resolve (path, mode == TDM_OPEN_CREATE, error);
  if (!self->path || !tdm_database_check_path (self->path, error))
    return NULL;
  /* If what lies beside the file is not ours, it is not written; where there is no file yet, none is begun. */
  self->fault = mode == TDM_OPEN_READ_ONLY ? NULL : tdm_journal_find_fault (self->path);
  if (self->fault && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      tdm_file_error_set (error, TDM_FILE_ERROR_FAILED, self->fault);
      return NULL;
    }
  if (mode == TDM_OPEN_READ_ONLY)
    self->read_only = TDM_READ_ONLY_ASKED;
  else if (!database_file_take_lock (self, mode, error))
    return NULL;
  if (self->fault)
    database_file_give_up_writing (self, TDM_READ_ONLY_BESIDE, self->fault);
  if (!tdm_database_place_inspect (self->path, format, &is_empty, error))
    return NULL;
  if (is_empty && (mode != TDM_OPEN_CREATE || self->fault))
    {
      tdm_file_error_set (error, TDM_FILE_ERROR_NOT_TANDEM, self->fault ? self->fault : _ (format->empty));
      return NULL;
    }

  self->database = self->read_only == TDM_READ_ONLY_NOT ? tdm_database_new (self->path, FALSE, error)
                                                        : database_file_open_for_reading (self->path, NULL, error);
  return self->database && database_file_make_ready (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

TdmDatabase *
tdm_database_file_get_database (TdmDatabaseFile *self)
{
  g_return_val_if_fail (TDM_IS_DATABASE_FILE (self), NULL);

  return self->database;
}

/**
 * tdm_database_file_get_path:
 * @self: an open file
 *
 * Returns: (transfer none): where it really is, links followed
 */
const char *
tdm_database_file_get_path (TdmDatabaseFile *self)
{
  g_return_val_if_fail (TDM_IS_DATABASE_FILE (self), NULL);

  return self->path;
}

/**
 * tdm_database_file_look:
 * @self: an open file of a format that has a look of its own
 * @error: %TDM_FILE_ERROR_DAMAGED for broken pages
 *
 * What the opening left to be looked at: all pages and all rows. Nothing may be written before. What Tandem never
 * writes is added to the faults of the connection.
 *
 * Returns: whether it could be looked at, and no page is broken
 */
gboolean
tdm_database_file_look (TdmDatabaseFile *self, GError **error)
{
  g_autofree char *fault = NULL;

  g_return_val_if_fail (TDM_IS_DATABASE_FILE (self), FALSE);
  g_return_val_if_fail (self->format->look != NULL, FALSE);

  if (self->is_looked_at)
    return TRUE;
  if (!database_file_look_at_pages (self, &fault, error))
    return FALSE;
  if (fault)
    tdm_database_add_fault (self->database, g_steal_pointer (&fault));
  self->is_looked_at = self->format->look (self->database, error);
  return self->is_looked_at;
}

TdmReadOnlyReason
tdm_database_file_get_read_only (TdmDatabaseFile *self)
{
  g_return_val_if_fail (TDM_IS_DATABASE_FILE (self), TDM_READ_ONLY_ASKED);

  return self->read_only;
}

/**
 * tdm_database_file_explain_read_only:
 * @self: an open file that can only be read
 *
 * Returns: (transfer none): why, in the language of the program
 */
const char *
tdm_database_file_explain_read_only (TdmDatabaseFile *self)
{
  g_return_val_if_fail (TDM_IS_DATABASE_FILE (self), NULL);

  switch (self->read_only)
    {
    case TDM_READ_ONLY_LOCKED:
      return _ ("Another window or program has this file open, so it can only be read here.");
    case TDM_READ_ONLY_NO_LOCKS:
      return _ ("Where this file is, it cannot be kept from being written twice at a time, so it can only be read. "
                "Please copy it to another folder.");
    case TDM_READ_ONLY_LONE:
      return _ ("Tandem was given this file without its folder, where a change could be lost in a power cut, so it can "
                "only be read. Please move it to your documents and open it there.");
    case TDM_READ_ONLY_MEDIUM:
    case TDM_READ_ONLY_BESIDE:
    case TDM_READ_ONLY_ALTERED:
      return self->why;
    default:
      return _ ("The file is open for reading only.");
    }
}

/**
 * tdm_database_file_get_alteration:
 * @self: an open file
 *
 * Returns: (transfer none) (nullable): what in it was not made by Tandem, in the language of the program
 */
const char *
tdm_database_file_get_alteration (TdmDatabaseFile *self)
{
  g_return_val_if_fail (TDM_IS_DATABASE_FILE (self), NULL);

  return self->alteration;
}

/**
 * tdm_database_file_explain_alteration:
 * @alteration: a sentence that says what is wrong with a file
 *
 * Returns: (transfer full): that the file can therefore only be read
 */
char *
tdm_database_file_explain_alteration (const char *alteration)
{
  /* Translators: %s is a sentence that says what is wrong */
  return g_strdup_printf (_ ("The file can only be read. %s"), alteration);
}

/**
 * tdm_database_file_find_faults:
 * @self: an open file
 * @faults: (element-type utf8): what lies beside it, or is part of it, and was not made by Tandem is added here
 *
 * Returns: whether it could be looked at
 */
gboolean
tdm_database_file_find_faults (TdmDatabaseFile *self, GPtrArray *faults, GError **error)
{
  char *beside;

  g_return_val_if_fail (TDM_IS_DATABASE_FILE (self), FALSE);

  beside = tdm_journal_find_fault (self->path);
  if (beside)
    g_ptr_array_add (faults, beside);
  return database_file_find_schema_faults (self, faults, error);
}
