/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-alarm.h"

#include "tdm-clock.h"

#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

/**
 * TdmAlarm:
 *
 * Rings at an instant of the wall clock, also if the computer slept through it, and at once when somebody sets the
 * clock or the time zone of the computer: then nobody knows any more what time it was. It wakes up for nothing else.
 */

struct _TdmAlarm
{
  GObject parent_instance;

  int timer;
  guint source;
  GFileMonitor *zone;
  gint64 instant;
};

G_DEFINE_FINAL_TYPE (TdmAlarm, tdm_alarm, G_TYPE_OBJECT)

#define ZONE_FILE "/etc/localtime"

static guint ring_signal;

static void
alarm_ring (TdmAlarm *self)
{
  g_autoptr (TdmAlarm) alive = g_object_ref (self);

  g_signal_emit (alive, ring_signal, 0);
}

/* The kernel goes by the real clock, which the one of the program may be ahead of or behind. A timer that is cancelled
 * when the clock is set must be armed, however far away it rings (timerfd_create(2)). */
static void
alarm_arm (TdmAlarm *self)
{
  struct itimerspec at = { .it_value = { .tv_sec = G_MAXINT32 } };
  gint64 ahead = tdm_clock_get_real (self->instant);

  if (self->timer < 0)
    return;
  if (self->instant != 0 && ahead < G_MAXINT32)
    at.it_value.tv_sec = MAX (ahead, 1);
  if (timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at, NULL) != 0)
    g_warning ("Cannot set a timer: %s", g_strerror (errno));
}

static gboolean
timer_cb (int fd, GIOCondition condition, gpointer data)
{
  TdmAlarm *self = data;
  guint64 n_expirations;

  if (read (fd, &n_expirations, sizeof n_expirations) == sizeof n_expirations)
    self->instant = 0;
  else if (errno != ECANCELED)
    return G_SOURCE_CONTINUE;
  alarm_arm (self);
  alarm_ring (self);
  return G_SOURCE_CONTINUE;
}

/* A test has set the clock of the program. */
static void
clock_set_cb (gpointer data)
{
  TdmAlarm *self = data;

  alarm_arm (self);
  alarm_ring (self);
}

static void
tdm_alarm_dispose (GObject *object)
{
  TdmAlarm *self = TDM_ALARM (object);

  tdm_clock_unwatch (clock_set_cb, self);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  self->timer = -1;
  if (self->zone)
    g_file_monitor_cancel (self->zone);
  g_clear_object (&self->zone);
  G_OBJECT_CLASS (tdm_alarm_parent_class)->dispose (object);
}

static void
tdm_alarm_class_init (TdmAlarmClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tdm_alarm_dispose;

  /**
   * TdmAlarm::ring:
   *
   * The time has come, or it is another one than it was: tdm_alarm_set() says when to ring next.
   */
  ring_signal =
    g_signal_new ("ring", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tdm_alarm_init (TdmAlarm *self)
{
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer >= 0)
    self->source = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  else
    g_warning ("There is no timer: %s", g_strerror (errno));
  tdm_clock_watch (clock_set_cb, self);
}

/**
 * tdm_alarm_new:
 * @zone_file: (nullable): what says in which time zone the computer is, %NULL for `/etc/localtime` (localtime(5))
 *
 * Returns: (transfer full): an alarm that rings when clock or zone are set; tdm_alarm_set() adds an instant
 */
TdmAlarm *
tdm_alarm_new (const char *zone_file)
{
  TdmAlarm *self = g_object_new (TDM_TYPE_ALARM, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (zone_file ? zone_file : ZONE_FILE);

  /* It is a link, which is replaced. */
  self->zone = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->zone)
    g_signal_connect_object (self->zone, "changed", G_CALLBACK (alarm_ring), self, G_CONNECT_SWAPPED);
  alarm_arm (self);
  return self;
}

/**
 * tdm_alarm_set:
 * @instant: when to ring, UTC seconds by tdm_clock_now(); 0 for no instant
 *
 * Forgets the instant that was set before. One that has passed rings as soon as the main loop runs.
 */
void
tdm_alarm_set (TdmAlarm *self, gint64 instant)
{
  g_return_if_fail (TDM_IS_ALARM (self));

  self->instant = instant;
  alarm_arm (self);
}
