package ai.jiga.store.badexample.onlyappshavemain.session;

interface Session {
    /// A word of the domain, not a way to start a process.
    String main(int match);
}
