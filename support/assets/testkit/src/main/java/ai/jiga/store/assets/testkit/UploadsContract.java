package ai.jiga.store.assets.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.assets.Invitation;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.assets.Uploads;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every engine that takes uploads must do.
public abstract class UploadsContract {
    /// When the tests take place.
    protected static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    protected static final Instant LATER = NOW.plusSeconds(900);

    protected static final UploadId ID = UploadId.of("agent-1", "nonce");

    protected static final String TYPE = "image/png";

    private static final byte[] BYTES = "not yet judged".getBytes(StandardCharsets.UTF_8);

    /// The engine under test, empty, at [#NOW].
    protected abstract Uploads uploads();

    /// Does what a client does with an invitation.
    protected abstract void upload(Invitation invitation, UploadId id, byte[] content);

    @Test
    void anInvitationSaysHowToUploadAndUntilWhen() {
        Invitation invitation = uploads().invite(ID, BYTES.length, TYPE, LATER);

        assertThat(invitation.method()).isEqualTo("PUT");
        assertThat(invitation.url().isAbsolute()).isTrue();
        assertThat(invitation.headers()).containsEntry("Content-Type", TYPE);
        assertThat(invitation.expiresAt()).isEqualTo(LATER);
    }

    @Test
    void whatWasUploadedIsReceivedByItsIdAlone() {
        Uploads uploads = uploads();
        upload(uploads.invite(ID, BYTES.length, TYPE, LATER), ID, BYTES);

        assertThat(uploads.received(ID, BYTES.length)).contains(BYTES);
        assertThat(uploads.received(UploadId.of("agent-2", "nonce"), BYTES.length))
                .isEmpty();
    }

    @Test
    void whoWasInvitedAndNeverCameLeavesNothing() {
        Uploads uploads = uploads();
        uploads.invite(ID, BYTES.length, TYPE, LATER);

        assertThat(uploads.received(ID, BYTES.length)).isEmpty();
        uploads.discard(ID);
    }

    @Test
    void moreThanIsWantedIsNotRead() {
        Uploads uploads = uploads();
        upload(uploads.invite(ID, BYTES.length, TYPE, LATER), ID, BYTES);

        assertThat(uploads.received(ID, BYTES.length - 1)).isEmpty();
    }

    @Test
    void whatWasDiscardedIsGone() {
        Uploads uploads = uploads();
        upload(uploads.invite(ID, BYTES.length, TYPE, LATER), ID, BYTES);

        uploads.discard(ID);
        uploads.discard(ID);

        assertThat(uploads.received(ID, BYTES.length)).isEmpty();
    }
}
