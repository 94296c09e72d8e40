import Markup
import Testing

@testable import Pages

@Suite struct PageTests {
    @Test func `A page without anything has no text`() throws {
        #expect(Page(try MarkupTree(html: [])).body.blocks.isEmpty)
    }
}
