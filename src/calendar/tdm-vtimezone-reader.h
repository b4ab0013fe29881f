/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-zone-changes.h"

G_BEGIN_DECLS

GArray *tdm_vtimezone_reader_read (icalcomponent *zone);

G_END_DECLS
