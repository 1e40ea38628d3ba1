/// A session and what it costs: its terms, its clock, the tariff, the lines of usage, and how it ends.
@NullMarked
package ai.jiga.store.session.model;

import org.jspecify.annotations.NullMarked;
