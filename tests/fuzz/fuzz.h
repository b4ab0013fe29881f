/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* With libFuzzer the input is made up; without it main() of fuzz-main.c reads the files of a folder. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
