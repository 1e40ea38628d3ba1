package ai.jiga.store.badexample.modelknowsnoframework.user.model;

import com.fasterxml.jackson.databind.ObjectMapper;

record BadAccount(String email) {
    String asJson(ObjectMapper mapper) {
        return mapper.valueToTree(this).toString();
    }
}
