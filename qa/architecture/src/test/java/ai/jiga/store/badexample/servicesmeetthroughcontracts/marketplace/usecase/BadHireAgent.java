package ai.jiga.store.badexample.servicesmeetthroughcontracts.marketplace.usecase;

import ai.jiga.store.badexample.servicesmeetthroughcontracts.session.model.Session;

record BadHireAgent(Session session) {}
