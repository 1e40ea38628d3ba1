package ai.jiga.store.kernel;

/// A commit that is under way, as one service hands it to another: whoever stands on the same documents can take part
/// in it, and nobody else can make anything of it.
public interface UnitOfWork {}
