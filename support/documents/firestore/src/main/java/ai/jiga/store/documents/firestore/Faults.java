package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.StorageException;
import ai.jiga.store.documents.StoreUnavailableException;
import com.google.api.core.ApiFuture;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.firestore.FirestoreException;
import io.grpc.Status;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// What the vendor's client reports, in the words of the seam.
final class Faults {
    private Faults() {}

    /// Waits for an answer within a transaction's body. The vendor's own exception comes out as it is, because the
    /// vendor's loop decides by it whether the body runs again.
    static <R> R inBody(ApiFuture<R> answer) {
        try {
            return await(answer);
        } catch (ExecutionException e) {
            throw vendors(e);
        }
    }

    /// Waits for an answer outside of transactions.
    static <R> R outside(ApiFuture<R> answer) {
        try {
            return await(answer);
        } catch (ExecutionException e) {
            throw ours(e.getCause());
        }
    }

    /// Whoever asked learns the outcome, even when interrupted meanwhile.
    static <R> R await(Future<R> answer) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException vendors(ExecutionException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException api) {
                return api;
            }
        }
        return failed.getCause() instanceof RuntimeException runtime
                ? runtime
                : new StorageException("Firestore failed", failed);
    }

    static RuntimeException ours(@Nullable Throwable fault) {
        Status.Code code = code(fault);
        if (fault == null || code == null) {
            return fault instanceof RuntimeException runtime
                    ? runtime
                    : new StorageException("Firestore failed", new IllegalStateException(fault));
        }
        String said = said(fault);
        return switch (code) {
            case ABORTED -> new ContentionException("the transaction lost its race too often: " + said);
            case ALREADY_EXISTS -> new AlreadyExistsException(said);
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, UNKNOWN, INTERNAL, RESOURCE_EXHAUSTED ->
                new StoreUnavailableException(
                        "Firestore does not answer (" + code + "); whether a commit took effect is unknown: " + said,
                        fault);
            case INVALID_ARGUMENT ->
                said.contains("transaction has expired")
                        ? new ContentionException("the transaction took too long: " + said)
                        : new IllegalTransactionException("Firestore refuses it: " + said);
            case UNAUTHENTICATED, PERMISSION_DENIED ->
                new StoreUnavailableException(
                        "Firestore refuses this process's credentials (" + code + "): give its service account the role"
                                + " Cloud Datastore User, or name other credentials with"
                                + " GOOGLE_APPLICATION_CREDENTIALS: " + said,
                        fault);
            case NOT_FOUND ->
                new StoreUnavailableException(
                        "Firestore knows no such database; create it in native mode: " + said, fault);
            case FAILED_PRECONDITION ->
                new StorageException(
                        "Firestore lacks what it needs, an index of infrastructure/firestore perhaps: " + said, fault);
            case OK, OUT_OF_RANGE, UNIMPLEMENTED, DATA_LOSS -> new StorageException("Firestore failed: " + said, fault);
        };
    }

    /// The service's own words, which stand at the bottom of what its client reports.
    private static String said(Throwable fault) {
        Throwable last = fault;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return Objects.requireNonNullElse(last.getMessage(), last.toString());
    }

    private static Status.@Nullable Code code(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException api) {
                return Status.Code.valueOf(api.getStatusCode().getCode().name());
            }
            if (cause instanceof FirestoreException firestore && firestore.getStatus() != null) {
                return firestore.getStatus().getCode();
            }
        }
        return null;
    }
}
