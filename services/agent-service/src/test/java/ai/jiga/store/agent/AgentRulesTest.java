package ai.jiga.store.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.AgentRule;
import ai.jiga.store.agent.model.AgentRules;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Specialization.SpecialistType;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentRulesTest {
    @Test
    void aValidAgentBreaksNoRule() {
        assertThat(AgentRules.all().brokenBy(Drafts.valid().draft())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ab", " ab ", "a  ", "123456789012345678901234567890123456789012345678901"})
    void aNameHasThreeToFiftyCharacters(String name) {
        refuses(AgentRules.A_NAME_HAS_3_TO_50_CHARACTERS, Drafts.named(name), ErrorCode.AGENT_NAME_LENGTH, "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ace", "🦊🦊🦊", "12345678901234567890123456789012345678901234567890"})
    void charactersOfANameAreCountedAsPeopleCountThem(String name) {
        keeps(AgentRules.A_NAME_HAS_3_TO_50_CHARACTERS, Drafts.named(name));
    }

    @Test
    void aNameLosesWhiteSpaceThatNobodySees() {
        assertThat(Drafts.named("  Iron \t Fox ").draft().name()).isEqualTo("Iron Fox");
    }

    @Test
    void voiceChatAndCommentatorExcludeEachOther() {
        AgentRule rule = AgentRules.VOICE_CHAT_AND_COMMENTATOR_EXCLUDE_EACH_OTHER;

        refuses(
                rule,
                Drafts.valid().withFeatures(true, true, false),
                ErrorCode.VOICE_CHAT_EXCLUDES_COMMENTATOR,
                "features");
        keeps(rule, Drafts.valid().withFeatures(true, false, false));
        keeps(rule, Drafts.valid().withFeatures(false, true, false));
        keeps(rule, Drafts.valid().withFeatures(false, false, false));
    }

    @Test
    void memoryNeedsVoiceChat() {
        AgentRule rule = AgentRules.MEMORY_NEEDS_VOICE_CHAT;

        refuses(
                rule,
                Drafts.valid().withFeatures(false, false, true),
                ErrorCode.MEMORY_NEEDS_VOICE_CHAT,
                "features.hasMemory");
        keeps(rule, Drafts.valid().withFeatures(true, false, true));
    }

    @Test
    void aMentorHasLearn() {
        AgentRule rule = AgentRules.A_MENTOR_HAS_LEARN;
        Drafts mentor = Drafts.valid().withType(AgentType.MENTOR);

        refuses(rule, mentor.withToolkit(Tool.OBSERVATION), ErrorCode.MENTOR_NEEDS_LEARN, "toolkit");
        keeps(rule, mentor.withToolkit(Tool.OBSERVATION, Tool.LEARN));
        keeps(rule, Drafts.valid().withToolkit(Tool.OBSERVATION));
    }

    @Test
    void aMentorGathersExperience() {
        AgentRule rule = AgentRules.A_MENTOR_GATHERS_EXPERIENCE;
        Drafts mentor = Drafts.valid().withType(AgentType.MENTOR);

        refuses(rule, mentor.withFeatures(true, false, false), ErrorCode.MENTOR_NEEDS_MEMORY, "features.hasMemory");
        keeps(rule, mentor.withFeatures(true, false, true));
        keeps(rule, Drafts.valid().withFeatures(true, false, false));
    }

    @Test
    void aSpecialistHasASpecialization() {
        AgentRule rule = AgentRules.A_SPECIALIST_HAS_A_SPECIALIZATION;
        Drafts specialist = Drafts.valid().withType(AgentType.SPECIALIST);
        ErrorCode code = ErrorCode.SPECIALIST_NEEDS_SPECIALIZATION;

        refuses(rule, specialist, code, "specialization");
        refuses(rule, specialist.withSpecialization(expertIn(List.of(), "Ranked")), code, "specialization");
        refuses(rule, specialist.withSpecialization(expertIn(List.of(" "), "Ranked")), code, "specialization");
        refuses(rule, specialist.withSpecialization(expertIn(List.of("FIFA"), " ")), code, "specialization");
        keeps(rule, specialist.withSpecialization(expertIn(List.of("FIFA"), "Pro Clubs")));
        keeps(rule, Drafts.valid());
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, uk_male", "GEMINI, echo", "GOOGLE, australian_male", "BUILTIN, nobody", "WEBHOOK, ' '"})
    void aVoiceOfAnotherProviderIsRefused(Provider provider, String voice) {
        refuses(
                AgentRules.THE_VOICE_IS_THE_PROVIDERS,
                Drafts.valid().withVoice(provider, voice),
                ErrorCode.VOICE_NOT_OF_PROVIDER,
                "voiceId");
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, shimmer", "GEMINI, us_male_algenib", "GOOGLE, us_male_algenib", "BUILTIN, nova", "WEBHOOK, any"
    })
    void aVoiceOfItsProviderIsTaken(Provider provider, String voice) {
        keeps(AgentRules.THE_VOICE_IS_THE_PROVIDERS, Drafts.valid().withVoice(provider, voice));
    }

    @ParameterizedTest
    @CsvSource({
        "BRONZE, 2999, 3000, 3000, 3001",
        "SILVER, 4499, 4500, 6000, 6001",
        "GOLD, 7999, 8000, 11000, 11001",
        "PLATINUM, 11999, 12000, 20000, 20001"
    })
    void theRateLiesInTheRanksRange(Rank rank, long under, long least, long most, long over) {
        AgentRule rule = AgentRules.THE_RATE_IS_IN_THE_RANKS_RANGE;
        Drafts ranked = Drafts.valid().withRank(rank);

        refuses(rule, ranked.withRate(under), ErrorCode.RATE_OUT_OF_RANGE, "baseRate");
        refuses(rule, ranked.withRate(over), ErrorCode.RATE_OUT_OF_RANGE, "baseRate");
        keeps(rule, ranked.withRate(least));
        keeps(rule, ranked.withRate(most));
    }

    @ParameterizedTest
    @EnumSource(Rank.class)
    void onTheStoresOwnCoachAnAgentIsBronze(Rank rank) {
        AgentRule rule = AgentRules.ON_THE_STORES_COACH_AN_AGENT_IS_BRONZE;
        Drafts ranked = Drafts.valid().withRank(rank).withRate(rank.leastRate().amount());

        keeps(rule, ranked);
        Drafts coached = ranked.withVoice(Provider.BUILTIN, "echo");
        if (rank == Rank.BRONZE) {
            keeps(rule, coached);
        } else {
            refuses(rule, coached, ErrorCode.RANK_NEEDS_PROVIDER, "rank");
        }
    }

    @Test
    void allBrokenRulesAreToldTogether() {
        var draft = Drafts.named("ab")
                .withType(AgentType.MENTOR)
                .withToolkit(Tool.OBSERVATION)
                .draft();

        Rejection refusal =
                AgentRules.together(AgentRules.all().brokenBy(draft)).orElseThrow();

        assertThat(refusal.code()).isEqualTo(ErrorCode.AGENT_NAME_LENGTH);
        assertThat(refusal.errors()).extracting(Rejection.FieldError::field).containsExactly("name", "toolkit");
        assertThat(refusal.extra()).containsEntry("brokenRules", List.of("AGENT_NAME_LENGTH", "MENTOR_NEEDS_LEARN"));
    }

    private static Specialization expertIn(List<String> games, String focus) {
        return new Specialization(games, focus, SpecialistType.EXPERIENCE);
    }

    private static void keeps(AgentRule rule, Drafts draft) {
        assertThat(rule.check(draft.draft())).isEmpty();
    }

    /// The rule is one of those that are asked, and it says what to mend.
    private static void refuses(AgentRule rule, Drafts draft, ErrorCode code, String field) {
        assertThat(AgentRules.all().rules()).contains(rule);
        assertThat(rule.check(draft.draft())).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.errors())
                    .singleElement()
                    .extracting(Rejection.FieldError::field)
                    .isEqualTo(field);
        });
    }
}
