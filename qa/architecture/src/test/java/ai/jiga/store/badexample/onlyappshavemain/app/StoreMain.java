package ai.jiga.store.badexample.onlyappshavemain.app;

final class StoreMain {
    private StoreMain() {}

    public static void main(String[] arguments) {}
}
