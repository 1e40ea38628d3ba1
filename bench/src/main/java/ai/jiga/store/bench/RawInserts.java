package ai.jiga.store.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

/// What SQLite does at best through JDBC: one thread that inserts into the same tables with the same
/// indexes and the same settings, in batches, committing each.
final class RawInserts implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;

    /// @param folder of a store that was opened once, so that its tables are there
    RawInserts(Path folder) throws SQLException {
        var properties = new Properties();
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("wal_autocheckpoint", "4000");
        properties.setProperty("cache_size", "-65536");
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store.db"), properties);
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(
                "INSERT INTO listings(parent, id, body, created, updated) VALUES ('', ?, ?, ?, ?)");
    }

    void add(String id, String json, long micros) throws SQLException {
        insert.setString(1, id);
        insert.setString(2, json);
        insert.setLong(3, micros);
        insert.setLong(4, micros);
        insert.addBatch();
    }

    void commit() throws SQLException {
        insert.executeBatch();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
