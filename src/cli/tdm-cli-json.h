/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void tdm_cli_json_add   (JsonBuilder *builder,
                         TdmRecord   *record);
void tdm_cli_json_add_members (JsonBuilder *builder,
                               TdmRecord   *record);
void tdm_cli_json_print (JsonBuilder *builder);

G_END_DECLS
