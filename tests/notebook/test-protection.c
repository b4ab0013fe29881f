/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notebook/tdm-protection.h"
#include "support/tdm-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* Computers as Linux describes them, in a folder: what they do for a file of somebody's. */

#define NOTES "/home/anna/.local/share/tandem/notes.vault"
#define ROOT_ON_SDA1 "21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
#define SWAPS "Filename Type Size Used Priority\n"

typedef struct
{
  TdmTestFolder folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  tdm_test_folder_init (&self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  tdm_test_folder_clear (&self->folder);
}

static void
put (Fixture *self, const char *path, const char *content)
{
  g_autofree char *full = g_build_filename (self->folder.folder, path, NULL), *folder = g_path_get_dirname (full);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (full, content, -1, &error);
  g_assert_no_error (error);
}

static void
put_link (Fixture *self, const char *path, const char *target)
{
  g_autofree char *full = g_build_filename (self->folder.folder, path, NULL), *folder = g_path_get_dirname (full);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (target, full), ==, 0);
}

/* A partition, and LUKS on another with two logical volumes on it */
static void
put_disks (Fixture *self)
{
  put (self, "/sys/class/block/sda1/size", "1");
  put_link (self, "/sys/dev/block/8:1", "../../class/block/sda1");
  put (self, "/sys/class/block/sda2/size", "1");
  put (self, "/sys/class/block/dm-0/dm/uuid", "CRYPT-LUKS2-0123\n");
  put_link (self, "/sys/class/block/dm-0/slaves/sda2", "../../sda2");
  put (self, "/sys/class/block/dm-1/dm/uuid", "LVM-abc\n");
  put_link (self, "/sys/class/block/dm-1/slaves/dm-0", "../../dm-0");
  put_link (self, "/sys/dev/block/253:1", "../../class/block/dm-1");
  put (self, "/dev/dm-1", "");
  put_link (self, "/dev/mapper/vg-home", "../dm-1");
}

static TdmProtection *
read_with (Fixture *self, const char *mounts, const char *swaps)
{
  put_disks (self);
  put (self, "/proc/self/mountinfo", mounts);
  put (self, "/proc/swaps", swaps);
  return tdm_protection_read (self->folder.folder, NOTES);
}

static void
test_a_plain_disk_with_a_plain_swap (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) found = read_with (self, ROOT_ON_SDA1, SWAPS "/dev/sda2 partition 1 0 -2\n");

  g_assert_cmpint (found->disk, ==, TDM_PROTECTION_CLEAR);
  g_assert_cmpint (found->swap, ==, TDM_PROTECTION_CLEAR);
  g_assert_false (found->is_remote);
  g_assert_null (found->synced);
}

static void
test_the_home_on_luks_below_lvm (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) found =
    read_with (self, ROOT_ON_SDA1 "30 21 253:1 / /home rw shared:2 - ext4 /dev/mapper/vg-home rw\n",
               SWAPS "/dev/dm-1 partition 1 0 -2\n");

  g_assert_cmpint (found->disk, ==, TDM_PROTECTION_ENCRYPTED);
  g_assert_cmpint (found->swap, ==, TDM_PROTECTION_ENCRYPTED);
}

static void
test_btrfs_is_known_by_its_source (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) found = read_with (
    self, ROOT_ON_SDA1 "30 21 0:33 /@home /home rw shared:2 - btrfs /dev/mapper/vg-home rw\n", SWAPS);

  g_assert_cmpint (found->disk, ==, TDM_PROTECTION_ENCRYPTED);
}

static void
test_another_folder_that_begins_alike (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) found = read_with (
    self, ROOT_ON_SDA1 "30 21 253:1 / /home/ann rw shared:2 - ext4 /dev/mapper/vg-home rw\n", SWAPS);

  g_assert_cmpint (found->disk, ==, TDM_PROTECTION_CLEAR);
}

static void
test_no_swap_and_swap_in_memory (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) none = read_with (self, ROOT_ON_SDA1, SWAPS);
  g_autoptr (TdmProtection) zram = NULL;

  put (self, "/proc/swaps", SWAPS "/dev/zram0 partition 1 0 100\n");
  zram = tdm_protection_read (self->folder.folder, NOTES);
  g_assert_cmpint (none->swap, ==, TDM_PROTECTION_NOTHING);
  g_assert_cmpint (zram->swap, ==, TDM_PROTECTION_NOTHING);
}

static void
test_a_swap_file_is_as_safe_as_its_disk (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) found = read_with (
    self, "21 1 253:1 / / rw - ext4 /dev/mapper/vg-home rw\n", SWAPS "/swap\\040file file 1 0 -2\n");

  g_assert_cmpint (found->swap, ==, TDM_PROTECTION_ENCRYPTED);
}

static void
test_one_plain_swap_among_others_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) found =
    read_with (self, ROOT_ON_SDA1,
               SWAPS "/dev/zram0 partition 1 0 9\n/dev/dm-1 partition 1 0 1\n/dev/sda2 partition 1 0 -2\n");

  g_assert_cmpint (found->swap, ==, TDM_PROTECTION_CLEAR);
}

static void
test_a_folder_of_another_computer (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) found = read_with (
    self, ROOT_ON_SDA1 "30 21 0:44 / /home rw - nfs4 server:/home rw\n", SWAPS);

  g_assert_true (found->is_remote);
  g_assert_cmpint (found->disk, ==, TDM_PROTECTION_UNKNOWN);
}

static void
test_a_folder_that_is_synchronised (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) found = NULL;

  put (self, "/home/anna/.local/share/.stfolder/x", "");
  found = read_with (self, ROOT_ON_SDA1, SWAPS);
  g_assert_cmpstr (found->synced, ==, "/home/anna/.local/share");
}

static void
test_what_cannot_be_told_is_unknown (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmProtection) nothing = tdm_protection_read (self->folder.folder, NOTES);
  g_autoptr (TdmProtection) zfs =
    read_with (self, "21 1 0:20 / / rw - zfs pool/root rw\ngarbage\n\n", SWAPS "/dev/gone partition\n");

  g_assert_cmpint (nothing->disk, ==, TDM_PROTECTION_UNKNOWN);
  g_assert_cmpint (nothing->swap, ==, TDM_PROTECTION_UNKNOWN);
  g_assert_cmpint (zfs->disk, ==, TDM_PROTECTION_UNKNOWN);
  g_assert_cmpint (zfs->swap, ==, TDM_PROTECTION_UNKNOWN);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  ADD ("/protection/a-plain-disk-with-a-plain-swap", test_a_plain_disk_with_a_plain_swap);
  ADD ("/protection/the-home-on-luks-below-lvm", test_the_home_on_luks_below_lvm);
  ADD ("/protection/btrfs-is-known-by-its-source", test_btrfs_is_known_by_its_source);
  ADD ("/protection/another-folder-that-begins-alike", test_another_folder_that_begins_alike);
  ADD ("/protection/no-swap-and-swap-in-memory", test_no_swap_and_swap_in_memory);
  ADD ("/protection/a-swap-file-is-as-safe-as-its-disk", test_a_swap_file_is_as_safe_as_its_disk);
  ADD ("/protection/one-plain-swap-among-others-counts", test_one_plain_swap_among_others_counts);
  ADD ("/protection/a-folder-of-another-computer", test_a_folder_of_another_computer);
  ADD ("/protection/a-folder-that-is-synchronised", test_a_folder_that_is_synchronised);
  ADD ("/protection/what-cannot-be-told-is-unknown", test_what_cannot_be_told_is_unknown);

  return g_test_run ();
}
