package ai.jiga.store.badexample.onlyappshavemain.session;

class BadInstanceMain {
    void main() {}
}
