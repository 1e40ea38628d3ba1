package ai.jiga.store.badexample.enginesknowonlyseams.queue.local;

import ai.jiga.store.badexample.enginesknowonlyseams.documents.engine.Codec;

record BadCodec(Codec codec) {}
