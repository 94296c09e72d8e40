import Testing

@testable import Reporting

@Suite struct StatusLineTests {
    @Test func countsWhatWasDoneAndWhatWaits() {
        var counters = Counters()
        #expect(StatusLine.text(counters) == "0 articles, 0 duplicates; 0 waiting")
        counters.originals = 1
        counters.duplicates = 1
        #expect(StatusLine.text(counters) == "1 article, 1 duplicate; 0 waiting")
        counters.originals = 12_000
        counters.revisions = 408
        counters.duplicates = 1_204
        counters.quarantined = 3
        counters.secondsSinceLast = 2
        #expect(
            StatusLine.text(counters)
                == "12,408 articles, 1,204 duplicates, 3 in quarantine; 0 waiting; last 2 s ago")
        counters.rejected = 4
        counters.waiting = 1_000_000
        counters.secondsSinceLast = 7_300
        #expect(
            StatusLine.text(counters)
                == "12,408 articles, 1,204 duplicates, 3 in quarantine, 4 rejected; "
                + "1,000,000 waiting; last 2 h ago")
    }

    @Test func troubleStandsFirst() {
        var counters = Counters()
        counters.troubles = [.inboxGone, .diskFull]
        counters.unreadable = 2
        #expect(
            StatusLine.text(counters)
                == "No room on the disk; The inbox is gone; 2 files not readable; "
                + "0 articles, 0 duplicates; 0 waiting")
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (-12_345, "-12,345"),
        (.min, "-9,223,372,036,854,775,808"),
    ])
    func numbersAreGrouped(number: Int, text: String) {
        #expect(Figures.grouped(number) == text)
    }
}
