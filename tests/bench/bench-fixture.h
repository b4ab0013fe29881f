/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "bare-invitation.h"
#include "support/tdm-test.h"

#define BENCH_STAMP G_GINT64_CONSTANT (1784019600)
#define BENCH_INVITATIONS 1000

/* An open copy of a sample, a thousand of its series, and what is written about them as plain values. */
typedef struct
{
  TdmTestFolder folder;
  char *out;
  char *bare_out;
  TdmWorkspace *workspace;
  GPtrArray *series;
  GPtrArray *invitations;
} BenchFixture;

void            bench_fixture_set_up           (BenchFixture *self,
                                                const char   *path);
void            bench_fixture_read_invitations (BenchFixture *self);
void            bench_fixture_tear_down        (BenchFixture *self);
GBytes         *bench_build                    (TdmSeries    *series);
BareInvitation *bench_read                     (GBytes       *bytes);
char           *bench_unfold                   (const char   *text);
