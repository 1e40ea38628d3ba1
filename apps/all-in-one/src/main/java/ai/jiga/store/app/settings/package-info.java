/// What the environment says about this process, typed and judged as a whole before anything starts: which engine each
/// part has, from which setting, and everything that is wrong, in sentences for the operator.
@NullMarked
package ai.jiga.store.app.settings;

import org.jspecify.annotations.NullMarked;
