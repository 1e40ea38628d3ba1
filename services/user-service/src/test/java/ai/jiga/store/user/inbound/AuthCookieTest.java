package ai.jiga.store.user.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.web.PublicUrl;
import org.junit.jupiter.api.Test;

class AuthCookieTest {
    private static final PublicUrl TLS = new PublicUrl("https://store.example");
    private static final PublicUrl PLAIN = new PublicUrl("http://localhost:3000");

    @Test
    void overTlsOnlyTlsSetsThemAndGetsThem() {
        assertThat(AuthCookie.ofDevice(TLS).with("text"))
                .isEqualTo("__Secure-jiga_device=text; Path=/api/v1/auth; Max-Age=34560000; HttpOnly; SameSite=Lax;"
                        + " Secure");
        assertThat(AuthCookie.ofSignIn(TLS).with("text"))
                .isEqualTo("__Secure-jiga_refresh=text; Path=/api/v1/auth; Max-Age=2592000; HttpOnly; SameSite=Strict;"
                        + " Secure");
        assertThat(AuthCookie.ofSignIn(PLAIN).with("text"))
                .startsWith("jiga_refresh=")
                .doesNotContain("Secure");
    }

    @Test
    void whatTakesOneAwayHasItsNameAndPlace() {
        assertThat(AuthCookie.ofSignIn(TLS).gone())
                .isEqualTo("__Secure-jiga_refresh=; Path=/api/v1/auth; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
    }
}
