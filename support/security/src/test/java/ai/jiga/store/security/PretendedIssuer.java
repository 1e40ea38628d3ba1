package ai.jiga.store.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An issuer on the loopback interface, which publishes its keys and counts who asks for them.
final class PretendedIssuer implements AutoCloseable {
    static final String DESCRIPTION = "/.well-known/openid-configuration";
    static final String KEYS = "/keys";

    final List<JWK> keys = new CopyOnWriteArrayList<>();
    final AtomicInteger downloads = new AtomicInteger();
    volatile @Nullable String cacheControl = "public, max-age=3600";
    volatile @Nullable String describedAs;
    volatile boolean down;

    private final HttpServer server;

    PretendedIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(DESCRIPTION, exchange -> {
            String name = describedAs == null ? name() : describedAs;
            answer(exchange, "{\"issuer\":\"" + name + "\",\"jwks_uri\":\"" + name() + KEYS + "\"}");
        });
        server.createContext(KEYS, exchange -> {
            downloads.incrementAndGet();
            answer(exchange, new JWKSet(keys).toString(true));
        });
        server.start();
    }

    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI keysPlace() {
        return URI.create(name() + KEYS);
    }

    RSAKey addRsa(String id) throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyID(id).generate();
        keys.add(key);
        return key;
    }

    ECKey addEc(String id) throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        keys.add(key);
        return key;
    }

    static String signed(JWK key, JWTClaimsSet claims) throws JOSEException {
        return signed(key, claims, null);
    }

    static String signed(JWK key, JWTClaimsSet claims, @Nullable String type) throws JOSEException {
        JWSAlgorithm algorithm = key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
        var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
        if (type != null) {
            header.type(new JOSEObjectType(type));
        }
        var token = new SignedJWT(header.build(), claims);
        token.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey()));
        return token.serialize();
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            if (down) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (cacheControl != null) {
                exchange.getResponseHeaders().add("Cache-Control", cacheControl);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
