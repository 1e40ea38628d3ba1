package ai.jiga.store.mail.jakarta;

import ai.jiga.store.mail.Mail;
import java.time.Instant;

/// Letters as the store writes them.
final class Letters {
    static final String FROM = "JIGA Store <no-reply@store.example>";
    static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private Letters() {}

    static Mail to(String address) {
        return numbered(1, address);
    }

    static Mail numbered(int number, String address) {
        return new Mail(
                "letter-" + number,
                NOON.plusSeconds(number),
                address,
                "ja",
                "パスワードの再設定",
                "次のリンクを開いてください。\n\nhttp://localhost:3000/reset#" + "a".repeat(120) + "\n");
    }
}
