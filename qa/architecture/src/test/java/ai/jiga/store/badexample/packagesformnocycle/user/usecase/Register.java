package ai.jiga.store.badexample.packagesformnocycle.user.usecase;

public record Register(String email) {}
