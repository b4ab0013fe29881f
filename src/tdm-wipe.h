/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

void tdm_wipe_arrays            (void);
void tdm_wipe_forbid_core_dumps (void);
