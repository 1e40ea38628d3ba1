/// What every REST resource shares, tried without a server.
@NullMarked
package ai.jiga.store.web;

import org.jspecify.annotations.NullMarked;
