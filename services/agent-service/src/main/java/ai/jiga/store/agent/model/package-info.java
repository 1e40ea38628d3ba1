/// What an agent is and must keep: the stored records, the named rules, the limits and defaults of a configuration, and
/// the voices of each provider. Plain Java; nothing here reads or writes.
@NullMarked
package ai.jiga.store.agent.model;

import org.jspecify.annotations.NullMarked;
