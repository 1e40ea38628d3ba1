@NullMarked
package ai.jiga.store.gateway.contract;

import org.jspecify.annotations.NullMarked;
