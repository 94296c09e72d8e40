/// Where in ``HeldFiles`` a thread notes what it holds.
enum HeldPlace: Int32, CaseIterable, Sendable {
    case firstReader, secondReader, largeReader, committer
    /// Not of a thread: the suspect that is read while no other file is in hand, noted from the
    /// beginning until it is put away.
    case suspect
}
