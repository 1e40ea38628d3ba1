package ai.jiga.store.badexample.nostaticstate.session;

final class Counter {
    private static final int FIRST = 1;

    private int open = FIRST;

    int opened() {
        return ++open;
    }
}
