package ai.jiga.store.badexample.onlyappshavemain.user;

final class BadMain {
    private BadMain() {}

    public static void main(String[] arguments) {}
}
