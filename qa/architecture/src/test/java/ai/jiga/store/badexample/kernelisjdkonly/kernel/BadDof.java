package ai.jiga.store.badexample.kernelisjdkonly.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

record BadDof(@JsonValue long units) {}
