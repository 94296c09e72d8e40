#pragma once
// Empty: GLib's headers are for CTimeZone.c alone.
