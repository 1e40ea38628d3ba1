package ai.jiga.store.badexample.nostaticstate.session;

final class BadCounter {
    private static int open;

    private BadCounter() {}

    static int opened() {
        return ++open;
    }
}
