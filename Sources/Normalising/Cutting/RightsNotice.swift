import Articles

/// Copyright and reprint notices of the publisher's; they go to the record's licence, verbatim.
struct RightsNotice: LineRule {
    let rule = Rule.rights
    let reach = Reach.tail

    private static let marks = Phrases([
        "©", "(c) 19", "(c) 20", "copyright ©", "copyright (c)", "copyright 19", "copyright 20",
        "copyright by ", "版权所有", "无断转载", "無断転載", "禁無断転載", "未经授权", "未经许可",
    ])
    private static let whole = Phrases([
        "all rights reserved", "alle rechte vorbehalten", "tous droits réservés",
        "todos los derechos reservados", "tutti i diritti riservati",
        "todos os direitos reservados", "все права защищены", "版权所有", "無断転載を禁じます",
        "禁無断転載", "reproduction without permission is prohibited",
        "reproduction in whole or in part without permission is prohibited",
        "toute reproduction interdite", "nachdruck verboten",
    ])
    /// What a notice speaks of when it speaks of itself.
    private static let selves = Phrases([
        "this article ", "this story ", "this report ", "this material ", "this content ",
        "this piece ", "this post ", "this text ", "this page ", "this document ",
        "the content of this ", "the above article ", "no part of this ", "reproduction of this ",
        "dieser artikel ", "dieser beitrag ", "dieser text ", "cet article ", "ce contenu ",
        "este artículo ", "este contenido ", "эта статья ", "данный материал ",
        "本文", "本稿", "本网", "本サイト", "本記事", "当サイト", "この記事",
    ])
    private static let terms = Phrases([
        "reprinted", "republished", "reproduced", "redistributed", "exclusive contribution",
        "copyright", "all rights reserved", "without permission", "creative commons",
        "under licence", "under license", "urheberrecht", "nachgedruckt", "reproduit",
        "reproducid", "перепечат", "воспроизвед", "转载", "转引", "転載", "独家稿件", "版权",
    ])
    private static let republished = Phrases([
        "reprinted with permission", "republished with permission",
        "reprinted by permission", "republished under ", "reproduced with permission",
        "used with permission", "перепечатка ", "nachdruck ", "prohibida su reproducción",
        "prohibida la reproducción", "未经授权", "未经许可", "转载请注明", "無断転載",
    ])

    func mayTake(_ passage: Passage) -> Bool {
        passage.count <= 700
            && (Self.whole.mayBegin(passage) || Self.marks.mayBegin(passage)
                || Self.republished.mayBegin(passage) || Self.selves.mayBegin(passage)
                || Self.whole.isSuffix(of: Folding.fold(passage.suffix(80)).withoutStop))
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        guard line.printed.count <= 700, !line.isQuoted, isNotice(line) else { return false }
        return !place.isIntroduced
    }

    private func isNotice(_ line: Line) -> Bool {
        let bare = line.folded.withoutStop
        if Self.whole.equals(bare) { return true }
        return speaksOfRights(line, bare) && !line.isAttributed
    }

    private func speaksOfRights(_ line: Line, _ bare: [UInt8]) -> Bool {
        if Self.marks.prefix(of: line.folded) != nil { return line.wordCount <= 70 }
        if line.wordCount <= 25 && Self.whole.isSuffix(of: bare) && Self.hasYear(line.printed) {
            return true
        }
        if Self.republished.prefix(of: line.folded) != nil { return line.wordCount <= 50 }
        return Self.selves.prefix(of: line.folded) != nil && Self.terms.isContained(in: line.folded)
    }

    func keep(_ line: Line, in article: inout Article) -> Bool {
        let notice = line.printed.string
        guard let known = article.license else {
            article.license = notice
            return true
        }
        // Notices are met from the last to the first.
        if known != notice && !known.hasPrefix(notice + "\n") && !known.hasSuffix("\n" + notice)
            && !known.contains("\n" + notice + "\n")
        {
            article.license = notice + "\n" + known
        }
        return true
    }

    private static func hasYear(_ passage: Passage) -> Bool {
        passage.words.contains { word in
            let digits = word.filter(\.isASCIIDigit)
            return digits.count == 4
                && (digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]))
        }
    }
}
