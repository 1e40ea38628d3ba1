package ai.jiga.store.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What two spellings of one name have in common: `Pokémon` composed or decomposed, `VALORANT` and `Valorant` with a
/// space after it. For comparing, never for showing.
public final class TextKey {
    private TextKey() {}

    /// NFKC with case folded and ignorable characters removed (`toNFKC_Casefold`, UAX 31), white space collapsed.
    public static String of(String text) {
        String folded = Normalizer2.getNFKCCasefoldInstance().normalize(text);
        return folded.strip().replaceAll("\\p{IsWhite_Space}+", " ");
    }

    /// Each name once, in the spelling that comes first.
    public static List<String> distinct(Collection<String> names) {
        Map<String, String> spellings = new LinkedHashMap<>();
        names.forEach(name -> spellings.putIfAbsent(of(name), name.strip()));
        return List.copyOf(spellings.values());
    }
}
