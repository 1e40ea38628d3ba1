/// What a process gives each service it runs: one record, so that a service's wiring has one thing to ask for.
@NullMarked
package ai.jiga.store.wiring;

import org.jspecify.annotations.NullMarked;
