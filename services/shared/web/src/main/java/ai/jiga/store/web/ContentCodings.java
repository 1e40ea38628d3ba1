package ai.jiga.store.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a client can unpack (RFC 9110, 12.5.3).
public final class ContentCodings {
    private ContentCodings() {}

    public static boolean acceptGzip(@Nullable String acceptEncoding) {
        return accept(acceptEncoding, "gzip");
    }

    /// @param acceptEncoding the header of this name, or null
    /// @param wished such as `gzip`, which is also called `x-gzip`
    /// @return whether it is wanted: named, or meant by `*`, and not with a weight of zero
    public static boolean accept(@Nullable String acceptEncoding, String wished) {
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
            if (coding.equals(wished) || coding.equals("x-" + wished)) {
                return wanted;
            }
            any |= coding.equals("*") && wanted;
        }
        return any;
    }
}
