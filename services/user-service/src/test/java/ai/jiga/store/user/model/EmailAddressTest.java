package ai.jiga.store.user.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann@example.com",
        "Ann.Lee+Games@Mail.Example.COM, ann.lee+games@mail.example.com",
        "o'neil/x@example.co.uk, o'neil/x@example.co.uk",
        "ann@b\u00fccher.example, ann@xn--bcher-kva.example",
        "a@b.c, a@b.c"
    })
    void anAddressHasOneForm(String written, String form) {
        assertThat(EmailAddress.parse(written)).contains(new EmailAddress(form));
        assertThat(EmailAddress.parse(form)).contains(new EmailAddress(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ann",
                "@example.com",
                "ann@",
                "ann@localhost",
                "ann@example..com",
                "ann@-example.com",
                "ann@example.com.",
                "ann lee@example.com",
                "ann@exa mple.com",
                "ann@example.com\nbcc: x@example.com",
                "\"ann\"@example.com",
                "ann@lee@example.com",
                "\u00e4nn@example.com",
                "ann@[127.0.0.1]"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void anAddressHasAtMost254Characters() {
        assertThat(EmailAddress.parse("a@" + "b".repeat(60) + ".example".repeat(24)))
                .isPresent();
        assertThat(EmailAddress.parse("a@" + "b".repeat(61) + ".example".repeat(24)))
                .isEmpty();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse(null)).isEmpty();
    }

    @Test
    void aDocumentIdDoesNotTellTheAddress() {
        assertThat(new EmailAddress("a/b@example.com").documentId()).matches("[0-9a-f]{64}");
    }
}
