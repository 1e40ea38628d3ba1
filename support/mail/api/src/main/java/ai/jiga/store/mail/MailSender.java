package ai.jiga.store.mail;

/// An engine that takes letters away. Thread-safe.
public interface MailSender {
    /// Comes back when the letter is in other hands.
    ///
    /// @throws MailRefusedException when it is never taken, however often it is sent
    /// @throws RuntimeException when it may be taken later
    void send(Mail mail);
}
