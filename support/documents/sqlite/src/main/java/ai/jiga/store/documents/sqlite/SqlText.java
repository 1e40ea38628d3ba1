package ai.jiga.store.documents.sqlite;

import java.util.regex.Pattern;

/// Names and JSON fields as SQL.
final class SqlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /// Before every number and text: JSON has no infinity. Stands for JSON's null where a key may not be
    /// NULL.
    static final String FLOOR = "-9e999";

    private SqlText() {}

    static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// A field's value: whole number, real, text, or NULL (absent, too); booleans are 0 and 1.
    static String value(String body, String field) {
        return "json_extract(" + body + "," + path(field) + ")";
    }

    /// `null`, `true`, `integer`, `text` ..., or NULL when the field is absent.
    static String type(String body, String field) {
        return "json_type(" + body + "," + path(field) + ")";
    }

    static String path(String field) {
        var path = new StringBuilder("$");
        for (String part : field.split("\\.", -1)) {
            boolean plain = PLAIN.matcher(part).matches();
            path.append('.').append(plain ? part : "\"" + part + "\"");
        }
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
