import Logging

/// The kinds of things that are told.
///
/// Each has a MESSAGE_ID, which never changes, so that journal queries, alerts and the message
/// catalog can name it (systemd.journal-fields(7)).
package enum EventKind: Sendable, CaseIterable {
    /// The daemon starts; nothing is watched yet.
    case started
    /// The inbox is watched and the index is up.
    case ready
    /// No new files are taken; what was begun is finished.
    case stopping
    /// All that was begun is in the archive and put away.
    case stopped
    /// The daemon cannot start or go on, and ends.
    case gaveUp
    /// A new configuration holds.
    case reloaded
    /// A new configuration cannot be used; the old one holds.
    case reloadRefused
    /// Parts of a new configuration hold only after a restart.
    case restartNeeded
    /// A file could not be read and lies in quarantine, whole.
    case quarantined
    /// A file could be read, holds no article and lies in quarantine, whole.
    case withoutArticle
    /// Some articles of a file could not be read; the others are archived.
    case rejected
    /// A file may not be read by us and stays in the inbox.
    case unreadable
    /// A file is archived but may not be moved by us.
    case immovable
    /// A file changed while it was read, and is taken again.
    case changed
    /// The kernel dropped events; the inbox is looked through.
    case overflowed
    /// A directory cannot be watched; only rescans find its files.
    case unwatched
    /// The inbox is not there.
    case inboxGone
    /// The inbox is there again.
    case inboxBack
    /// There is no room to write; no files are taken.
    case diskFull
    /// There is room to write again.
    case roomAgain
    /// A call to the disk takes long; what is begun waits for it.
    case diskSlow
    /// No descriptor or memory is to be had; no files are taken.
    case noDescriptors
    /// Finished files cannot be moved to where they belong.
    case cannotPutAway
    /// A trouble is over.
    case worksAgain
    /// Groups that a crash had interrupted were completed.
    case recovered
    /// The last run died with a file in hand, which may be why.
    case suspected
    /// What earlier runs noted of files in hand cannot be read.
    case notesDamaged
    /// The saved index was read, with the records since.
    case indexRestored
    /// There was no saved index that could be used: the index was built from the archive.
    case indexRebuilt
    /// The index was saved for the next start.
    case indexSaved
    /// The index could not be saved; the next start reads more of the archive.
    case indexNotSaved
    /// A part of the archive is lost or was changed.
    case archiveDamaged
    /// A new segment of the archive begins.
    case segmentStarted
    /// A closed segment was compressed.
    case segmentCompressed
    /// A closed segment was removed, as its records are old enough.
    case segmentRemoved
    /// Files that were put away long ago were removed.
    case filesRemoved
    /// Records of the archive are lost.
    case recordsMissing
    /// Something that is done now and then could not be done, and is tried again.
    case housekeepingFailed
    /// The clock was set back by more than an hour; a new segment has the new time.
    case clockWentBack
    /// What was done since the summary before.
    case summary
    /// The archive cannot be written or read.
    case archiveFailed
    /// An article was archived.
    case archived
    /// A notice took back an article.
    case withdrawn
    /// A record was archived because the verdict of another was found wrong.
    case corrected
    /// Requests for corrections cannot be read or answered.
    case cannotCorrect
    /// The file for metrics cannot be written or removed.
    case metricsNotWritten

    /// A random 128-bit number, 32 hex digits.
    package var messageID: String {
        switch self {
        case .started: "0e489348d92f459c8d82abda45c83902"
        case .ready: "51b1323bee7b4123b1ea7a287a9ebdf2"
        case .stopping: "cfb3aa99cea34f3bad3c29ef1fef7bab"
        case .stopped: "ca80fa06fa2d48a4b1d38ff317ec00db"
        case .gaveUp: "c003c47f8692423abb1e281fa225b0e0"
        case .reloaded: "897cdeef780d49a3b22b7b6a24dd5dd0"
        case .reloadRefused: "0aaa53800982444783fd685314ad42fc"
        case .restartNeeded: "74cba6a889364ff881d5b664276f041c"
        case .quarantined: "54193f1f64af4c3b80a42b6deef1dda4"
        case .withoutArticle: "62b341f7589d4f40a1198d001168f5c6"
        case .rejected: "39ee3a28502c4398bdb1d52142b23f85"
        case .unreadable: "acec88b5ce5f4035bb181fdfbb782064"
        case .immovable: "3e3be820a4ca4b9780346eb629c48890"
        case .changed: "5941b30537ae4823bc32a4b1d83bb8c8"
        case .overflowed: "027a37acfd5b43bfaf2796f452db05e3"
        case .unwatched: "bf91e2b5ae984305bf8d3dbe1b8c09e5"
        case .inboxGone: "6d651c9596ca4eaab956e163ac5ad5c7"
        case .inboxBack: "b75ccef8a3a1418596c68643436a1253"
        case .diskFull: "99bb7ba1d9e44d0980baf46fbf93c60a"
        case .roomAgain: "36b7341e0ef9447aa6097fae62ff2003"
        case .diskSlow: "3db4ff11d51a4db4a1096926658b8a92"
        case .noDescriptors: "2af9913e6fae47909ca24dd719d59afe"
        case .cannotPutAway: "cdc1fa197ef042bb8427ed843e30815d"
        case .worksAgain: "b424d6f6f18743f6a3370a0e90668d97"
        case .archiveDamaged: "6afe2354de9c47a995a143820e6a414b"
        case .recovered: "bf4cdcd3563a44b28f0b00256686a9fc"
        case .suspected: "07cc8a82e753412e87b477e76f9f917f"
        case .notesDamaged: "9393924491c94f97803e5b34dde9bec3"
        case .indexRestored: "879a3f86e5ea4aebbb141ba314848547"
        case .indexRebuilt: "2319aeb645704d6d87041ff3f854cc5d"
        case .indexSaved: "3787173111fa4cbdb165919a6ad08d2c"
        case .indexNotSaved: "88a118bc6e0143c98be1a78db0018f2a"
        case .segmentStarted: "f813d834c5184e4fa0bbda2ea53aa4aa"
        case .segmentCompressed: "d62c60c0b940488894ed9d2a21c0c494"
        case .segmentRemoved: "5789f9052e614369a1bc1e6f75a8c914"
        case .filesRemoved: "e98d7d22def34b2cbf7f8bf6c46bafec"
        case .recordsMissing: "8345b33fd22a4c419584ea7bcdded69b"
        case .housekeepingFailed: "09896b3cb5724ea3af77a5352c40e33b"
        case .clockWentBack: "f387b1e0213f48d0bc21ca1eb572388a"
        case .summary: "57ac1790fd3f4a0b91c7a39d5ebe4404"
        case .archiveFailed: "b71af836ff534a95906e3e50e168edde"
        case .archived: "aa22cb1b69704421ade2b0700e13ea22"
        case .withdrawn: "ddb099c4958a409783ee6611682095d6"
        case .corrected: "a168e8276f1b40eb91de1b159659fe2d"
        case .cannotCorrect: "ca8931b38bbe4fcc87d2d090e87b0159"
        case .metricsNotWritten: "9cee1f04c87d47ae8faaf885b34df17a"
        }
    }

    package var level: Logger.Level {
        switch self {
        case .archived, .indexSaved: .debug
        case .changed, .segmentStarted, .segmentCompressed, .filesRemoved, .summary,
            .withoutArticle:
            .info
        case .started, .ready, .stopping, .stopped, .reloaded, .overflowed, .inboxBack, .roomAgain,
            .recovered, .worksAgain, .corrected, .withdrawn, .segmentRemoved, .indexRestored,
            .indexRebuilt:
            .notice
        case .clockWentBack, .restartNeeded, .quarantined, .rejected, .unreadable, .immovable,
            .unwatched, .diskSlow, .housekeepingFailed, .cannotCorrect, .indexNotSaved,
            .notesDamaged, .metricsNotWritten:
            .warning
        case .suspected, .reloadRefused, .inboxGone, .diskFull, .noDescriptors, .cannotPutAway,
            .recordsMissing:
            .error
        case .archiveFailed, .archiveDamaged, .gaveUp: .critical
        }
    }

    /// Whether it is about one of many files, so that after a few of the same reason the rest is
    /// only counted.
    package var repeats: Bool {
        switch self {
        case .quarantined, .withoutArticle, .rejected, .unreadable, .immovable, .changed,
            .overflowed, .unwatched, .inboxGone, .inboxBack, .diskFull, .roomAgain, .segmentStarted,
            .segmentCompressed,
            .segmentRemoved, .filesRemoved, .recordsMissing, .archiveFailed, .diskSlow,
            .noDescriptors, .cannotPutAway, .worksAgain, .withdrawn, .metricsNotWritten:
            true
        default: false
        }
    }
}
