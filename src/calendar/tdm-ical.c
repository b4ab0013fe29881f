/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-ical.h"

/**
 * tdm_ical_parse:
 * @text: what tdm_calendar_limits_check() lets through
 *
 * Returns: (transfer full): a component with all VCALENDARs below it, perhaps none; libical alone makes one only where
 *   there are several
 */
icalcomponent *
tdm_ical_parse (const char *text)
{
  icalcomponent *parsed = icalparser_parse_string (text);
  icalcomponent *root;

  if (parsed && icalcomponent_isa (parsed) == ICAL_XROOT_COMPONENT)
    return parsed;
  root = icalcomponent_new (ICAL_XROOT_COMPONENT);
  if (parsed)
    icalcomponent_add_component (root, parsed);
  return root;
}

/**
 * tdm_ical_get_text:
 * @component: a component
 * @kind: of a property that is a TEXT (RFC 5545 3.3.11)
 *
 * Returns: (transfer none) (nullable): what the first of these says
 */
const char *
tdm_ical_get_text (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property ? icalproperty_get_value (property) : NULL;

  return value && icalvalue_isa (value) == ICAL_TEXT_VALUE ? icalvalue_get_text (value) : NULL;
}

/**
 * tdm_ical_get_value:
 * @property: a property
 *
 * Returns: (transfer full) (nullable): its value as a file has it
 */
char *
tdm_ical_get_value (icalproperty *property)
{
  char *written = icalproperty_get_value_as_string_r (property);
  char *value = g_strdup (written);

  icalmemory_free_buffer (written);
  return value;
}
