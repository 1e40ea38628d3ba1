package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.InvalidCursorException;
import ai.jiga.store.search.Sort;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The total order of a search: the asked sort, the declared ranking, the id. Each criterion is a number of
/// which more is better; one that a document lacks is negative infinity.
final class Order {

    /// One criterion; without an attribute it is the points of the text.
    private record Criterion(@Nullable String attribute, boolean descending) {}

    private static final byte CURSOR_FORMAT = 2;

    private final List<Criterion> criteria = new ArrayList<>();
    private final int fingerprint;

    Order(IndexDefinition definition, Sort sort) {
        criteria.add(
                switch (sort) {
                    case Sort.Relevance ignored -> new Criterion(null, true);
                    case Sort.ByNumber by -> new Criterion(by.attribute(), by.descending());
                });
        definition.ranking().forEach(attribute -> criteria.add(new Criterion(attribute, true)));
        fingerprint = criteria.toString().hashCode();
    }

    /// The keys of the documents of one segment.
    Keys keys(SegmentColumns columns, short @Nullable [] points) {
        double[][] numbers = new double[criteria.size()][];
        for (int i = 0; i < numbers.length; i++) {
            String attribute = criteria.get(i).attribute();
            numbers[i] = attribute == null ? new double[0] : columns.number(attribute);
        }
        return new Keys(numbers, points);
    }

    /// The criteria of this order, read from the columns of one segment.
    final class Keys {
        private final double[][] numbers;
        private final short @Nullable [] points;

        private Keys(double[][] numbers, short @Nullable [] points) {
            this.numbers = numbers;
            this.points = points;
        }

        double key(int criterion, int document) {
            Criterion by = criteria.get(criterion);
            if (by.attribute() == null) {
                return points == null ? 0 : points[document];
            }
            double value = numbers[criterion][document];
            if (Double.isNaN(value)) {
                return Double.NEGATIVE_INFINITY;
            }
            // Adding zero makes minus zero plain zero, which compare() would tell apart.
            return (by.descending() ? value : -value) + 0.0;
        }

        /// Negative when the document stands before the place.
        int compare(int document, String id, Place place) {
            for (int i = 0; i < numbers.length; i++) {
                int better = Double.compare(place.keys()[i], key(i, document));
                if (better != 0) {
                    return better;
                }
            }
            return id.compareTo(place.id());
        }

        Place place(int document, String id, int documentBase) {
            double[] keys = new double[numbers.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = key(i, document);
            }
            return new Place(keys, id, documentBase + document);
        }
    }

    /// Where a search goes on.
    ///
    /// @param reading how the query was read so far, and will be
    record Cursor(Place after, Reading reading) {}

    String cursor(Cursor cursor) {
        Place place = cursor.after();
        byte[] id = place.id().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(head() + id.length);
        bytes.put(CURSOR_FORMAT).putInt(fingerprint).putInt(cursor.reading().packed());
        for (double key : place.keys()) {
            bytes.putDouble(key);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.put(id).array());
    }

    private int head() {
        return 1 + 2 * Integer.BYTES + criteria.size() * Double.BYTES;
    }

    /// @throws InvalidCursorException when it is not a cursor of this order
    Cursor cursor(String cursor) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
        if (bytes.remaining() <= head() || bytes.get() != CURSOR_FORMAT || bytes.getInt() != fingerprint) {
            throw new InvalidCursorException();
        }
        Reading reading = Reading.unpacked(bytes.getInt());
        double[] keys = new double[criteria.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = bytes.getDouble();
            if (Double.isNaN(keys[i])) {
                throw new InvalidCursorException();
            }
        }
        try {
            String id = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new Cursor(new Place(keys, id, -1), reading);
        } catch (CharacterCodingException e) {
            throw new InvalidCursorException();
        }
    }
}
