package ai.jiga.store.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test in which somebody logged a warning or a stack trace: a stranger must not be able to fill the log.
public final class LogWatch implements BeforeEachCallback, AfterEachCallback {
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().intValue() >= Level.WARNING.intValue()
                    || logged.getThrown() != null && logged.getLevel().intValue() >= Level.INFO.intValue()) {
                complaints.add(logged.getLoggerName() + ": " + logged.getMessage() + " " + logged.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Override
    public void beforeEach(ExtensionContext context) {
        complaints.clear();
        Logger.getLogger("").addHandler(handler);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Logger.getLogger("").removeHandler(handler);
        if (!complaints.isEmpty()) {
            throw new AssertionError("the log tells of it: " + complaints);
        }
    }
}
