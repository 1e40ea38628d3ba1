package ai.jiga.store.app.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The variables of the process, and what was found wrong with them while they were read. Blank ones count as not set.
/// A sentence never repeats the value of a secret.
final class Environment {
    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean isSet(String name) {
        return text(name).isPresent();
    }

    /// A value that must fit, or be absent.
    ///
    /// @param what the value is, to follow `NAME is`
    Optional<String> text(String name, String what, Predicate<String> fits) {
        Optional<String> value = text(name);
        if (value.isPresent() && !fits.test(value.get())) {
            problem(name + " is " + what + "; not '" + value.get() + "'.");
            return Optional.empty();
        }
        return value;
    }

    /// A value without which `why` cannot be.
    String required(String name, String what, Predicate<String> fits, String why) {
        if (!isSet(name)) {
            problem(why + ": set " + name + ", " + what + ".");
            return "";
        }
        return text(name, what, fits).orElse("");
    }

    int number(String name, int otherwise, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        problem(name + " is a whole number from 0 to " + most + "; not '" + text.get() + "'.");
        return otherwise;
    }

    /// The first of `known` when it is not set.
    String oneOf(String name, List<String> known) {
        Optional<String> value = text(name);
        if (value.isPresent() && !known.contains(value.get())) {
            problem(name + " is one of " + known + "; not '" + value.get() + "'.");
            return known.getFirst();
        }
        return value.orElse(known.getFirst());
    }

    /// Says that a variable has no effect without another.
    void idle(String name, String because) {
        if (isSet(name)) {
            problem(name + " is set, but " + because);
        }
    }

    /// Where a choice comes from, as an operator looks for it.
    String source(String... names) {
        for (String name : names) {
            if (isSet(name)) {
                return name;
            }
        }
        return "default";
    }

    static boolean isHostAndPort(String text) {
        return text.matches("[A-Za-z0-9.\\-\\[\\]:]+:[0-9]{1,5}");
    }

    /// One address of a list, complained of when it is none.
    boolean isUri(String name, String text) {
        try {
            URI.create(text);
            return true;
        } catch (IllegalArgumentException e) {
            problem(name + " holds '" + text + "', which is no address.");
            return false;
        }
    }

    static boolean isUrl(String text, String... schemes) {
        try {
            URI url = URI.create(text);
            return url.getHost() != null && List.of(schemes).contains(url.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
