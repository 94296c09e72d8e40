import JSON

extension FileReference {
    /// A path of any bytes as a string from which they can be had again: bytes that are no UTF-8
    /// become %XX, and % becomes %25.
    package static func printed(path: some Collection<UInt8>) -> String {
        let path = Array(path)
        return path.withUnsafeBytes { bytes in
            if UTF8Validation.isValid(bytes), !bytes.contains(0x25) {
                return String(decoding: bytes, as: UTF8.self)
            }
            var printed: [UInt8] = []
            printed.reserveCapacity(bytes.count + 16)
            var offset = 0
            while offset < bytes.count {
                if bytes[offset] != 0x25,
                    case .scalar(let length) = UTF8Validation.sequence(at: offset, in: bytes)
                {
                    printed.append(contentsOf: bytes[offset..<offset + length])
                    offset += length
                } else {
                    printed.append(0x25)
                    printed.append(hexDigit(bytes[offset] >> 4))
                    printed.append(hexDigit(bytes[offset] & 15))
                    offset += 1
                }
            }
            return String(decoding: printed, as: UTF8.self)
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? value + 0x30 : value + 0x37
    }
}
