/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)

icalcomponent *tdm_ical_parse     (const char        *text);
const char    *tdm_ical_get_text  (icalcomponent     *component,
                                   icalproperty_kind  kind);
char          *tdm_ical_get_value (icalproperty      *property);

G_END_DECLS
