package ai.jiga.store.kernel;

/// Carries a [Rejection] out of an edge (a REST resource, a WebSocket frame) to the one place that renders
/// it. Use cases return [Outcome]; they do not throw this.
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public RejectedException(Rejection rejection) {
        // No stack trace: this is an answer, not a fault.
        super(rejection.code() + ": " + rejection.detail(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
