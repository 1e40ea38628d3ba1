package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A connection with its prepared statements. Used by one thread at a time. Parameters are `String`, `Long`,
/// `Double` and null.
final class Session implements AutoCloseable {
    private static final int MAX_STATEMENTS = 300;

    private final Connection connection;
    private final LinkedHashMap<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

    Session(Connection connection) {
        this.connection = connection;
    }

    /// Makes something of a row.
    @FunctionalInterface
    interface RowMapper<R> {
        R map(ResultSet row) throws SQLException;
    }

    /// Runs a statement that has no answer.
    void run(String sql, Object... parameters) {
        run(sql, Arrays.asList(parameters));
    }

    void run(String sql, List<? extends @Nullable Object> parameters) {
        try {
            PreparedStatement statement = prepared(sql);
            for (int i = 0; i < parameters.size(); i++) {
                bind(statement, i + 1, parameters.get(i));
            }
            statement.execute();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Runs a statement that changes one row.
    ///
    /// @throws StorageException when it changed none or several: what it was made from is not so any more
    void change(String sql, List<? extends @Nullable Object> parameters) {
        try {
            PreparedStatement statement = prepared(sql);
            for (int i = 0; i < parameters.size(); i++) {
                bind(statement, i + 1, parameters.get(i));
            }
            int changed = statement.executeUpdate();
            if (changed != 1) {
                String text = "SQLite changed " + changed + " rows instead of one: " + sql;
                throw new StorageException(text, new IllegalStateException(text));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Runs a statement once, without keeping it.
    void runOnce(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    <R> @Nullable R first(String sql, RowMapper<R> mapper, Object... parameters) {
        try {
            PreparedStatement statement = prepared(sql);
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? mapper.map(rows) : null;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    <R> List<R> list(String sql, List<Object> parameters, RowMapper<R> mapper) {
        try {
            PreparedStatement statement = prepared(sql);
            for (int i = 0; i < parameters.size(); i++) {
                bind(statement, i + 1, parameters.get(i));
            }
            List<R> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapper.map(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    long number(String sql, List<Object> parameters) {
        return list(sql, parameters, row -> row.getLong(1)).getFirst();
    }

    String pragma(String name) {
        List<String> values = list("PRAGMA " + name, List.of(), row -> row.getString(1));
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// What stands in a column, as a parameter would be.
    static @Nullable Object column(ResultSet row, int position) throws SQLException {
        return switch (row.getObject(position)) {
            case Integer small -> (Object) small.longValue();
            case null -> null;
            case Object value -> value;
        };
    }

    private static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(position, Types.NULL);
            case String text -> statement.setString(position, text);
            case Long number -> statement.setLong(position, number);
            case Double number -> statement.setDouble(position, number);
            default -> throw new IllegalArgumentException("not a parameter: " + value.getClass());
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            if (statements.size() == MAX_STATEMENTS) {
                Map.Entry<String, PreparedStatement> eldest = statements.pollFirstEntry();
                eldest.getValue().close();
            }
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private static RuntimeException failure(SQLException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("integer overflow")) {
            var overflow = new ArithmeticException("the sum is past the range of a long");
            overflow.initCause(e);
            return overflow;
        }
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        // The extended codes of one family, such as SQLITE_IOERR_FSYNC, share their low byte.
        return switch (code.code & 0xff) {
            case 13 -> new StorageException("the disk that holds the documents is full", e);
            case 11, 26 -> new StorageException("the documents' file is damaged: restore a backup", e);
            case 10 -> new StorageException("the documents' file cannot be read or written", e);
            case 8 -> new StorageException("the documents' file may not be written", e);
            default -> new StorageException("SQLite failed: " + text, e);
        };
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            statements.clear();
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
