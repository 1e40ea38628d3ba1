package ai.jiga.store.documents.firestore;

/// Operations since the store was opened, as Firestore bills them.
public record OperationCount(long reads, long writes, long deletes) {
    static final OperationCount NONE = new OperationCount(0, 0, 0);

    public OperationCount since(OperationCount earlier) {
        return new OperationCount(reads - earlier.reads, writes - earlier.writes, deletes - earlier.deletes);
    }

    OperationCount plus(OperationCount other) {
        return new OperationCount(reads + other.reads, writes + other.writes, deletes + other.deletes);
    }
}
