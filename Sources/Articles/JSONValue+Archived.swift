import JSON

/// The values of a line of the archive; each throws `ArchivedRecord.Fault` for another type.
extension JSONValue {
    func required<Value>(
        _ value: Value?, _ key: ArchivedKey, _ expected: String
    ) throws -> Value {
        guard let value else { throw ArchivedRecord.Fault(key: key.rawValue, expected: expected) }
        return value
    }

    func text(_ key: ArchivedKey) throws -> String { try required(string, key, "a string") }

    func texts(_ key: ArchivedKey) throws -> [String] {
        guard kind == .array else { return [try text(key)] }
        return try elements.map { try $0.text(key) }
    }

    func count(_ key: ArchivedKey) throws -> Int {
        try required(unsigned.flatMap { Int(exactly: $0) }, key, "a number from 0 on")
    }

    func identity(_ key: ArchivedKey) throws -> Identity128 {
        try required(utf8.flatMap { Identity128(hex: $0) }, key, "32 hex digits")
    }

    func moment(_ key: ArchivedKey) throws -> Moment {
        try required(utf8.flatMap { Moment(iso: $0) }, key, "a time, YYYY-MM-DDTHH:MM:SSZ")
    }

    func named<Value: RawRepresentable<String>>(_ key: ArchivedKey) throws -> Value {
        try required(
            string.flatMap { Value(rawValue: $0) }, key, "one of the words of the contract")
    }
}

extension Dateline {
    init(archived object: JSONValue) throws {
        guard let place = object.member("place")?.string else {
            throw ArchivedRecord.Fault(key: "dateline.place", expected: "a string")
        }
        self.init(
            place: place, date: object.member("date")?.string,
            printed: object.member("printed")?.string ?? place)
    }
}

extension FileReference {
    init(archived object: JSONValue) throws {
        var path: String?
        var size: UInt64?
        var modified: Moment?
        var sha256: String?
        var format: String?
        var member: String?
        var item: Int?
        for (key, value) in object.members {
            switch String(decoding: key, as: UTF8.self) {
            case "path": path = value.string
            case "size": size = value.unsigned
            case "modified": modified = value.utf8.flatMap { Moment(iso: $0) }
            case "sha256": sha256 = value.string
            case "format": format = value.string
            case "member": member = value.string
            case "item": item = value.unsigned.flatMap { Int(exactly: $0) }
            default: continue
            }
        }
        guard let path, let size, let modified, let sha256, let format, let item else {
            throw ArchivedRecord.Fault(
                key: "file", expected: "an object of path, size, modified, sha256, format and item")
        }
        self.init(
            path: path, size: size, modified: modified, sha256: sha256, format: format,
            member: member, item: item)
    }
}

extension Moment {
    /// As an input would have printed it that gave no more than this.
    func printed(to precision: PublishedTime.Precision) -> String {
        let printed = toTheSecond
        return switch precision {
        case .second: printed
        case .minute: printed.prefix(16) + "Z"
        case .local: String(printed.prefix(19))
        case .day: String(printed.prefix(10))
        case .month: String(printed.prefix(7))
        case .year: String(printed.prefix(4))
        }
    }
}
