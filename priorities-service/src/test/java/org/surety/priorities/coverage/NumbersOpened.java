package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.remembered.Overlay;

/** Holds what is behind the numbers, and the months, against the numbers themselves, for whoever the viewer is. */
@ApplicationScoped
class NumbersOpened {

    private static final int PAGE = 3;
    private static final int MONTHS = 3;

    private final CoverageRepository coverage;
    private final ContributionRepository contributions;
    private final MonthRepository months;

    NumbersOpened(CoverageRepository coverage, ContributionRepository contributions, MonthRepository months) {
        this.coverage = coverage;
        this.contributions = contributions;
        this.months = months;
    }

    /** One requirement and one priority, each with one of the numbers alone. */
    void check(List<UUID> requirements, LocalDate day, Set<String> inForce, Random random) {
        List<CoverageSum> sums = coverage.sums(Series.EXERCISE, day, inForce);
        UUID requirement = requirements.get(random.nextInt(requirements.size()));
        PriorityCode priority = random.nextBoolean() ? PriorityCode.MULTINATIONAL_FORCE : PriorityCode.ARMED_FORCES_SUPPORT;
        Figure figure = Figure.values()[random.nextInt(Figure.values().length)];
        check(sums.stream().filter(sum -> requirement.equals(sum.requirement())).toList(),
                what -> pages(requirement, null, what, day, inForce), figure, inForce);
        check(sums.stream().filter(sum -> priority == sum.priority()).toList(), what -> pages(null, priority, what, day, inForce),
                figure, inForce);
    }

    /** Each month is what is summed on its first day. */
    void checkMonths(List<UUID> requirements, LocalDate day, Set<String> inForce) {
        Months asked = Months.of(day, MONTHS, day);
        Map<String, List<BigDecimal>> expected = new TreeMap<>();
        Map<String, List<BigDecimal>> found = new TreeMap<>();
        Set<String> stages = Arrays.stream(Stage.values()).map(Enum::name).collect(Collectors.toSet());
        asked.days().forEach(first -> coverage.sums(Series.EXERCISE, first, inForce).stream()
                .filter(sum -> sum.requirement() != null && stages.contains(sum.what()))
                .forEach(sum -> add(expected, first + " " + sum.requirement() + " " + sum.what() + " " + sum.isAwake(inForce),
                        sum.quantity(), sum.commitments(), sum.undisclosed())));
        months.sums(Series.EXERCISE, requirements, asked, inForce, Overlay.NONE)
                .forEach(sum -> add(found, sum.day() + " " + sum.requirement() + " " + sum.stage() + " " + sum.awake(),
                        sum.quantity(), sum.commitments(), sum.undisclosed()));
        assertThat(counting(found)).isEqualTo(counting(expected));
    }

    private static Map<String, List<BigDecimal>> counting(Map<String, List<BigDecimal>> figures) {
        figures.values().removeIf(values -> values.stream().allMatch(value -> value.signum() == 0));
        return figures;
    }

    private static void check(List<CoverageSum> sums, Function<Figure, List<ContributionRepresentation>> behind, Figure alone,
            Set<String> inForce) {
        Map<String, List<BigDecimal>> expected = new TreeMap<>();
        Map<String, List<BigDecimal>> found = new TreeMap<>();
        sums.forEach(sum -> figures(sum.what(), sum.isAwake(inForce)).forEach(figure -> add(expected, sum.party() + " " + figure,
                sum.quantity(), sum.commitments(), sum.undisclosed())));
        List<ContributionRepresentation> all = behind.apply(null);
        all.forEach(part -> part.counts().forEach(counts -> add(found, part.party() + " " + counts.what(), counts.quantity(),
                counts.commitments(), counts.undisclosed())));
        assertThat(counting(found)).isEqualTo(counting(expected));
        assertThat(behind.apply(alone)).isEqualTo(
                all.stream().filter(part -> part.counts().stream().anyMatch(counts -> counts.what() == alone)).toList());
    }

    private static List<Figure> figures(String what, boolean awake) {
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.kept().equals(what) && (figure.awake() == null || figure.awake() == awake)).toList();
    }

    private List<ContributionRepresentation> pages(UUID requirement, PriorityCode priority, Figure what, LocalDate day,
            Set<String> inForce) {
        ContributionFilter filter = new ContributionFilter(Series.EXERCISE, requirement, priority, what, null, day, null, null,
                null, null);
        List<ContributionRepresentation> all = new ArrayList<>();
        List<String> after = List.of();
        List<List<CountedPart>> page;
        do {
            page = contributions.list(filter, day, inForce, Overlay.NONE, new Paging.Request(after, PAGE + 1));
            for (List<CountedPart> part : page.subList(0, Math.min(PAGE, page.size()))) {
                all.add(ContributionRepresentation.from(part, "soldiers"));
                after = part.get(0).place();
            }
        } while (page.size() > PAGE);
        return all;
    }

    private static void add(Map<String, List<BigDecimal>> figures, String figure, BigDecimal quantity, long commitments,
            long undisclosed) {
        List<BigDecimal> before = figures.getOrDefault(figure, List.of(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        figures.put(figure, List.of(before.get(0).add(quantity).stripTrailingZeros(),
                before.get(1).add(BigDecimal.valueOf(commitments)).stripTrailingZeros(),
                before.get(2).add(BigDecimal.valueOf(undisclosed)).stripTrailingZeros()));
    }
}
