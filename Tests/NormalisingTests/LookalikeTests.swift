import Testing

@testable import Normalising

/// Endings that look like tails and are the report's. Not a word of them may go.
@Suite("Lookalike endings stay")
struct LookalikeTests {
    static let endings: [(name: String, lines: [String])] = [
        (
            "a squad list",
            [
                "The squad for the match in Ostermund:", "Goalkeepers: Per Lindqvist, Ola Brandt",
                "Defenders: Jan Moe, Erik Dahl, Tor Vik", "Forwards: Nils Aas, Rolf Berg",
            ]
        ),
        (
            "a squad list, nothing announcing it",
            [
                "Per Lindqvist (Ostermund Athletic)", "Ola Brandt (Northern Rovers)",
                "Jan Moe (Vestby Town)", "Erik Dahl (Ostermund Athletic)",
                "Tor Vik (Harbour United)",
            ]
        ),
        (
            "a recipe",
            [
                "Ingredients", "500 g herring fillets", "2 onions, sliced", "1 tbsp sugar",
                "Salt the fish and leave it overnight in a cool place",
                "Slice the onions thinly and layer them with the fish",
                "Pour the cold brine over it and wait three days before serving",
            ]
        ),
        (
            "verse with stops",
            [
                "The gates are old, the gates are green,", "The sea has gnawed them thin;",
                "And those who never saw the sea", "Would never let it in.",
            ]
        ),
        (
            "verse without stops",
            [
                "I walked along the northern wall where all the ships had been",
                "And every rope and every sail was silver, grey and green",
                "And no one called me by my name and no one turned to see",
                "How slowly on the morning tide the harbour went from me",
                "And I have kept the lantern lit as long as oil would last",
            ]
        ),
        (
            "results",
            [
                "Ostermund Athletic 2-1 Northern Rovers", "Vestby Town 0-0 Harbour United",
                "Fjord City 3-2 Inland Wanderers", "Queens Park 1-4 Western Albion",
            ]
        ),
        (
            "results in words",
            [
                "Lena Brandt beat Sofia Moe in straight sets on the centre court",
                "Anna Vik beat Maria Dahl in three sets after a long delay for rain",
                "Julia Aas beat Karin Berg in straight sets under the new roof",
                "Petra Lund beat Elsa Holm in straight sets on the second court",
                "Clara Ness beat Ida Strand in three sets late in the evening",
            ]
        ),
        (
            "results in title case",
            [
                "Brandt Defeats Moe in Straight Sets to Reach the Quarter Finals",
                "Vik Defeats Dahl After Long Delay to Reach the Quarter Finals",
                "Aas Defeats Berg in Straight Sets to Reach the Quarter Finals",
                "Lund Defeats Holm in Tight Match to Reach the Quarter Finals",
            ]
        ),
        (
            "a table",
            [
                "Basin | Depth | Berths", "Northern | 7.5 m | 41", "Southern | 9 m | 63",
                "Old Cannery | 4 m | 12",
            ]
        ),
        (
            "a quoted notice",
            [
                "The notice on the gate reads:",
                "This material is protected by copyright and may not be reproduced.",
                "All rights reserved.",
            ]
        ),
        (
            "a notice in quotation marks",
            [
                "\u{201C}Disclaimer: the views expressed in this article are those of its author.\u{201D}"
            ]
        ),
        (
            "a disclaimer that the report announces",
            [
                "The leaflet closes with the following words.",
                "Disclaimer: The author accepts no responsibility for the content of this article.",
            ]
        ),
        (
            "a list of names",
            ["Ingrid Solvang", "Per Lindqvist", "Ola Brandt", "Jan Moe", "Erik Dahl"]
        ),
        (
            "offices",
            [
                "Ingrid Solvang, Minister of Fisheries and Coastal Affairs and the North",
                "Per Lindqvist, Minister of Justice and Public Security and Emergencies",
                "Ola Brandt, Minister of Trade and Industry and Regional Development",
                "Jan Moe, Minister of Education and Research and Higher Learning",
            ]
        ),
        (
            "films",
            [
                "The Man Who Sold the Harbour to the Sea",
                "A Short History of Nearly All the Herring",
                "One Night Over the Northern Basin", "Return of the Lock Keeper",
                "The Last Lighthouse",
            ]
        ),
        (
            "books with authors",
            [
                "The Winter of the Herring by Solveig Brandt", "Gates of the North by Per Moe",
                "A Life Among Divers by Rolf Aas", "The Quay and Other Stories by Elsa Holm",
            ]
        ),
        (
            "questions and answers",
            [
                "Q: When will the basin open again?", "A: In February, if the weather is kind.",
                "Q: Who pays for the quay?", "A: The authority does.",
            ]
        ),
        (
            "election results",
            [
                "Solvang (Coastal Party) 23,451", "Lindqvist (Labour) 21,007",
                "Brandt (Centre) 9,812", "Turnout 71.4 %",
            ]
        ),
        ("a short last paragraph", ["The case continues."]),
        ("a shorter one", ["He smiled."]),
        ("a last line without a stop", ["Story code: HX000123Q"]),
        (
            "headlines in a report about headlines",
            [
                "The jury chose the best headlines that the paper printed in its hundred years.",
                "Harbour Master Refuses to Open Gates Amid Storm of Protest From Crews",
                "Council Votes to Move Lighthouse After Keeper Complains About the View",
                "Herring Return to Ostermund as Scientists Admit They Counted Wrong",
                "King Visits Cannery and Leaves Before Lunch Despite Promise to Stay",
            ]
        ),
        (
            "headlines after a colon",
            [
                "The students had to rewrite these lines:",
                "Harbour Master Refuses to Open Gates Amid Storm of Protest From Crews",
                "Council Votes to Move Lighthouse After Keeper Complains About the View",
                "Herring Return to Ostermund as Scientists Admit They Counted Wrong",
                "King Visits Cannery and Leaves Before Lunch Despite Promise to Stay",
            ]
        ),
        (
            "points of a summary",
            [
                "The northern basin closes for eleven months from April",
                "Divers replace the lock gates, which are ninety years old",
                "Fishing crews ask for a temporary quay near the old cannery",
                "The authority has set aside four million crowns for it",
                "A decision is expected before the herring season opens",
            ]
        ),
        (
            "steps",
            [
                "Sign up for the parish newsletter",
                "Write to the harbour master before the hearing",
                "Join the crews at the old cannery on Saturday",
            ]
        ),
        (
            "advice in sentences",
            [
                "Subscribe to the storm alerts of the coast guard, so that a warning reaches you at sea."
            ]
        ),
        (
            "\u{201C}also read\u{201D} in a sentence",
            ["Also read at the ceremony were letters from former keepers."]
        ),
        (
            "a report about newsletters",
            [
                "Sign up for our newsletter and win a boat, the forged message said, according to police."
            ]
        ),
        (
            "resolutions",
            [
                "Motion to Extend the Northern Breakwater Before the Winter Storms",
                "Motion to Raise the Mooring Fees for Pleasure Boats Over Ten Metres",
                "Motion to Open the Old Cannery as a Museum Despite the Cost",
                "Motion to Name the New Quay After the Late Keeper of the Light",
            ]
        ),
        (
            "awards",
            [
                "Picture: The Lock Keeper", "Director: Solveig Brandt", "Music: Rolf Aas",
                "Photo: Elsa Holm",
            ]
        ),
        (
            "a speech",
            [
                "We will not leave this harbour to the wind and to the sea.",
                "Our fathers built the wall with stones they carried from the hills above the town.",
                "We will not leave this harbour to the wind and to the sea.",
                "Our mothers lit the lamps and counted every boat that came back in the night.",
            ]
        ),
        (
            "a transcript",
            [
                "SOLVANG: The gates will be replaced before the season opens in the spring.",
                "LINDQVIST: You said the same last year, and the year before that as well.",
                "SOLVANG: The gates will be replaced before the season opens in the spring.",
            ]
        ),
        (
            "a sentence about copyright",
            ["The manual may not be reprinted without permission, the court ruled."]
        ),
        ("a signature", ["Ingrid Solvang", "Harbour master, Ostermund"]),
        (
            "reporting as a subject",
            ["Reporting by the newspaper led to two resignations last year."]
        ),
        (
            "an address for readers",
            ["Comments can be sent to the harbour office until the end of the month."]
        ),
        (
            "a conference programme",
            [
                "Opening of the Conference by the Minister of Fisheries",
                "Lecture on the Decline of the Northern Herring Stocks",
                "Panel on the Future of Small Harbours in the Region",
                "Dinner in the Great Hall of the Old Cannery",
            ]
        ),
        (
            "songs",
            [
                "I Want to Hold Your Anchor", "Don't Let the Sun Set Over Me",
                "Here Comes the Tide",
                "While My Rudder Gently Turns",
            ]
        ),
        ("a thank-you in another language", ["Заседание продолжится в понедельник."]),
        (
            "how they voted",
            ["How they voted:", "Coastal Party: for", "Labour: against", "Centre: abstained"]
        ),
        (
            "a calendar",
            [
                "Thursday: Ministers meet crew leaders in Ostermund",
                "Friday: Council opens debate on the new harbour budget",
                "Monday: Court rules on the appeal of the cannery's owners",
                "Tuesday: Governor signs the law at the old customs house",
            ]
        ),
        (
            "programmes of parties",
            [
                "The Coastal Party Wants to Raise the Fees to Nine Hundred Crowns",
                "The Labour Party Wants to Link the Fees to the Price of Herring",
                "The Centre Party Wants to Leave the Fees to the Harbour Master",
                "The Green Party Wants to Raise Them for Pleasure Boats Alone",
            ]
        ),
        ("an invitation", ["Join the crews at the old cannery on Saturday at noon."]),
        ("a contact", ["Anyone who saw the boat is asked to call the coast guard on 800 200 300."]),
        ("copyright as a subject", ["Copyright law was not part of the package."]),
        (
            "tags as a subject",
            ["Tags: yellow for cod, blue for herring, according to the ministry."]
        ),
        (
            "a list of questions",
            [
                "Which harbour closes its gates most often?",
                "Who sets the fees in each of the basins?",
                "How many crews land their catch at night?",
            ]
        ),
        (
            "contributing as a subject",
            ["Three divers, said the master, contributed to this report."]
        ),
        ("a last sentence in Chinese", ["案件仍在进一步审理中。"]),
    ]

    @Test(arguments: endings.indices)
    func stays(index: Int) throws {
        let ending = Self.endings[index]
        for separator in ["\n", "\n\n"] {
            let lines = Report.paragraphs + ending.lines
            let result = try plain(lines.joined(separator: separator))
            #expect(result.paragraphs == lines, "\(ending.name)")
            #expect(result.cuts.isEmpty, "\(ending.name)")
            try expectAtRest(result)
        }
    }

    static let wholes: [[String]] = [
        [
            "The gates are old and the gates are green", "The sea has gnawed them thin",
            "And those who never saw the sea", "Would never let it in",
        ],
        ["500 g herring", "2 onions", "1 tbsp sugar", "Salt", "Pepper"],
        ["Ostermund 2 Vestby 1", "Fjord City 0 Queens Park 0", "Albion 3 Rovers 2"],
        ["Disclaimer: The author accepts no responsibility for this article."],
        ["Subscribe to our newsletter"],
        ["ALSO READ", "READ MORE"],
    ]

    @Test("a text of short lines stays whole", arguments: wholes)
    func wholeStays(lines: [String]) throws {
        let result = try plain(lines.joined(separator: "\n"))
        #expect(result.article.headline == nil)
        #expect(result.paragraphs == lines || lines.count == 2)
        #expect(!result.paragraphs.isEmpty)
        try expectAtRest(result)
    }
}
