/// Where two texts part and meet again, in time linear in their length.
///
/// Both are read from the start; where they differ, the nearest place at which three words in a row
/// agree again ends the edit. Moved passages come out as one edit where they left and another where
/// they arrived; `ShingleTable` knows that they are not new.
struct Alignment {
    /// Words of the older text that gave way to words of the newer one; either may be empty.
    struct Edit {
        var older: Range<Int>
        var newer: Range<Int>
    }

    private(set) var edits: [Edit] = []

    mutating func align(older: [Word], newer: [Word], using shingles: inout ShingleTable) {
        edits.removeAll(keepingCapacity: true)
        var i = 0
        var j = 0
        while i < older.count, j < newer.count {
            if older[i].hash == newer[j].hash {
                i += 1
                j += 1
                continue
            }
            guard var meeting = meeting(i, j, newer.count, &shingles) else { break }
            let next = meeting
            while meeting.i > i, meeting.j > j,
                older[meeting.i - 1].hash == newer[meeting.j - 1].hash
            {
                meeting.i -= 1
                meeting.j -= 1
            }
            edits.append(Edit(older: i..<meeting.i, newer: j..<meeting.j))
            (i, j) = next
        }
        if i < older.count || j < newer.count { appendTail(older, newer, i, j) }
    }

    /// The meeting that skips the fewest words. What is looked at in vain is no more than what is
    /// skipped, so all looking together is linear.
    private func meeting(
        _ i: Int, _ j: Int, _ end: Int, _ shingles: inout ShingleTable
    ) -> (i: Int, j: Int)? {
        var best: (i: Int, j: Int)?
        var cost = Int.max
        var ahead = j
        while ahead < end, ahead - j < cost {
            if let place = shingles.placeInOlder(ofNewer: ahead, from: i) {
                let skipped = ahead - j + place - i
                if skipped < cost {
                    cost = skipped
                    best = (place, ahead)
                }
            }
            ahead += 1
        }
        return best
    }

    /// The last edit, without the words that both texts end with.
    private mutating func appendTail(_ older: [Word], _ newer: [Word], _ i: Int, _ j: Int) {
        var olderEnd = older.count
        var newerEnd = newer.count
        while olderEnd > i, newerEnd > j, older[olderEnd - 1].hash == newer[newerEnd - 1].hash {
            olderEnd -= 1
            newerEnd -= 1
        }
        edits.append(Edit(older: i..<olderEnd, newer: j..<newerEnd))
    }
}
