package org.surety.kit.label;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who may see a record. Equal labels of an owner are one audience in the database.
 *
 * @param series of the record; null when PUBLIC, which knows neither series nor owner
 * @param owner the party that owns the record, null for records of the coalition itself
 * @param parties the named parties, sorted, without the owner; empty unless NAMED
 */
public record Label(Release release, Series series, String owner, List<String> parties) {

    private static final Label PUBLIC = new Label(Release.PUBLIC, null, null, List.of());

    /** The most parties a label may name: more than there are states and organisations in any coalition. */
    public static final int MAX_PARTIES = 60;

    /** As it stands in a body: {@code {"release": "NAMED", "parties": ["XAB"]}}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Representation(Release release, List<String> parties) {

        /** The label that the owner gives to a record. */
        public Label ownedBy(String owner, Series series) {
            return ownedBy(owner, series, "label");
        }

        /** The same where it stands in a field of another name. */
        public Label ownedBy(String owner, Series series, String field) {
            List<String> named = parties == null ? List.of() : parties;
            new Violations().check(release != null, field + ".release", "must be one of " + Arrays.toString(Release.values()))
                    .check((release == Release.NAMED) != named.isEmpty(), field + ".parties",
                            "must name the parties when the release is NAMED, and only then")
                    .check(named.size() <= MAX_PARTIES
                            && named.stream().allMatch(code -> code != null && code.matches("[A-Z]{2,12}")), field + ".parties",
                            "must be at most " + MAX_PARTIES + " party codes")
                    .check(owner != null || release != Release.NATIONAL && release != Release.NAMED, field + ".release",
                            "must be COALITION or PUBLIC: no party owns this record")
                    .check(named.stream().allMatch(code -> code == null || Series.ofParty(code) == series), field + ".parties",
                            "must be of the series of the record")
                    .refuse();
            return of(release, series, owner, named);
        }
    }

    public static Label of(Release release, Series series, String owner, List<String> parties) {
        return release == Release.PUBLIC
                ? PUBLIC
                : new Label(release, series, owner, parties.stream().filter(p -> !p.equals(owner)).distinct().sorted().toList());
    }

    public static Label openToAll() {
        return PUBLIC;
    }

    public static Label national(String owner) {
        return of(Release.NATIONAL, Series.ofParty(owner), owner, List.of());
    }

    /** Whether everybody who may see a record under that label may see one under this. Each owner sees its own record. */
    public boolean covers(Label other) {
        return release == Release.PUBLIC || release == Release.COALITION && other.release != Release.PUBLIC
                || other.release.compareTo(Release.NAMED) <= 0 && viewers().containsAll(other.viewers());
    }

    /** Of a record that is released to parties one by one. */
    private List<String> viewers() {
        return Stream.concat(Stream.ofNullable(owner), parties.stream()).toList();
    }

    public Representation representation() {
        return new Representation(release, parties);
    }

    /** The canonical text, by which audiences are interned: {@code PUBLIC}, {@code COALITION|REAL|FRA}, {@code NAMED|REAL|FRA|DEU,POL}. */
    public String key() {
        String key = release == Release.PUBLIC ? release.name() : release + "|" + series + "|" + (owner == null ? "" : owner);
        return release == Release.NAMED ? key + "|" + String.join(",", parties) : key;
    }

    /** The label that a canonical text stands for. */
    public static Label parse(String key) {
        String[] part = key.split("\\|", -1);
        Release release = Release.valueOf(part[0]);
        if (release == Release.PUBLIC) {
            return PUBLIC;
        }
        List<String> parties = release == Release.NAMED
                ? Arrays.stream(part[3].split(",")).collect(Collectors.toList())
                : List.of();
        return of(release, Series.valueOf(part[1]), part[2].isEmpty() ? null : part[2], parties);
    }
}
