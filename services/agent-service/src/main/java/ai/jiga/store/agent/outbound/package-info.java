/// Where the catalogues that a new store begins with come from: files of this module.
@NullMarked
package ai.jiga.store.agent.outbound;

import org.jspecify.annotations.NullMarked;
