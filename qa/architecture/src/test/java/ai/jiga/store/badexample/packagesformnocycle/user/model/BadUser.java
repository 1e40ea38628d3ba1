package ai.jiga.store.badexample.packagesformnocycle.user.model;

import ai.jiga.store.badexample.packagesformnocycle.user.usecase.Register;

public record BadUser(Register register) {}
