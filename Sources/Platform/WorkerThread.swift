import CLinux
import Glibc

/// Room for the handler of crash signals and what the kernel saves of the processor's registers, a
/// few KiB at the most.
private let signalStackBytes = 64 << 10

/// A thread of its own for work that blocks: reading, syncing, renaming.
///
/// The cooperative pool has one thread a core; two blocking calls there hold up every timer.
package struct WorkerThread: Sendable {
    private let handle: pthread_t

    /// Starts the thread; `name` (15 bytes are shown) is what top and gdb call it.
    package init(_ name: String, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, 1 << 20)
        let start = Unmanaged.passRetained(Start(name: name, body: body))
        var handle = pthread_t()
        let result = pthread_create(
            &handle, &attributes,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                wireroom_name_thread(start.name)
                let stack = UnsafeMutableRawPointer.allocate(
                    byteCount: signalStackBytes, alignment: 16)
                wireroom_signal_stack(stack, signalStackBytes)
                start.body()
                wireroom_signal_stack(nil, 0)
                stack.deallocate()
                return nil
            }, start.toOpaque())
        guard result == 0 else {
            start.release()
            throw SystemError("start a thread", errno: .init(rawValue: result))
        }
        self.handle = handle
    }

    /// Lets the calling thread wait for all others, for the processor and, where that is allowed,
    /// for the disk.
    package static func lowerPriority() { wireroom_lower_priority() }

    /// Lets the calling thread rest for so many milliseconds, up to 999.
    package static func rest(milliseconds: UInt32) { usleep(min(milliseconds, 999) * 1_000) }

    /// Nobody is going to wait for it: what it takes is given back when it ends. Instead of ``join()``.
    package func detach() { pthread_detach(handle) }

    /// Waits until the thread has ended; to be called once.
    package func join() { pthread_join(handle, nil) }

    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }
}
