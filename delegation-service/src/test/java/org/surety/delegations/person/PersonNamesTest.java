package org.surety.delegations.person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;

/** A name is written as its bearer writes it, and as long as it may be: 200 characters as people see Unicode, not as a machine stores it. */
@QuarkusTest
@RealParts
class PersonNamesTest {

    private static final int LIMIT = 200;

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Єлизавета Їжакевич-Ґалаґан", "عبد الرحمن بن محمد", "欧阳文婷", "\uD840\uDC00\uD869\uDED6 太郎",
            "José A\u0301lvarez n\u0303",
            "Nguyễn Thị Ánh", "Ω 🕊️ 👩🏽‍✈️", "O'Brien \"Bo\" \\ <b>&", "ไพลิน ตั้งตรงจิตร"})
    void aNameInAnyScriptComesBackAsItWasSent(String name) {
        String id = As.user("xaa.editor").body(Map.of("party", "XAA", "name", name, "post", name, "rank", "OTHER"))
                .post("/api/v1/persons").then().statusCode(201).body("name", equalTo(name)).extract().path("id");
        As.user("xac.reader").get("/api/v1/persons/" + id).then().statusCode(200).body("name", equalTo(name)).body("post",
                equalTo(name));
    }

    /** One character of each: a letter, one with a combining mark (two code points), an ideograph beyond 16 bits, an emoji. */
    @ParameterizedTest
    @ValueSource(strings = { "ї", "م", "e\u0301", "\uD840\uDC00", "🕊"})
    void twoHundredCodePointsAreTakenAndOneMoreIsNot(String character) {
        String longest = character.repeat(LIMIT / character.codePointCount(0, character.length()));
        As.user("xaa.editor").body(Map.of("party", "XAA", "name", longest, "rank", "OTHER")).post("/api/v1/persons").then()
                .statusCode(201).body("name", equalTo(longest));
        As.user("xaa.editor").body(Map.of("party", "XAA", "name", longest + "x", "rank", "OTHER")).post("/api/v1/persons").then()
                .statusCode(400).body("type", equalTo("https://surety.example/problems/invalid-request"))
                .body("violations.field", hasItem("name"));
    }

    @Test
    void halfACharacterIsNoName() {
        As.user("xaa.editor").body("{\"party\": \"XAA\", \"name\": \"a\\ud840b\", \"rank\": \"OTHER\"}").post("/api/v1/persons")
                .then()
                .statusCode(400).body("violations.field", hasItem("name"));
    }
}
