/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-secret-buffer.h"

#include "base/tdm-i18n.h"
#include "base/tdm-secrets.h"

#include <adwaita.h>

/* What is typed into a field for a passphrase; tdm_secret_buffer_get_text() alone gives it away. For all other code,
 * GTK among it, there is a dot for each character. GTK 4.8 hides a passphrase on the screen alone and gives every key
 * to the accessibility bus, any character on request, and the whole when it is cleared. While its owner wants to see
 * what was typed, it is there as any other text: a screen reader may read what is on the screen. */

#define DOT "●"

struct _TdmSecretBuffer
{
  GtkEntryBuffer parent_instance;

  GtkEntryBuffer *kept; /* in memory that is not swapped */
  GString *dots;
  gboolean is_shown;
  const char *typed; /* what the dots that are being inserted stand for */
};

G_DEFINE_FINAL_TYPE (TdmSecretBuffer, tdm_secret_buffer, GTK_TYPE_ENTRY_BUFFER)

static void
dots_add (GString *dots, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (dots, DOT);
}

static void
secret_buffer_update_dots (TdmSecretBuffer *self)
{
  g_string_truncate (self->dots, 0);
  dots_add (self->dots, gtk_entry_buffer_get_length (self->kept));
}

static const char *
tdm_secret_buffer_get_shown (GtkEntryBuffer *buffer, gsize *n_bytes)
{
  TdmSecretBuffer *self = TDM_SECRET_BUFFER (buffer);

  if (n_bytes)
    *n_bytes = self->is_shown ? gtk_entry_buffer_get_bytes (self->kept) : self->dots->len;
  return self->is_shown ? gtk_entry_buffer_get_text (self->kept) : self->dots->str;
}

static guint
tdm_secret_buffer_get_length (GtkEntryBuffer *buffer)
{
  return gtk_entry_buffer_get_length (TDM_SECRET_BUFFER (buffer)->kept);
}

static guint
tdm_secret_buffer_insert_text (GtkEntryBuffer *buffer, guint position, const char *chars, guint n_chars)
{
  TdmSecretBuffer *self = TDM_SECRET_BUFFER (buffer);
  guint n = gtk_entry_buffer_insert_text (self->kept, position, self->typed ? self->typed : chars, n_chars);

  secret_buffer_update_dots (self);
  gtk_entry_buffer_emit_inserted_text (buffer, position, chars, n);
  return n;
}

static guint
tdm_secret_buffer_delete_text (GtkEntryBuffer *buffer, guint position, guint n_chars)
{
  guint length = tdm_secret_buffer_get_length (buffer);
  guint start = MIN (position, length), n = MIN (n_chars, length - start);

  if (n > 0)
    gtk_entry_buffer_emit_deleted_text (buffer, start, n);
  return n;
}

/* Handlers of the signal see the text as it was before. */
static void
tdm_secret_buffer_deleted_text (GtkEntryBuffer *buffer, guint position, guint n_chars)
{
  TdmSecretBuffer *self = TDM_SECRET_BUFFER (buffer);

  gtk_entry_buffer_delete_text (self->kept, position, n_chars);
  secret_buffer_update_dots (self);
  g_object_notify (G_OBJECT (buffer), "text");
  g_object_notify (G_OBJECT (buffer), "length");
}

/* What is inserted is announced as dots, before which the buffer gets to know what they stand for. */
static void
secret_buffer_insert_text_cb (GtkEditable *text, const char *typed, int length, int *position, TdmSecretBuffer *self)
{
  g_autoptr (GString) dots = NULL;

  if (self->is_shown || self->typed)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  dots = g_string_new (NULL);
  dots_add (dots, g_utf8_strlen (typed, length));
  self->typed = typed;
  g_signal_emit_by_name (text, "insert-text", dots->str, (int) dots->len, position);
  self->typed = NULL;
}

static void
secret_buffer_visibility_cb (GtkText *text, GParamSpec *spec, TdmSecretBuffer *self)
{
  self->is_shown = gtk_text_get_visibility (text);
}

/* No signal tells of it: the widgets that would hear of it are being closed. */
static gboolean
secret_buffer_forget_cb (gpointer buffer)
{
  TdmSecretBuffer *self = buffer;

  gtk_entry_buffer_delete_text (self->kept, 0, -1);
  secret_buffer_update_dots (self);
  return G_SOURCE_REMOVE;
}

/* A window that is closed may live on; but a question gives its answer when it is closed already. Within an open window
 * the field may come back. */
static void
secret_buffer_unmap_cb (GtkWidget *text, TdmSecretBuffer *self)
{
  GtkRoot *window = gtk_widget_get_root (text);

  if (window && !gtk_widget_get_visible (GTK_WIDGET (window)))
    g_idle_add_full (G_PRIORITY_DEFAULT, secret_buffer_forget_cb, g_object_ref (self), g_object_unref);
}

static void
tdm_secret_buffer_finalize (GObject *object)
{
  TdmSecretBuffer *self = TDM_SECRET_BUFFER (object);

  g_object_unref (self->kept);
  g_string_free (self->dots, TRUE);
  G_OBJECT_CLASS (tdm_secret_buffer_parent_class)->finalize (object);
}

static void
tdm_secret_buffer_class_init (TdmSecretBufferClass *klass)
{
  GtkEntryBufferClass *buffer_class = GTK_ENTRY_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tdm_secret_buffer_finalize;
  buffer_class->get_text = tdm_secret_buffer_get_shown;
  buffer_class->get_length = tdm_secret_buffer_get_length;
  buffer_class->insert_text = tdm_secret_buffer_insert_text;
  buffer_class->delete_text = tdm_secret_buffer_delete_text;
  buffer_class->deleted_text = tdm_secret_buffer_deleted_text;
}

static void
tdm_secret_buffer_init (TdmSecretBuffer *self)
{
  self->kept = gtk_password_entry_buffer_new ();
  self->dots = g_string_new (NULL);
}

/* Tab goes on to the next field: who types the passphrase there once more and presses Enter would show it on the
 * screen. For the keyboard it is in the menu of the text, as GtkPasswordEntry has it. */
static void
secret_field_leave_out_eye (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    {
      gtk_widget_set_focusable (widget, FALSE);
      gtk_widget_set_tooltip_text (widget, _ ("Show or Hide What Is Typed"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Show or Hide What Is Typed"), -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    secret_field_leave_out_eye (child);
}

static void
secret_field_set_up_eye (GtkEditable *field, GtkText *text)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) action = g_property_action_new ("shown", text, "visibility");
  g_autoptr (GMenu) menu = g_menu_new ();

  secret_field_leave_out_eye (GTK_WIDGET (field));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (text), "secret", G_ACTION_GROUP (actions));
  g_menu_append (menu, _ ("_Show What Is Typed"), "secret.shown");
  gtk_text_set_extra_menu (text, G_MENU_MODEL (menu));
}

/* For a GtkPasswordEntry or an AdwPasswordEntryRow, before anything is typed. What is typed goes when the field is
 * closed. */
void
tdm_secret_buffer_attach (GtkEditable *field)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (field));
  g_autoptr (TdmSecretBuffer) self = g_object_new (TDM_TYPE_SECRET_BUFFER, NULL);

  if (ADW_IS_PASSWORD_ENTRY_ROW (field))
    secret_field_set_up_eye (field, text);
  secret_buffer_visibility_cb (text, NULL, self);
  gtk_editable_set_enable_undo (GTK_EDITABLE (text), FALSE);
  gtk_text_set_buffer (text, GTK_ENTRY_BUFFER (self));
  g_signal_connect_object (text, "insert-text", G_CALLBACK (secret_buffer_insert_text_cb), self, 0);
  g_signal_connect_object (text, "notify::visibility", G_CALLBACK (secret_buffer_visibility_cb), self, 0);
  g_signal_connect (text, "map", G_CALLBACK (tdm_secrets_expect), NULL);
  g_signal_connect_object (text, "unmap", G_CALLBACK (secret_buffer_unmap_cb), self, 0);
}

/* What was typed; only until it changes */
const char *
tdm_secret_buffer_get_text (GtkEditable *field)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (field));

  return gtk_entry_buffer_get_text (TDM_SECRET_BUFFER (gtk_text_get_buffer (text))->kept);
}
