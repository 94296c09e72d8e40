import Articles
import Judging
import Testing

/// Texts that tell the same in other letters or figures, and those that only look so.
@Suite struct DamageTests {
    private static let report = """
        The harbour board of Ostermund closed the northern quay on Tuesday after divers found three \
        cracks below the waterline, and said that repairs would take until the end of the month.

        Ships of more than 90 metres go to the oil pier meanwhile. The board expects that 46 calls \
        have to be moved and that the work will cost 2.4 million crowns, most of it for steel.

        A spokeswoman said the cracks were seen during a yearly inspection and had not been there \
        before the storm in February. Fishing boats may use the inner basin as before, she added.
        """

    /// As a scanner reads a bad print: letters for letters, digits and letters mixed up, lost spaces.
    private static let scanned =
        report
        .replacing("harbour", with: "barbour").replacing("northern", with: "nortbern")
        .replacing("divers", with: "clivers").replacing("cracks", with: "crocks")
        .replacing("waterline", with: "watcrline").replacing("would take", with: "wouldtake")
        .replacing("meanwhile", with: "meanwbile").replacing("expects", with: "cxpects")
        .replacing("million", with: "mi1lion").replacing("inspection", with: "iuspection")
        .replacing("spokeswoman", with: "spokeswornan").replacing("Fishing", with: "Fisbing")
        .replacing("before the storm", with: "bcfore tbe storm")
        .replacing("basin", with: "bosin").replacing("added", with: "odded")

    @Test func `A copy with damaged letters is a near copy`() throws {
        var desk = Desk()
        let first = try desk.drop(article(Self.report))
        let copy = try desk.drop(article(Self.scanned), hours: 1)
        #expect(copy.verdict == .duplicate && copy.match == .near)
        #expect(copy.original == first.original && copy.similarity ?? 0 > 0.9)
    }

    @Test func `Another figure is no damage`() throws {
        var desk = Desk()
        let first = try desk.drop(article(Self.report))
        let text = Self.scanned.replacing("46 calls", with: "49 calls")
        let second = try desk.drop(article(text), hours: 1)
        #expect(second.verdict == .revision && second.original == first.original)
    }

    private static let table = """
        Share 72 cents against 148 cents
        Net 4,466,006 against 9,091,688
        Revenue 12,141,000 against 14,280,000
        Six months
        Share 77 cents against 151 cents
        Net 4,752,455 against 9,265,457
        Revenue 21,444,149 against 27,911,000
        """

    @Test func `A table that is told again with rounded figures is the same report`() throws {
        var desk = Desk()
        let headline = "Osterby Timber second quarter"
        let first = try desk.drop(article(Self.table, headline: headline))
        let text =
            Self.table.replacing("12,141,000", with: "12.1 million")
            .replacing("14,280,000", with: "14.3 million").replacing(
                "Six months", with: "First half")
            + "\nThe figures include charges for the fire at the northern mill."
        let second = try desk.drop(article(text, headline: headline), hours: 1)
        #expect(second.verdict == .revision && second.original == first.original)
    }

    @Test func `The same table with the figures of another quarter is another report`() throws {
        var desk = Desk()
        _ = try desk.drop(article(Self.table, headline: "Osterby Timber second quarter"))
        var text = Self.table
        for (old, new) in [
            ("72", "31"), ("148", "66"), ("4,466,006", "1,922,310"), ("9,091,688", "3,870,112"),
            ("12,141,000", "9,410,000"), ("14,280,000", "9,954,000"), ("77", "38"),
            ("4,752,455", "2,210,007"), ("21,444,149", "18,320,555"),
        ] { text = text.replacing(old, with: new) }
        let second = try desk.drop(
            article(text, headline: "Osterby Timber second quarter"), hours: 1)
        #expect(second.verdict == .original)
    }

    @Test func `The same words of another subject, with other figures, are another report`() throws
    {
        let text = """
            Shares of Hallgrim rose on Monday after the maker of pumps said that it had won an order \
            over 120 units from the port of Maro. Hallgrim will deliver 40 of them this year and the \
            rest by 2029, the company said. Analysts had expected an order of 80 units. Hallgrim has \
            2,300 workers and sold pumps for 410 million crowns last year, more than in any year \
            before. The order is the largest in the history of Hallgrim.
            """
        var desk = Desk()
        _ = try desk.drop(article(text))
        let other = text.replacing("Hallgrim", with: "Sundvik").replacing("120", with: "95")
            .replacing("2,300", with: "1,850")
        #expect(try desk.drop(article(other), hours: 1).verdict == .original)
        // A misspelt name is corrected, and no figure with it.
        var corrected = Desk()
        _ = try corrected.drop(article(text))
        let spelt = text.replacing("Hallgrim", with: "Hallgrimm")
        #expect(try corrected.drop(article(spelt), hours: 1).verdict != .original)
    }

    @Test func `A brief that is taken out of a report days later adds nothing`() throws {
        let headline = "Quay closed after divers find cracks"
        let long = Self.report + "\n\n" + Samples.orchard
        var desk = Desk()
        let first = try desk.drop(article(long, headline: headline))
        let brief = Self.report.split(separator: "\n\n")[0]
        let second = try desk.drop(article(String(brief), headline: headline), hours: 70)
        #expect(second.verdict == .duplicate && second.match == .partial)
        #expect(second.original == first.original)
    }
}
