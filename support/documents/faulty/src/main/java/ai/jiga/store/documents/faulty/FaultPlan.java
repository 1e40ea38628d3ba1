package ai.jiga.store.documents.faulty;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Which fault the next call meets. Asked by several threads at once.
@FunctionalInterface
public interface FaultPlan {
    Fault next();

    /// These faults, one a call, and then none.
    static FaultPlan inOrder(Fault... faults) {
        Iterator<Fault> left = List.of(faults).iterator();
        return new FaultPlan() {
            @Override
            public synchronized Fault next() {
                return left.hasNext() ? left.next() : Fault.NONE;
            }
        };
    }

    /// Every one of these faults as likely as the next, the same ones in the same order for a seed.
    static FaultPlan random(long seed, Set<Fault> faults) {
        List<Fault> sorted = faults.stream().sorted().toList();
        var random = new Random(seed);
        return new FaultPlan() {
            @Override
            public synchronized Fault next() {
                return sorted.get(random.nextInt(sorted.size()));
            }
        };
    }
}
