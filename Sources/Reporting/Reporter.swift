import Logging
import Synchronization

/// Tells what happens: each event as a log entry with its sentence and fields.
///
/// Copies share one state, so that all parts of the daemon count repetitions together and a new
/// level holds for all of them. It may be used from any thread; writing may wait for the journal.
package struct Reporter: Sendable {
    private final class State: Sendable {
        struct Guarded {
            var logger: Logger
            var limiter = RepetitionLimiter()
            var lastCounters = Counters()
            var lastSummary: Int
        }

        let guarded: Mutex<Guarded>
        /// A copy of the logger's level that can be read without a lock.
        let priority: Atomic<Int>

        init(_ logger: Logger, now: Int) {
            guarded = Mutex(Guarded(logger: logger, lastSummary: now))
            priority = Atomic(Self.rank(logger.logLevel))
        }

        static func rank(_ level: Logger.Level) -> Int {
            Logger.Level.allCases.firstIndex(of: level) ?? 0
        }
    }

    private let state: State
    private let now: @Sendable () -> Int

    /// - Parameter now: Seconds of a steady clock.
    package init(
        _ logger: Logger, now: @escaping @Sendable () -> Int = { SteadyClock.seconds }
    ) {
        state = State(logger, now: now())
        self.now = now
    }

    /// The logger behind it, for parts that log by themselves.
    package var logger: Logger { state.guarded.withLock { $0.logger } }

    /// The least severe level that is written.
    package var level: Logger.Level {
        get { Logger.Level.allCases[state.priority.load(ordering: .relaxed)] }
        nonmutating set {
            state.guarded.withLock { $0.logger.logLevel = newValue }
            state.priority.store(State.rank(newValue), ordering: .relaxed)
        }
    }

    /// Whether events of a kind are written at all; cheap, to be asked before one is built for
    /// each of many articles.
    package func tells(_ kind: EventKind) -> Bool { kind.level >= level }

    /// Tells an event, or counts it for the next summary if the same was just told several times.
    package func report(_ event: Event) {
        let kind = event.kind
        guard tells(kind) else { return }
        let logger: Logger? = state.guarded.withLock { guarded in
            let isTold =
                !kind.repeats || guarded.limiter.admits(kind, reason: event.reason, at: now())
            return isTold ? guarded.logger : nil
        }
        guard let logger else { return }
        var metadata: Logger.Metadata = [EventField.messageID.rawValue: .string(kind.messageID)]
        for (field, value) in event.fields { metadata[field.rawValue] = .string(value) }
        logger.log(level: kind.level, "\(event.sentence)", metadata: metadata, source: "wireroom")
    }

    /// Tells what was done since the last summary; nothing if there is nothing to tell.
    package func summarise(_ counters: Counters) {
        let now = now()
        let summary = state.guarded.withLock { guarded in
            let summary = Summary(
                done: counters.since(guarded.lastCounters), seconds: now - guarded.lastSummary,
                untold: guarded.limiter.drain())
            guarded.lastCounters = counters
            guarded.lastSummary = now
            return summary
        }
        if !summary.isEmpty { report(.summary(summary)) }
    }
}
