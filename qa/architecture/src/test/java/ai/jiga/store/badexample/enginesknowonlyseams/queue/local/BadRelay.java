package ai.jiga.store.badexample.enginesknowonlyseams.queue.local;

import ai.jiga.store.badexample.enginesknowonlyseams.documents.memory.MemoryStore;

record BadRelay(MemoryStore store) {}
