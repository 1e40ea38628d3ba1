package ai.jiga.store.badexample.timecomesfromaclock.bench;

final class Stopwatch {
    long now() {
        return System.currentTimeMillis();
    }
}
