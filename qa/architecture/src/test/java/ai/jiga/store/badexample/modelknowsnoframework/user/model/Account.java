package ai.jiga.store.badexample.modelknowsnoframework.user.model;

import com.fasterxml.jackson.annotation.JsonProperty;

record Account(@JsonProperty("mail") String email) {}
