import Articles

/// What is kept in memory of an original or a revision: 56 bytes.
struct KnownArticle {
    var id: ContentID
    var time: Moment
    /// Of its guid and URL; 0 where it has none.
    var guid: UInt64
    var url: UInt64
    /// The first original of its chain, as its own record says; see ``ArticleIndex/root(of:)``.
    var root: Ordinal
    /// For a root: the newest that was ever admitted to its chain. For others: the one that was so
    /// before.
    var newest: Ordinal
    var story: UInt32
    /// 0 for an original, then 1, 2, 3… along the chain.
    var revision: UInt16
    /// How many keys it has in the index.
    var keyCount: UInt16
}
