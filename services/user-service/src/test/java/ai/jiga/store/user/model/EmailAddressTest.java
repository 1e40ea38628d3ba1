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
    @CsvSource({
        "ann@stra\u00dfe.example, ann@xn--strae-oqa.example, ann@strasse.example",
        "ann@STRA\u00dfE.example, ann@xn--strae-oqa.example, ann@strasse.example",
        "ann@STRA\u1e9eE.example, ann@xn--strae-oqa.example, ann@strasse.example",
        "ann@xn--strae-oqa.example, ann@xn--strae-oqa.example, ann@strasse.example",
        "ann@\u03c3\u03c0\u03af\u03c4\u03b9\u03c2.example, ann@xn--kxautkbi.example, ann@xn--kxautlde.example",
        "ann@\u0dc1\u0dca\u200d\u0dbb\u0dd3.example, ann@xn--10cl1a0b660p.example, ann@xn--10cl1a0b.example"
    })
    void whatIdna2003TookForAnotherDomainIsOneOfItsOwn(String written, String form, String former) {
        assertThat(EmailAddress.parse(written)).contains(new EmailAddress(form, former));
        assertThat(EmailAddress.parse(form)).contains(new EmailAddress(form, former));
        assertThat(EmailAddress.parse(former)).contains(new EmailAddress(former));
    }

    @ParameterizedTest
    @CsvSource({
        "ann@bu\u0308cher.example, ann@xn--bcher-kva.example",
        "ann@B\u00dcCHER\u3002example, ann@xn--bcher-kva.example",
        "ann@\uff45xample.com, ann@example.com",
        "\u212aim@example.com, kim@example.com",
        "ann@r3---sn.example, ann@r3---sn.example"
    })
    void whatUnicodeTakesForTheSameIsTheSame(String written, String form) {
        assertThat(EmailAddress.parse(written)).contains(new EmailAddress(form));
    }

    @Test
    void whatIsNoDomainAnyMoreStillFindsAnAccount() {
        assertThat(EmailAddress.parse("ann@xn--zzzzzz.example")).isEmpty();
        assertThat(EmailAddress.ofAccount("ann@xn--zzzzzz.example"))
                .contains(new EmailAddress("ann@xn--zzzzzz.example"));
        assertThat(EmailAddress.ofAccount("ann@stra\u00dfe.example"))
                .isEqualTo(EmailAddress.parse("ann@stra\u00dfe.example"));
        assertThat(EmailAddress.ofAccount(".ann@example.com")).contains(new EmailAddress(".ann@example.com"));
        assertThat(EmailAddress.ofAccount("ann")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".ann@example.com",
                "ann.@example.com",
                "a..b@example.com",
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
                "\u0430nn@example.com",
                "\uff41nn@example.com",
                "ann@\u05d0a.example",
                "ann@xn--zzzzzz.example",
                "ann@a_b.example",
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
