package ai.jiga.store.badexample.modelknowsnootherlayer.agent.model;

import ai.jiga.store.badexample.modelknowsnootherlayer.agent.outbound.AgentTable;

record BadAgent(AgentTable table) {}
