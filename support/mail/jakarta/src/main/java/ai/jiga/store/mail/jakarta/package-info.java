/// Letters by Jakarta Mail: written into a folder, or handed to a server by SMTP.
@NullMarked
package ai.jiga.store.mail.jakarta;

import org.jspecify.annotations.NullMarked;
