package ai.jiga.store.contracts.events;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Id;
import ai.jiga.store.queue.EventData;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// An event of each type in which every id and text is the name of its own component, so that `key()` tells
/// which one is the key.
final class SampleEvents {

    private SampleEvents() {}

    static EventData of(Class<? extends EventData> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = sample(components[i]);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static Object sample(RecordComponent component) throws ReflectiveOperationException {
        Class<?> type = component.getType();
        if (Id.class.isAssignableFrom(type)) {
            return type.getMethod("of", String.class).invoke(null, component.getName());
        }
        if (type == String.class) {
            return component.getName();
        }
        if (type == Dof.class) {
            return Dof.of(12_000);
        }
        if (type == int.class) {
            return 5;
        }
        if (type == long.class) {
            return 7L;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == Distribution.class) {
            return new Distribution(Dof.of(8_400), Dof.of(3_000), Dof.of(600));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        throw new IllegalStateException("no sample of a " + type + ": add one");
    }
}
