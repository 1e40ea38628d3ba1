package ai.jiga.store.badexample.servicesmeetthroughcontracts.marketplace.usecase;

import ai.jiga.store.badexample.servicesmeetthroughcontracts.contracts.session.Sessions;

record HireAgent(Sessions sessions) {}
