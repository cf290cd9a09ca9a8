package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.local.ApiTypes;
import org.surety.local.ApiTypesCommand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The suite's document says of every operation what it takes and answers, the answers are as it says, and the board has these types of it.
 * Comes behind the classes that make records of all kinds.
 */
@ExtendWith(SuiteExtension.class)
@Order(Integer.MAX_VALUE - 1)
class ApiTypesIT {
    private static final String JSON = "application/json";
    /** Each sees what another does not. */
    private static final List<String> READERS = List.of("coordinator", "auditor", "xaa.editor", "xab.editor");
    private static RunningSuite suite;
    private static JsonNode document;

    @BeforeAll
    static void take(RunningSuite running) {
        suite = running;
        document = running.api().sendBare("GET", "/openapi", Map.of()).expect(200).json();
    }

    @Test
    void everyOperationSaysWhatItTakesAndAnswers() {
        List<String> silent = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> method.getValue().has("responses"))
                .forEach(method -> silent.addAll(silent(method.getKey() + " " + path.getKey(), method.getValue()))));
        assertEquals(List.of(), silent);
    }

    @Test
    void answersAreAsTheDocumentSays() {
        AnswerSchemas schemas = new AnswerSchemas(document);
        READERS.forEach(user -> schemas.read(suite.api(), user));
        System.out.println("answers held against the document: " + schemas.held());
        assertEquals(List.of(), schemas.faults());
        assertTrue(schemas.held().size() > 50, schemas.held().toString());
    }

    @Test
    void answerThatSaysMoreOrLessIsNamed() {
        JsonNode party = suite.api().get("/api/v1/parties/XAA", "xaa.editor").expect(200).json();
        AnswerSchemas schemas = new AnswerSchemas(document);
        schemas.hold("/api/v1/parties/{code}", party);
        assertEquals(List.of(), schemas.faults());
        schemas.hold("/api/v1/parties/{code}", ((ObjectNode) party.deepCopy()).without("version"));
        assertEquals(1, schemas.faults().size(), schemas.faults().toString());
        schemas.hold("/api/v1/parties/{code}", ((ObjectNode) party.deepCopy()).put("nickname", "x"));
        assertEquals(2, schemas.faults().size(), schemas.faults().toString());
    }

    @Test
    void boardHasTheTypesOfTheDocument() throws IOException {
        assertFalse(document.has("x-surety-missing"), document.path("x-surety-missing").toString());
        assertEquals(ApiTypes.of(document), Files.readString(suite.instance().root().resolve(ApiTypesCommand.FILE)),
                ApiTypesCommand.FILE
                        + " is not of this document. Start the suite (deploy/local/run) and run: deploy/local/api-types");
    }

    /** Where it does not say what is sent, or what comes back when it is done. */
    private static List<String> silent(String operation, JsonNode said) {
        List<String> silent = new ArrayList<>();
        JsonNode sent = said.path("requestBody").path("content");
        sent.properties().stream().filter(form -> form.getValue().path("schema").isEmpty())
                .forEach(form -> silent.add(operation + " takes " + form.getKey()));
        List<Map.Entry<String, JsonNode>> done = said.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2")).toList();
        if (done.isEmpty()) {
            silent.add(operation + " is never done");
        }
        done.forEach(answer -> {
            JsonNode forms = answer.getValue().path("content");
            if (forms.isEmpty() && !answer.getKey().equals("204")
                    || forms.has(JSON) && forms.path(JSON).path("schema").isEmpty()) {
                silent.add(operation + " answers " + answer.getKey());
            }
        });
        return silent;
    }
}
