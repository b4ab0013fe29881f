/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-scope.h"

#include "tdm-pair.h"

/**
 * tdm_scope_get_anchor:
 *
 * Returns: the type of the record whose belongings it is, %G_TYPE_INVALID for the overview, which is of the whole file
 */
GType
tdm_scope_get_anchor (TdmScope scope)
{
  switch (scope)
    {
    case TDM_SCOPE_PAIR:
    case TDM_SCOPE_PAIR_TOLD:
      return TDM_TYPE_PAIR;
    case TDM_SCOPE_PERSON:
      return TDM_TYPE_PERSON;
    case TDM_SCOPE_ROUND_MEETINGS:
    case TDM_SCOPE_ROUND_GOALS:
    case TDM_SCOPE_ROUND_TOLD:
      return TDM_TYPE_ROUND;
    case TDM_SCOPE_OVERVIEW:
      break;
    }
  return G_TYPE_INVALID;
}
