package ai.jiga.store.badexample.enginesknowonlyseams.queue.local;

import ai.jiga.store.badexample.enginesknowonlyseams.documents.Store;

record Relay(Store store) {}
