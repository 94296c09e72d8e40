/// Words before the date of a change.
enum UpdateWord {
    private static let words = [
        "update", "modified", "revised", "edited", "reviewed", "aktualisiert", "geändert",
        "mis à jour", "modifié", "actualizado", "actualización", "modificado", "atualizad",
        "aggiornat", "modificat", "bijgewerkt", "gewijzigd", "opdateret", "oppdatert", "uppdaterad",
        "päivitetty", "обновлено", "изменено", "aktualizacja", "aktualizováno", "güncelleme",
        "更新", "最終更新", "edit date", "reviewed on", "letzte änderung", "zuletzt",
    ]

    /// - Parameter text: in lower case.
    static func isIn(_ text: String) -> Bool {
        if text.split(whereSeparator: { $0 == " " || $0 == ":" }).last == "stand" { return true }
        return !text.isEmpty && words.contains { text.contains($0) }
    }
}

/// Words before the date of publication.
enum PublishWord {
    private static let words = [
        "publish", "posted", "issued", "released", "first appeared", "veröffentlicht", "erstellt",
        "publiziert", "erschienen", "geschrieben am", "datum", "publié", "publicado", "publicación",
        "pubblicat", "gepubliceerd", "geplaatst", "publiceret", "publisert", "publicerad",
        "julkaistu",
        "опубликовано", "дата", "opublikowano", "publikováno", "yayın", "发布", "发表", "公開", "掲載",
        "date:", "written on", "eingestellt", "gepostet", "wurde am", "beitrag vom", "vom",
    ]

    /// - Parameter text: in lower case.
    static func isIn(_ text: String) -> Bool {
        !text.isEmpty && words.contains { text.contains($0) }
    }
}

/// Words before dates of something else than the article.
enum OtherDateWord {
    private static let words = [
        "aktuelle zeit", "current time", "time now", "heute ist", "today is", "copyright", "©",
        "since", "seit", "registriert", "joined", "member since", "gültig", "valid until",
        "expires",
        "deadline", "event date",
    ]

    /// - Parameter text: in lower case.
    static func isIn(_ text: String) -> Bool {
        !text.isEmpty && words.contains { text.contains($0) }
    }
}
