package ai.jiga.store.badexample.modelknowsnootherlayer.agent.model;

record Agent(String name) {}
