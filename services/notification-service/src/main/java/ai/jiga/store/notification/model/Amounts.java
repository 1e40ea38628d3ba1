package ai.jiga.store.notification.model;

import ai.jiga.store.kernel.Dof;
import java.util.Locale;

/// Numbers as one writes them in a sentence.
final class Amounts {
    private static final long MILLIS = 1000;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private Amounts() {}

    /// `12,500 DOF`.
    static String dof(Dof amount) {
        return String.format(Locale.ROOT, "%,d DOF", amount.amount());
    }

    /// `1 star`, `2 stars`.
    static String counted(long number, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }

    /// `42 seconds`, `12 minutes`, `1 hour and 5 minutes`; what is below the smaller unit is cut off.
    static String span(long millis) {
        long seconds = millis / MILLIS;
        if (seconds < MINUTE) {
            return counted(seconds, "second");
        }
        if (seconds < HOUR) {
            return counted(seconds / MINUTE, "minute");
        }
        long minutes = seconds % HOUR / MINUTE;
        return counted(seconds / HOUR, "hour") + (minutes == 0 ? "" : " and " + counted(minutes, "minute"));
    }
}
