package ai.jiga.store.gateway.operations;

import ai.jiga.store.audit.AuditLog;
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
        return foundation.audit();
    }

    @Produces
    @Singleton
    ResolveDeadLetters resolveDeadLetters(DeadLetters letters, AuditLog audit) {
        return new ResolveDeadLetters(letters, audit);
    }
}
