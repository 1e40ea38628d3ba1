package ai.jiga.store.user.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.web.PublicUrl;
import org.junit.jupiter.api.Test;

class DeviceCookieTest {
    @Test
    void overTlsItIsSentByTlsAloneAndNobodyWithoutTlsSetsIt() {
        assertThat(new DeviceCookie(new PublicUrl("https://store.example")).with("t"))
                .isEqualTo(
                        "__Secure-jiga_device=t; Path=/api/v1/auth; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void onThisMachineItIsAPlainOne() {
        assertThat(new DeviceCookie(new PublicUrl("http://localhost:3000")).with("t"))
                .isEqualTo("jiga_device=t; Path=/api/v1/auth; Max-Age=34560000; HttpOnly; SameSite=Lax");
    }
}
