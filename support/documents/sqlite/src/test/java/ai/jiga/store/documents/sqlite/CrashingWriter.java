package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.sqlite.Tickets.Ticket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// A process that writes until it is killed, and notes in a file of its own what was acknowledged: each transaction
/// makes two documents, so that half of one would show.
final class CrashingWriter {
    private CrashingWriter() {}

    static Process start(Path folder, Path acknowledged) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        CrashingWriter.class.getName(),
                        folder.toString(),
                        acknowledged.toString())
                .start();
    }

    public static void main(String[] args) throws IOException {
        var next = new AtomicLong();
        try (SqliteDocuments store = Tickets.open(Path.of(args[0]));
                FileChannel acknowledged = FileChannel.open(
                        Path.of(args[1]),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.WRITE)) {
            long first = store.count(Tickets.TICKETS.query())
                    + 1_000_000L * ProcessHandle.current().pid();
            Thread[] writers = new Thread[8];
            for (int i = 0; i < writers.length; i++) {
                writers[i] = Thread.ofVirtual().start(() -> {
                    while (true) {
                        String id = Long.toString(first + next.incrementAndGet());
                        store.transact(tx -> {
                            tx.create(Tickets.TICKETS.id(id + "a"), Ticket.of("o", 1));
                            tx.create(Tickets.TICKETS.id(id + "b"), Ticket.of("o", 2));
                            return true;
                        });
                        note(acknowledged, id);
                    }
                });
            }
            for (Thread writer : writers) {
                writer.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized void note(FileChannel acknowledged, String id) {
        try {
            acknowledged.write(ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
