package ai.jiga.store.badexample.packagesarenullmarked.agent;

record Agent(String name) {}
