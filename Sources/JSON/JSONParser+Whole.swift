extension JSONParser {
    /// What `body` makes of a small document; nil for what is no JSON, and where `body` gives nil.
    ///
    /// - Parameter depth: nested deeper, it is none.
    package static func value<Result>(
        of json: [UInt8], depth: Int, _ body: (JSONValue) -> Result?
    ) -> Result? {
        var parser = JSONParser(depth: depth)
        do {
            return try parser.parse(json, body)
        } catch {
            // No JSON.
            return nil
        }
    }
}
