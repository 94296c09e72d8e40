/// Zones by name.
enum ZoneName {
    /// Those of RFC 822, and others that name one zone in the news (IST and the like name several).
    private static let hours: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
        "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "mez": 1, "mesz": 2,
        "bst": 1, "west": 1, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8,
        "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    ]

    /// Seconds east of UTC, for a name in lower case.
    static func offset(_ name: String) -> Int? { hours[name].map { $0 * 3600 } }
}
