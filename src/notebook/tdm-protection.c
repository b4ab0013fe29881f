/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#define _GNU_SOURCE /* statx() */

#include "tdm-protection.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Reads what Linux says about its disks under /proc and /sys. What cannot be told is said to be unknown, never safe. */

/* Layers of devices: a file system on LVM on LUKS on RAID on partitions has five. */
#define MOST_LAYERS 8

typedef struct
{
  char *device; /* major:minor */
  char *folder;
  char *type;
  char *source;
} Mount;

static void
mount_clear (Mount *self)
{
  g_clear_pointer (&self->device, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->source, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mount, mount_clear)

static TdmProtectionState
protection_combine (TdmProtectionState a, TdmProtectionState b)
{
  if (a == TDM_PROTECTION_NOTHING)
    return b;
  if (b == TDM_PROTECTION_NOTHING)
    return a;
  if (a == TDM_PROTECTION_CLEAR || b == TDM_PROTECTION_CLEAR)
    return TDM_PROTECTION_CLEAR;
  return a == b ? a : TDM_PROTECTION_UNKNOWN;
}

/* @folder: of the device, below /sys. A device is as safe as the worst of those it is made of. */
static TdmProtectionState
protection_look_at_device (const char *folder, guint layer)
{
  g_autofree char *uuid_path = g_build_filename (folder, "dm", "uuid", NULL);
  g_autofree char *slaves = g_build_filename (folder, "slaves", NULL), *uuid = NULL;
  g_autoptr (GDir) dir = NULL;
  TdmProtectionState state = TDM_PROTECTION_NOTHING;
  const char *name;

  if (layer > MOST_LAYERS || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TDM_PROTECTION_UNKNOWN;
  if (g_file_get_contents (uuid_path, &uuid, NULL, NULL) && g_str_has_prefix (uuid, "CRYPT-"))
    return TDM_PROTECTION_ENCRYPTED;
  dir = g_dir_open (slaves, 0, NULL);
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *slave = g_build_filename (slaves, name, NULL);

      state = protection_combine (state, protection_look_at_device (slave, layer + 1));
    }
  return state == TDM_PROTECTION_NOTHING ? TDM_PROTECTION_CLEAR : state;
}

/* /dev/mapper/home is a link to ../dm-1. */
static TdmProtectionState
protection_look_at_named_device (const char *root, const char *device)
{
  g_autofree char *link = g_build_filename (root, device, NULL);
  char *target = realpath (link, NULL);
  g_autofree char *name = g_path_get_basename (target ? target : device);
  g_autofree char *folder = g_build_filename (root, "/sys/class/block", name, NULL);

  free (target);
  return protection_look_at_device (folder, 0);
}

/* proc(5): a space is written as \040. */
static gboolean
mount_parse (const char *line, Mount *mount)
{
  g_auto (GStrv) halves = g_strsplit (line, " - ", 2);
  g_auto (GStrv) before = g_strsplit (halves[0] ? halves[0] : "", " ", 6);
  g_auto (GStrv) after = g_strsplit (halves[0] && halves[1] ? halves[1] : "", " ", 3);

  if (g_strv_length (before) < 6 || g_strv_length (after) < 2)
    return FALSE;
  mount->device = g_strdup (before[2]);
  mount->folder = g_strcompress (before[4]);
  mount->type = g_strdup (after[0]);
  mount->source = g_strcompress (after[1]);
  return TRUE;
}

static gboolean
path_is_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return g_str_equal (folder, "/") ||
         (strncmp (path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0'));
}

/* The last of those with the longest folder is on top of the others. */
static gboolean
mount_find (const char *root, const char *path, Mount *found)
{
  g_autofree char *list = g_build_filename (root, "/proc/self/mountinfo", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (list, &content, NULL, NULL))
    return FALSE;
  lines = g_strsplit (content, "\n", -1);
  for (char **line = lines; *line; line++)
    {
      g_auto (Mount) mount = { NULL };

      if (!mount_parse (*line, &mount) || !path_is_below (path, mount.folder) ||
          (found->folder && strlen (mount.folder) < strlen (found->folder)))
        continue;
      mount_clear (found);
      *found = mount;
      mount = (Mount) { NULL };
    }
  return found->folder != NULL;
}

static gboolean
is_remote (const Mount *mount)
{
  static const char *const types[] = { "nfs",
                                       "nfs4",
                                       "cifs",
                                       "smb3",
                                       "smbfs",
                                       "afs",
                                       "ceph",
                                       "9p",
                                       "davfs",
                                       "fuse.sshfs",
                                       "fuse.davfs",
                                       "fuse.rclone",
                                       "fuse.gvfsd-fuse",
                                       "fuse.glusterfs",
                                       "fuse.s3fs",
                                       NULL };

  return g_strv_contains (types, mount->type);
}

static TdmProtectionState
protection_look_at_mount (const char *root, const Mount *mount)
{
  g_autofree char *folder = g_build_filename (root, "/sys/dev/block", mount->device, NULL);

  if (g_str_equal (mount->type, "tmpfs") || g_str_equal (mount->type, "ramfs"))
    return TDM_PROTECTION_NOTHING;
  if (g_str_equal (mount->type, "ecryptfs") || g_str_equal (mount->type, "fuse.gocryptfs") ||
      g_str_equal (mount->type, "fuse.encfs"))
    return TDM_PROTECTION_ENCRYPTED;
  /* File systems over several devices have a number of their own. */
  if (!g_str_has_prefix (mount->device, "0:"))
    return protection_look_at_device (folder, 0);
  if (g_str_has_prefix (mount->source, "/dev/"))
    return protection_look_at_named_device (root, mount->source);
  return TDM_PROTECTION_UNKNOWN;
}

static TdmProtectionState
protection_look_at_swap (const char *root, const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, " \t", 2);
  g_autofree char *name = words[0] ? g_strcompress (words[0]) : NULL;
  g_auto (Mount) mount = { NULL };

  if (!name || *name != '/')
    return TDM_PROTECTION_NOTHING;
  /* Compressed, and in memory itself */
  if (g_str_has_prefix (name, "/dev/zram"))
    return TDM_PROTECTION_NOTHING;
  if (g_str_has_prefix (name, "/dev/"))
    return protection_look_at_named_device (root, name);
  return mount_find (root, name, &mount) ? protection_look_at_mount (root, &mount) : TDM_PROTECTION_UNKNOWN;
}

static TdmProtectionState
protection_look_at_swaps (const char *root)
{
  g_autofree char *list = g_build_filename (root, "/proc/swaps", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  TdmProtectionState state = TDM_PROTECTION_NOTHING;

  if (!g_file_get_contents (list, &content, NULL, NULL))
    return TDM_PROTECTION_UNKNOWN;
  lines = g_strsplit (content, "\n", -1);
  /* The first line names the columns. */
  for (guint i = 1; lines[0] && lines[i]; i++)
    state = protection_combine (state, protection_look_at_swap (root, lines[i]));
  return state;
}

static gboolean
folder_is_synced (const char *folder)
{
  static const char *const names[] = { "Dropbox", "Nextcloud", "ownCloud", "OneDrive", "MEGA", "Seafile", "pCloudDrive",
                                       "Google Drive", "iCloudDrive", NULL };
  static const char *const marks[] = { ".stfolder", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log",
                                       ".sync.ffs_db", ".megaignore" };
  g_autofree char *name = g_path_get_basename (folder);
  gboolean found = g_strv_contains (names, name);

  for (guint i = 0; !found && i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *mark = g_build_filename (folder, marks[i], NULL);

      found = g_file_test (mark, G_FILE_TEST_EXISTS);
    }
  return found;
}

static char *
protection_find_synced (const char *root, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (!g_str_equal (folder, "/") && !g_str_equal (folder, "."))
    {
      g_autofree char *there = g_build_filename (root, folder, NULL);
      char *above;

      if (folder_is_synced (there))
        return g_steal_pointer (&folder);
      above = g_path_get_dirname (folder);
      g_free (folder);
      folder = above;
    }
  return NULL;
}

/**
 * tdm_protection_read:
 * @root: what stands for the root of the file system: "/" but for tests
 * @path: an absolute path of a file; only its folder must be there
 *
 * It may take a while if the file is on another computer.
 *
 * Returns: (transfer full): what this computer does for it
 */
TdmProtection *
tdm_protection_read (const char *root, const char *path)
{
  TdmProtection *self = g_new0 (TdmProtection, 1);
  g_autofree char *folder = g_path_get_dirname (path), *there = g_build_filename (root, folder, NULL);
  g_auto (Mount) mount = { NULL };
  struct statx status;

  self->swap = protection_look_at_swaps (root);
  if (mount_find (root, path, &mount))
    {
      self->is_remote = is_remote (&mount);
      self->disk = self->is_remote ? TDM_PROTECTION_UNKNOWN : protection_look_at_mount (root, &mount);
      /* ext4, F2FS and others can encrypt a folder where the disk is not (statx(2), STATX_ATTR_ENCRYPTED). */
      if (self->disk == TDM_PROTECTION_CLEAR && statx (AT_FDCWD, there, 0, 0, &status) == 0 &&
          (status.stx_attributes & STATX_ATTR_ENCRYPTED) != 0)
        self->disk = TDM_PROTECTION_ENCRYPTED;
    }
  self->synced = protection_find_synced (root, path);
  return self;
}

/**
 * tdm_protection_free:
 * @self: (transfer full): what tdm_protection_read() returned
 */
void
tdm_protection_free (TdmProtection *self)
{
  g_free (self->synced);
  g_free (self);
}

static void
protection_read_work (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  g_autofree char *file = g_build_filename (real ? real : folder, name, NULL);

  free (real);
  g_task_return_pointer (task, tdm_protection_read ("/", file), (GDestroyNotify) tdm_protection_free);
}

/**
 * tdm_protection_read_async:
 * @path: an absolute path of a file
 *
 * On a thread of its own, for the folder may be on another computer.
 */
void
tdm_protection_read_async (const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, protection_read_work);
}

/**
 * tdm_protection_read_finish:
 *
 * Returns: (transfer full): what it does
 */
TdmProtection *
tdm_protection_read_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
