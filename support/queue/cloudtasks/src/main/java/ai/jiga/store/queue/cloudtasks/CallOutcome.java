package ai.jiga.store.queue.cloudtasks;

/// What became of a call, and the HTTP status that tells the vendor: after any 2xx it forgets the task, after
/// everything else it calls again, later and later.
public sealed interface CallOutcome {
    int status();

    /// The task has run and is gone; or there is nothing to run: it was done before, cancelled, or moved to a later
    /// time that has a call of its own.
    record Settled() implements CallOutcome {
        @Override
        public int status() {
            return 204;
        }
    }

    /// The handler failed.
    record Failed() implements CallOutcome {
        @Override
        public int status() {
            return 500;
        }
    }

    /// Not now: another call of this task is running, the task is not due for some seconds, it was scheduled again
    /// while it ran, the store or the issuer's keys are away, or this process stops.
    record NotNow() implements CallOutcome {
        @Override
        public int status() {
            return 503;
        }
    }

    /// The call is not the vendor's. Answer nothing but the status.
    record Refused() implements CallOutcome {
        @Override
        public int status() {
            return 401;
        }
    }
}
