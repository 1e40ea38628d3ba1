/// What operators are told about their settings.
@NullMarked
package ai.jiga.store.app.settings;

import org.jspecify.annotations.NullMarked;
