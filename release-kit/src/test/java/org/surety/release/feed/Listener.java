package org.surety.release.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.surety.local.TestParts;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Follows the released feed over HTTP as a partner's program does, with a real token. */
class Listener {

    static final String CHANGES = "/api/v1/changes";

    private final String user;
    private String cursor;

    private Listener(String user, String cursor) {
        this.user = user;
        this.cursor = cursor;
    }

    static Listener fromTheBeginning(String user) {
        return new Listener(user, null);
    }

    static Listener fromNow(String user) {
        return new Listener(user, as(user).get(CHANGES + "?after=now").then().statusCode(200).extract().path("next"));
    }

    static RequestSpecification as(String user) {
        return given().auth().oauth2(TestParts.token(user));
    }

    String cursor() {
        return cursor;
    }

    /** One page, and on from there. */
    JsonPath page(int limit, int wait) {
        RequestSpecification request = as(user).queryParam("limit", limit).queryParam("wait", wait);
        JsonPath page = (cursor == null ? request : request.queryParam("after", cursor)).get(CHANGES).then().statusCode(200)
                .extract()
                .jsonPath();
        cursor = page.getString("next");
        assertThat(cursor).matches("[A-Za-z0-9_-]{80}");
        return page;
    }

    /** All that there is, page by page; every page but the last is full. */
    List<Map<String, Object>> read(int limit) {
        List<Map<String, Object>> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            JsonPath page = page(limit, 0);
            List<Map<String, Object>> changes = page.getList("changes");
            more = page.getBoolean("more");
            assertThat(changes).hasSizeLessThanOrEqualTo(limit)
                    .satisfies(some -> assertThat(some.size()).isLessThanOrEqualTo(limit));
            if (more) {
                assertThat(changes).hasSize(limit);
            }
            all.addAll(changes);
        }
        return all;
    }

    /** Their ids, with a minus before those that are withdrawn. */
    List<String> readIds(int limit) {
        return read(limit).stream().map(change -> ((Boolean) change.get("withdrawn") ? "-" : "") + change.get("id")).toList();
    }
}
