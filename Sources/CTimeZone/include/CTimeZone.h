#pragma once
#include <stdint.h>

// The rules of a time zone, read by GLib from the system's IANA database. GLib's own headers stay
// behind CTimeZone.c.

typedef struct wireroom_zone wireroom_zone;

/// A zone of the database, as `:Europe/Oslo`, or an offset, as `+05:30`; NULL where it is neither.
wireroom_zone *wireroom_zone_open(const char *name);

void wireroom_zone_close(wireroom_zone *zone);

/// Seconds east of UTC when clocks show `local`, seconds since 1970 as if they showed UTC. A time that
/// comes twice is taken for the one of standard time, and for one that is left out holds what held
/// just before.
int32_t wireroom_zone_offset(wireroom_zone *zone, int64_t local);
