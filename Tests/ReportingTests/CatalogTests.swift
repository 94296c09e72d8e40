import Foundation
import Testing

@testable import Reporting

/// The message catalog beside the unit, which `journalctl -x` reads.
@Suite struct CatalogTests {
    @Test func everyKindOfEventIsExplained() throws {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("deploy/wireroom.catalog")
        let catalog = try String(contentsOf: file, encoding: .utf8)
        let ids = catalog.split(separator: "\n").filter { $0.hasPrefix("-- ") }
            .map { String($0.dropFirst(3)) }
        #expect(Set(ids) == Set(EventKind.allCases.map(\.messageID)))
        #expect(ids.count == EventKind.allCases.count)
        // Ours, and the one of journald's that names the instance.
        let names = Set(EventField.allCases.map(\.rawValue) + ["_SYSTEMD_UNIT"])
        for match in catalog.matches(of: /@([A-Z_]+)@/) {
            #expect(names.contains(String(match.1)), "\(match.1)")
        }
    }
}
