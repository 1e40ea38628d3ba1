package ai.jiga.store.live.memory;

import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.live.LiveState;
import ai.jiga.store.live.testkit.LiveMirrorContract;
import java.util.Optional;

class MemoryMirrorTest extends LiveMirrorContract {
    @Override
    protected Looking open() {
        var mirror = new MemoryMirror();
        return new Looking() {
            @Override
            public LiveMirror mirror() {
                return mirror;
            }

            @Override
            public Optional<LiveState> look(String sessionId) {
                return mirror.state(sessionId);
            }

            @Override
            public void close() {
                mirror.close();
            }
        };
    }
}
