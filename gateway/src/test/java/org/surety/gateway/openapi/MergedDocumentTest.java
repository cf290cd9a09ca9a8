package org.surety.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class MergedDocumentTest {

    private static final String DELEGATIONS = """
            {"openapi": "3.1.0", "info": {"title": "delegation-service API", "version": "1"},
             "servers": [{"url": "http://127.0.0.1:8601"}],
             "tags": [{"name": "Parties", "description": "states and organisations"}],
             "paths": {
               "/api/v1/parties": {"get": {"operationId": "list", "security": [{"SecurityScheme": ["reader"]}],
                 "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Party"}}}},
                               "default": {"$ref": "#/components/responses/Problem"}}}},
               "/api/v1/changes": {"get": {"responses": {"200": {"content": {"application/json": {
                 "schema": {"$ref": "#/components/schemas/RawChange"}}}}}}}},
             "components": {
               "schemas": {
                 "Party": {"type": "object", "properties": {"label": {"$ref": "#/components/schemas/Label"}}},
                 "Label": {"type": "object", "properties": {"release": {"$ref": "#/components/schemas/Release"}}},
                 "Release": {"type": "string", "enum": ["NATIONAL", "PUBLIC"]},
                 "Problem": {"type": "object", "properties": {"title": {"type": "string"}}},
                 "RawChange": {"type": "object"}},
               "responses": {"Problem": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
               "securitySchemes": {"SecurityScheme": {"type": "openIdConnect", "openIdConnectUrl": "http://inner/"}}}}
            """;
    private static final String COMMITMENTS = """
            {"openapi": "3.1.0", "tags": [{"name": "Commitments"}, {"name": "Parties", "description": "another"}],
             "paths": {
               "/api/v1/commitments/{id}": {"get": {"operationId": "list", "security": [],
                 "responses": {"200": {"content": {"application/json": {"schema": {"discriminator": {"propertyName": "basis",
                   "mapping": {"GUARANTEE": "#/components/schemas/Label"}}}}}},
                               "default": {"$ref": "#/components/responses/Problem"}}}},
               "/api/v1/parties": {"get": {"operationId": "not-mine"}}},
             "components": {
               "schemas": {
                 "Label": {"type": "object", "properties": {"release": {"$ref": "#/components/schemas/Release"}}},
                 "Release": {"type": "string", "enum": ["NATIONAL", "NAMED"]},
                 "Problem": {"type": "object", "properties": {"title": {"type": "string"}}}},
               "responses": {"Problem": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}}
            """;

    private final JsonObject merged = MergedDocument.of(List.of(
            ServiceDocument.of("delegation-service", new JsonObject(DELEGATIONS), path -> path.startsWith("/api/v1/parties")),
            ServiceDocument.of("commitments-service", new JsonObject(COMMITMENTS), path -> path.startsWith("/api/v1/commitments"))),
            List.of(), "1.0");

    @Test
    void onlyPathsRoutedToTheServiceThatDescribesThemAppear() {
        assertEquals(Set.of("/api/v1/parties", "/api/v1/commitments/{id}"), merged.getJsonObject("paths").fieldNames());
        assertEquals("list", operation("/api/v1/parties").getString("operationId"));
    }

    @Test
    void whatOnlyUnroutedPathsUseStaysInside() {
        assertFalse(merged.encode().contains("RawChange"));
        assertFalse(merged.encode().contains("inner"));
    }

    @Test
    void likeComponentsAreSharedAndUnlikeOnesWithAllThatLeadsToThemAreTold() {
        assertEquals(
                Set.of("Party", "Problem", "delegation.Label", "delegation.Release", "commitments.Label", "commitments.Release"),
                schemas().fieldNames());
        assertEquals(new JsonArray().add("NATIONAL").add("PUBLIC"),
                schemas().getJsonObject("delegation.Release").getJsonArray("enum"));
        assertEquals(new JsonArray().add("NATIONAL").add("NAMED"),
                schemas().getJsonObject("commitments.Release").getJsonArray("enum"));
        assertEquals(Set.of("Problem"), merged.getJsonObject("components").getJsonObject("responses").fieldNames());
    }

    @Test
    void referencesFollowTheNewNames() {
        assertEquals("#/components/schemas/delegation.Label", schemas().getJsonObject("Party").getJsonObject("properties")
                .getJsonObject("label").getString("$ref"));
        assertEquals("#/components/schemas/commitments.Release", schemas().getJsonObject("commitments.Label")
                .getJsonObject("properties").getJsonObject("release").getString("$ref"));
        assertEquals("#/components/schemas/commitments.Label", operation("/api/v1/commitments/{id}").getJsonObject("responses")
                .getJsonObject("200").getJsonObject("content").getJsonObject("application/json").getJsonObject("schema")
                .getJsonObject("discriminator").getJsonObject("mapping").getString("GUARANTEE"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (String reference : ServiceDocument.references(merged)) {
            String[] place = reference.substring(ServiceDocument.COMPONENTS.length()).split("/");
            assertEquals(2, place.length, reference);
            assertFalse(merged.getJsonObject("components").getJsonObject(place[0]).getJsonObject(place[1]) == null, reference);
        }
    }

    @Test
    void oneBearerSchemeCoversEverything() {
        assertEquals(
                new JsonObject().put("bearer",
                        new JsonObject().put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT")),
                merged.getJsonObject("components").getJsonObject("securitySchemes"));
        assertEquals(new JsonArray("[{\"bearer\": []}]"), merged.getJsonArray("security"));
        assertEquals(new JsonArray("[{\"bearer\": [\"reader\"]}]"), operation("/api/v1/parties").getJsonArray("security"));
        assertEquals(new JsonArray(), operation("/api/v1/commitments/{id}").getJsonArray("security"));
    }

    @Test
    void serverIsTheGatewayItselfAndTagsAreNamedOnce() {
        assertEquals(new JsonArray("[{\"url\": \"/\"}]"), merged.getJsonArray("servers"));
        assertEquals(new JsonArray("""
                [{"name": "Parties", "description": "states and organisations"}, {"name": "Commitments"}]"""),
                merged.getJsonArray("tags"));
        assertEquals("3.1.0", merged.getString("openapi"));
    }

    @Test
    void operationIdsStayUnique() {
        assertEquals("list", operation("/api/v1/parties").getString("operationId"));
        assertEquals("commitments.list", operation("/api/v1/commitments/{id}").getString("operationId"));
    }

    @Test
    void missingPartIsNamedAndCompletenessIsSilent() {
        assertNull(merged.getValue("x-surety-missing"));
        JsonObject incomplete = MergedDocument.of(List.of(), List.of("priorities-service"), "1.0");
        assertEquals(new JsonArray().add("priorities-service"), incomplete.getJsonArray("x-surety-missing"));
        assertEquals(true, incomplete.getJsonObject("info").getString("description").contains("INCOMPLETE"));
    }

    private JsonObject operation(String path) {
        return merged.getJsonObject("paths").getJsonObject(path).getJsonObject("get");
    }

    private JsonObject schemas() {
        return merged.getJsonObject("components").getJsonObject("schemas");
    }
}
