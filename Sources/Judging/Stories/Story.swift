import Articles

/// Articles that report the same event, as one point among the terms.
struct Story {
    struct Weight {
        var term: UInt32
        var weight: Float
    }

    /// The first article.
    var first: ContentID
    /// The time of its latest article.
    var latest: Moment
    var language: UInt32
    var articleCount: Int32
    /// Of length 1, in the order of the terms.
    var centre: [Weight]

    /// Terms that a story keeps, once several articles have joined.
    static let keptTerms = 64

    /// Where both tell so many details, they share one if they tell the same event.
    private static let manyDetails = 3
    private static let withoutDetail: Float = 0.6

    /// How near `vector` is to the centre: the cosine of the angle between them, less where both are
    /// full of details and have none in common.
    func nearness(to vector: [Weight]) -> Float {
        var details = 0
        var cosine: Float = 0
        var own = 0
        var other = 0
        while own < centre.count, other < vector.count {
            let a = centre[own]
            let b = vector[other]
            if a.term == b.term {
                cosine += a.weight * b.weight
                if a.term >= StoryTerm.detailBit { details += 1 }
            }
            own += a.term <= b.term ? 1 : 0
            other += b.term <= a.term ? 1 : 0
        }
        if details == 0, Self.isDetailed(centre), Self.isDetailed(vector) {
            cosine *= Self.withoutDetail
        }
        return cosine
    }

    /// Moves the centre to the mean of all articles, `vector` being of length 1.
    mutating func add(_ vector: [Weight], at time: Moment) {
        latest = max(latest, time)
        articleCount += 1
        let share = 1 / Float(min(articleCount, 18))
        var merged: [Weight] = []
        merged.reserveCapacity(centre.count + vector.count)
        var own = 0
        var other = 0
        while own < centre.count || other < vector.count {
            let a = own < centre.count ? centre[own].term : .max
            let b = other < vector.count ? vector[other].term : .max
            var weight: Float = 0
            if own < centre.count, a <= b { weight += centre[own].weight * (1 - share) }
            if other < vector.count, b <= a { weight += vector[other].weight * share }
            merged.append(Weight(term: min(a, b), weight: weight))
            own += a <= b ? 1 : 0
            other += b <= a ? 1 : 0
        }
        if merged.count > Self.keptTerms {
            merged.sort { ($0.weight, $0.term) > ($1.weight, $1.term) }
            merged.removeSubrange(Self.keptTerms...)
            merged.sort { $0.term < $1.term }
        }
        centre = Self.normalised(merged)
    }

    /// Details stand at the end, as their bit is the highest.
    private static func isDetailed(_ vector: [Weight]) -> Bool {
        vector.count >= manyDetails
            && vector[vector.count - manyDetails].term >= StoryTerm.detailBit
    }

    /// Scaled to length 1.
    static func normalised(_ vector: consuming [Weight]) -> [Weight] {
        var vector = vector
        var square: Float = 0
        for entry in vector { square += entry.weight * entry.weight }
        guard square > 0 else { return vector }
        let scale = 1 / square.squareRoot()
        for index in vector.indices { vector[index].weight *= scale }
        return vector
    }
}
