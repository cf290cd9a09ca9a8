package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.DeliveryStage;
import org.surety.contracts.DeliveryState;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Kind;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleDelivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/**
 * What is delivered, kept up change by change, equals a plain recomputation over the newest states, whatever the changes were; and nothing that
 * is delivered changes a stage of what is promised. The seed of a failure is in its name.
 */
@QuarkusTest
@RealParts
class DeliveredProperties {

    private static final int COMMITMENTS = 6;
    private static final int BATCHES = 25;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;

    private List<UUID> requirements;

    /** The newest of each delivery, and since when it has been said without a day that it counts, and that it was received. */
    private record Told(SampleDelivery delivery, LocalDate delivered, LocalDate claimed) {

        static Told of(SampleDelivery delivery, Told before) {
            boolean someDay = counting(delivery).anyMatch(day -> day.day() == null);
            boolean claim = delivery.claim() != null && delivery.claim().day().day() == null;
            return new Told(delivery, someDay ? first(before == null ? null : before.delivered, delivery.recordedOn()) : null,
                    claim ? first(before == null ? null : before.claimed, delivery.recordedOn()) : null);
        }

        private static LocalDate first(LocalDate before, LocalDate now) {
            return before == null || now.isBefore(before) ? now : before;
        }

        private static Stream<DisclosedDay> counting(SampleDelivery delivery) {
            return delivery.steps().stream().filter(step -> step.stage().counts()).map(DeliveryState.Step::day);
        }

        boolean isThere(LocalDate day) {
            return delivery.withdrawnOn() == null
                    && Stream.concat(counting(delivery).map(DisclosedDay::day), Stream.of(notNull(delivered)))
                            .anyMatch(since -> since != null && !since.isAfter(day));
        }

        private static LocalDate notNull(LocalDate day) {
            return day == null ? LocalDate.MAX : day;
        }

        boolean isReceived(LocalDate day) {
            return delivery.claim() != null
                    && !Objects.requireNonNullElse(delivery.claim().day().day(), notNull(claimed)).isAfter(day);
        }
    }

    @Inject
    DatabaseOfTest database;

    @Inject
    Database connection;

    @Inject
    CoverageRepository coverage;

    @Inject
    CoverageCheck check;

    @Inject
    Known known;

    @BeforeEach
    void empty() {
        database.clear();
        requirements = List.of(stated(soldiers()), UUID.randomUUID());
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4})
    void equalsARecomputation(long seed) {
        Random random = new Random(seed);
        Map<UUID, SampleCommitment> world = new LinkedHashMap<>();
        Map<UUID, Told> told = new LinkedHashMap<>();
        List<SampleDelivery> all = new ArrayList<>();
        List<SampleCommitment> promised = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            List<SampleCommitment> batch = promise(world, random);
            promised.addAll(batch);
            known.commitments(batch);
            LocalDate day = START.plusDays(random.nextInt(DAYS + 20));
            Map<String, List<BigDecimal>> before = SystemViewer.transaction(() -> sums(day, what -> !isDelivered(what)));
            List<SampleDelivery> delivered = deliver(world, told, START.plusDays(i), random);
            all.addAll(delivered);
            known.deliveries(delivered);
            if (random.nextInt(3) == 0) {
                known.deliveries(all.subList(0, random.nextInt(all.size() + 1)));
            }
            assertThat(SystemViewer.transaction(() -> sums(day, what -> !isDelivered(what)))).as("stages").isEqualTo(before);
            compare(world, told, day, random);
        }
        assertThat(check.mismatches().wrong()).isZero();
        assertThat(check.mismatches().sums()).isZero();
        known.refilledWithDeliveries(promised, all);
        for (String table : List.of("delivery_reference", "coverage_part", "coverage_delta")) {
            assertThat(database
                    .value("select count(*) from (select * from " + table + " except select * from rebuild." + table + ") missing"))
                    .as(table).isEqualTo("0");
            assertThat(database
                    .value("select count(*) from (select * from rebuild." + table + " except select * from " + table + ") surplus"))
                    .as(table).isEqualTo("0");
        }
    }

    private List<SampleCommitment> promise(Map<UUID, SampleCommitment> world, Random random) {
        List<SampleCommitment> batch = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            SampleCommitment next = world.size() < COMMITMENTS && (world.isEmpty() || random.nextInt(2) == 0)
                    ? SampleCommitment.of("XAA").contributing(contributions(random))
                    : changed(any(List.copyOf(world.values()), random), random);
            world.put(next.id(), next);
            batch.add(next);
        }
        return batch;
    }

    private SampleCommitment changed(SampleCommitment commitment, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> commitment.contributing(contributions(random));
            case 1 -> commitment.ofKind(any(List.of(Kind.FORCE_CONTRIBUTION, Kind.FORCE_CONTRIBUTION, Kind.SANCTIONS), random));
            case 2 -> commitment.released(label(random));
            case 3 -> commitment.amountsReleased(random.nextInt(3) == 0 ? null : label(random));
            case 4 -> commitment.decided(START.plusDays(random.nextInt(DAYS)), null);
            default -> random.nextInt(3) == 0 ? commitment.withdrawn() : commitment.contributing(contributions(random));
        };
    }

    private Contribution[] contributions(Random random) {
        return random.nextInt(4) == 0
                ? requirements.stream().map(id -> new Contribution(id, BigDecimal.TEN, null)).toArray(Contribution[]::new)
                : Stream.generate(() -> new Contribution(any(requirements.subList(0, 1), random), BigDecimal.ONE, null))
                        .limit(random.nextInt(3)).toArray(Contribution[]::new);
    }

    /** One may have several changes in a batch; some come before the promise that they are of. */
    private static List<SampleDelivery> deliver(Map<UUID, SampleCommitment> world, Map<UUID, Told> told, LocalDate today,
            Random random) {
        List<SampleDelivery> batch = new ArrayList<>();
        for (int n = random.nextInt(5); n > 0; n--) {
            SampleDelivery next = told.isEmpty() || random.nextInt(3) == 0
                    ? SampleDelivery.stated(random.nextInt(8) == 0 ? UUID.randomUUID() : any(List.copyOf(world.keySet()), random),
                            quantity(random), any(List.of(DeliveryStage.DISPATCHED, DeliveryStage.HANDED_OVER), random),
                            day(random), today)
                    : moved(any(List.copyOf(told.values()), random).delivery(), today, random);
            told.put(next.id(), Told.of(next, told.get(next.id())));
            batch.add(next);
        }
        return batch;
    }

    private static SampleDelivery moved(SampleDelivery delivery, LocalDate today, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> delivery.moved(DeliveryStage.PAID, day(random), today);
            case 1 -> delivery.corrected(quantity(random), day(random), today);
            case 2 ->
                random.nextInt(3) == 0 ? delivery.withdrawn(today) : delivery.moved(DeliveryStage.DEPLOYED, day(random), today);
            default -> delivery.received(random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(3)), day(random), today);
        };
    }

    private static Quantity quantity(Random random) {
        String unit = any(List.of("soldiers", "SOLDIERS ", "soldiers", "vehicles"), random);
        return random.nextInt(5) == 0
                ? Quantity.undisclosed(Undisclosed.WITHHELD, random.nextBoolean() ? unit : null)
                : Quantity.of(BigDecimal.valueOf(random.nextInt(3)), unit);
    }

    private static DisclosedDay day(Random random) {
        return random.nextInt(3) == 0
                ? DisclosedDay.undisclosed(Undisclosed.UNKNOWN)
                : DisclosedDay.of(START.plusDays(random.nextInt(DAYS)));
    }

    private static Label label(Random random) {
        return any(
                List.of(Label.openToAll(), Label.national("XAA"), Label.of(Release.COALITION, Series.EXERCISE, "XAA", List.of())),
                random);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private void compare(Map<UUID, SampleCommitment> world, Map<UUID, Told> told, LocalDate day, Random random) {
        assertThat(SystemViewer.transaction(() -> sums(day, DeliveredProperties::isDelivered)))
                .isEqualTo(recomputed(world, told, day, label -> true));
        Set<Label> released = Stream
                .of(Label.openToAll(), Label.national("XAA"), Label.of(Release.COALITION, Series.EXERCISE, "XAA", List.of()))
                .filter(label -> random.nextBoolean()).collect(Collectors.toSet());
        assertThat(as(released, () -> sums(day, DeliveredProperties::isDelivered)))
                .isEqualTo(recomputed(world, told, day, released::contains));
    }

    private <T> T as(Set<Label> released, java.util.concurrent.Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            connection.run(c -> Database.list(c,
                    "select set_config('surety.audiences', coalesce((select array_agg(id)::text from audience where key = any (?)), '{}'), true)",
                    row -> null, c.createArrayOf("text", released.stream().map(Label::key).toArray())));
            return reading.call();
        });
    }

    private static boolean isDelivered(String what) {
        return what.startsWith("DELIVER");
    }

    /** By requirement and what it is: how much, how many, and how many undisclosed. */
    private Map<String, List<BigDecimal>> sums(LocalDate day, Predicate<String> which) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        coverage.sums(Series.EXERCISE, day, Set.of()).stream().filter(sum -> which.test(sum.what())).forEach(
                sum -> put(sums, sum.requirement(), sum.what(), sum.quantity(), sum.commitments(), sum.undisclosed()));
        sums.values().removeIf(values -> values.stream().allMatch(value -> value.signum() == 0));
        return sums;
    }

    private Map<String, List<BigDecimal>> recomputed(Map<UUID, SampleCommitment> world, Map<UUID, Told> told, LocalDate day,
            Predicate<Label> released) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (Told one : told.values()) {
            SampleCommitment promise = world.get(one.delivery().commitment());
            if (promise != null && released.test(promise.label()) && one.isThere(day)) {
                Set<UUID> named = promise.state().contributions().stream().map(Contribution::requirement)
                        .collect(Collectors.toSet());
                boolean amounts = promise.state().amountsLabel() == null
                        || released.test(Label.parse(promise.state().amountsLabel()));
                named.stream().filter(id -> !id.equals(requirements.get(0)) || promise.state().kind() == Kind.FORCE_CONTRIBUTION)
                        .forEach(id -> add(sums, id, one, day, named.size() == 1, amounts));
            }
        }
        sums.values().removeIf(values -> values.stream().allMatch(value -> value.signum() == 0));
        return sums;
    }

    private void add(Map<String, List<BigDecimal>> sums, UUID requirement, Told one, LocalDate day, boolean alone,
            boolean amounts) {
        Quantity given = one.delivery().quantity();
        boolean inUnit = requirement.equals(requirements.get(0)) && given.unit() != null
                && given.unit().trim().equalsIgnoreCase("soldiers");
        if (!alone || !inUnit) {
            put(sums, requirement, "DELIVERED_NOT_ATTRIBUTABLE", BigDecimal.ZERO, 1, 0);
            return;
        }
        said(sums, requirement, "DELIVERED", amounts ? given.quantity() : null);
        if (one.isReceived(day)) {
            BigDecimal received = one.delivery().claim().quantity().quantity();
            said(sums, requirement, "DELIVERY_CONFIRMED", amounts ? received : null);
            if (amounts && received != null && given.quantity() != null && received.compareTo(given.quantity()) != 0) {
                put(sums, requirement, "DELIVERY_CONTESTED", received.subtract(given.quantity()).abs(), 1, 0);
            }
        }
    }

    private static void said(Map<String, List<BigDecimal>> sums, UUID requirement, String what, BigDecimal quantity) {
        put(sums, requirement, what, Objects.requireNonNullElse(quantity, BigDecimal.ZERO), 1, quantity == null ? 1 : 0);
    }

    private static void put(Map<String, List<BigDecimal>> sums, UUID requirement, String what, BigDecimal quantity, long number,
            long undisclosed) {
        List<BigDecimal> added = Stream.of(quantity, BigDecimal.valueOf(number), BigDecimal.valueOf(undisclosed))
                .map(BigDecimal::stripTrailingZeros).toList();
        sums.merge(requirement + " " + what, added, (one, other) -> Stream.of(0, 1, 2)
                .map(i -> one.get(i).add(other.get(i)).stripTrailingZeros()).toList());
    }
}
