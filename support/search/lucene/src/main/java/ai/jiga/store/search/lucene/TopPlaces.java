package ai.jiga.store.search.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The best places among the documents offered, and how many of them come after a cursor.
final class TopPlaces {
    private final int wanted;
    private final @Nullable Place after;
    private final PriorityQueue<Place> worstFirst = new PriorityQueue<>(Collections.reverseOrder());
    private long eligible;

    TopPlaces(int wanted, @Nullable Place after) {
        this.wanted = wanted;
        this.after = after;
    }

    void offer(Order.Keys keys, int document, String id, int documentBase) {
        if (after != null && keys.compare(document, id, after) <= 0) {
            return;
        }
        eligible++;
        if (worstFirst.size() == wanted) {
            Place worst = worstFirst.element();
            if (keys.compare(document, id, worst) >= 0) {
                return;
            }
            worstFirst.remove();
        }
        worstFirst.add(keys.place(document, id, documentBase));
    }

    /// Whether there are more than were wanted.
    boolean more() {
        return eligible > wanted;
    }

    List<Place> bestFirst() {
        List<Place> places = new ArrayList<>(worstFirst);
        Collections.sort(places);
        return places;
    }
}
