/// Words that people write and others read: how they are tidied, seen, counted and compared, once for every door.
/// Stands on ICU4J, because the JDK knows neither user-perceived characters of today's emoji nor which characters
/// leave nothing on the screen.
@NullMarked
package ai.jiga.store.text;

import org.jspecify.annotations.NullMarked;
