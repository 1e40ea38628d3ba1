package ai.jiga.store.assets.images;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The images that are taken, known by their first bytes.
enum ImageKind {
    PNG("png") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, "\u0089PNG\r\n\u001a\n");
        }
    },
    JPEG("jpeg") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, "\u00ff\u00d8\u00ff");
        }
    },
    GIF("gif") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, "GIF87a") || at(bytes, 0, "GIF89a");
        }
    },
    WEBP("webp") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, "RIFF") && at(bytes, 8, "WEBPVP8");
        }
    };

    private final String format;

    ImageKind(String format) {
        this.format = format;
    }

    abstract boolean begins(byte[] bytes);

    /// As Java's image library calls it.
    String format() {
        return format;
    }

    static Optional<ImageKind> of(byte[] bytes) {
        for (ImageKind kind : values()) {
            if (kind.begins(bytes)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Whether these characters, one byte each, stand there.
    static boolean at(byte[] bytes, int from, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        if (from < 0 || bytes.length - from < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
