package ai.jiga.store.mail.jakarta;

import ai.jiga.store.mail.Mail;
import ai.jiga.store.mail.MailSender;
import ai.jiga.store.mail.Mailbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts each letter into a file of its own, for whoever may read the folder: nothing leaves the machine. Mail programs
/// open these files (`.eml`). The oldest go when there are more than [#MOST].
public final class FolderMail implements MailSender, Mailbox {
    static final int MOST = 1_000;

    private static final String ENDING = ".eml";
    /// The name's order is the letters'.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InternetAddress from;
    private volatile @Nullable String trouble;
    private final Session session = Letter.session(new Properties());

    private FolderMail(Path folder, InternetAddress from) {
        this.folder = folder;
        this.from = from;
    }

    /// @param folder made with the first letter, for its owner alone where the file system knows owners
    /// @param from such as `JIGA Store <no-reply@store.example>`
    /// @throws IllegalArgumentException when `from` is no address
    public static FolderMail open(Path folder, String from) {
        return new FolderMail(folder, Senders.parse(from));
    }

    @Override
    public void send(Mail mail) {
        try {
            makeFolder();
            var bytes = new ByteArrayOutputStream();
            Letter.write(mail, from, session).writeTo(bytes);
            Path file = folder.resolve(TIME.format(mail.at()) + "-" + mail.id() + ENDING);
            Path beside = folder.resolve(mail.id() + ".new");
            try {
                Files.write(beside, bytes.toByteArray());
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
            prune();
            trouble = null;
        } catch (IOException e) {
            trouble =
                    "letters cannot be put into " + folder + ": " + e.getClass().getSimpleName();
            throw new UncheckedIOException("a letter cannot be put into " + folder, e);
        } catch (MessagingException e) {
            throw Senders.refused(e);
        }
    }

    /// What keeps letters from being put there; empty when the last one was.
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        try {
            Files.createDirectory(folder, OwnersFolder.attributes(folder));
        } catch (FileAlreadyExistsException another) {
            // Another thread's first letter.
        }
    }

    private void prune() throws IOException {
        for (Path old : newestFirst().stream().skip(MOST).toList()) {
            Files.deleteIfExists(old);
        }
    }

    @Override
    public List<Mail> latest(@Nullable String to, int most) {
        try {
            return newestFirst().stream()
                    .flatMap(file -> read(file).stream())
                    .filter(mail -> to == null || mail.to().equalsIgnoreCase(to))
                    .limit(most)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the letters in " + folder + " cannot be read", e);
        }
    }

    /// Empty where somebody tidied up meanwhile, or put a file that is no letter of ours.
    private Optional<Mail> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(Letter.read(in, session));
        } catch (IOException | MessagingException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }
}
