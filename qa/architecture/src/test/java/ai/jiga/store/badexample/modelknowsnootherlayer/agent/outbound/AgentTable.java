package ai.jiga.store.badexample.modelknowsnootherlayer.agent.outbound;

public record AgentTable(String name) {}
