package ai.jiga.store.badexample.usecasesdonotknowwhocalls.session.usecase;

import ai.jiga.store.badexample.usecasesdonotknowwhocalls.session.inbound.EndRequest;

record BadEndSession(EndRequest request) {}
