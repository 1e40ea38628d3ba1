package ai.jiga.store.badexample.partsformnocycle.transaction;

import ai.jiga.store.badexample.partsformnocycle.session.BadSession;

public record BadReceipt(BadSession session) {}
