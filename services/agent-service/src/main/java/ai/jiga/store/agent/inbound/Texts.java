package ai.jiga.store.agent.inbound;

/// The forms that texts of a body keep.
final class Texts {
    /// What a name may have is a rule of agents; this bounds what the rule is asked about.
    static final int LONGEST_NAME = 200;

    /// An id of a provider's.
    static final String VOICE = "^[A-Za-z0-9_.:-]{1,100}$";

    static final String VOICE_MESSAGE = "is the id of a voice";

    /// Pages load pictures over https only; those of the store itself go by their names.
    static final String PICTURE = "^(https://[!#-&(-;=?-\\[\\]_a-z~]+|asset:[0-9a-f]{64}-[1-9][0-9]{0,4}\\.webp)$";

    static final String PICTURE_MESSAGE = "is an https:// address";

    /// A language tag such as `en-GB` (RFC 5646).
    static final String LANGUAGE = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$";

    static final String LANGUAGE_MESSAGE = "is a language tag such as en-GB";

    private Texts() {}
}
