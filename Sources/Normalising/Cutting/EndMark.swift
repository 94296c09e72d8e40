/// "ENDS", "-30-", "(END)", "###": what tells an editor that nothing follows.
struct EndMark: LineRule {
    let rule = Rule.endMark
    let reach = Reach.tail

    private static let marks = Set(
        [
            "ENDS", "Ends", "END", "(END)", "(ENDS)", "(ends)", "(end)", "-ENDS-", "-ends-",
            "- ENDS -", "- ends -", "-END-", "– ENDS –", "– Ends –", "—ENDS—", "-30-", "- 30 -",
            "– 30 –", "—30—", "– 30 -", "30-30-30", "###", "# # #", "#####", "-0-", "(完)", "（完）",
            "(了)", "（了）", "(FIN)", "-FIN-", "- Ende -",
        ].map { Array($0.utf8) })

    func mayTake(_ passage: Passage) -> Bool {
        passage.count <= 16
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        line.printed.count <= 16 && Self.marks.contains(Array(line.printed))
    }
}
