package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(2, 100);

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        String hash = passwords.hash("correct horse battery");

        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterY", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void theHashSaysHowItWasMadeAndIsSalted() {
        String hash = passwords.hash("correct horse battery");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(110);
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
        assertThat(passwords.needsRehash(hash)).isFalse();
    }

    @Test
    void aHashOfTheReferenceImplementationWithOtherParametersMatchesAndIsToBeRenewed() {
        // Made with phc-winner-argon2 (through argon2-cffi): 8 MiB, three passes, one lane.
        String reference =
                "$argon2id$v=19$m=8192,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$hFYHrwcoBHxAfZDoX/p+PKGbBZL9eCwhXvxYs6X//pw";

        assertThat(passwords.matches("correct horse battery", reference)).isTrue();
        assertThat(passwords.matches("correct horse batterY", reference)).isFalse();
        assertThat(passwords.needsRehash(reference)).isTrue();
    }

    @Test
    void theSameTextTypedOnAnotherKeyboardMatches() {
        String composed = "caf\u00e9-caf\u00e9-caf\u00e9";
        String decomposed = "cafe\u0301-cafe\u0301-cafe\u0301";

        assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
    }

    @Test
    void nobodyIsNeverMatched() {
        assertThat(passwords.matchesNobody("")).isFalse();
        assertThat(passwords.matchesNobody("correct horse battery")).isFalse();
    }

    @Test
    void whatWouldWaitTooLongIsRefusedAndTheRestIsDone() throws Exception {
        try (var one = new Passwords(1, 3);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            String hash = one.hash("correct horse battery");
            var results = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 12; i++) {
                results.add(callers.submit(() -> one.matches("correct horse battery", hash)));
            }
            int done = 0;
            int refused = 0;
            for (Future<Boolean> result : results) {
                try {
                    assertThat(result.get()).isTrue();
                    done++;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Passwords.TooBusyException.class);
                    refused++;
                }
            }
            // The three that may wait; a fourth when the thread has taken one of them before all had asked.
            assertThat(done).isGreaterThanOrEqualTo(3);
            assertThat(done + refused).isEqualTo(12);
        }
    }

    @Test
    void aHashThatIsNoneIsAFault() {
        assertThatThrownBy(() -> passwords.matches("correct horse battery", "plain"))
                .isInstanceOf(IllegalStateException.class);
    }
}
