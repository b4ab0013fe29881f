/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-recovery-print.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-recent-files.h"
#include "base/tdm-i18n.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* The recovery code on paper. There is no preview: it would be written into a file. Who prints to a file hears what
 * that means. */

static void
draw_text (cairo_t *cr, GtkPrintContext *context, const char *font, const char *text, double *y)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, gtk_print_context_get_width (context) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, *y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *y += height + 18;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, const char *code)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double y = 0;

  draw_text (cr, context, "Sans Bold 18", _ ("Recovery Code for Private Notes in Tandem"), &y);
  draw_text (cr, context, "Sans 11",
             _ ("Whoever has this code and the file with the notes can read them. Please keep it where "
                "you keep important papers."),
             &y);
  draw_text (cr, context, "Monospace 16", code, &y);
}

static gboolean
preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
  return TRUE;
}

static void
forget_code (gpointer code, GClosure *closure)
{
  memset (code, 0, strlen (code));
  g_free (code);
}

/* If it was printed to a file, that is the user's alone. */
static void
look_for_file (GtkWindow *parent, GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri = settings ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;
  g_autoptr (GFile) file = uri ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = NULL, *body = NULL;

  if (!file)
    return;
  tdm_recent_files_forget (file);
  if (g_file_peek_path (file))
    g_chmod (g_file_peek_path (file), 0600);
  name = g_file_get_parse_name (file);
  body = g_strdup_printf (
    _ ("The code stands in clear in %s: whoever reads it there and gets the file with your notes can read "
       "them. Please delete it once it is on paper."),
    name);
  tdm_dialog_tell (parent, _ ("The Code Is in a File Now"), body, _ ("_Close"));
}

void
tdm_recovery_print (GtkWindow *parent, const char *code)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GtkPrintOperationResult result;
  g_autoptr (GError) error = NULL;
  mode_t before;

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, _ ("Tandem"));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_strdup (code), forget_code, 0);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);
  /* A file that GTK writes is nobody else's from its first byte on. */
  before = umask (0077);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
  umask (before);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    tdm_dialog_tell (parent, _ ("The Code Could Not Be Printed"), error->message, _ ("_Close"));
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    look_for_file (parent, operation);
}
