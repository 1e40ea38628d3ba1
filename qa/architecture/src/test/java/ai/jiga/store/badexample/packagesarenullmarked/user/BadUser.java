package ai.jiga.store.badexample.packagesarenullmarked.user;

record BadUser(String email) {}
