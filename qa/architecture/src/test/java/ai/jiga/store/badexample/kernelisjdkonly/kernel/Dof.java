package ai.jiga.store.badexample.kernelisjdkonly.kernel;

record Dof(long units) {}
