/// An element of a document, to be read by the names of what it holds; for XML, whose elements are
/// few and known.
package struct MarkupElement {
    package let tree: MarkupTree
    package let index: Int

    package init(_ tree: MarkupTree, _ index: Int) {
        self.tree = tree
        self.index = index
    }

    /// The document's outermost element.
    package static func root(of tree: MarkupTree) -> MarkupElement? {
        tree.children(0).lazy.filter { !tree.isText($0) }.first.map { MarkupElement(tree, $0) }
    }

    /// Without its prefix.
    package var name: String { tree.name(index) }
    /// The address of its namespace, or empty.
    package var namespace: String { tree.namespace(index) }
    /// From 1.
    package var line: Int { tree.line(index) }

    /// The elements directly in it.
    package var children: [MarkupElement] {
        tree.children(index).filter { !tree.isText($0) }.map { MarkupElement(tree, $0) }
    }

    /// Those of a name.
    package func children(_ name: String) -> [MarkupElement] {
        tree.children(index).filter { tree.name($0) == name }.map { MarkupElement(tree, $0) }
    }

    /// The first of a name.
    package func child(_ name: String) -> MarkupElement? {
        for child in tree.children(index) where tree.name(child) == name {
            return MarkupElement(tree, child)
        }
        return nil
    }

    /// The first at the end of a path of names.
    package func child(_ path: String...) -> MarkupElement? {
        var found: MarkupElement? = self
        for name in path { found = found?.child(name) }
        return found
    }

    /// All elements of a name in it, at any depth.
    package func descendants(_ name: String) -> [MarkupElement] {
        (index + 1..<tree.end(index)).filter { tree.name($0) == name }.map {
            MarkupElement(tree, $0)
        }
    }

    /// The value of an attribute, without blanks at its ends; nil where that leaves nothing.
    package func attribute(_ name: String) -> String? {
        tree.attribute(name, of: index).flatMap { Self.plain([UInt8]($0)) }
    }

    /// All text in it, runs of blanks as one space, none at the ends; nil where that leaves nothing.
    package var text: String? { Self.plain(rawText) }

    /// All text in it as it stands, UTF-8.
    package var rawText: [UInt8] {
        var text: [UInt8] = []
        for node in index + 1..<tree.end(index) where tree.isText(node) {
            text += tree.text(node)
        }
        return text
    }

    private static func plain(_ bytes: [UInt8]) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                if let last = plain.last, last != 0x20 { plain.append(0x20) }
            default: plain.append(byte)
            }
        }
        if plain.last == 0x20 { plain.removeLast() }
        return plain.isEmpty ? nil : String(decoding: plain, as: UTF8.self)
    }
}
