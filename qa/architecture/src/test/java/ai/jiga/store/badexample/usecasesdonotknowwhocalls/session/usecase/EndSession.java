package ai.jiga.store.badexample.usecasesdonotknowwhocalls.session.usecase;

public record EndSession(String reason) {}
