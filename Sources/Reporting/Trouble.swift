/// What the pipeline waits for knowingly, in the order in which it is told.
package enum Trouble: UInt8, Sendable, CaseIterable {
    case archiveFailed, diskFull, diskSlow, inboxGone, noDescriptors, cannotPutAway

    /// As it stands in the status line.
    package var sentence: String {
        switch self {
        case .archiveFailed: "The archive cannot be written"
        case .diskFull: "No room on the disk"
        case .diskSlow: "The disk does not answer"
        case .inboxGone: "The inbox is gone"
        case .noDescriptors: "Too many open files"
        case .cannotPutAway: "Finished files cannot be moved"
        }
    }
}
