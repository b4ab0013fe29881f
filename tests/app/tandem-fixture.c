/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tandem-fixture.h"

/* What was done shows in the file; undo and redo lead there and back. */
void
tandem_expect_step (WindowFixture *self, const char *question, const char *before, const char *after)
{
  window_settle (self);
  window_expect_answer (self, question, after);
  window_press (self, "<Control>z");
  window_settle (self);
  window_expect_answer (self, question, before);
  window_press (self, "<Control><Shift>z");
  window_settle (self);
  window_expect_answer (self, question, after);
}

GtkWindow *
tandem_open_new (WindowFixture *self, const char *mentee, const char *mentor)
{
  GtkWindow *dialog;

  window_press (self, "<Control>n");
  dialog = window_find_window ("New Tandem");
  window_choose_partner (dialog, TDM_ROLE_MENTEE, mentee);
  window_choose_partner (dialog, TDM_ROLE_MENTOR, mentor);
  return dialog;
}

/* The new one, which is only proposed */
void
tandem_propose (WindowFixture *self)
{
  GtkWindow *dialog = tandem_open_new (self, TANDEM_MENTEE, TANDEM_MENTOR);

  hand_choose (window_find (dialog, ADW_TYPE_COMBO_ROW, "Begins as"), window_say ("Proposed", "Vorgeschlagen"));
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Tandem added");
}

/* The new one, which is active from today, on its page */
void
tandem_add (WindowFixture *self)
{
  window_click_on (tandem_open_new (self, TANDEM_MENTEE, TANDEM_MENTOR), "_Add");
  window_wait_toast (self, "Tandem added");
  window_open_tandem (self, TANDEM_MENTOR);
}
