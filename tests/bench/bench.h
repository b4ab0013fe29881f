/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "support/tdm-test.h"

/* What the figures of one subject are kept in, and the subjects: each measures Tandem and the bare libraries in turns,
 * so that whatever else the machine does meets both. */

typedef struct
{
  const char *name;
  GArray *tandem;
  GArray *baseline;
} BenchFigures;

/* Milliseconds since any moment */
double bench_now  (void);
void   bench_add  (GArray *times,
                   double  since);

void   bench_save        (BenchFigures *figures,
                          const char   *path,
                          guint         n_rounds);
void   bench_open        (BenchFigures *figures,
                          const char   *path,
                          guint         n_rounds);
void   bench_invitations (BenchFigures *figures,
                          const char   *path,
                          guint         n_rounds);
void   bench_messages    (BenchFigures *figures,
                          const char   *path,
                          guint         n_rounds);
void   bench_replies     (BenchFigures *figures,
                          const char   *path,
                          guint         n_rounds);
void   bench_vault       (BenchFigures *figures,
                          const char   *path,
                          guint         n_rounds);
