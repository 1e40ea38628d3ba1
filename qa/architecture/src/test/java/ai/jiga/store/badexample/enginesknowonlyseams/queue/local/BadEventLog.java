package ai.jiga.store.badexample.enginesknowonlyseams.queue.local;

import ai.jiga.store.badexample.enginesknowonlyseams.kernel.Text;

record BadEventLog(Text[] lines) {}
