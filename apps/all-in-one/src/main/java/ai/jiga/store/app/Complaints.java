package ai.jiga.store.app;

import ai.jiga.store.app.settings.ListenAddress;
import ai.jiga.store.assets.AssetsUnusableException;
import ai.jiga.store.documents.NewerFormatException;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.documents.UnreadableFieldException;
import ai.jiga.store.documents.sqlite.FolderInUseException;
import ai.jiga.store.documents.sqlite.UnusableBackupException;
import ai.jiga.store.queue.QueueUnusableException;
import java.net.BindException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Faults that the operator can mend, whose messages were written for the operator.
final class Complaints {
    private Complaints() {}

    /// Of a start: where it was to listen may be at fault, too.
    static Optional<String> of(@Nullable Throwable fault, ListenAddress listen) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return Optional.of(listen.inWords(cause));
            }
        }
        return of(fault);
    }

    static Optional<String> of(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean written = cause instanceof FolderInUseException
                    || cause instanceof StoreUnavailableException
                    || cause instanceof UnreadableFieldException
                    || cause instanceof NewerFormatException
                    || cause instanceof UnusableBackupException
                    || cause instanceof QueueUnusableException
                    || cause instanceof AssetsUnusableException;
            if (written) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
