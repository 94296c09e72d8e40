import CZlib
import CZstd
import Platform

/// Makes frames that are decoded one without the other, each with a checksum.
struct FrameEncoder: ~Copyable {
    private let compression: Compression
    private let context: OpaquePointer

    /// - Throws: ``SystemError`` when memory is out.
    init(_ compression: Compression) throws(SystemError) {
        let context =
            switch compression {
            case .zstd: wireroom_zstd_encoder_create()
            case .gzip: wireroom_gzip_encoder_create()
            }
        guard let context else { throw SystemError("compress", errno: .noMemory) }
        self.compression = compression
        self.context = context
    }

    deinit {
        switch compression {
        case .zstd: wireroom_zstd_encoder_free(context)
        case .gzip: wireroom_gzip_encoder_free(context)
        }
    }

    /// A frame that holds the bytes.
    borrowing func frame(holding bytes: [UInt8]) throws(SystemError) -> [UInt8] {
        let bound =
            switch compression {
            case .zstd: wireroom_zstd_bound(bytes.count)
            case .gzip: wireroom_gzip_bound(context, bytes.count)
            }
        let frame = [UInt8](unsafeUninitializedCapacity: bound) { frame, count in
            count = bytes.withUnsafeBytes { bytes in
                switch compression {
                case .zstd:
                    wireroom_zstd_encode(
                        context, frame.baseAddress, bound, bytes.baseAddress, bytes.count)
                case .gzip:
                    wireroom_gzip_encode(
                        context, frame.baseAddress, bound, bytes.baseAddress, bytes.count)
                }
            }
        }
        guard !frame.isEmpty else { throw SystemError("compress", errno: .noMemory) }
        return frame
    }
}
