import Markup
import Testing

struct MarkupTreeTests {
    private func outline(_ tree: MarkupTree) -> String {
        var outline = ""
        func write(_ node: Int) {
            if tree.isText(node) {
                outline += String(decoding: tree.text(node), as: UTF8.self)
                return
            }
            outline += "<\(tree.name(node))"
            for (name, _, value) in tree.attributes(of: node) {
                outline += " \(name)=\(String(decoding: value, as: UTF8.self))"
            }
            outline += ">"
            for child in tree.children(node) { write(child) }
            outline += "</>"
        }
        for child in tree.children(0) { write(child) }
        return outline
    }

    @Test func `HTML is read as browsers do`() throws {
        let tree = try MarkupTree(
            html: Array("<p class='a b'>One &amp; two<p>Three<br>é&nbsp;&hellip;".utf8))
        #expect(
            outline(tree)
                == "<html><body><p class=a b>One & two</><p>Three<br></>é\u{A0}…</></></>")
    }

    @Test func `XML knows its names and expands nothing`() throws {
        let tree = try MarkupTree(
            xml: Array(
                """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y SYSTEM "file:///etc/passwd">]>
                <a xmlns="urn:a" xmlns:b="urn:b"><b:c d="1 &lt; 2 &eacute;&x;">ü &x;&y;&eacute;</b:c></a>
                """.utf8))
        #expect(outline(tree).contains("<c d=1 < 2 é&x;>ü &x;&y;é</>"))
        let root = try #require(MarkupElement.root(of: tree))
        #expect(root.namespace == "urn:a")
        #expect(root.child("c")?.namespace == "urn:b")
    }

    @Test func `References after an error are read`() throws {
        let tree = try MarkupTree(xml: Array("<a>1 & 2 &bad 3 <b>R&amp;D</b>&lt;&hellip;</a>".utf8))
        #expect(tree.fault != nil)
        #expect(outline(tree).contains("<b>R&D</><…"), "\(outline(tree))")
    }

    @Test func `XML that is cut or broken gives what stands before`() throws {
        let cut = try MarkupTree(xml: Array("<a><b>one</b><b>tw".utf8))
        #expect(cut.fault == .truncated(line: 1), "\(String(describing: cut.fault))")
        #expect(outline(cut).contains("one"))
        let broken = try MarkupTree(xml: Array("<a><b>one</c></a>".utf8))
        guard case .broken(1, _) = broken.fault else {
            Issue.record("\(String(describing: broken.fault))")
            return
        }
    }

    @Test func `Depth is bounded`() throws {
        for count in [100, 1000, 100_000] {
            let html = Array(String(repeating: "<div>", count: count).utf8) + Array("end".utf8)
            let tree = try MarkupTree(html: html)
            var deepest = 0
            for node in 0..<tree.count {
                var depth = 0
                var at = node
                while at > 0 { (at, depth) = (tree.parent(at), depth + 1) }
                deepest = max(deepest, depth)
            }
            #expect(deepest <= MarkupTree.depth)
            #expect(tree.fault == nil)
            #expect(outline(tree).contains("end"))
        }
    }

    @Test func `What lies too deep in HTML stays in its order`() throws {
        let html = (0..<9000).map { "<p>\n<font a='b>'>é \($0)." }.joined() + "<b>end</b>"
        let tree = try MarkupTree(html: Array(html.utf8))
        var texts: [String] = []
        for node in 0..<tree.count where tree.isText(node) {
            let text = String(decoding: tree.text(node), as: UTF8.self)
            if text.contains("é") { texts.append(text) }
            if text.contains("é 8999.") { #expect(tree.line(node) == 9001) }
        }
        #expect(texts == (0..<9000).map { "é \($0)." })
        #expect((0..<tree.count).contains { tree.tag($0) == .b })
    }

    @Test func `XML that is too deep is a fault`() throws {
        let tree = try MarkupTree(xml: Array(String(repeating: "<a>", count: 5000).utf8))
        #expect(tree.fault == .tooDeep(line: 1))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<a b='1'>\n<a (0)>", "<a b='1'>\n<a c=\"<d>\" (0)/>",
            "<!-- <a b='> -->\n<a (0)>", "<script>'<a b=\"'</script>\n<a (0)>",
            "<?x a='?>\n<a (0)>", "<p b c=>\n<a,/x(0)>",
        ])
    func `A tag with too many attributes is a fault`(_ markup: String) throws {
        func crowded(_ count: Int) -> [UInt8] {
            let attributes = (0..<count).map { " a\($0)='\"<'" }.joined()
            return Array(markup.replacing("(0)", with: attributes).utf8)
        }
        #expect(throws: MarkupFault.crowdedTag(line: 2)) {
            try MarkupTree(html: crowded(100_000))
        }
        #expect(throws: MarkupFault.crowdedTag(line: 2)) {
            try MarkupTree(xml: crowded(100_000))
        }
        #expect(try MarkupTree(html: crowded(4000)).count > 0)
    }

    @Test(.timeLimit(.minutes(1)))
    func `Attributes that are only declared are not there`() throws {
        let declared = (0..<2000).map { "a\($0) CDATA 'x'" }.joined(separator: " ")
        let xml =
            "<!DOCTYPE a [<!ATTLIST a \(declared)>]><a>"
            + String(repeating: "<a b='c'/>", count: 20_000) + "</a>"
        let tree = try MarkupTree(xml: Array(xml.utf8))
        #expect(tree.fault == nil)
        #expect((1..<tree.count).allSatisfy { tree.attributes(of: $0).count < 2 })
    }

    @Test func `Blocks keep the structure of the page`() throws {
        let text = try TextBlocks.plainText(
            html: Array(
                """
                <h2>Head</h2><p>One <b>bold</b>
                line</p><ul><li>a<li>b</ul><ol><li>x<li><p>y</p></ol>
                <blockquote><p>Said.</p></blockquote><script>no()</script>
                <table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>first<br><br>second
                """.utf8))
        #expect(
            String(decoding: text, as: UTF8.self)
                == """
                Head

                One bold line

                - a

                - b

                1. x

                2. y

                > Said.

                1 | 2

                3 | 4

                first

                second
                """)
    }
}

struct ProgramsInPagesTests {
    private func texts(_ html: String) throws -> [String] {
        let tree = try MarkupTree(html: Array(html.utf8))
        return (0..<tree.count).filter(tree.isText).map {
            String(decoding: tree.text($0), as: UTF8.self)
        }
    }

    @Test func `Programs are left out and linked data stays`() throws {
        let texts = try texts(
            """
            <script>var a = "</p>" < 1</script><STYLE media=">">p { b: c }</STYLE ><p>one</p>\
            <script type="application/LD+json">{"d": 1}</script><scripture>two</scripture>
            """)
        #expect(!texts.contains { $0.contains("var") || $0.contains("b: c") }, "\(texts)")
        #expect(texts.contains(#"{"d": 1}"#))
        #expect(texts.contains("one") && texts.contains("two"))
    }

    @Test func `Lines are counted through a program`() throws {
        let tree = try MarkupTree(html: Array("<script>\n\nx()\n</script>\n<p>here</p>".utf8))
        let paragraph = try #require((0..<tree.count).first { tree.tag($0) == .p })
        #expect(tree.line(paragraph) == 5)
    }

    @Test(arguments: ["<script", "<script>a", "<script src='a>b", "a<style>", "<script></scrip"])
    func `What is not closed is read as it stands`(_ html: String) throws {
        #expect(try MarkupTree(html: Array((html + "<").utf8)).count > 0)
    }

    @Test(.timeLimit(.minutes(1)))
    func `Many that are not closed take no longer`() throws {
        let html = String(repeating: "<script a='<style b=\">", count: 200_000)
        #expect(try MarkupTree(html: Array(html.utf8)).count > 0)
        let open = String(repeating: "<script a='<style b=\"", count: 200_000)
        #expect(throws: MarkupFault.crowdedTag(line: 1)) {
            try MarkupTree(html: Array(open.utf8))
        }
    }
}
