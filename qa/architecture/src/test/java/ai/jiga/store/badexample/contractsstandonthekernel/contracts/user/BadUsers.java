package ai.jiga.store.badexample.contractsstandonthekernel.contracts.user;

import ai.jiga.store.badexample.contractsstandonthekernel.documents.Store;

interface BadUsers {
    Store store();
}
