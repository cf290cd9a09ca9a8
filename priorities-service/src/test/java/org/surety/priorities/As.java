package org.surety.priorities;

import static io.restassured.RestAssured.given;

import org.surety.local.TestParts;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests with the real token of a user of the realm. */
public final class As {

    private As() {
    }

    public static RequestSpecification user(String name) {
        return given().auth().oauth2(TestParts.token(name)).contentType(ContentType.JSON);
    }

    public static RequestSpecification coordinator() {
        return user("coordinator");
    }

    public static RequestSpecification nobody() {
        return given().contentType(ContentType.JSON);
    }
}
