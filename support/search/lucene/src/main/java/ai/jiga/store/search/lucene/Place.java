package ai.jiga.store.search.lucene;

/// Where a hit stands in the order: its sort keys, of each of which more is better, and then its id.
///
/// @param document its number in the reader it was found in; -1 for a place that a cursor names
record Place(double[] keys, String id, int document) implements Comparable<Place> {

    /// The better place is the smaller one.
    @Override
    public int compareTo(Place other) {
        for (int i = 0; i < keys.length; i++) {
            int better = Double.compare(other.keys[i], keys[i]);
            if (better != 0) {
                return better;
            }
        }
        return id.compareTo(other.id);
    }
}
