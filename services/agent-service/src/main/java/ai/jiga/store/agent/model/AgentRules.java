package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.text.Graphemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules a valid agent keeps, each by its name. That a name is unique per owner is no rule of the draft
/// alone: see [AgentName].
public record AgentRules(List<AgentRule> rules) {
    public static final AgentRule A_NAME_HAS_3_TO_50_CHARACTERS = draft -> {
        int length = Graphemes.count(draft.name());
        return require(
                length >= AgentName.LEAST_CHARACTERS
                        && length <= AgentName.MOST_CHARACTERS
                        && draft.name().length() <= Graphemes.mostCodePoints(AgentName.MOST_CHARACTERS),
                ErrorCode.AGENT_NAME_LENGTH,
                "name",
                "An agent's name has 3 to 50 characters; this one has " + length + ".");
    };

    public static final AgentRule VOICE_CHAT_AND_COMMENTATOR_EXCLUDE_EACH_OTHER = draft -> require(
            !(draft.features().hasVoiceChat() && draft.features().hasCommentator()),
            ErrorCode.VOICE_CHAT_EXCLUDES_COMMENTATOR,
            "features",
            "An agent either talks with the player or comments for others: turn hasVoiceChat or hasCommentator off.");

    public static final AgentRule MEMORY_NEEDS_VOICE_CHAT = draft -> require(
            !draft.features().hasMemory() || draft.features().hasVoiceChat(),
            ErrorCode.MEMORY_NEEDS_VOICE_CHAT,
            "features.hasMemory",
            "An agent remembers what was talked about: turn hasVoiceChat on, or hasMemory off.");

    public static final AgentRule A_MENTOR_HAS_LEARN = draft -> require(
            draft.type() != AgentType.MENTOR || draft.has(Tool.LEARN),
            ErrorCode.MENTOR_NEEDS_LEARN,
            "toolkit",
            "A Mentor learns: add 'learn' to the toolkit.");

    public static final AgentRule A_MENTOR_GATHERS_EXPERIENCE = draft -> require(
            draft.type() != AgentType.MENTOR || draft.features().hasMemory(),
            ErrorCode.MENTOR_NEEDS_MEMORY,
            "features.hasMemory",
            "A Mentor gathers experience per game and mode, so it needs a memory: turn hasMemory on.");

    public static final AgentRule A_SPECIALIST_HAS_A_SPECIALIZATION = draft -> require(
            draft.type() != AgentType.SPECIALIST || isWhole(draft.specialization()),
            ErrorCode.SPECIALIST_NEEDS_SPECIALIZATION,
            "specialization",
            "A Specialist has a specialization: name at least one game, the focus and the specialistType.");

    public static final AgentRule THE_VOICE_IS_THE_PROVIDERS = draft -> require(
            Voices.has(draft.provider(), draft.voiceId()),
            ErrorCode.VOICE_NOT_OF_PROVIDER,
            "voiceId",
            "'" + draft.voiceId() + "' is not a voice of " + draft.provider().label() + ". Choose one of: "
                    + String.join(", ", Voices.of(draft.provider())) + ".");

    public static final AgentRule THE_RATE_IS_IN_THE_RANKS_RANGE = draft -> {
        Rank rank = draft.rank();
        boolean inRange = !draft.baseRate().isLessThan(rank.leastRate())
                && !rank.mostRate().isLessThan(draft.baseRate());
        return require(
                inRange,
                ErrorCode.RATE_OUT_OF_RANGE,
                "baseRate",
                rank.label() + " agents run at " + rank.leastRate() + " to " + rank.mostRate()
                        + " DOF per active hour; this is " + draft.baseRate() + ".");
    };

    /// The store's own coach costs whoever names it nothing. What it is worth more for is in the agents that the
    /// platform gave it, and a variant of these is paid for by its rank.
    public static final AgentRule ON_THE_STORES_COACH_AN_AGENT_IS_BRONZE = draft -> require(
            draft.provider() != Provider.BUILTIN || draft.rank() == Rank.BRONZE,
            ErrorCode.RANK_NEEDS_PROVIDER,
            "rank",
            "The store's own coach ('builtin') answers for Bronze agents: choose Bronze, another provider, or derive a"
                    + " variant of one of the platform's " + draft.rank().label() + " agents.");

    /// `Trained` is an operator's to give, and `Experience` comes from hours: neither is typed in.
    public static Optional<Rejection> claimed(AgentDraft draft, boolean byOperator) {
        Specialization wished = draft.specialization();
        boolean given = byOperator
                && draft.type() == AgentType.SPECIALIST
                && (wished == null || wished.specialistType() == Specialization.SpecialistType.TRAINED);
        return require(
                !draft.claimsToBeSpecial() || given,
                ErrorCode.SPECIALIST_IS_EARNED,
                draft.type() == AgentType.SPECIALIST ? "type" : "specialization",
                "Nobody is a Specialist by saying so: operators give 'Trained', and a Mentor earns 'Experience' by"
                        + " hours of play. Choose Assistant or Mentor, and leave 'specialization' out.");
    }

    public AgentRules {
        rules = List.copyOf(rules);
    }

    /// What every agent keeps.
    public static AgentRules all() {
        return new AgentRules(List.of(
                A_NAME_HAS_3_TO_50_CHARACTERS,
                VOICE_CHAT_AND_COMMENTATOR_EXCLUDE_EACH_OTHER,
                MEMORY_NEEDS_VOICE_CHAT,
                A_MENTOR_HAS_LEARN,
                A_MENTOR_GATHERS_EXPERIENCE,
                A_SPECIALIST_HAS_A_SPECIALIZATION,
                THE_VOICE_IS_THE_PROVIDERS,
                THE_RATE_IS_IN_THE_RANKS_RANGE,
                ON_THE_STORES_COACH_AN_AGENT_IS_BRONZE));
    }

    /// What a variant's owner has a say in; the rest is inherited, and the rate lies below the rank's range.
    public static AgentRules ofVariants() {
        return new AgentRules(List.of(A_NAME_HAS_3_TO_50_CHARACTERS, THE_VOICE_IS_THE_PROVIDERS));
    }

    /// All broken rules, in the order of this list.
    public List<Rejection> brokenBy(AgentDraft draft) {
        return rules.stream().flatMap(rule -> rule.check(draft).stream()).toList();
    }

    /// One refusal for all: the first decides the code, every one is in `errors` and in `brokenRules`.
    public static Optional<Rejection> together(List<Rejection> broken) {
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        Rejection first = broken.getFirst();
        List<FieldError> errors = new ArrayList<>();
        broken.forEach(rejection -> errors.addAll(rejection.errors()));
        String more = broken.size() == 1 ? "" : " " + (broken.size() - 1) + " more: see 'errors'.";
        return Optional.of(Rejection.ofFields(first.code(), first.detail() + more, errors)
                .with(
                        "brokenRules",
                        broken.stream().map(r -> r.code().name()).distinct().toList()));
    }

    private static boolean isWhole(@Nullable Specialization specialization) {
        return specialization != null
                && !specialization.games().isEmpty()
                && specialization.games().stream().noneMatch(String::isBlank)
                && !specialization.focus().isBlank();
    }

    private static Optional<Rejection> require(boolean kept, ErrorCode code, String field, String message) {
        return kept
                ? Optional.empty()
                : Optional.of(Rejection.ofFields(code, message, List.of(new FieldError(field, message))));
    }
}
