/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-field.h"
#include "tdm-scope.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TDM_TYPE_RECORD (tdm_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdmRecord, tdm_record, TDM, RECORD, GObject)

/* By how many links a record may belong to another one, and how many types may belong to one */
#define TDM_RECORD_PARENTS_MOST 2
#define TDM_RECORD_CHILDREN_MOST 16

/**
 * TdmRecordLimit:
 * @scope: with which scope not all records are read
 * @link: the link to the parent
 * @field: the index of a code field of the parent
 * @codes: one bit for each code that the parent must have
 *
 * Of what records must be to be read with a scope.
 */
typedef struct
{
  TdmScope scope;
  guint link;
  guint field;
  guint codes;
} TdmRecordLimit;

/**
 * TdmRecordClass:
 * @scopes: (type TdmScope): with what it is read from the file
 * @limit: where not all of it is read with one of these
 * @is_listed: whether the records that are loaded have a list of their own, beside those of their parents; those of the
 *   overview have one anyway
 * @is_name: whether others show what it is called, see @renamed
 * @tells_parent: whether its parent is told when it comes, changes or goes, see @children_changed
 * @words: for each #TdmEditAction what the window says was done to it, marked for translation
 * @renamed: what @self shows of others may be called otherwise now
 * @children_changed: some of the children of @self that tell their parent have come, changed or gone
 *
 * What a record type says of itself, besides its fields. The functions are called on live records, after a batch of
 * rows is in.
 */
struct _TdmRecordClass
{
  GObjectClass parent_class;

  guint scopes;
  TdmRecordLimit limit;
  gboolean is_listed;
  gboolean is_name;
  gboolean tells_parent;
  const char *words[3];
  void (*renamed) (TdmRecord *self);
  void (*children_changed) (TdmRecord *self);

  /*< private >*/
  const char *table;
  const TdmField *fields;
  guint n_fields;
  GParamSpec **specs;
  guint8 *link_slots;
  guint n_links;

  guint8 parents[TDM_RECORD_PARENTS_MOST]; /* fields */
  guint n_parents;
  int order; /* a field, -1 for none */
  GType children[TDM_RECORD_CHILDREN_MOST];
  guint n_children;
};

/* The first property id that a subclass may use for properties which are not fields. */
#define TDM_RECORD_FIRST_FREE_PROPERTY 100

void            tdm_record_class_install_fields (TdmRecordClass *klass,
                                                 const char     *table,
                                                 const TdmField *fields,
                                                 guint           n_fields);
void            tdm_record_class_set_words      (TdmRecordClass *klass,
                                                 const char     *added,
                                                 const char     *changed,
                                                 const char     *removed);

gpointer        tdm_record_new          (GType        type);
gpointer        tdm_record_new_stored   (GType        type,
                                         gint64       id,
                                         const char  *uid);
gpointer        tdm_record_new_draft    (TdmRecord   *record);
void            tdm_record_let_go       (gpointer     taken_record);
gint64          tdm_record_get_id       (TdmRecord   *self);
const char     *tdm_record_get_uid      (TdmRecord   *self);
void            tdm_record_set_id       (TdmRecord   *self,
                                         gint64       id);
void            tdm_record_set_uid      (TdmRecord   *self,
                                         const char  *uid);
const char     *tdm_record_get_table    (TdmRecord   *self);
const TdmField *tdm_record_get_fields   (TdmRecord   *self,
                                         guint       *n_fields);
guint64         tdm_record_get_changed  (TdmRecord   *self);
void            tdm_record_make_live    (TdmRecord   *self);

gpointer        tdm_record_get_parent   (gpointer     record);
gpointer        tdm_record_get_ancestor (gpointer     record,
                                         GType        type);
GListModel     *tdm_record_get_children (gpointer     record,
                                         GType        type);
int             tdm_record_compare      (TdmRecord   *a,
                                         TdmRecord   *b);

const char     *tdm_record_get_text     (TdmRecord   *self,
                                         guint        field);
gint64          tdm_record_get_integer  (TdmRecord   *self,
                                         guint        field);
const char     *tdm_record_get_code     (TdmRecord   *self,
                                         guint        field);
gpointer        tdm_record_get_link     (TdmRecord   *self,
                                         guint        field);
gint64          tdm_record_get_link_id  (TdmRecord   *self,
                                         guint        field);

void            tdm_record_set_text     (TdmRecord   *self,
                                         guint        field,
                                         const char  *text);
void            tdm_record_set_text_cut (TdmRecord   *self,
                                         guint        field,
                                         const char  *text);
void            tdm_record_set_integer  (TdmRecord   *self,
                                         guint        field,
                                         gint64       value);
gboolean        tdm_record_set_code     (TdmRecord   *self,
                                         guint        field,
                                         const char  *code);
void            tdm_record_set_link     (TdmRecord   *self,
                                         guint        field,
                                         gpointer     target);
void            tdm_record_set_link_id  (TdmRecord   *self,
                                         guint        field,
                                         gint64       id);

void            tdm_record_copy_fields  (TdmRecord   *self,
                                         TdmRecord   *from,
                                         const guint *fields,
                                         guint        n_fields);

void            tdm_record_insist       (TdmRecord   *self,
                                         guint        field);

void            tdm_record_load_text    (TdmRecord   *self,
                                         guint        field,
                                         const char  *text);
void            tdm_record_load_integer (TdmRecord   *self,
                                         guint        field,
                                         gint64       value);
gboolean        tdm_record_load_code    (TdmRecord   *self,
                                         guint        field,
                                         const char  *code);
void            tdm_record_resolve_link (TdmRecord   *self,
                                         guint        field,
                                         gpointer     target);
void            tdm_record_assign       (TdmRecord   *self,
                                         TdmRecord   *from);
gboolean        tdm_record_check_field  (TdmRecord   *self,
                                         guint        field,
                                         GError     **error);
gboolean        tdm_record_check        (TdmRecord   *self,
                                         GError     **error);

G_END_DECLS
