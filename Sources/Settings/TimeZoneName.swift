import Foundation

/// Names of time zones as feeds may give them.
package enum TimeZoneName {
    /// The zone of a name; nil where there is none.
    package static func zone(_ name: String) -> TimeZone? {
        guard isKnown(name) else { return nil }
        guard let sign = name.utf8.first, sign == 0x2B || sign == 0x2D,
            let hours = Int(name.dropFirst().prefix(2)), let minutes = Int(name.suffix(2))
        else { return TimeZone(identifier: name) }
        return TimeZone(secondsFromGMT: (hours * 3600 + minutes * 60) * (sign == 0x2D ? -1 : 1))
    }

    /// Whether it is a name of the IANA database, or an offset written `+HH:MM`.
    static func isKnown(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        if let sign = bytes.first, sign == 0x2B || sign == 0x2D {
            guard bytes.count == 6, bytes[3] == 0x3A, let hours = Int(name.dropFirst().prefix(2)),
                let minutes = Int(name.suffix(2))
            else { return false }
            return (0...14).contains(hours) && (0...59).contains(minutes)
        }
        return bytes.count <= 64 && TimeZone(identifier: name) != nil
    }
}
