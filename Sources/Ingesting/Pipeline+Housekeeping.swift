import Platform

extension Pipeline {
    /// Begins to look after what is closed and old; to be called when the pipeline is ready.
    package func keepHouse() throws(SystemError) {
        guard mode == .inbox, let opened else { return }
        let housekeeper = Housekeeper(
            reader: opened.reader, current: current, reporter: reporter)
        let thread = try WorkerThread("housekeeper") { housekeeper.run() }
        house.change { $0 = House(keeper: housekeeper, thread: thread) }
    }

    /// Something may be to do: a segment was closed, or the settings are others.
    package func wakeHousekeeper() { house.look { $0 }?.keeper.wake() }

    /// Waits until it has stopped.
    func stopHousekeeping() {
        let house = house.change { house in
            defer { house = nil }
            return house
        }
        house?.keeper.stop()
        house?.thread.join()
    }

    /// The housekeeper and its thread.
    struct House: Sendable {
        var keeper: Housekeeper
        var thread: WorkerThread
    }
}
