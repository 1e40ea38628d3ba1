package ai.jiga.store.badexample.timecomesfromaclock.documents;

import java.util.function.LongSupplier;

final class BadSweeper {
    LongSupplier clock() {
        return System::currentTimeMillis;
    }
}
