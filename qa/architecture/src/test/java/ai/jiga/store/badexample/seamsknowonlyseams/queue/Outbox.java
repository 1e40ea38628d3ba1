package ai.jiga.store.badexample.seamsknowonlyseams.queue;

import ai.jiga.store.badexample.seamsknowonlyseams.documents.Store;

record Outbox(Store store) {}
