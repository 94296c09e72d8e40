import Platform

/// Runs blocking work on a thread of its own and waits for it without blocking the caller's pool.
func onOwnThread<Result: Sendable>(
    _ name: String, _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        do throws(SystemError) {
            let thread = try WorkerThread(name) {
                continuation.resume(with: Swift.Result { try work() })
            }
            thread.detach()
        } catch {
            continuation.resume(throwing: error)
        }
    }
}
