package org.surety.commitments;

import static io.restassured.RestAssured.given;

import org.surety.local.TestParts;

import io.restassured.specification.RequestSpecification;

/** Requests as they come from outside, with real tokens. */
public final class Rest {

    public static final String PROBLEMS = "https://surety.example/problems/";

    private Rest() {
    }

    public static RequestSpecification as(String user) {
        return given().auth().oauth2(TestParts.token(user)).contentType("application/json");
    }

    public static RequestSpecification as(String user, long version) {
        return as(user).header("If-Match", "\"" + version + "\"");
    }
}
