/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-ways-private.h"

#include "base/tdm-i18n.h"
#include "model/tdm-model-error.h"
#include "model/tdm-programme.h"

/* By which way a record is added, changed and removed: by way of the function of the layer edits that does it in the
 * window, where there is one, or else as a draft. */

TdmEdit *
tdm_cli_edit_fail (GError **error, const char *message)
{
  g_set_error_literal (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE, message);
  return NULL;
}

TdmEdit *
tdm_cli_edit_fail_key (TdmCliValues *values, guint field, const char *message, GError **error)
{
  tdm_cli_fail_key (values->type, field, message, error);
  return NULL;
}

/* Where an edit could not be made, no more is done to it: it says why when it is checked. */
TdmEdit *
tdm_cli_edit_fill (TdmEdit *edit, TdmRecord *draft, TdmCliValues *values, guint64 besides)
{
  if (draft)
    tdm_cli_values_fill (values, draft, besides);
  return edit;
}

static TdmEdit *
add_draft (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  return tdm_cli_edit_fill (edit, tdm_edit_insert (edit, values->type), values, 0);
}

static TdmEdit *
change_draft (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  return tdm_cli_edit_fill (edit, tdm_edit_update (edit, record), values, 0);
}

static TdmEdit *
remove_record (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return tdm_edit_new_remove (record);
}

TdmEdit *
tdm_cli_keep_record (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return tdm_cli_edit_fail (error, _ ("This comes about by itself, and cannot be removed."));
}

static const TdmCliWay *
ways_find (const TdmCliWay *ways, GType type)
{
  while (ways->type && ways->type () != type)
    ways++;
  return ways->type ? ways : NULL;
}

static TdmCliWay
type_find_way (GType type)
{
  const TdmCliWay *const ways[] = { tdm_cli_ways_of_people, tdm_cli_ways_of_pairs, tdm_cli_ways_of_meetings };
  const TdmCliWay *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways) && !found; i++)
    found = ways_find (ways[i], type);
  return found ? *found : (TdmCliWay) { NULL };
}

/**
 * tdm_cli_can_be_added:
 *
 * Returns: whether people add records of the type: not where they do not say what these belong to, and there is one
 *   programme
 */
gboolean
tdm_cli_can_be_added (GType type)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  gboolean can_be = type != TDM_TYPE_PROGRAMME;

  for (guint i = 0; i < klass->n_parents; i++)
    can_be = can_be && tdm_field_check_hand (&klass->fields[klass->parents[i]], TRUE, NULL);
  return can_be;
}

/**
 * tdm_cli_edit_find_added:
 *
 * Returns: (transfer none) (nullable): the record of @type that an edit adds: the first one, for others come along with
 * it
 */
TdmRecord *
tdm_cli_edit_find_added (TdmEdit *edit, GType type)
{
  TdmEditAction action;

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmRecord *draft = tdm_edit_get_step (edit, i, &action);

      if (action == TDM_EDIT_INSERT && G_OBJECT_TYPE (draft) == type)
        return draft;
    }
  return NULL;
}

TdmEdit *
tdm_cli_make_addition (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  TdmCliWay way = type_find_way (values->type);

  return way.add ? way.add (workspace, values, error) : add_draft (workspace, values, error);
}

TdmEdit *
tdm_cli_make_change (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  TdmCliWay way = type_find_way (values->type);

  return way.change ? way.change (workspace, record, values, error) : change_draft (workspace, record, values, error);
}

TdmEdit *
tdm_cli_make_removal (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  TdmCliWay way = type_find_way (G_OBJECT_TYPE (record));

  return way.remove ? way.remove (workspace, record, error) : remove_record (workspace, record, error);
}
