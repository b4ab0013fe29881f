/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-calendar-error.h"

G_DEFINE_QUARK (tdm-calendar-error-quark, tdm_calendar_error)
