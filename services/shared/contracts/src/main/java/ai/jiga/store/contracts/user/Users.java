package ai.jiga.store.contracts.user;

import ai.jiga.store.kernel.UserId;
import java.util.Optional;

/// The user service, as other services use it.
public interface Users {
    Optional<UserView> find(UserId id);
}
