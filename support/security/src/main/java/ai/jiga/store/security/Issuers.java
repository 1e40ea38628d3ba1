package ai.jiga.store.security;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The issuers beside ourselves whose tokens are taken, as the environment names them:
///
/// - `JIGA_ISSUERS`: separated by commas, each `firebase:PROJECT` or `https://issuer.example|audience`
/// - `FIREBASE_AUTH_EMULATOR_HOST`: where Firebase's emulator is. Its tokens carry no signature: with this
///   set, anybody can be any user, so it is taken only by a store that nobody but this machine can reach,
///   and that sells nothing.
///
/// @param emulator `host:port`, when unsigned tokens of the emulator stand in for Firebase's
/// @param problems sentences for the operator, everything that is wrong; empty when it may be used
public record Issuers(List<Issuer> accepted, Optional<String> emulator, List<String> problems) {
    public static final String NAMES = "JIGA_ISSUERS";
    public static final String EMULATOR = "FIREBASE_AUTH_EMULATOR_HOST";

    public static final Issuers NONE = new Issuers(List.of(), Optional.empty(), List.of());

    private static final String FIREBASE = "firebase:";
    private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
    private static final Pattern AUDIENCE = Pattern.compile("[!-+\\--{}~]{1,255}");
    private static final Pattern HOST_AND_PORT = Pattern.compile("[A-Za-z0-9._-]+:[0-9]{1,5}");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> NO_MONEY = Set.of("", "none", "sandbox");

    /// @param environment beside the two above, what decides about the emulator: `JIGA_PUBLIC_URL`,
    /// `JIGA_HOST`, `JIGA_PAYMENTS`
    public static Issuers read(Map<String, String> environment) {
        var problems = new ArrayList<String>();
        var accepted = new ArrayList<Issuer>();
        String own = environment.getOrDefault("JIGA_PUBLIC_URL", "");
        for (String entry : environment.getOrDefault(NAMES, "").split(",")) {
            String text = entry.strip();
            if (text.startsWith(FIREBASE)) {
                firebase(text.substring(FIREBASE.length()), problems).ifPresent(accepted::add);
            } else if (!text.isEmpty()) {
                oidc(text, own, problems).ifPresent(accepted::add);
            }
        }
        together(accepted, problems);
        String emulator = environment.getOrDefault(EMULATOR, "").strip();
        if (!emulator.isEmpty()) {
            emulator(emulator, accepted, environment, problems);
        }
        return new Issuers(
                List.copyOf(accepted), Optional.of(emulator).filter(host -> !host.isEmpty()), List.copyOf(problems));
    }

    private static Optional<Issuer> firebase(String project, List<String> problems) {
        if (PROJECT.matcher(project).matches()) {
            return Optional.of(new Issuer.Firebase(project));
        }
        problems.add(
                NAMES + " names 'firebase:" + project + "': what follows the colon is a Firebase project id of 6 to"
                        + " 30 lower-case letters, digits and hyphens.");
        return Optional.empty();
    }

    private static Optional<Issuer> oidc(String text, String own, List<String> problems) {
        int bar = text.indexOf('|');
        String name = bar < 0 ? text : text.substring(0, bar);
        String audience = bar < 0 ? "" : text.substring(bar + 1);
        if (!isIssuerAddress(name)) {
            problems.add(NAMES + " names '" + text + "': an issuer is 'firebase:PROJECT' or"
                    + " 'https://issuer.example|audience', and the address has neither query nor fragment. http is for"
                    + " this machine alone.");
            return Optional.empty();
        }
        if (name.startsWith(Issuer.Firebase.PREFIX)) {
            problems.add(NAMES + " names '" + name + "': that is Firebase; write 'firebase:"
                    + name.substring(Issuer.Firebase.PREFIX.length()) + "'.");
            return Optional.empty();
        }
        if (name.equals(own)) {
            problems.add(NAMES + " names '" + name + "', which is this store itself (JIGA_PUBLIC_URL): its own tokens"
                    + " are taken anyway.");
            return Optional.empty();
        }
        if (!AUDIENCE.matcher(audience).matches()) {
            problems.add(NAMES + " names '" + name + "' without the audience that its tokens are for: write '" + name
                    + "|audience', with what the issuer calls this store (often a client id), without blanks.");
            return Optional.empty();
        }
        return Optional.of(new Issuer.Oidc(name, audience));
    }

    private static void together(List<Issuer> accepted, List<String> problems) {
        var names = new HashSet<String>();
        for (Issuer issuer : accepted) {
            if (!names.add(issuer.name())) {
                problems.add(NAMES + " names '" + issuer.name() + "' twice: one audience an issuer.");
            }
        }
        long projects = accepted.stream()
                .filter(Issuer.Firebase.class::isInstance)
                .map(Issuer::name)
                .distinct()
                .count();
        if (projects > 1) {
            problems.add(NAMES + " names " + projects + " Firebase projects: one at most, because its users keep their"
                    + " ids here, and two projects can give the same id to two people.");
        }
    }

    private static void emulator(
            String host, List<Issuer> accepted, Map<String, String> environment, List<String> problems) {
        if (!HOST_AND_PORT.matcher(host).matches()) {
            problems.add(EMULATOR + " is host:port, such as 127.0.0.1:9099; not '" + host + "'.");
        }
        if (accepted.stream().noneMatch(Issuer.Firebase.class::isInstance)) {
            problems.add(EMULATOR + " is set, but " + NAMES + " names no Firebase project: add 'firebase:PROJECT', or"
                    + " take the emulator away.");
        }
        String url = environment.getOrDefault("JIGA_PUBLIC_URL", "http://localhost");
        if (!isHere(hostOf(url))) {
            problems.add(EMULATOR + " is set, and JIGA_PUBLIC_URL is " + url + ": the emulator's tokens are not signed,"
                    + " so anybody could be any user. It is for a store on localhost.");
        }
        String listening = environment.getOrDefault("JIGA_HOST", "127.0.0.1");
        if (!isHere(listening)) {
            problems.add(EMULATOR + " is set, and JIGA_HOST is " + listening + ": the emulator's tokens are not signed,"
                    + " so the store may listen on 127.0.0.1 only.");
        }
        String payments = environment.getOrDefault("JIGA_PAYMENTS", "");
        if (!NO_MONEY.contains(payments)) {
            problems.add(EMULATOR + " is set, and JIGA_PAYMENTS is '" + payments + "': where money is real, nobody gets"
                    + " in without a signature.");
        }
    }

    static boolean isHere(String host) {
        return HERE.contains(host);
    }

    /// Whether keys may be fetched from there: by TLS, or from this machine.
    static boolean isTrustworthy(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isHere(host)));
    }

    private static boolean isIssuerAddress(String text) {
        try {
            URI address = URI.create(text);
            return isTrustworthy(address)
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String hostOf(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
