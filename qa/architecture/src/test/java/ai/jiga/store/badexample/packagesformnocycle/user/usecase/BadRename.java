package ai.jiga.store.badexample.packagesformnocycle.user.usecase;

import ai.jiga.store.badexample.packagesformnocycle.user.model.BadUser;

public record BadRename(BadUser user) {}
