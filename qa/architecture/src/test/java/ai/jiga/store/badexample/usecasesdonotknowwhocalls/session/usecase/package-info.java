/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.usecasesdonotknowwhocalls.session.usecase;

import org.jspecify.annotations.NullMarked;
