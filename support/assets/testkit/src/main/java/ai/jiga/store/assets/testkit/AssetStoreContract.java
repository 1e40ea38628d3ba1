package ai.jiga.store.assets.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.assets.AssetContent;
import ai.jiga.store.assets.AssetName;
import ai.jiga.store.assets.AssetStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every store of assets must do.
public abstract class AssetStoreContract {
    /// The engine under test, empty and with no other user.
    protected abstract AssetStore store();

    private static AssetName name(int of) {
        return new AssetName(String.format("%064x", of), 512);
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(AssetStore store, AssetName name) throws IOException {
        try (AssetContent content = store.open(name).orElseThrow()) {
            byte[] read = content.stream().readAllBytes();
            assertThat(content.length()).isEqualTo(read.length);
            return read;
        }
    }

    @Test
    void whatWasPutIsReadByteForByte() throws IOException {
        AssetStore store = store();
        for (int length : new int[] {1, 1_000, 5 << 20}) {
            store.put(name(length), bytes(length, length));
        }

        for (int length : new int[] {1, 1_000, 5 << 20}) {
            assertThat(read(store, name(length))).isEqualTo(bytes(length, length));
        }
    }

    @Test
    void whatWasNeverPutIsNotThere() {
        AssetStore store = store();
        store.put(name(1), bytes(10, 1));

        assertThat(store.open(name(2))).isEmpty();
        assertThat(store.open(new AssetName(name(1).digest(), 128))).isEmpty();
    }

    @Test
    void theFirstContentOfANameIsTheOnlyOne() throws IOException {
        AssetStore store = store();
        store.put(name(1), bytes(10, 1));

        store.put(name(1), bytes(20, 2));

        assertThat(read(store, name(1))).isEqualTo(bytes(10, 1));
    }

    @Test
    void whatIsReadWhileItIsPutIsWhole() throws Exception {
        AssetStore store = store();
        var contents = new ArrayList<byte[]>();
        for (int i = 0; i < 4; i++) {
            contents.add(bytes(200_000, i));
        }
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            contents.forEach(content -> work.add(threads.submit(() -> {
                start.await();
                store.put(name(7), content);
                return content;
            })));
            for (int i = 0; i < 4; i++) {
                work.add(threads.submit(() -> {
                    start.await();
                    for (int look = 0; look < 50; look++) {
                        if (store.open(name(7)).isPresent()) {
                            byte[] seen = read(store, name(7));
                            assertThat(contents).anyMatch(content -> Arrays.equals(content, seen));
                        }
                    }
                    return name(7);
                }));
            }
            start.countDown();
            for (Future<?> each : work) {
                finish(each);
            }
        }
        byte[] first = read(store, name(7));
        assertThat(contents).anyMatch(content -> Arrays.equals(content, first));
    }

    private static void finish(Future<?> work) throws Exception {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    void itIsReachedBelowAnAbsoluteAddress() {
        AssetStore store = store();

        assertThat(store.base().isAbsolute()).isTrue();
        assertThat(store.base().toString()).endsWith("/");
        assertThat(store.base().resolve(name(1).toString()).toString()).endsWith("/" + name(1));
    }
}
