package ai.jiga.store.documents;

/// The data was written by a newer version of the program, which this one must not touch. The message says
/// what to do.
public final class NewerFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param what was written, such as a file or a database
    /// @param found the format it has
    /// @param known the newest format that this program reads
    public NewerFormatException(String what, long found, long known) {
        super(what + " was written by a newer version of JIGA Store (format " + found + ", this version knows up to "
                + known + "). Start that newer version again, or restore a backup that this version made.");
    }
}
