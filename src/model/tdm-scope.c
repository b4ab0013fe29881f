/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-scope.h"

#include "tdm-pair.h"
#include "tdm-programme.h"

/**
 * tdm_scope_get_anchor:
 *
 * Returns: the type of the record whose belongings it is, for those of the programme all rows of the file;
 *   %G_TYPE_INVALID for the overview
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
    case TDM_SCOPE_ROUND_PEOPLE:
      return TDM_TYPE_ROUND;
    case TDM_SCOPE_PROFILES:
      return TDM_TYPE_PROGRAMME;
    case TDM_SCOPE_OVERVIEW:
      break;
    }
  return G_TYPE_INVALID;
}
