package ai.jiga.store.badexample.contractsstandonthekernel.contracts.user;

import ai.jiga.store.badexample.contractsstandonthekernel.kernel.UserId;

interface Users {
    boolean exists(UserId id);
}
