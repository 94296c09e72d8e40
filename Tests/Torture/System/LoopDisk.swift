import Glibc

/// A small file system of its own: an ext4 in a file, which can lose its power, or one in memory.
/// Needs root.
final class LoopDisk {
    /// Nil for one in memory.
    private let image: Path?
    let place: Path
    private let options: String
    private var isMounted = false

    /// Why there can be none here; nil where there can.
    static var obstacle: String? {
        if geteuid() != 0 { return "only root may mount a file system" }
        if !Tool.has("mkfs.ext4") { return "mkfs.ext4 is not here" }
        return Files.exists("/dev/loop-control") ? nil : "there are no loop devices"
    }

    /// - Parameters:
    ///   - image: the file that holds it.
    ///   - place: where it is mounted.
    ///   - options: of mount, such as `data=writeback`.
    init(image: Path, at place: Path, mebibytes: Int = 96, options: String = "") throws {
        self.image = image
        self.place = place
        self.options = options.isEmpty ? "loop" : "loop,\(options)"
        try Files.makeDirectory(place)
        try Files.write([], to: image)
        guard image.withC({ truncate($0, mebibytes << 20) }) == 0 else {
            throw Failure(call: "truncate", image)
        }
        try Tool.need(["mkfs.ext4", "-q", "-F", image.description])
        try mount()
    }

    init(inMemoryAt place: Path, mebibytes: Int) throws {
        image = nil
        self.place = place
        options = "size=\(mebibytes)m"
        try Files.makeDirectory(place)
        try mount()
    }

    deinit {
        if isMounted { _ = place.withC { umount2($0, CInt(MNT_DETACH)) } }
    }

    func mount() throws {
        let what = image.map { [$0.description] } ?? ["-t", "tmpfs", "tmpfs"]
        try Tool.need(["mount", "-o", options] + what + [place.description])
        isMounted = true
    }

    func unmount() throws {
        // Who was killed a moment ago may not have let go of its files yet.
        for _ in 0..<200 {
            if place.withC({ umount2($0, 0) }) == 0 {
                isMounted = false
                return
            }
            usleep(5000)
        }
        throw Failure(call: "umount", place)
    }

    /// Takes it away from whoever uses it, as a cable that is pulled.
    func detach() throws {
        guard place.withC({ umount2($0, CInt(MNT_DETACH)) }) == 0 else {
            throw Failure(call: "umount", place)
        }
        isMounted = false
    }

    /// EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (fs/ext4/ext4.h): what is not on the disk
    /// never comes there, and every later call fails with EIO.
    func cutPower() throws {
        let directory = place.withC { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard directory >= 0 else { throw Failure(call: "open", place) }
        defer { close(directory) }
        var flags: UInt32 = 2
        guard ioctl(directory, 0x8004_587D, &flags) == 0 else {
            throw Failure(call: "shut down", place)
        }
    }

    /// What the machine does when the power is back.
    func restorePower() throws {
        try unmount()
        try mount()
    }
}
