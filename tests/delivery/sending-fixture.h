/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "delivery/tdm-outbox.h"
#include "support/tdm-test.h"
#include "mail-server.h"

#define SENDING_TANDEMS 20
#define SENDING_MESSAGES 40

/* A server, and a programme of twenty tandems that were told nothing yet */
typedef struct
{
  TdmTestFolder folder;
  TdmWorkspace *workspace;
  TdmRound *round;
  MailServer server;
  const char *password;

  int n_sent;
  guint n_failed;
  guint stop_after;
  guint close_after;
  GCancellable *cancellable;
} SendingFixture;

void       sending_set_up       (SendingFixture  *self,
                                 gconstpointer    data);
void       sending_tear_down    (SendingFixture  *self,
                                 gconstpointer    data);
void       sending_open         (SendingFixture  *self);
void       sending_start        (SendingFixture  *self,
                                 const char      *fault,
                                 const char      *number);

/* Everything that waits; FALSE if it ended with an error */
gboolean   sending_run          (SendingFixture  *self,
                                 GError         **error);
GPtrArray *sending_pending      (SendingFixture  *self);
guint      sending_count_rows   (SendingFixture  *self,
                                 TdmDelivery      delivery);

/* What arrived: address → array of Message-IDs in the order in which they came */
GHashTable *sending_arrived     (SendingFixture  *self);
void        sending_expect_all_once (SendingFixture *self);
