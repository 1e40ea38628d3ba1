package ai.jiga.store.badexample.seamsknowonlyseams.models;

import ai.jiga.store.badexample.seamsknowonlyseams.session.Session;

record BadRuntime(Session session) {}
