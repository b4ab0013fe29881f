/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-note-filter.h"

#include "notebook/tdm-notebook.h"

/* Lets through the notes of a view: all that are not in the bin, the questions among them, or the bin; and while there
 * is a search, only what was found; and if wanted, only those about a tandem or about nothing. */

struct _TdmNoteFilter
{
  GtkFilter parent_instance;

  TdmNoteView view;
  GHashTable *found;
  guint search_number;
  char *pair;
};

G_DEFINE_FINAL_TYPE (TdmNoteFilter, tdm_note_filter, GTK_TYPE_FILTER)

static gboolean
tdm_note_filter_match (GtkFilter *filter, gpointer item)
{
  TdmNoteFilter *self = TDM_NOTE_FILTER (filter);
  const char *pair = tdm_note_get_pair (item);

  if (tdm_note_is_removed (item) != (self->view == TDM_NOTE_VIEW_BIN))
    return FALSE;
  if (self->view == TDM_NOTE_VIEW_QUESTIONS && !tdm_note_is_question (item))
    return FALSE;
  if (self->pair && *pair && !g_str_equal (pair, self->pair))
    return FALSE;
  return !self->found || g_hash_table_contains (self->found, tdm_note_get_uid (item));
}

static void
tdm_note_filter_finalize (GObject *object)
{
  g_clear_pointer (&TDM_NOTE_FILTER (object)->found, g_hash_table_unref);
  g_free (TDM_NOTE_FILTER (object)->pair);
  G_OBJECT_CLASS (tdm_note_filter_parent_class)->finalize (object);
}

static void
tdm_note_filter_class_init (TdmNoteFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_note_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = tdm_note_filter_match;
}

static void
tdm_note_filter_init (TdmNoteFilter *self)
{
}

void
tdm_note_filter_set_view (TdmNoteFilter *self, TdmNoteView view)
{
  self->view = view;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Notes about other tandems are left out. */
void
tdm_note_filter_set_pair (TdmNoteFilter *self, const char *uid)
{
  g_free (self->pair);
  self->pair = g_strdup (uid);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/* The uids of what a search has found, or NULL for everything */
static void
note_filter_set_found (TdmNoteFilter *self, GPtrArray *uids)
{
  g_clear_pointer (&self->found, g_hash_table_unref);
  if (uids)
    self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; uids && i < uids->len; i++)
    g_hash_table_add (self->found, g_strdup (uids->pdata[i]));
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

typedef struct
{
  TdmNoteFilter *filter;
  guint number;
} Search;

static void
note_filter_found_cb (GObject *notebook, GAsyncResult *result, gpointer data)
{
  g_autofree Search *search = data;
  g_autoptr (TdmNoteFilter) self = search->filter;
  g_autoptr (GPtrArray) uids = tdm_notebook_search_finish (TDM_NOTEBOOK (notebook), result, NULL);

  /* Only the last answer counts. */
  if (uids && search->number == self->search_number)
    note_filter_set_found (self, uids);
}

/* Looks for notes with this text, if there is any: the filter changes when the answer is there. */
void
tdm_note_filter_set_search (TdmNoteFilter *self, const char *text)
{
  Search *search;

  self->search_number++;
  if (*text == '\0')
    {
      note_filter_set_found (self, NULL);
      return;
    }
  search = g_new (Search, 1);
  *search = (Search) { g_object_ref (self), self->search_number };
  tdm_notebook_search_async (tdm_notebook_get_default (), text, note_filter_found_cb, search);
}
