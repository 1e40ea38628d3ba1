package ai.jiga.store.assets;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a public file: what it holds, by its SHA-256, and in which form. Under one name there is one
/// content for ever, so it may be cached for ever. It is a plain word: no name leads out of a folder.
///
/// @param digest SHA-256 in hexadecimal, 64 digits
/// @param width of the form, in pixels at most: 1 to 99,999
public record AssetName(String digest, int width) {
    /// The only form in which images are kept.
    public static final String CONTENT_TYPE = "image/webp";

    /// What a stored text begins with when the name of an asset follows.
    public static final String SCHEME = "asset:";

    private static final int WIDEST = 99_999;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{64})-([1-9][0-9]{0,4})\\.webp");

    public AssetName {
        if (!DIGEST.matcher(digest).matches() || width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("not the name of an asset: " + digest + ", " + width);
        }
    }

    /// A name as it stands in an address; empty for what can be no name.
    public static Optional<AssetName> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new AssetName(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /// How documents name it: the address comes and goes with where the store is reached.
    public String reference() {
        return SCHEME + this;
    }

    @Override
    public String toString() {
        return digest + "-" + width + ".webp";
    }
}
