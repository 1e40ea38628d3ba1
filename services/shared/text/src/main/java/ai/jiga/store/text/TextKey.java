package ai.jiga.store.text;

import com.ibm.icu.text.Normalizer2;

/// What two spellings of one name have in common: `Pokémon` composed or decomposed, `VALORANT` and `Valorant` with a
/// space after it. For comparing, never for showing.
public final class TextKey {
    private TextKey() {}

    /// NFKC with case folded and ignorable characters removed (`toNFKC_Casefold`, UAX 31), white space collapsed.
    public static String of(String text) {
        String folded = Normalizer2.getNFKCCasefoldInstance().normalize(text);
        return folded.strip().replaceAll("\\p{IsWhite_Space}+", " ");
    }
}
