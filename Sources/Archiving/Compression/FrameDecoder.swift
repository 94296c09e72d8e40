import CZlib
import CZstd
import Platform

/// Decodes frames, a part at a time; whatever it is given, it does not trap.
struct FrameDecoder: ~Copyable {
    /// What a part came to.
    struct Step {
        /// Bytes that were taken of the input.
        var taken: Int
        /// Bytes that were given to the output.
        var given: Int
        var state: State
    }

    enum State {
        case within
        /// The frame is complete, and its checksum right.
        case atEnd
        case damaged
    }

    private let compression: Compression
    private let context: OpaquePointer

    /// - Throws: ``SystemError`` when memory is out.
    init(_ compression: Compression) throws(SystemError) {
        let context =
            switch compression {
            case .zstd: wireroom_zstd_decoder_create()
            case .gzip: wireroom_gzip_decoder_create()
            }
        guard let context else { throw SystemError("decompress", errno: .noMemory) }
        self.compression = compression
        self.context = context
    }

    deinit {
        switch compression {
        case .zstd: wireroom_zstd_decoder_free(context)
        case .gzip: wireroom_gzip_decoder_free(context)
        }
    }

    /// What comes next is the beginning of a frame.
    borrowing func reset() {
        switch compression {
        case .zstd: wireroom_zstd_decoder_reset(context)
        case .gzip: wireroom_gzip_decoder_reset(context)
        }
    }

    borrowing func decode(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> Step {
        var taken = input.count
        var given = output.count
        let result =
            switch compression {
            case .zstd:
                wireroom_zstd_decode(
                    context, input.baseAddress, &taken, output.baseAddress, &given)
            case .gzip:
                wireroom_gzip_decode(
                    context, input.baseAddress, &taken, output.baseAddress, &given)
            }
        let state: State = result < 0 ? .damaged : result > 0 ? .atEnd : .within
        return Step(taken: taken, given: given, state: state)
    }
}
