package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.usecase.VariantWish;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.IfMatch;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every door of the agent service to an agent, tried by a stranger, by its owner and by an operator, in
/// every state that an agent may be in: no door knows of what another one hides.
class DoorsTest {
    private static final Caller.User OPERATOR = new Caller.User(UserId.of("operator"), Caller.Role.ADMIN);

    private final AgentService service = new AgentService();

    @AfterEach
    void close() {
        service.close();
    }

    /// @param status of its listing; null when there is none
    /// @param shown whether everybody may know of it
    /// @param inLists whether lists of the owner's agents show it to others
    /// @param listed whether others may play with it
    enum State {
        DRAFT(null, false, false, false),
        PUBLISHED(ListingStatus.ACTIVE, true, true, true),
        PAUSED(ListingStatus.PAUSED, true, true, false),
        UNDER_REVIEW(ListingStatus.UNDER_REVIEW, false, false, false),
        SUSPENDED(ListingStatus.SUSPENDED, false, false, false),
        UNPUBLISHED(ListingStatus.UNPUBLISHED, true, false, false);

        final @Nullable ListingStatus status;
        final boolean shown;
        final boolean inLists;
        final boolean listed;

        State(@Nullable ListingStatus status, boolean shown, boolean inLists, boolean listed) {
            this.status = status;
            this.shown = shown;
            this.inLists = inLists;
            this.listed = listed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerIsToldAtEveryDoorWhetherThereIsSuchAnAgent(State state) {
        AgentId id = agentIn(state);

        doors(BOB, id)
                .forEach((door, outcome) -> assertThat(codeOf(outcome))
                        .as(door)
                        .contains(state.shown ? ErrorCode.NOT_AGENT_OWNER : ErrorCode.AGENT_NOT_FOUND));
        assertThat(codeOf(service.find.seenBy(BOB, id)).isEmpty()).isEqualTo(state.shown);
        assertThat(codeOf(service.variantInfo.of(BOB, id)))
                .contains(state.shown ? ErrorCode.NOT_A_SYSTEM_AGENT : ErrorCode.AGENT_NOT_FOUND);
        assertThat(codeOf(variantOf(BOB, id)))
                .contains(state.shown ? ErrorCode.NOT_A_SYSTEM_AGENT : ErrorCode.AGENT_NOT_FOUND);
        assertThat(codeOf(service.find.seenBy(Caller.ANONYMOUS, id)).isEmpty()).isEqualTo(state.shown);
        assertThat(service.find.ownedBy(ANA.id(), BOB, true, 20, null).items()).hasSize(state.inLists ? 1 : 0);
        assertThat(service.find
                        .ownedBy(ANA.id(), Caller.ANONYMOUS, false, 20, null)
                        .items())
                .hasSize(state.inLists ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void itsOwnerAndAnOperatorSeeItInEveryState(State state) {
        AgentId id = agentIn(state);

        assertThat(codeOf(service.find.seenBy(ANA, id))).isEmpty();
        assertThat(codeOf(service.configure.read(ANA, id))).isEmpty();
        assertThat(service.find.ownedBy(ANA.id(), ANA, true, 20, null).items()).hasSize(1);
        assertThat(codeOf(service.find.seenBy(OPERATOR, id))).isEmpty();
        assertThat(codeOf(service.configure.read(OPERATOR, id))).contains(ErrorCode.NOT_AGENT_OWNER);
    }

    @ParameterizedTest
    @EnumSource
    void otherServicesAreToldWhoMayKnowOfItAndWhetherItMayBePlayed(State state) {
        AgentView view = service.find.find(agentIn(state)).orElseThrow();

        assertThat(view.shown()).isEqualTo(state.shown);
        assertThat(view.listed()).isEqualTo(state.listed);
    }

    @Test
    void aDeletedAgentIsAtNoDoorNotEvenItsOwners() {
        AgentId id = agentIn(State.UNPUBLISHED);
        service.delete.delete(ANA, id).orThrow();

        for (Caller.User caller : new Caller.User[] {ANA, BOB, OPERATOR}) {
            doors(caller, id)
                    .forEach((door, outcome) ->
                            assertThat(codeOf(outcome)).as(door).contains(ErrorCode.AGENT_NOT_FOUND));
            assertThat(codeOf(service.find.seenBy(caller, id))).contains(ErrorCode.AGENT_NOT_FOUND);
        }
        assertThat(service.find.find(id)).isEmpty();
        assertThat(service.find.ownedBy(ANA.id(), ANA, true, 20, null).items()).isEmpty();
    }

    private AgentId agentIn(State state) {
        AgentId id = service.created(ANA, Drafts.coached("Ember")).id();
        if (state.status != null) {
            service.listings.tell(id, ListingStatus.ACTIVE, 1);
            service.listings.tell(id, state.status, 2);
        }
        return id;
    }

    /// What only the owner may do, by name.
    private Map<String, Outcome<?>> doors(Caller.User caller, AgentId id) {
        var some = JsonNodeFactory.instance.objectNode();
        var doors = new LinkedHashMap<String, Outcome<?>>();
        doors.put("configuration", service.configure.read(caller, id));
        doors.put("validate", service.configure.validate(caller, id, some));
        doors.put("configure", service.configure.configure(caller, id, some, IfMatch.ANY));
        doors.put("may configure", service.configure.authorise(caller, id));
        doors.put("versions", service.history.versions(caller, id, 20, null));
        doors.put("version", service.history.version(caller, id, 1));
        doors.put("configurations", service.history.configurations(caller, id, 20, null));
        doors.put("metrics", service.performance.metrics(caller, id));
        doors.put("earnings", service.performance.earnings(caller, id));
        doors.put("stats", service.performance.stats(caller, id));
        doors.put("may replace", service.replace.authorise(caller, id));
        doors.put(
                "replace",
                service.replace.replace(caller, id, Drafts.named("Mine").draft(), null, IfMatch.ANY));
        doors.put("may customize", service.customizeVariant.authorise(caller, id));
        doors.put("customize", service.customizeVariant.customize(caller, id, draft -> draft, IfMatch.ANY));
        doors.put("delete", service.delete.delete(caller, id));
        return doors;
    }

    private Outcome<?> variantOf(Caller.User caller, AgentId base) {
        return service.createVariant
                .create(caller.id(), new VariantWish(base, "Copy", null, "echo"), null)
                .outcome();
    }

    private static Optional<ErrorCode> codeOf(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> Optional.empty();
            case Outcome.Rejected<?> rejected ->
                Optional.of(rejected.rejection().code());
        };
    }
}
