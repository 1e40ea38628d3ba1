package ai.jiga.store.badexample.partsformnocycle.session;

import ai.jiga.store.badexample.partsformnocycle.transaction.Hold;

public record BadSession(Hold hold) {}
