/// The `./jiga` script from outside: what it says and how it ends, with a pretended Maven and a pretended JDK.
@NullMarked
package ai.jiga.store.e2e.command;

import org.jspecify.annotations.NullMarked;
