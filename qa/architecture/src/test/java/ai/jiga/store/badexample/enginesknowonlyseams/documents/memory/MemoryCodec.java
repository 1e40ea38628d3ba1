package ai.jiga.store.badexample.enginesknowonlyseams.documents.memory;

import ai.jiga.store.badexample.enginesknowonlyseams.documents.engine.Codec;

record MemoryCodec(Codec codec) {}
