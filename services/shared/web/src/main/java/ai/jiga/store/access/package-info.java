/// Who may do what: the table, and whoever asks it at the doors.
@NullMarked
package ai.jiga.store.access;

import org.jspecify.annotations.NullMarked;
