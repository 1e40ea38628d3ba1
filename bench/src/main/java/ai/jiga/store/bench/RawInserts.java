package ai.jiga.store.bench;

import ai.jiga.store.documents.DocumentJson;
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
    private final PreparedStatement insertToken;
    private long documents;

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
                "INSERT INTO listings(doc, parent, id, body, created, updated, \"@ownerId\", \"@createdAt\", \"@rank\", "
                        + "\"@rating\", \"@price\") VALUES (?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insertToken = connection.prepareStatement("INSERT INTO \"listings by each tokens, createdAt desc\""
                + "(parent, id, f0, f1, doc) VALUES ('', ?, ?, ?, ?)");
    }

    /// @param json of the listing
    void add(String id, Listing listing, String json, long micros) throws SQLException {
        documents++;
        String createdAt = DocumentJson.text(listing.createdAt());
        insert.setLong(1, documents);
        insert.setString(2, id);
        insert.setString(3, json);
        insert.setLong(4, micros);
        insert.setLong(5, micros);
        insert.setString(6, listing.ownerId());
        insert.setString(7, createdAt);
        insert.setString(8, listing.rank());
        insert.setDouble(9, listing.rating());
        insert.setLong(10, listing.price());
        insert.addBatch();
        for (String token : listing.tokens()) {
            insertToken.setString(1, id);
            insertToken.setString(2, token);
            insertToken.setString(3, createdAt);
            insertToken.setLong(4, documents);
            insertToken.addBatch();
        }
    }

    void commit() throws SQLException {
        insert.executeBatch();
        insertToken.executeBatch();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
