/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-format.h"

#include "base/tdm-i18n.h"
#include "database/tdm-database-file.h"
#include "tdm-migration.h"
#include "tdm-migrations.h"
#include "tdm-record-fault.h"

/* What makes a file a programme file. */
const TdmDatabaseFormat tdm_programme_format = {
  .application_id = TDM_PROGRAMME_APPLICATION_ID,
  .version = TDM_MIGRATION_VERSION,
  .foreign = N_ ("This is not a programme file of Tandem."),
  .too_new = N_ ("This file was written by a newer version of Tandem. Please update Tandem to open it."),
  .empty = N_ ("This file is empty. Please go back to a backup."),
  .damaged = N_ ("The file is damaged. It was left as it is; please go back to a backup."),
  .altered = N_ ("The file was changed by another program: %s"),
  .reads_altered = TRUE,
  .has_links = TRUE,
  .look = tdm_record_fault_find_forbidden,
  .digest = tdm_programme_digest,
  .build = tdm_migration_build,
  .make_current = tdm_migration_run,
};
