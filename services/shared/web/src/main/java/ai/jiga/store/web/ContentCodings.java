package ai.jiga.store.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a client can unpack (RFC 9110, 12.5.3).
public final class ContentCodings {
    private ContentCodings() {}

    /// @param acceptEncoding the header of this name, or null
    /// @return whether gzip is wanted: named, or meant by `*`, and not with a weight of zero
    public static boolean acceptGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean any = false;
        for (String member : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = member.split(";");
            String coding = parts.length == 0 ? "" : parts[0].strip();
            boolean wanted = true;
            for (int i = 1; i < parts.length; i++) {
                wanted &= !parts[i].replaceAll("\\s", "").matches("q=0(\\.0{0,3})?");
            }
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return wanted;
            }
            any |= coding.equals("*") && wanted;
        }
        return any;
    }
}
