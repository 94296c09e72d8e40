/// Where and when a report was filed, from the head of its first paragraph ("TOKYO, May 23 –").
package struct Dateline: Sendable, Hashable {
    /// The place or places, as printed ("TOKYO", "PARIS/BERLIN").
    package var place: String
    /// The date, as printed ("May 23"), where one stood there.
    package var date: String?
    /// The whole of it as it stood in the text, its dash included.
    package var printed: String

    package init(place: String, date: String?, printed: String) {
        self.place = place
        self.date = date
        self.printed = printed
    }
}
