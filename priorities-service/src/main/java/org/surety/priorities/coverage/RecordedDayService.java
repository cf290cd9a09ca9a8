package org.surety.priorities.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.problem.RecordNotFound;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.coverage.MonthsRepresentation.OnDay;
import org.surety.priorities.coverage.RecordedDaysRepresentation.OfRequirement;
import org.surety.priorities.remembered.Overlay;
import org.surety.priorities.remembered.Past;
import org.surety.priorities.requirement.RequirementRepresentation;
import org.surety.priorities.requirement.RequirementService;
import org.surety.priorities.situation.SituationService;
import org.surety.priorities.stating.ExerciseNote;

/** Reads coverage day by day as it was known at the end of each. */
@ApplicationScoped
class RecordedDayService {

    private static final Set<String> STAGES = Set.of("PLEDGED", "COMMITTED", "ASSURED");

    private final RequirementService requirements;
    private final CoverageRepository sums;
    private final SituationService situations;
    private final Past past;
    private final Today today;

    RecordedDayService(RequirementService requirements, CoverageRepository sums, SituationService situations, Past past,
            Today today) {
        this.requirements = requirements;
        this.sums = sums;
        this.situations = situations;
        this.past = past;
        this.today = today;
    }

    /** What is known of a requirement at the end of the last day on which it stood, and the days. */
    private record Line(RequirementRepresentation requirement, List<OnDay> days) {
    }

    /** @throws RecordNotFound when one of the requirements stood on none of the days, or is hidden from the viewer */
    @Transactional
    RecordedDaysRepresentation read(RecordedDayFilter filter) {
        filter.check();
        RecordedDays days = RecordedDays.of(filter.until(), filter.days(), today.day());
        CoverageQuestion assuming = CoverageQuestion.of(today.day(), null, filter.assume());
        Map<UUID, Line> lines = new LinkedHashMap<>();
        for (LocalDate day : days.days()) {
            Instant knownAt = days.knownAt(day);
            past.answer(knownAt, overlay -> of(filter, new CoverageQuestion(day, knownAt, assuming.assumed()), overlay))
                    .forEach((requirement, onDay) -> {
                        List<OnDay> before = lines.containsKey(requirement.id())
                                ? lines.get(requirement.id()).days()
                                : new ArrayList<>();
                        before.add(onDay);
                        lines.put(requirement.id(), new Line(requirement, before));
                    });
        }
        if (!lines.keySet().containsAll(filter.requirements().all())) {
            throw new RecordNotFound();
        }
        return new RecordedDaysRepresentation(filter.series(), ExerciseNote.of(filter.series()), days.from(),
                days.from().plusDays(days.number() - 1L), assuming.assumed(),
                lines.values().stream().map(line -> represent(line.requirement(), line.days())).toList());
    }

    private static OfRequirement represent(RequirementRepresentation requirement, List<OnDay> days) {
        return new OfRequirement(requirement.id(), requirement.priority(), requirement.title(), requirement.unit(),
                requirement.domain(), days);
    }

    private Map<RequirementRepresentation, OnDay> of(RecordedDayFilter filter, CoverageQuestion question, Overlay overlay) {
        Series series = filter.series();
        LocalDate day = question.asOf();
        Set<String> inForce = question.inForce(situations.inForce(series, day, question.knownAt()));
        Map<UUID, List<MonthSum>> counted = sums.sums(series, day, inForce, overlay).stream()
                .filter(sum -> sum.requirement() != null && STAGES.contains(sum.what()))
                .map(sum -> new MonthSum(sum.requirement(), day, Stage.valueOf(sum.what()), sum.isAwake(inForce), sum.quantity(),
                        sum.commitments(), sum.undisclosed()))
                .collect(Collectors.groupingBy(MonthSum::requirement));
        Map<RequirementRepresentation, OnDay> found = new LinkedHashMap<>();
        requirements.listStanding(series, question.knownAt()).stream().filter(filter::asksFor)
                .forEach(one -> found.put(one, OnDay.from(day, one, counted.getOrDefault(one.id(), List.of()))));
        return found;
    }
}
