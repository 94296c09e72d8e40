import CMarkup

/// A document of HTML or XML: elements and texts as one table, in the order of the document.
///
/// A node is named by its index. What an element holds follows it without a gap, up to ``end(_:)``,
/// so that a part of the document is a range of indices and nothing need ever be walked recursively.
/// Node 0 is made up and holds all others. Comments, declarations and processing instructions are
/// not there.
package final class MarkupTree {
    /// The deepest element that is told apart from those inside it. Of 1,935 pages of newspapers the
    /// deepest had 46 levels.
    package static let depth = 512

    private let document: UnsafeMutablePointer<wireroom_markup>
    private let nodes: UnsafeBufferPointer<wireroom_markup_node>
    private let bytes: UnsafeRawBufferPointer
    /// By the numbers of names.
    private let tags: [Tag]
    private let names: [String]
    private let numbers: [String: UInt32]
    /// What is wrong with it, where something is; what could be read is there all the same.
    package let fault: MarkupFault?

    /// Reads HTML as browsers do, whatever is wrong with it.
    /// - Parameter html: valid UTF-8; what the page says of its encoding does not count.
    /// - Throws: `MarkupFault.noMemory` or `crowdedTag`.
    package convenience init(html: UnsafeRawBufferPointer) throws(MarkupFault) {
        try self.init(Self.parse(html, wireroom_markup_html))
    }

    /// Reads XML. Nothing that it declares or refers to is loaded or expanded, but for the
    /// characters that HTML has names for.
    /// - Parameter xml: valid UTF-8; what its declaration says of the encoding does not count.
    /// - Throws: `MarkupFault.noMemory` or `crowdedTag`.
    package convenience init(xml: UnsafeRawBufferPointer) throws(MarkupFault) {
        try self.init(Self.parse(xml, wireroom_markup_xml))
    }

    /// The same.
    package convenience init(html: [UInt8]) throws(MarkupFault) {
        let parsed = html.withUnsafeBytes { Self.parse($0, wireroom_markup_html) }
        try self.init(parsed)
    }

    /// The same.
    package convenience init(xml: [UInt8]) throws(MarkupFault) {
        let parsed = xml.withUnsafeBytes { Self.parse($0, wireroom_markup_xml) }
        try self.init(parsed)
    }

    private static func parse(
        _ input: UnsafeRawBufferPointer,
        _ parser: (UnsafePointer<UInt8>, Int, UInt32) -> UnsafeMutablePointer<wireroom_markup>?
    ) -> UnsafeMutablePointer<wireroom_markup>? {
        // An empty buffer may have no address.
        guard let start = input.assumingMemoryBound(to: UInt8.self).baseAddress else {
            var nothing: UInt8 = 0
            return parser(&nothing, 0, UInt32(depth))
        }
        return parser(start, input.count, UInt32(depth))
    }

    private init(_ parsed: UnsafeMutablePointer<wireroom_markup>?) throws(MarkupFault) {
        guard let parsed else { throw .noMemory }
        if parsed.pointee.state == WIREROOM_MARKUP_CROWDED_TAG {
            defer { wireroom_markup_free(parsed) }
            throw .crowdedTag(line: Int(parsed.pointee.fault_line))
        }
        document = parsed
        let tree = parsed.pointee
        nodes = UnsafeBufferPointer(start: tree.nodes, count: tree.node_count)
        bytes = UnsafeRawBufferPointer(start: tree.bytes, count: tree.byte_count)
        var names: [String] = []
        var numbers: [String: UInt32] = [:]
        for index in 0..<tree.name_count {
            let entry = tree.names[index]
            let name = String(
                decoding: bytes[Int(entry.start)..<Int(entry.start + entry.count)], as: UTF8.self)
            names.append(name)
            numbers[name] = numbers[name] ?? UInt32(index)
        }
        self.names = names
        self.numbers = numbers
        tags = names.map { Tag.byName[$0] ?? .other }
        let line = Int(tree.fault_line)
        fault =
            switch tree.state {
            case WIREROOM_MARKUP_TOO_DEEP: .tooDeep(line: line)
            case WIREROOM_MARKUP_TRUNCATED: .truncated(line: line)
            case WIREROOM_MARKUP_BROKEN:
                .broken(
                    line: line,
                    what: withUnsafeBytes(of: tree.fault) {
                        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                    })
            default: nil
            }
    }

    deinit { wireroom_markup_free(document) }

    /// How many nodes there are.
    package var count: Int { nodes.count }

    package func isText(_ node: Int) -> Bool { nodes[node].name == WIREROOM_MARKUP_TEXT }

    /// The element's tag; `other` for a text.
    package func tag(_ node: Int) -> Tag {
        let name = nodes[node].name
        return name == WIREROOM_MARKUP_TEXT ? .other : tags[Int(name)]
    }

    /// The element's name, without its prefix; empty for a text.
    package func name(_ node: Int) -> String {
        let name = nodes[node].name
        return name == WIREROOM_MARKUP_TEXT ? "" : names[Int(name)]
    }

    /// The address of the namespace of an element's name; empty where it has none.
    package func namespace(_ node: Int) -> String {
        let name = nodes[node].name
        return name == WIREROOM_MARKUP_TEXT ? "" : namespace(ofName: name)
    }

    /// The element that holds a node; 0 for that which holds all.
    package func parent(_ node: Int) -> Int { Int(nodes[node].parent) }

    /// The first node that is not inside another.
    package func end(_ node: Int) -> Int { Int(nodes[node].end) }

    /// The line of the document on which a node begins, from 1.
    package func line(_ node: Int) -> Int { Int(nodes[node].line) }

    /// The bytes of a text, UTF-8; of an element, none. Valid as long as the tree.
    package func text(_ node: Int) -> UnsafeRawBufferPointer {
        let node = nodes[node]
        return node.name == WIREROOM_MARKUP_TEXT
            ? part(node.start, node.count) : UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// What stands directly in an element, in its order.
    package func children(_ node: Int) -> Children {
        Children(tree: self, place: node + 1, end: end(node))
    }

    /// The value of an element's attribute, UTF-8, with its references resolved; nil where it has
    /// none of that name. Valid as long as the tree.
    /// - Parameter name: without a prefix.
    package func attribute(_ name: String, of node: Int) -> UnsafeRawBufferPointer? {
        let element = nodes[node]
        guard element.count > 0, element.name != WIREROOM_MARKUP_TEXT, numbers[name] != nil else {
            return nil
        }
        for index in 0..<Int(element.count) {
            let attribute = document.pointee.attributes[Int(element.start) + index]
            if names[Int(attribute.name)] == name { return part(attribute.start, attribute.count) }
        }
        return nil
    }

    /// The number of a name of elements and attributes in this document, for those who ask many
    /// elements for the same attribute; nil where nothing is called so.
    package func number(ofName name: String) -> UInt32? { numbers[name] }

    /// The same, by the number of the name.
    package func attribute(_ name: UInt32, of node: Int) -> UnsafeRawBufferPointer? {
        let element = nodes[node]
        guard element.name != WIREROOM_MARKUP_TEXT else { return nil }
        for index in Int(element.start)..<Int(element.start) + Int(element.count) {
            let attribute = document.pointee.attributes[index]
            if attribute.name == name { return part(attribute.start, attribute.count) }
        }
        return nil
    }

    /// The same, as a string.
    package func string(_ name: String, of node: Int) -> String? {
        attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The number of an attribute's name, by which ``attribute(numbered:of:)`` finds it without
    /// comparing names; nil where no element has one of that name.
    package func number(ofAttribute name: String) -> UInt32? { numbers[name] }

    /// The same as ``attribute(_:of:)``, for documents without namespaces.
    package func attribute(numbered number: UInt32?, of node: Int) -> UnsafeRawBufferPointer? {
        let element = nodes[node]
        guard let number, element.count > 0, element.name != WIREROOM_MARKUP_TEXT else {
            return nil
        }
        for index in Int(element.start)..<Int(element.start) + Int(element.count) {
            let attribute = document.pointee.attributes[index]
            if attribute.name == number { return part(attribute.start, attribute.count) }
        }
        return nil
    }

    /// The attributes of an element, with their namespaces.
    package func attributes(
        of node: Int
    ) -> [(name: String, namespace: String, value: UnsafeRawBufferPointer)] {
        let element = nodes[node]
        guard element.name != WIREROOM_MARKUP_TEXT else { return [] }
        return (0..<Int(element.count)).map {
            let attribute = document.pointee.attributes[Int(element.start) + $0]
            return (
                names[Int(attribute.name)], namespace(ofName: attribute.name),
                part(attribute.start, attribute.count)
            )
        }
    }

    private func namespace(ofName name: UInt32) -> String {
        let entry = document.pointee.names[Int(name)]
        return String(decoding: part(entry.space_start, entry.space_count), as: UTF8.self)
    }

    private func part(_ start: UInt32, _ count: UInt32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[Int(start)..<Int(start) + Int(count)])
    }
}

/// What stands directly in an element.
package struct Children: Sequence, IteratorProtocol {
    fileprivate let tree: MarkupTree
    fileprivate var place: Int
    fileprivate let end: Int

    package mutating func next() -> Int? {
        guard place < end else { return nil }
        defer { place = tree.end(place) }
        return place
    }
}
