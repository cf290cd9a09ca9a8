package org.surety.local.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.surety.local.PartFailure;

class LoadPlanTest {
    @TempDir
    Path folder;

    @Test
    void recordPostedByNobodyNamedIsPostedByTheUserOfItsFile() throws IOException {
        plan("""
                {"collection": "/api/v1/persons", "as": "coordinator",
                 "records": [{"key": "a", "body": {}}, {"key": "b", "as": "xaa.editor", "body": {}}]}""");
        LoadPlan.Records records = (LoadPlan.Records) LoadPlan.read(folder).steps().get(0);
        assertEquals("coordinator", records.records().get(0).as());
        assertEquals("xaa.editor", records.records().get(1).as());
    }

    @Test
    void referencesOfTheActsCountToo() throws IOException {
        plan("""
                {"collection": "/api/v1/delegations", "as": "coordinator", "records": [
                  {"key": "p", "body": {}}, {"key": "q", "body": {}},
                  {"key": "d", "body": {"head": {"persons": ["@p"]}}, "acts": [{"act": "restructures", "body": {"members": ["@q"]}}]}]}""");
        LoadPlan.Records records = (LoadPlan.Records) LoadPlan.read(folder).steps().get(0);
        assertEquals(Set.of("p", "q"), records.records().get(2).references());
    }

    @Test
    void referenceToALaterRecordIsRefused() throws IOException {
        plan("""
                {"collection": "/api/v1/persons", "as": "coordinator",
                 "records": [{"key": "a", "body": {"x": "@b"}}, {"key": "b", "body": {}}]}""");
        refused("records.json: a refers to @b, which no record before it has as key");
    }

    @Test
    void secondRecordOfTheSameKeyIsRefused() throws IOException {
        plan("""
                {"collection": "/api/v1/persons", "as": "coordinator",
                 "records": [{"key": "a", "body": {}}, {"key": "a", "body": {}}]}""");
        refused("records.json: the key a stands twice");
    }

    @Test
    void recordWithoutAUserIsRefused() throws IOException {
        plan("{\"collection\": \"/api/v1/persons\", \"records\": [{\"key\": \"a\", \"body\": {}}]}");
        refused("records.json: a record needs a key, a body and somebody to post it");
    }

    @Test
    void fileThatIsNotJsonIsNamed() throws IOException {
        plan("{\"collection\": ");
        refused("records.json is not JSON");
    }

    @Test
    void fieldThatStandsTwiceIsRefused() throws IOException {
        plan("{\"collection\": \"/api/v1/persons\", \"collection\": \"/api/v1/parties\"}");
        refused("records.json is not JSON: Duplicate field 'collection'");
    }

    @Test
    void missingFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("load.json"),
                "{\"steps\": [{\"import\": \"rows.csv\", \"mapping\": \"m\", \"as\": \"coordinator\"}]}");
        refused("The data folder has no file " + folder.resolve("rows.csv"));
    }

    private void plan(String records) throws IOException {
        Files.writeString(folder.resolve("load.json"), "{\"steps\": [{\"file\": \"records.json\"}]}");
        Files.writeString(folder.resolve("records.json"), records);
    }

    private void refused(String beginning) {
        String message = assertThrows(PartFailure.class, () -> LoadPlan.read(folder)).getMessage();
        assertTrue(message.startsWith(beginning), message);
    }
}
