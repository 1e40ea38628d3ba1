package ai.jiga.store.mail.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
    @Test
    void portsAreTheUsualOnesWhereNoneIsNamed() {
        assertThat(SmtpServer.parse("smtp://mail.example").port()).isEqualTo(587);
        assertThat(SmtpServer.parse("smtps://mail.example").port()).isEqualTo(465);
    }

    @Test
    void whatIsShownHasNoPassword() {
        SmtpServer server = SmtpServer.parse("smtps://jiga:secret%40word@mail.example:2465/");

        assertThat(server.password()).isEqualTo("secret@word");
        assertThat(server).hasToString("smtps://mail.example:2465");
    }

    @Test
    void onlyAServerOnThisMachineIsSpokenToWithoutTls() {
        assertThat(SmtpServer.parse("smtp://localhost:1025").needsTls()).isFalse();
        assertThat(SmtpServer.parse("smtp://[::1]:1025").needsTls()).isFalse();
        assertThat(SmtpServer.parse("smtp://localhost.evil.example").needsTls()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mail.example",
                "smtp://",
                "smtp:mail.example",
                "smtp://secret@mail.example",
                "smtp://a:secret@h/path",
                "smtp://h?x=secret",
                "smtp://h:99999",
                "smtp://h:0",
                "secret"
            })
    void whatIsNoServerIsSaidWithoutWhatWasTyped(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpServer.parse(text))
                .withMessageContaining("smtps://")
                .withMessageNotContaining("secret@");
    }
}
