package ai.jiga.store.agent.inbound;

/// The forms that texts of a body keep.
final class Texts {
    /// One visible line: no control characters, no half surrogates, nothing that hides or turns round what follows.
    static final String LINE =
            "[^\\p{Cc}\\p{Cs}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2028\\u2029\\u2060-\\u2069\\uFEFF]*";

    static final String LINE_MESSAGE = "is one line without control or invisible characters";

    static final String LINES = "[\\n\\r\\t[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]]*";
    static final String LINES_MESSAGE = "holds no control characters but line breaks";

    /// Pages load pictures over https only; those of the store itself go by their names.
    static final String PICTURE =
            "https://[^\\s\"'<>\\\\^`{|}\\p{Cc}\\p{Cs}]+|asset:[0-9a-f]{64}-[1-9][0-9]{0,4}\\.webp";

    static final String PICTURE_MESSAGE = "is an https:// address";

    /// A language tag such as `en-GB` (RFC 5646).
    static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}";

    static final String LANGUAGE_MESSAGE = "is a language tag such as en-GB";

    private Texts() {}
}
