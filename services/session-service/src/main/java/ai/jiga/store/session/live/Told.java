package ai.jiga.store.session.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One thing that is said in answer to a frame. Of these the last says what the frame cost.
///
/// @param data without what depends on when it is said: `done`, `dofConsumed`, `replayed`
record Told(String type, ObjectNode data) {}
