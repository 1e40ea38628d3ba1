package ai.jiga.store.gateway.operations;

import ai.jiga.store.documents.Schema;
import ai.jiga.store.queue.DeadLetters;
import ai.jiga.store.wiring.Foundation;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Builds what operators use.
@Singleton
public class OperationsWiring {
    @Produces
    @Singleton
    static Schema auditSchema() {
        return AuditLog.SCHEMA;
    }

    @Produces
    @Singleton
    AuditLog auditLog(Foundation foundation) {
        return new AuditLog(foundation);
    }

    @Produces
    @Singleton
    ResolveDeadLetters resolveDeadLetters(DeadLetters letters, AuditLog audit) {
        return new ResolveDeadLetters(letters, audit);
    }
}
