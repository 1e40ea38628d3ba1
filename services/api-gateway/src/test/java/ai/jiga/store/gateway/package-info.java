/// The edge before a toy resource.
@NullMarked
package ai.jiga.store.gateway;

import org.jspecify.annotations.NullMarked;
