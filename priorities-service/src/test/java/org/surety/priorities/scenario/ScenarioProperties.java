package org.surety.priorities.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.ScenarioStepKind;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.coverage.CoverageRepository;
import org.surety.priorities.coverage.CoverageSum;
import org.surety.priorities.whatif.Figures;
import org.surety.priorities.whatif.Figures.Figure;
import org.surety.priorities.whatif.Outcome;
import org.surety.priorities.whatif.WhatIfService;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Evaluating a scenario equals carrying its steps out and reading coverage, whatever the promises and the steps are: for who sees
 * everything, and for a party of the coalition that sees some, for which what is hidden stays as it is. The seed of a failure is in its name.
 */
@QuarkusTest
@RealParts
class ScenarioProperties {

    private static final int ROUNDS = 5;

    @Inject
    DatabaseOfTest database;

    @Inject
    Database connection;

    @Inject
    Known known;

    @Inject
    CoverageRepository coverage;

    @Inject
    WhatIfService whatIf;

    private List<UUID> requirements;

    @BeforeEach
    void empty() {
        database.clear();
        requirements = List.of(stated(with(with(soldiers(), "host", RandomWorld.HOST), "bindingForm", "LEGAL")),
                stated(with(with(with(soldiers(), "domain", "AIR"), "kinds", List.of()), "minimum", 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6})
    void equalsCarryingTheStepsOut(long seed) {
        check(seed, label -> true);
    }

    @ParameterizedTest
    @ValueSource(longs = { 21, 22, 23, 24, 25, 26, 27, 28})
    void equalsCarryingOutWhatTheViewerSees(long seed) {
        check(seed, label -> label.release() == Release.PUBLIC || label.release() == Release.COALITION
                || label.parties().contains("XAD"));
    }

    private void check(long seed, Predicate<Label> seen) {
        Random random = new Random(seed);
        RandomWorld world = new RandomWorld(random, known, requirements);
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = world.day();
            List<Step> steps = world.steps(seen);
            Outcome told = as(seen, () -> whatIf.evaluate(Series.EXERCISE, day, steps));
            List<CoverageSum> before = as(seen, () -> coverage.sums(Series.EXERCISE, day, Set.of()));
            steps.forEach(step -> world.carryOut(step, seen));
            Set<String> inForce = new HashSet<>();
            steps.stream().filter(step -> step.step() == ScenarioStepKind.SITUATION && !day.isBefore(step.from()))
                    .forEach(step -> inForce.add(step.situation().name()));
            List<CoverageSum> after = as(seen, () -> coverage.sums(Series.EXERCISE, day, inForce));
            told.requirements().forEach(one -> {
                assertThat(one.live()).as("%s as it is, %s", one.requirement(), steps)
                        .isEqualTo(figures(one.requirement(), before, Set.of()));
                assertThat(one.scenario()).as("%s on %s by %s", one.requirement(), day, steps)
                        .isEqualTo(figures(one.requirement(), after, inForce));
            });
            assertThat(told.requirements()).hasSize(2);
        }
    }

    private <T> T as(Predicate<Label> seen, Supplier<T> reading) {
        if (seen.test(Label.national("XAA"))) {
            return SystemViewer.transaction(reading::get);
        }
        Set<String> keys = Set.of("PUBLIC", "COALITION|EXERCISE|XAA", "COALITION|EXERCISE|XAB", "COALITION|EXERCISE|XAC",
                "NAMED|EXERCISE|XAA|XAD", "NAMED|EXERCISE|XAB|XAD", "NAMED|EXERCISE|XAC|XAD");
        return QuarkusTransaction.requiringNew().call(() -> {
            connection.run(c -> {
                try (PreparedStatement set = c.prepareStatement(
                        "select set_config('surety.audiences', coalesce((select array_agg(id)::text from audience where key = any (?)), '{}'), true)")) {
                    set.setArray(1, c.createArrayOf("text", keys.toArray()));
                    set.execute();
                }
            });
            return reading.get();
        });
    }

    private static Figures figures(UUID requirement, List<CoverageSum> sums, Set<String> inForce) {
        List<CoverageSum> own = sums.stream().filter(sum -> requirement.equals(sum.requirement())).collect(Collectors.toList());
        return new Figures(figure(own, sum -> sum.what().equals("PLEDGED")), figure(own, sum -> sum.what().equals("COMMITTED")),
                figure(own, sum -> sum.what().equals("ASSURED")),
                figure(own, sum -> sum.what().equals("ASSURED") && sum.isAwake(inForce)));
    }

    private static Figure figure(List<CoverageSum> sums, Predicate<CoverageSum> which) {
        BigDecimal quantity = sums.stream().filter(which).map(CoverageSum::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
        return new Figure(quantity.scale() < 0 ? quantity.setScale(0) : quantity,
                sums.stream().filter(which).mapToLong(CoverageSum::undisclosed).sum(),
                sums.stream().filter(which).mapToLong(CoverageSum::commitments).sum());
    }
}
