/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-error.h"

G_DEFINE_QUARK (tdm-mail-error-quark, tdm_mail_error)
