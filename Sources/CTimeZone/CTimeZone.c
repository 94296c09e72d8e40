#include "CTimeZone.h"

#include <glib.h>

// The library's own zone under a name of ours: it is never looked into.
static GTimeZone *of(wireroom_zone *zone) { return (GTimeZone *)zone; }

wireroom_zone *wireroom_zone_open(const char *name) {
    return (wireroom_zone *)g_time_zone_new_identifier(name);
}

void wireroom_zone_close(wireroom_zone *zone) { g_time_zone_unref(of(zone)); }

int32_t wireroom_zone_offset(wireroom_zone *zone, int64_t local) {
    gint64 adjusted = local;
    int interval = g_time_zone_adjust_time(of(zone), G_TIME_TYPE_STANDARD, &adjusted);
    // Moved on to the first time that is there again: the rule before is that of the interval before.
    if (adjusted != local && interval > 0) interval--;
    return g_time_zone_get_offset(of(zone), interval);
}
