package org.surety.release.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.surety.kit.http.Page;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The records of an answer are those that anybody finds in its JSON by the rule of docs/audit.md. */
class RecordIdsTest {

    private static final UUID ONE = UUID.fromString("0b9f6c1e-52a7-4c0d-8f5e-3f1d1c9a7e01");
    private static final UUID TWO = UUID.fromString("7c1d9a52-0e6b-4a53-9a0f-5b8f0f2f6d02");
    private static final UUID HIDDEN = UUID.fromString("99999999-0e6b-4a53-9a0f-5b8f0f2f6d03");

    private static final List<String> NAMES = List.of("id", "code", "commitment", "number");

    private final RecordIds records = new RecordIds(new Config(NAMES, null, 0, 0, null));
    private final ObjectMapper json = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    record Config(List<String> ids, Duration longestWait, int mostWaiting, int batch,
            Duration monthsEvery) implements AuditConfig {
    }

    enum Kind {
        FIRST
    }

    record Numbered(int number, String text) {
    }

    record Coded(Kind code, UUID commitment) {
    }

    record Hanging(String title, Reference commitment, List<Numbered> clauses) {
    }

    record Whole(String title, UUID id, List<Numbered> clauses) {
    }

    record Sums(String party, UUID person, Map<String, Numbered> byName, List<Whole> parts, Coded coded, @JsonIgnore Whole place) {
    }

    record Filtered(UUID requirement, List<Whole> items, Numbered other) {
    }

    record Totals(long count, List<String> rules) {
    }

    @Test
    void aListHasItsItemsAndNothingElse() {
        assertThat(ids(new Page<>(List.of(whole(ONE), whole(TWO)), "next"))).containsExactly(ONE.toString(), TWO.toString());
        assertThat(ids(new Filtered(HIDDEN, List.of(whole(TWO)), new Numbered(3, "")))).containsExactly(TWO.toString());
        assertThat(ids(List.of(whole(TWO), whole(ONE)))).containsExactly(TWO.toString(), ONE.toString());
        assertThat(ids(new Page<>(List.of(), null))).isEmpty();
    }

    @Test
    void aRecordIsOneByTheFirstIdThatItHas() {
        assertThat(ids(whole(ONE))).containsExactly(ONE.toString());
        assertThat(ids(new Coded(Kind.FIRST, ONE))).containsExactly("FIRST");
        assertThat(ids(new Coded(null, ONE))).containsExactly(ONE.toString());
        assertThat(ids(new Hanging("x", new Reference(ONE), List.of(new Numbered(1, ""))))).containsExactly(ONE.toString());
    }

    @Test
    void aReferenceThatIsNotReleasedIsNoId() {
        assertThat(ids(new Hanging("x", Reference.NOT_RELEASED, List.of(new Numbered(1, ""), new Numbered(2, "")))))
                .containsExactly("1", "2");
    }

    @Test
    void whatIsPutTogetherHasTheRecordsOfItsMembersInTheirOrder() {
        Map<String, Numbered> byName = new LinkedHashMap<>();
        byName.put("z", new Numbered(7, ""));
        byName.put("a", new Numbered(5, ""));
        Sums sums = new Sums("XAA", HIDDEN, byName, List.of(whole(TWO), whole(ONE)), new Coded(Kind.FIRST, null), whole(HIDDEN));
        assertThat(ids(sums)).containsExactly("7", "5", TWO.toString(), ONE.toString(), "FIRST");
    }

    @Test
    void whatNamesNoRecordHasNone() {
        assertThat(ids(new Totals(5, List.of("a rule")))).isEmpty();
        assertThat(ids(null)).isEmpty();
    }

    @Test
    void textAndBytesDoNotTellWhatTheyGive() {
        assertThat(RecordIds.canTell("id")).isFalse();
        assertThat(RecordIds.canTell(new byte[]{ 1})).isFalse();
        assertThat(RecordIds.canTell(whole(ONE))).isTrue();
        assertThat(RecordIds.canTell(List.of())).isTrue();
    }

    /** The example of the page is one. */
    @Test
    void theDigestIsThatOfAFileWithAnIdALine() throws IOException {
        String page = Files.readString(Path.of("../docs/audit.md"));
        Matcher answer = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        Matcher digest = Pattern.compile("```\n([0-9a-f]{64})\n```").matcher(page);
        assertThat(answer.find()).isTrue();
        assertThat(digest.find()).isTrue();
        JsonNode items = json.readTree(answer.group(1)).get("items");
        List<Whole> given = new ArrayList<>();
        items.forEach(item -> given.add(whole(UUID.fromString(item.get("id").textValue()))));

        Given all = new Given(records);
        all.add(new Page<>(given, null));
        assertThat(all.records()).isEqualTo(2);
        assertThat(HexFormat.of().formatHex(all.digest())).isEqualTo(digest.group(1));

        Given byParts = new Given(records);
        given.forEach(byParts::add);
        assertThat(HexFormat.of().formatHex(byParts.digest())).isEqualTo(digest.group(1));

        assertThat(page).contains("`" + HexFormat.of().formatHex(new Given(records).digest()) + "`");
    }

    @Test
    void ofACursorOnlyItsPresenceIsKept() {
        assertThat(ReadAudit.withoutCursor("series=REAL&cursor=abc&limit=2")).isEqualTo("series=REAL&cursor=*&limit=2");
        assertThat(ReadAudit.withoutCursor("%63ursor=abc")).isEqualTo("cursor=*");
        assertThat(ReadAudit.withoutCursor("after=abc&wait=20")).isEqualTo("after=*&wait=20");
        assertThat(ReadAudit.withoutCursor("after=now&cursor=&%zz=abc")).isEqualTo("after=now&cursor=&%zz=abc");
        assertThat(ReadAudit.withoutCursor("series=a%20b&flag")).isEqualTo("series=a%20b&flag");
        assertThat(ReadAudit.withoutCursor(null)).isNull();
    }

    private static Whole whole(UUID id) {
        return new Whole("a title", id, List.of(new Numbered(1, "a clause")));
    }

    /** What the walk finds, which has to be what the rule finds in the JSON. */
    private List<String> ids(Object answer) {
        List<String> found = new ArrayList<>();
        records.each(answer, found::add);
        List<String> inJson = new ArrayList<>();
        walk(json.valueToTree(answer), inJson);
        assertThat(found).isEqualTo(inJson);
        return found;
    }

    private void walk(JsonNode node, List<String> found) {
        if (!node.isObject()) {
            node.forEach(one -> walk(one, found));
        } else if (node.has("items")) {
            walk(node.get("items"), found);
        } else {
            NAMES.stream().map(node::path).filter(JsonNode::isValueNode).filter(value -> !value.isNull()).findFirst()
                    .ifPresentOrElse(id -> found.add(id.asText()), () -> node.forEach(member -> walk(member, found)));
        }
    }
}
