/// The whole store in one process, on embedded engines: which parts it is made of, how it starts and stops, and the
/// words of its command line.
@NullMarked
package ai.jiga.store.app;

import org.jspecify.annotations.NullMarked;
