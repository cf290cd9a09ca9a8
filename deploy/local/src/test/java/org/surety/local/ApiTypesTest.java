package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class ApiTypesTest {

    @Test
    void eachSchemaIsOneTypeByItsName() throws IOException {
        JsonNode document = schemas("""
                {
                  "commitments.Status": {"type": "string", "enum": ["OPEN", "IT'S OVER"]},
                  "Money": {"type": "object", "required": ["amount"], "properties": {
                    "amount": {"type": ["string", "number"]},
                    "asGiven": {"type": "object", "additionalProperties": {"type": "string"}},
                    "x-rate": {"$ref": "#/components/schemas/commitments.Status", "description": "of the day"}}},
                  "Day": {"oneOf": [{"type": "string", "format": "date"},
                    {"type": "object", "required": ["undisclosed"], "properties": {"undisclosed": {"type": "string"}}}]},
                  "Answer": {"allOf": [{"$ref": "#/components/schemas/Money"}, {"$ref": "#/components/schemas/Day"}]},
                  "Lists": {"type": "object", "properties": {
                    "days": {"type": "array", "items": {"$ref": "#/components/schemas/Day"}},
                    "either": {"type": "array", "items": {"type": ["integer", "boolean", "null"]}},
                    "anything": {}}}
                }""");

        assertTrue(ApiTypes.of(document).endsWith("""
                export type Answer = Money & Day;

                export type CommitmentsStatus = 'OPEN' | 'IT\\'S OVER';

                export type Day = string | {
                  undisclosed: string;
                };

                export interface Lists {
                  days?: Day[];
                  either?: (number | boolean | null)[];
                  anything?: unknown;
                }

                export interface Money {
                  amount: string | number;
                  asGiven?: { [name: string]: string };
                  'x-rate'?: CommitmentsStatus;
                }
                """), ApiTypes.of(document));
    }

    @Test
    void orderOfTheDocumentMakesNoDifference() throws IOException {
        assertEquals(ApiTypes.of(schemas("{\"A\": {\"type\": \"string\"}, \"B\": {\"type\": \"integer\"}}")),
                ApiTypes.of(schemas("{\"B\": {\"type\": \"integer\"}, \"A\": {\"type\": \"string\"}}")));
    }

    @Test
    void twoSchemasOfOneNameAreRefused() throws IOException {
        JsonNode document = schemas("{\"a.Status\": {\"type\": \"string\"}, \"AStatus\": {\"type\": \"string\"}}");
        assertThrows(IllegalArgumentException.class, () -> ApiTypes.of(document));
    }

    private static JsonNode schemas(String schemas) throws IOException {
        return new ObjectMapper().readTree("{\"components\": {\"schemas\": " + schemas + "}}");
    }
}
