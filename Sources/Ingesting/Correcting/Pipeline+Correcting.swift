import Platform

extension Pipeline {
    /// Begins to take up requests for corrections; to be called when the archive is open.
    func takeCorrections(_ opened: OpenedArchive) throws(SystemError) {
        let desk = try CorrectionDesk(
            archive: current.value.archive.path, reader: opened.reader, queue: queue,
            reporter: reporter)
        let thread = try WorkerThread("corrections") { desk.run() }
        corrections.change { $0 = Corrections(desk: desk, thread: thread) }
    }

    /// Waits until it has stopped.
    func stopCorrections() {
        let corrections = corrections.change { corrections in
            defer { corrections = nil }
            return corrections
        }
        corrections?.desk.stop()
        corrections?.thread.join()
    }

    /// The desk and its thread.
    struct Corrections: Sendable {
        var desk: CorrectionDesk
        var thread: WorkerThread
    }
}
