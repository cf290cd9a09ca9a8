package org.surety.commitments.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.surety.kit.problem.Problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Rows that come as JSON objects, one a line. A field that is not there is an empty cell. */
final class ObjectTable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(SourceFile.MAX_CELL).maxNestingDepth(4).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Layout layout;
    private final Map<String, Integer> places = new HashMap<>();

    private ObjectTable(Layout layout) {
        this.layout = layout;
        for (String header : layout.headers()) {
            places.put(header, places.size());
        }
    }

    static SourceFile.Checked of(Path file, Layout layout, FileLimits limits) throws IOException {
        TableFile table = new TableFile(FileFormat.NDJSON, limits, layout.headers());
        try (InputStream in = Files.newInputStream(file); JsonParser json = JSON.createParser(SourceFile.text(in))) {
            read(json, new ObjectTable(layout), table);
            return table.finish();
        } catch (JsonParseException e) {
            table.abandon();
            throw FileProblem.unreadable("Line " + e.getLocation().getLineNr() + " is no JSON object: " + e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            table.abandon();
            throw e;
        }
    }

    private static void read(JsonParser json, ObjectTable layout, TableFile table) throws IOException {
        try {
            layout.read(json, table);
        } catch (StreamConstraintsException e) {
            throw FileProblem.cellTooLong("A value in line " + json.currentLocation().getLineNr());
        }
    }

    private void read(JsonParser json, TableFile table) throws IOException {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            int line = json.currentTokenLocation().getLineNr();
            if (token != JsonToken.START_OBJECT) {
                throw FileProblem.unreadable("Line " + line + " is no JSON object.");
            }
            table.row(line, row(json, line));
        }
    }

    private List<String> row(JsonParser json, int line) throws IOException {
        String[] cells = new String[places.size()];
        Arrays.fill(cells, "");
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            Integer place = places.get(field);
            if (place == null) {
                throw FileProblem.columns(layout.name(), List.of(new Problem.Violation(shortened(field),
                        "in line " + line + " is no column of it")));
            }
            JsonToken value = json.nextToken();
            if (!value.isScalarValue()) {
                throw FileProblem.unreadable("In line " + line + " the field " + field + " must be a text or a number.");
            }
            cells[place] = value == JsonToken.VALUE_NULL ? "" : json.getText();
        }
        return Arrays.asList(cells);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
