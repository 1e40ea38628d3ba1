package ai.jiga.store.kernel;

/// An identifier as clients see it: opaque text. New ones are UUIDv7 ([Uuid7]); those of the seeded
/// system agents are readable names.
public sealed interface Id permits UserId, AgentId, ListingId, SessionId, TransactionId {
    /// What [#check] lets through, as a pattern of ECMA-262.
    String PATTERN = "^[A-Za-z0-9_-]{1,128}$";

    String value();

    /// What every id must keep, so that it can be a document's id and a path segment.
    ///
    /// @throws IllegalArgumentException unless 1-128 of letters, digits, `-` and `_`
    static void check(String value) {
        if (value.isEmpty() || value.length() > 128) {
            throw new IllegalArgumentException("an id has 1 to 128 characters");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean allowed =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!allowed) {
                throw new IllegalArgumentException("an id consists of letters, digits, '-' and '_'");
            }
        }
    }
}
