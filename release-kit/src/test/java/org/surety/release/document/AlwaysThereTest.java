package org.surety.release.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Which fields the document calls required, of records of each form. */
class AlwaysThereTest {

    record Answered(UUID id, UUID other, String text, long count, Long counted, boolean so, List<String> names,
            Map<String, String> words,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> some) {
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Sparse(int count, List<String> names) {
    }

    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Renamed")
    record Nested(int count) {
    }

    record Sent(int count, Inner inner) {
    }

    record Inner(int count) {
    }

    static final class Room {
        record Twice(int count, int rows) {
        }
    }

    static final class OtherRoom {
        record Twice(int count, Integer rows) {
        }
    }

    private final OpenAPI document = OASFactory.createOpenAPI().components(OASFactory.createComponents());

    @Test
    void numbersTruthsIdsListsAndMapsAreThereUnlessTheyMayBeLeftOut() throws IOException {
        schema("Answered", "id", "other", "text", "count", "counted", "so", "names", "words", "some");
        schema("Sparse", "count", "names");
        schema("Renamed", "count");
        schema("PageAnswered", "items", "next");
        filter();

        assertThat(required("Answered")).containsExactly("count", "id", "names", "so", "words");
        assertThat(required("Sparse")).containsExactly("count");
        assertThat(required("Renamed")).containsExactly("count");
        assertThat(required("PageAnswered")).containsExactly("items");
    }

    @Test
    void whatIsRequiredAlreadyStays() throws IOException {
        schema("Answered", "text", "count").setRequired(List.of("text"));
        filter();
        assertThat(required("Answered")).containsExactly("count", "text");
    }

    @Test
    void ofTwoRecordsOfOneNameBothMustHaveIt() throws IOException {
        schema("Twice", "count", "rows");
        schema("Twice1", "count", "rows");
        filter();
        assertThat(required("Twice")).containsExactly("count");
        assertThat(required("Twice1")).containsExactly("count");
    }

    @Test
    void nothingIsSaidOfWhatIsSent() throws IOException {
        schema("Sent", "count").addProperty("inner", reference("Inner"));
        schema("Inner", "count");
        Content content = OASFactory.createContent().addMediaType("application/json", OASFactory.createMediaType().schema(
                OASFactory.createSchema().addOneOf(reference("Sent"))));
        Operation operation = OASFactory.createOperation().requestBody(OASFactory.createRequestBody().content(content));
        document.setPaths(OASFactory.createPaths().addPathItem("/sent", OASFactory.createPathItem().POST(operation)));
        filter();
        assertThat(required("Sent")).isNull();
        assertThat(required("Inner")).isNull();
    }

    private Schema schema(String name, String... properties) {
        Schema schema = OASFactory.createSchema();
        for (String property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        document.getComponents().addSchema(name, schema);
        return schema;
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private void filter() throws IOException {
        if (document.getPaths() == null) {
            document.setPaths(OASFactory.createPaths().addPathItem("/none",
                    OASFactory.createPathItem().GET(OASFactory.createOperation())));
        }
        new AlwaysThere(Index.of(Answered.class, Sparse.class, Nested.class, Sent.class, Inner.class, Room.Twice.class,
                OtherRoom.Twice.class)).filterOpenAPI(document);
    }

    private List<String> required(String name) {
        return document.getComponents().getSchemas().get(name).getRequired();
    }
}
