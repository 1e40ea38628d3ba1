package ai.jiga.store.gateway;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;

/// What holds of all answers, and of all problems.
final class EveryAnswer {
    private EveryAnswer() {}

    static ValidatableResponse isGuarded(ValidatableResponse answer) {
        SecurityHeaders.ALL.forEach(answer::header);
        answer.header(
                        "Date",
                        matchesPattern("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT"))
                .header("Strict-Transport-Security", nullValue());
        return answer.header("X-Request-Id", matchesPattern("[A-Za-z0-9._:-]{1,128}"));
    }

    static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return isGuarded(answer)
                .statusCode(status)
                .contentType(equalTo("application/problem+json"))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", notNullValue())
                .body("error", notNullValue())
                .body("detail", notNullValue())
                .body("type", notNullValue())
                .body("timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}(\\.\\d{1,3})?Z"))
                .body("requestId", equalTo(answer.extract().header("X-Request-Id")));
    }
}
