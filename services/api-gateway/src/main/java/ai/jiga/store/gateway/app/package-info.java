/// Serves the web app: its files as they were built, and its pages with what they say before the app runs.
@NullMarked
package ai.jiga.store.gateway.app;

import org.jspecify.annotations.NullMarked;
