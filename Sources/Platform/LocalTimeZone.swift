import CTimeZone

/// A time zone, by which the time that clocks show somewhere becomes one that holds everywhere.
package final class LocalTimeZone {
    private let rules: OpaquePointer

    /// `name` is one of the IANA database (`Europe/Oslo`), or an offset written `+HH:MM`, less than
    /// 15 hours; nil for any other.
    package init?(_ name: String) {
        guard name.utf8.count <= 64 else { return nil }
        // After a colon it can only be a name, and none of the many other forms of $TZ.
        let given = Self.isOffset(name) ? name : Self.isName(name) ? ":" + name : nil
        guard let given, let rules = wireroom_zone_open(given) else { return nil }
        self.rules = rules
    }

    deinit { wireroom_zone_close(rules) }

    /// Seconds east of UTC when clocks there show `local`, seconds since 1970 as if they showed UTC.
    ///
    /// Of the hour that comes twice when summer time ends the second is meant; the hour that is left
    /// out when it begins is counted on from before it.
    package func offset(atLocal local: Int64) -> Int64 {
        Int64(wireroom_zone_offset(rules, local))
    }

    private static func isOffset(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
            [1, 2, 4, 5].allSatisfy({ (0x30...0x39).contains(bytes[$0]) })
        else { return false }
        return (bytes[1] < 0x31 || bytes[1] == 0x31 && bytes[2] < 0x35) && bytes[4] < 0x36
    }

    /// Names of the database begin with a capital and have no full stop: what else lies in its
    /// directory, above it or anywhere is not to be opened.
    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x41...0x5A).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2D, 0x2F, 0x5F: true
            default: false
            }
        }
    }
}
