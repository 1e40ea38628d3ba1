package ai.jiga.store.revocation;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.UserId;

/// Asked by every door that a token or a ticket opens, and by what stays open behind it. Costs a look into memory,
/// and hardly ever more.
public interface EndedSignIns {
    /// Whether what the user was let in by is over. May ask the documents.
    boolean include(UserId user, Admission admission);

    /// The same without waiting, for a thread that must not: false, too, where there is something to wait for.
    default boolean includeAtOnce(UserId user, Admission admission) {
        return include(user, admission);
    }

    /// False for somebody of whom nobody said by what they came.
    default boolean include(Caller.User user) {
        Admission admission = user.admission();
        return admission != null && include(user.id(), admission);
    }
}
