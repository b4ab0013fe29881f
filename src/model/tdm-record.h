/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-field.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TDM_TYPE_RECORD (tdm_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdmRecord, tdm_record, TDM, RECORD, GObject)

struct _TdmRecordClass
{
  GObjectClass parent_class;

  /*< private >*/
  const char *table;
  const TdmField *fields;
  guint n_fields;
  GParamSpec **specs;
  guint8 *link_slots;
  guint n_links;
};

/* The first property id that a subclass may use for properties which are not fields. */
#define TDM_RECORD_FIRST_FREE_PROPERTY 100

void            tdm_record_class_install_fields (TdmRecordClass *klass,
                                                 const char     *table,
                                                 const TdmField *fields,
                                                 guint           n_fields);

gpointer        tdm_record_new          (GType        type);
gpointer        tdm_record_new_stored   (GType        type,
                                         gint64       id,
                                         const char  *uid);
gpointer        tdm_record_new_draft    (TdmRecord   *record);
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
gboolean        tdm_record_is_live      (TdmRecord   *self);
void            tdm_record_make_live    (TdmRecord   *self);

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
gboolean        tdm_record_check        (TdmRecord   *self,
                                         GError     **error);

G_END_DECLS
