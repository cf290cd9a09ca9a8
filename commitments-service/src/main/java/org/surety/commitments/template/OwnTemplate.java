package org.surety.commitments.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.file.Dialect;
import org.surety.commitments.mapping.Mapping;
import org.surety.commitments.mapping.RowReader;
import org.surety.contracts.Basis;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Problem;

/** The register's own columns: what exports have and what is read by the mapping {@code surety}, in any order and any part of them. */
@ApplicationScoped
public class OwnTemplate implements Mapping {

    public static final String NAME = "surety";

    private static final Set<String> NUMBERS = Set.of("quantity", "money", "euroValue");
    private static final Set<String> NEEDED = Set.of("party", "basis", "kind", "title", "label");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> headers() {
        return TemplateColumn.HEADERS;
    }

    @Override
    public List<Problem.Violation> faults(List<String> header) {
        List<Problem.Violation> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size() && faults.size() < 50; i++) {
            String name = header.get(i).strip();
            String place = "column " + (i + 1);
            if (!TemplateColumn.HEADERS.contains(name)) {
                faults.add(new Problem.Violation(place, "is no column of the template: \"" + shortened(name) + "\""));
            } else if (!seen.add(name)) {
                faults.add(new Problem.Violation(place, "is " + name + " a second time"));
            }
        }
        NEEDED.stream().sorted().filter(name -> !seen.contains(name))
                .forEach(name -> faults.add(new Problem.Violation(name, "is missing")));
        if (!seen.contains("id") && !seen.contains("externalId")) {
            faults.add(new Problem.Violation("externalId", "is missing, and there is no id either"));
        }
        return faults;
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }

    @Override
    public Set<Integer> numbers(List<String> header) {
        return IntStream.range(0, header.size()).filter(i -> NUMBERS.contains(header.get(i).strip())).boxed()
                .collect(Collectors.toSet());
    }

    @Override
    public String sheet() {
        return null;
    }

    @Override
    public boolean takesObjects() {
        return true;
    }

    @Override
    public RowReader rows(List<String> header, Dialect dialect) {
        return new TemplateRows(header, dialect);
    }

    @Override
    public Basis basis() {
        return null;
    }

    @Override
    public Series series() {
        return null;
    }

    @Override
    public Label labelFor(String party) {
        throw new IllegalStateException("a row of the own template states its label");
    }

    @Override
    public boolean isOwn() {
        return true;
    }
}
