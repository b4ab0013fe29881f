/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-protection-group.h"

#include "app/common/tdm-template.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"
#include "notebook/tdm-protection.h"

/* Says honestly what protects the notes on this computer, and what does not. */

struct _TdmProtectionGroup
{
  AdwBin parent_instance;

  AdwActionRow *disk;
  AdwActionRow *swap;
  AdwActionRow *folder;
  AdwActionRow *keyring;
};

G_DEFINE_FINAL_TYPE (TdmProtectionGroup, tdm_protection_group, ADW_TYPE_BIN)

typedef struct
{
  const char *icon;
  const char *title;
  const char *text;
} Words;

#define GOOD "security-high-symbolic"
#define MIXED "security-medium-symbolic"
#define BAD "security-low-symbolic"

/* In the order of TdmProtectionState */
static const Words disk_words[] = {
  { MIXED, N_ ("It cannot be told whether the disk is encrypted"),
    N_ ("The notes are, in any case. The programme file with names and meetings is not, apart from the disk.") },
  { GOOD, N_ ("The disk is encrypted"),
    N_ ("So is everything else of Tandem while this computer is off: names, tandems and meetings too.") },
  { MIXED, N_ ("The disk is not encrypted"),
    N_ ("The notes are, all the same. Whoever takes the disk can read the programme file with names and meetings.") },
  { MIXED, N_ ("The files are only in memory"),
    N_ ("They are gone when this computer is switched off. Please keep backups.") },
};

static const Words swap_words[] = {
  { MIXED, N_ ("It cannot be told where memory is written to"),
    N_ ("While the notes are open, some of their text may get into the swap space of this computer.") },
  { GOOD, N_ ("The swap space is encrypted"),
    N_ ("What this computer writes there while the notes are open cannot be read.") },
  { BAD, N_ ("The swap space is not encrypted"),
    N_ (
      "While the notes are open, this computer may write some of their text there in clear. An encrypted disk "
      "helps.") },
  { GOOD, N_ ("Memory is not written to the disk"), N_ ("This computer has no swap space on a disk.") },
};

static void
show (AdwActionRow *row, const char *icon, const char *title, const char *text)
{
  adw_action_row_set_icon_name (row, icon);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, text);
}

static void
show_words (AdwActionRow *row, const Words *words)
{
  show (row, words->icon, _ (words->title), _ (words->text));
}

static void
protection_group_show_keyring (TdmProtectionGroup *self)
{
  if (tdm_notebook_get_facts (tdm_notebook_get_default ())->has_keyring)
    show (
      self->keyring, MIXED, _ ("Your login opens the notes"),
      _ ("Whoever can log in as you can read them. If this computer logs in by itself, the keyring protects nothing."));
  else
    show (self->keyring, GOOD, _ ("Your login does not open the notes"),
          _ ("Only the passphrase and the recovery code do."));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmProtectionGroup) self = data;
  g_autoptr (TdmProtection) found = tdm_protection_read_finish (result);
  g_autofree char *text = NULL;

  if (!self->disk)
    return;
  show_words (self->disk, &disk_words[found->disk]);
  show_words (self->swap, &swap_words[found->swap]);
  if (found->synced)
    {
      text = g_strdup_printf (
        _ ("Others get only what is encrypted. Please do not write on two computers at the same time: %s"),
        found->synced);
      show (self->folder, MIXED, _ ("The folder is synchronised"), text);
    }
  else if (found->is_remote)
    show (self->folder, MIXED, _ ("The folder is on another computer"),
          _ ("It gets only what is encrypted. Please do not write on two computers at the same time."));
  else
    show (self->folder, GOOD, _ ("The folder stays on this computer"),
          _ ("No program that synchronises it was found. Backups of the computer hold only what is encrypted."));
}

static void
tdm_protection_group_class_init (TdmProtectionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/protection-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmProtectionGroup, disk);
  gtk_widget_class_bind_template_child (widget_class, TdmProtectionGroup, swap);
  gtk_widget_class_bind_template_child (widget_class, TdmProtectionGroup, folder);
  gtk_widget_class_bind_template_child (widget_class, TdmProtectionGroup, keyring);
}

static void
tdm_protection_group_init (TdmProtectionGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (tdm_notebook_get_default (), "notify::keyring", G_CALLBACK (protection_group_show_keyring),
                           self, G_CONNECT_SWAPPED);
  protection_group_show_keyring (self);
  tdm_protection_read_async (tdm_notebook_get_path (tdm_notebook_get_default ()), read_cb, g_object_ref (self));
}
