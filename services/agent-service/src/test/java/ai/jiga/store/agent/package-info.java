/// The agent service under test, through its use cases.
@NullMarked
package ai.jiga.store.agent;

import org.jspecify.annotations.NullMarked;
