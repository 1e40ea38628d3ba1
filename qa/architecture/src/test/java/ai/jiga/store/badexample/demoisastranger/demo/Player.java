package ai.jiga.store.badexample.demoisastranger.demo;

record Player(long balance) {}
