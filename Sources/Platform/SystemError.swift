import SystemPackage

/// A system call that failed: what was tried, on what, and why it did not work.
///
/// The only form in which an errno leaves this module.
package struct SystemError: Error, Sendable, CustomStringConvertible {
    /// What was tried, as a verb: "open", "rename".
    package var operation: String
    /// The file it was tried on; nil where there is none.
    package var path: FilePath?
    package var cause: Cause

    /// Why a call failed, in the terms that callers decide by.
    package enum Cause: Sendable, Equatable {
        /// There is no such file any more, or not yet.
        case missing
        case exists
        /// Not permitted to this user.
        case denied
        /// A symbolic link, or a way out of the tree, where none may be.
        case unsafePath
        case wrongKind
        /// The disk or the quota is full.
        case noSpace
        /// No descriptor, memory or watch is to be had for now.
        case exhausted
        case readOnly
        case otherFileSystem
        /// Somebody else holds it.
        case busy
        /// What is in the file is not what it must be.
        case damaged
        case other(Errno)
    }

    package init(_ operation: String, _ path: FilePath? = nil, errno: Errno = .current) {
        self.operation = operation
        self.path = path
        cause = Cause(errno)
        self.reason = errno.description
    }

    /// What no call found out: the content of a file is not what it must be.
    package init(_ operation: String, _ path: FilePath?, because reason: String) {
        self.operation = operation
        self.path = path
        cause = .damaged
        self.reason = reason
    }

    /// Whether the same call may succeed later, once somebody has made room. Not so a sync: what
    /// the kernel could not write it has dropped.
    package var isWantOfRoom: Bool { cause == .noSpace && !isOfSync }

    /// Whether it was a sync: nobody knows then what is on the disk.
    package var isOfSync: Bool { operation == "sync" }

    /// Whether the machine was short of something: the same call may succeed later.
    package var isShortage: Bool { isWantOfRoom || cause == .exhausted }

    /// Why it did not work, in the system's words.
    package private(set) var reason: String

    package var description: String {
        guard let path else { return "cannot \(operation): \(reason)" }
        return "cannot \(operation) \(path.printable): \(reason)"
    }
}

extension SystemError.Cause {
    fileprivate init(_ errno: Errno) {
        switch errno {
        case .noSuchFileOrDirectory, .notDirectory: self = .missing
        case .fileExists, .directoryNotEmpty: self = .exists
        case .permissionDenied, .notPermitted: self = .denied
        case .tooManySymbolicLinkLevels: self = .unsafePath
        // EXDEV: another file system, or a way out of the tree that openat2 refused.
        case .improperLink: self = .otherFileSystem
        case .isDirectory, .noSuchAddressOrDevice: self = .wrongKind
        case .noSpace, .diskQuotaExceeded: self = .noSpace
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory: self = .exhausted
        case .readOnlyFileSystem: self = .readOnly
        case .wouldBlock, .resourceBusy: self = .busy
        default: self = .other(errno)
        }
    }
}

extension Errno {
    /// The errno of the call that failed just now on this thread.
    package static var current: Errno { Errno(rawValue: errnoNow()) }
}
