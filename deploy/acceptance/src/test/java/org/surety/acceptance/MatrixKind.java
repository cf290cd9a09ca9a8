package org.surety.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How a kind of record of the policy is made and asked, as {@code policy/kinds.json} says it: the bodies of requests that are in order. */
record MatrixKind(JsonNode said) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An act by its name in the path. */
    record Act(String name, String body, Act after) {

        private static Act of(JsonNode said) {
            return said.isMissingNode()
                    ? null
                    : new Act(said.path("name").asText(), said.path("body").toString(), of(said.path("after")));
        }
    }

    static List<MatrixKind> all() {
        List<MatrixKind> kinds = new ArrayList<>();
        resource("kinds.json").forEach(said -> kinds.add(new MatrixKind(said)));
        return kinds;
    }

    static JsonNode resource(String name) {
        try (InputStream in = MatrixKind.class.getResourceAsStream("/policy/" + name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the policy calls it. */
    String record() {
        return said.path("record").asText();
    }

    /** Its own name, where the policy has one word for several. */
    String name() {
        return said.path("name").asText(record());
    }

    /** Whether the policy has the same word for others. */
    boolean hasSiblings() {
        return said.has("name");
    }

    /** The record by which a viewer may know of it. */
    String seenAs() {
        return said.path("seenAs").asText(record());
    }

    /** Whether its body says who asks, so that the refusal is that of a body. */
    boolean isRefusedAsInvalid() {
        return said.path("refusedAsInvalid").asBoolean();
    }

    /** The labels it is made under, where the policy has no word for it. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        said.path("labels").forEach(label -> labels.add(label.asText()));
        return labels;
    }

    /** Who makes it; null: the viewer's own party. */
    String maker() {
        return said.path("as").asText(null);
    }

    boolean isOfViewer() {
        return said.path("ofViewer").asBoolean();
    }

    /** Found among what a situation calls. */
    boolean isCalled() {
        return said.path("obligations").asBoolean();
    }

    /** Behind the gateway, and not through it. */
    boolean isInternal() {
        return said.path("internal").asBoolean();
    }

    String collection() {
        return said.path("collection").asText(null);
    }

    /** Where it stands from the beginning; null: it is made. */
    String at(String label) {
        return said.path("at").asText(said.path("atByLabel").path(label).asText(null));
    }

    /** Behind the path of the record, where it is only a part of that. */
    String under() {
        return said.path("under").asText("");
    }

    /** What makes it, also where policy does not call that a creation; null: nothing. */
    String made() {
        return text(said.has("made") ? "made" : "create");
    }

    String create() {
        return text("create");
    }

    String createOnRecord() {
        return text("createOnRecord");
    }

    String file() {
        return said.path("file").asText(null);
    }

    String amend() {
        return text("amend");
    }

    /** Fields of the record that are sent again as they are; empty: other ones are sent. */
    List<String> amendOf() {
        List<String> fields = new ArrayList<>();
        said.path("amendOf").forEach(field -> fields.add(field.asText()));
        return fields;
    }

    boolean deletes() {
        return said.path("deletes").asBoolean();
    }

    /** A field that makes what was made another kind of record; null: none. */
    String isNotWith() {
        return said.path("isNotWith").asText(null);
    }

    /** What the maker does with it before it is shown to anybody. */
    List<Act> then() {
        List<Act> acts = new ArrayList<>();
        said.path("then").forEach(one -> acts.add(Act.of(one)));
        return acts;
    }

    /** The act of who has this role or stands in this relation; null: there is none. */
    Act act(String role, String relation) {
        JsonNode acts = said.path("acts");
        JsonNode own = acts.has(role) ? acts.path(role) : acts.path(relation);
        return Act.of(own.isMissingNode() ? acts.path("*") : own);
    }

    private String text(String field) {
        return said.has(field) ? said.path(field).toString() : null;
    }
}
