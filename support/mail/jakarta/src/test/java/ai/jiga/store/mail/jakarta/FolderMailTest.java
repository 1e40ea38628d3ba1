package ai.jiga.store.mail.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.mail.Mail;
import ai.jiga.store.mail.MailRefusedException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMailTest {
    private final Path folder;
    private final FolderMail mail;

    FolderMailTest(@TempDir Path room) {
        folder = room.resolve("data").resolve("mail");
        mail = FolderMail.open(folder, Letters.FROM);
    }

    @Test
    void aLetterIsReadAsItWasWritten() {
        Mail written = Letters.to("ana@store.example");

        mail.send(written);

        assertThat(mail.latest(null, 10))
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(new Mail(
                        written.id(),
                        written.at().truncatedTo(ChronoUnit.SECONDS),
                        "ana@store.example",
                        written.language(),
                        written.subject(),
                        written.text()));
    }

    @Test
    void theNewestComesFirstAndTheOldestGo() {
        for (int number = 1; number <= FolderMail.MOST + 2; number++) {
            mail.send(Letters.numbered(number, "ana@store.example"));
        }

        assertThat(mail.latest(null, 2)).extracting(Mail::id).containsExactly("letter-1002", "letter-1001");
        assertThat(mail.latest(null, FolderMail.MOST + 2))
                .hasSize(FolderMail.MOST)
                .last()
                .extracting(Mail::id)
                .isEqualTo("letter-3");
    }

    @Test
    void aLetterThatIsSentAgainIsThereOnce() {
        mail.send(Letters.to("ana@store.example"));
        mail.send(Letters.to("ana@store.example"));

        assertThat(mail.latest(null, 10)).hasSize(1);
    }

    @Test
    void nobodyElseReadsTheFolder() throws Exception {
        mail.send(Letters.to("ana@store.example"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void beforeTheFirstLetterThereIsNone() {
        assertThat(mail.latest(null, 10)).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void theLettersOfOneAddressAreFoundAmongThoseOfOthers() {
        mail.send(Letters.numbered(1, "ana@store.example"));
        mail.send(Letters.numbered(2, "bo@store.example"));

        assertThat(mail.latest("ana@store.example", 1)).extracting(Mail::id).containsExactly("letter-1");
    }

    @Test
    void aFolderThatTakesNoLettersIsSaidUntilItDoes() throws Exception {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file");
        assertThatThrownBy(() -> mail.send(Letters.to("ana@store.example"))).isInstanceOf(UncheckedIOException.class);
        assertThat(mail.trouble()).isPresent();

        Files.delete(folder);
        mail.send(Letters.to("ana@store.example"));
        assertThat(mail.trouble()).isEmpty();
    }

    @Test
    void whatIsNoLetterIsPassedOver() throws Exception {
        mail.send(Letters.to("ana@store.example"));
        Files.writeString(folder.resolve("note.eml"), "buy milk");
        Files.createDirectory(folder.resolve("folder.eml"));

        assertThat(mail.latest(null, 10)).extracting(Mail::id).containsExactly("letter-1");
    }

    @Test
    void anAddressThatWouldWriteAHeaderIsRefused() {
        assertThatThrownBy(() -> mail.send(Letters.to("ana@store.example\r\nBcc: eve@evil.example")))
                .isInstanceOfAny(MailRefusedException.class, IllegalArgumentException.class);
        assertThat(mail.latest(null, 10)).isEmpty();
    }

    @Test
    void whoSendsIsAnAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> FolderMail.open(folder, "JIGA Store"));
    }
}
