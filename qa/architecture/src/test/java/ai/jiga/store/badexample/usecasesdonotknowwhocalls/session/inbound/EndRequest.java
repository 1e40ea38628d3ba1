package ai.jiga.store.badexample.usecasesdonotknowwhocalls.session.inbound;

public record EndRequest(String reason) {}
