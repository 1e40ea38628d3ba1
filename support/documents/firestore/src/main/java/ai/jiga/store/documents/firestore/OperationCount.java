package ai.jiga.store.documents.firestore;

/// Operations since the store was opened, as Firestore bills them.
public record OperationCount(long reads, long writes, long deletes) {
    public OperationCount since(OperationCount earlier) {
        return new OperationCount(reads - earlier.reads, writes - earlier.writes, deletes - earlier.deletes);
    }
}
