import Markup
import Testing

struct TextBlocksTests {
    private func text(_ html: String) throws -> String {
        String(decoding: try TextBlocks.plainText(html: Array(html.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        ("2019<sup><a href='#fn1' id='r1'>1</a></sup> and", "2019 and"),
        ("2019<a href='#fn1'><sup>1</sup></a> and", "2019¹ and"),
        ("2019<sup><a href='#n'>[12]</a></sup> and<sup>†</sup>", "2019[12] and"),
        ("10<sup>6</sup> t, m<sup> 2 </sup>, Na<sup>+</sup>", "10⁶ t, m², Na⁺"),
        ("10<sup>−3</sup>, x<sup>n-1</sup>, e<sup>x</sup>", "10⁻³, xⁿ⁻¹, ex"),
        ("the 1<sup>st</sup> <sup><a href='/x'>new</a></sup>", "the 1st new"),
        ("a<sup><a href='/note'>1</a></sup><sup></sup>b", "a¹b"),
        ("<sup><a href='#x'>Read the whole of the story</a></sup>", "Read the whole of the story"),
    ])
    func `Superscripts are marks of notes, powers or letters`(_ html: String, _ plain: String)
        throws
    {
        #expect(try text("<p>\(html)</p>") == plain)
    }

    @Test(arguments: [
        ("<ol start=5><li>a<li>b</ol>", "5. a\n\n6. b"),
        ("<ol start=x><li>a<li>b</ol>", "1. a\n\n2. b"),
        ("<ol reversed><li>a<li>b<ul><li>n</ul><li>c</ol>", "3. a\n\n2. b\n\n- n\n\n1. c"),
        ("<ol reversed start=0><li>a<li>b</ol>", "0. a\n\n-1. b"),
        ("<ol><li value=7>a<li>b</ol>", "7. a\n\n8. b"),
        ("<ol type=a start=26><li>a<li>b</ol>", "z. a\n\naa. b"),
        ("<ol type=A start=0><li>a<li>b</ol>", "0. a\n\nA. b"),
        ("<ol type=i start=3><li>a<li>b</ol>", "iii. a\n\niv. b"),
        ("<ol type=I start=1999><li>a<li>b</ol>", "MCMXCIX. a\n\nMM. b"),
        ("<ol start=99999999999999999999><li>a</ol>", "1. a"),
    ])
    func `Lists are numbered as the page says`(_ html: String, _ plain: String) throws {
        #expect(try text(html) == plain)
    }

    @Test func `Empty cells keep their places`() throws {
        let table = """
            <table><tr><th></th><th>2024</th><th> 2025 </th></tr>
            <tr><th>Sales</th><td></td><td>31</td><td></td></tr><tr><td></td><td></td></tr>
            <tr><td>Profit<td>5<td><b>6</b></table>
            """
        #expect(try text(table) == "| 2024 | 2025\n\nSales | | 31\n\nProfit | 5 | 6")
    }

    private static let first =
        "The port authority of Harlow said on Tuesday that the quay was shut."
    private static let second =
        "No one was hurt, but about forty containers had been damaged there."

    @Test(arguments: ["", " ", "\n  "])
    func `Elements of a page's own that hold sentences are paragraphs`(_ gap: String) throws {
        let html = "<div><x-p>\(Self.first)</x-p>\(gap)<x-p>\(Self.second)</x-p></div>"
        #expect(try text(html) == Self.first + "\n\n" + Self.second)
    }

    @Test func `Elements of a page's own part words`() throws {
        let open = String(Self.first.dropLast())
        #expect(try text("<x-p>\(open)</x-p><x-p>\(Self.second)</x-p>") == open + " " + Self.second)
        #expect(try text("<x-p>\(Self.first)</x-p>Then") == Self.first + "\n\nThen")
        #expect(try text("He <x-a>\(Self.first)</x-a> said") == "He \(Self.first) said")
        #expect(try text("<p>(<x-a>Harlow</x-a>), <x-a>no</x-a>.</p>") == "(Harlow), no.")
    }
}
