import Articles
import Foundation
import Testing

@testable import Reading

@Suite struct `Reading web archives` {
    private func page(_ number: Int) -> String {
        let paragraphs = (0..<6).map { "<p>\(report(number * 10 + $0))</p>" }.joined(
            separator: "\n")
        return "<!DOCTYPE html><html><head><title>Ferry \(number) leaves the old harbour</title>"
            + "</head><body><article><h1>Ferry \(number) leaves the old harbour</h1>"
            + paragraphs + "</article></body></html>"
    }

    private func response(_ body: [UInt8], _ headers: String = "", status: Int = 200) -> [UInt8] {
        Array(
            "HTTP/1.1 \(status) OK\r\nContent-Type: text/html; charset=UTF-8\r\n\(headers)\r\n".utf8
        )
            + body
    }

    private func record(
        _ number: Int, _ block: [UInt8], type: String = "response", length: Int? = nil
    ) -> [UInt8] {
        Array(
            """
            WARC/1.0\r
            WARC-Type: \(type)\r
            WARC-Record-ID: <urn:uuid:0000-\(number)>\r
            WARC-Date: 2026-03-04T05:06:07Z\r
            WARC-Target-URI: https://ferries.example/\(number)\r
            Content-Type: application/http; msgtype=\(type)\r
            Content-Length: \(length ?? block.count)\r
            \r

            """.utf8) + block + Array("\r\n\r\n".utf8)
    }

    private func html(_ number: Int) -> [UInt8] { Array(page(number).utf8) }

    @Test func `The pages of responses are articles, with where they are from`() {
        let warc =
            record(1, Array("software: x".utf8), type: "warcinfo") + record(2, response(html(2)))
            + record(3, Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "request")
            + record(4, response(html(4), status: 404)) + record(5, response(html(5)))
        for bytes in [
            warc, Packed.gzip(warc), Packed.gzip(warc) + Packed.gzip(record(6, response(html(6)))),
        ] {
            let outcome = read(bytes)
            let count = bytes.count > Packed.gzip(warc).count && bytes[0] == 0x1F ? 3 : 2
            #expect(outcome.items.count == count && outcome.faults.isEmpty)
            #expect(outcome.items.first?.member == "urn:uuid:0000-2")
            #expect(outcome.drafts.first?.url == "https://ferries.example/2")
            #expect(outcome.items.first?.format == .html)
        }
    }

    @Test func `Chunks and compression of a response are undone`() {
        let body = html(7)
        let size = String(body.count / 2, radix: 16)
        let rest = String(body.count - body.count / 2, radix: 16)
        let chunked =
            Array("\(size)\r\n".utf8) + body.prefix(body.count / 2) + Array("\r\n\(rest)\r\n".utf8)
            + body.suffix(body.count - body.count / 2) + Array("\r\n0\r\n\r\n".utf8)
        let packed = Packed.gzip(body)
        let raw = Array(packed[24..<(packed.count - 8)])
        let plain = read(record(1, response(body))).texts
        #expect(plain.count == 1 && plain[0].contains("Ferry 70 left pier"))
        for block in [
            response(chunked, "Transfer-Encoding: chunked\r\n"),
            response(body, "Transfer-Encoding: chunked\r\n"),
            response(packed, "Content-Encoding: gzip\r\n"),
            response(body, "Content-Encoding: gzip\r\n"),
            response(raw, "Content-Encoding: deflate\r\n"),
        ] {
            #expect(read(record(1, block)).texts == plain)
        }
        let brotli = read(record(1, response([1, 2, 3], "Content-Encoding: br\r\n")))
        #expect(brotli.faults.first?.reason.what.contains("Brotli") == true)
    }

    @Test func `A damaged record is rejected, the rest is read`() {
        let good = record(1, response(html(1)))
        let other = record(3, response(html(3)))
        let short = record(2, response(html(2)), length: 200)
        let outcome = read(good + short + other)
        #expect(outcome.items.first?.member == "urn:uuid:0000-1")
        #expect(outcome.items.last?.member == "urn:uuid:0000-3")
        #expect(outcome.codes.contains("damaged"))
        let nameless = Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n".utf8)
        #expect(read(good + nameless + other).drafts.count == 2)
    }

    @Test func `A record that is cut off waits for the rest`() {
        let warc = record(1, response(html(1))) + record(2, response(html(2)))
        let outcome = read(Array(warc.dropLast(300)))
        #expect(outcome.drafts.count == 1 && outcome.faults.last?.isTruncation == true)
    }

    @Test func `Lengths beyond all bounds do no harm`() {
        for length in ["18446744073709551615", "99999999999999999999", "-1", "", "x"] {
            let warc =
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(length)\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
            _ = read(warc)
        }
    }

    @Test func `An ARC's responses are read, blanks in their addresses or not`() {
        let head = "filedesc://a.arc 127.0.0.1 20260304050607 text/plain 4\n1 0 \n\n"
        let block = response(html(8))
        let line = "https://ferries.example/a b 10.0.0.1 20260304050607 text/html \(block.count)\n"
        let outcome = read(Array((head + line).utf8) + block + [0x0A])
        #expect(outcome.items.map(\.member) == ["https://ferries.example/a b"])
        #expect(outcome.texts.first?.contains("Ferry 80 left pier") == true)
    }
}
