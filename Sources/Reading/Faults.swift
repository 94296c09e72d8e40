import Articles

/// Nothing (more) can be read of a file.
package struct FileFault: Error, Sendable, Hashable {
    package var reason: Reason
    /// The file ends in the middle of its structure: its sender may not be done with it.
    package var isTruncation: Bool

    package init(_ reason: Reason, isTruncation: Bool = false) {
        self.reason = reason
        self.isTruncation = isTruncation
    }
}

/// One article of a file cannot be read; the others can.
package struct ItemFault: Error, Sendable, Hashable {
    package var reason: Reason
    /// It is the last of the file, which ends in the middle of it.
    package var isTruncation: Bool

    package init(_ reason: Reason, isTruncation: Bool = false) {
        self.reason = reason
        self.isTruncation = isTruncation
    }
}
