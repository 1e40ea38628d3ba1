package ai.jiga.store.badexample.contractsstandonthekernel.documents;

public interface Store {
    long size();
}
