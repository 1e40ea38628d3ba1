package ai.jiga.store.architecture;

import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The handlers that the services' wiring classes make. They are asked for names and types only, so they get none of
/// what they would work with.
final class WiredHandlers {
    private WiredHandlers() {}

    static List<EventHandler> all() {
        try (var process = TestProcess.with()) {
            var handlers = new ArrayList<EventHandler>();
            for (JavaClass wiring : StoreClasses.all().stream()
                    .filter(type -> type.getSimpleName().endsWith("Wiring"))
                    .filter(type -> type.getPackageName().endsWith(".wiring"))
                    .toList()) {
                handlers.addAll(of(wiring.reflect(), process.foundation()));
            }
            return handlers;
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError("a wiring class has changed so that its handlers cannot be listed", broken);
        }
    }

    private static List<EventHandler> of(Class<?> wiring, Foundation foundation) throws ReflectiveOperationException {
        List<Method> makers = Stream.of(wiring.getDeclaredMethods())
                .filter(method -> EventHandler.class.isAssignableFrom(method.getReturnType()))
                .toList();
        if (makers.isEmpty()) {
            return List.of();
        }
        Constructor<?> constructor = wiring.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object made = constructor.newInstance(values(constructor.getParameterTypes(), foundation));
        var handlers = new ArrayList<EventHandler>();
        for (Method maker : makers) {
            maker.setAccessible(true);
            Object on = Modifier.isStatic(maker.getModifiers()) ? wiring : made;
            handlers.add((EventHandler) maker.invoke(on, values(maker.getParameterTypes(), foundation)));
        }
        return handlers;
    }

    private static @Nullable Object[] values(Class<?>[] types, Foundation foundation) {
        return Stream.of(types).map(type -> value(type, foundation)).toArray();
    }

    private static @Nullable Object value(Class<?> type, Foundation foundation) {
        if (type == Foundation.class) {
            return foundation;
        }
        if (type == PublicUrl.class) {
            return new PublicUrl("http://localhost");
        }
        if (type == String.class) {
            return "none";
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == Duration.class) {
            return Duration.ofHours(1);
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class || type == long.class ? 1 : null;
    }
}
