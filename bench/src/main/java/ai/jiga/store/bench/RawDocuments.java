package ai.jiga.store.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/// What SQLite does at best with a few documents that belong together: one thread inserts them by id into a table that
/// has no other index, with the store's settings, so many at a time in a commit.
final class RawDocuments implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private long next;

    private RawDocuments(Connection connection) throws SQLException {
        this.connection = connection;
        insert = connection.prepareStatement("INSERT INTO documents VALUES (?, ?)");
    }

    static RawDocuments in(Path folder) throws SQLException {
        var properties = new Properties();
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("wal_autocheckpoint", "4000");
        properties.setProperty("cache_size", "-65536");
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("raw.db"), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE documents(id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT");
        }
        connection.setAutoCommit(false);
        return new RawDocuments(connection);
    }

    /// How often a second they are all inserted.
    double rate(List<String> documents, int batch, Duration slice) throws SQLException {
        long start = System.nanoTime();
        long times = 0;
        while (System.nanoTime() - start < slice.toNanos()) {
            for (int i = 0; i < batch; i++) {
                for (String document : documents) {
                    insert.setString(1, Listing.id(++next));
                    insert.setString(2, document);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
            times += batch;
        }
        return times * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
