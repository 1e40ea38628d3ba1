@NullMarked
package ai.jiga.store.mail.jakarta;

import org.jspecify.annotations.NullMarked;
