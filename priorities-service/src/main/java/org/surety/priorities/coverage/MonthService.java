package org.surety.priorities.coverage;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.clock.Today;
import org.surety.kit.problem.RecordNotFound;
import org.surety.priorities.remembered.Overlay;
import org.surety.priorities.remembered.Past;
import org.surety.priorities.requirement.RequirementRepresentation;
import org.surety.priorities.requirement.RequirementService;
import org.surety.priorities.situation.SituationInForce;
import org.surety.priorities.situation.SituationService;
import org.surety.priorities.stating.ExerciseNote;

/** Reads coverage month by month. */
@ApplicationScoped
class MonthService {

    private final RequirementService requirements;
    private final MonthRepository sums;
    private final SituationService situations;
    private final ChosenParties chosen;
    private final Past past;
    private final Today today;

    MonthService(RequirementService requirements, MonthRepository sums, SituationService situations, ChosenParties chosen,
            Past past, Today today) {
        this.requirements = requirements;
        this.sums = sums;
        this.situations = situations;
        this.chosen = chosen;
        this.past = past;
        this.today = today;
    }

    /** @throws RecordNotFound when one of the requirements is hidden from the viewer, withdrawn, of the other series, or none */
    @Transactional
    MonthsRepresentation read(MonthFilter filter) {
        filter.check();
        Months months = Months.of(filter.from(), filter.months(), today.day());
        CoverageQuestion question = CoverageQuestion.of(today.day(), filter.knownAt(), filter.assume());
        return past.answer(filter.knownAt(), chosen.choose(filter.series(), filter.with(), filter.without(), question).leftOut(),
                overlay -> read(filter, months, question, overlay));
    }

    private MonthsRepresentation read(MonthFilter filter, Months months, CoverageQuestion question, Overlay overlay) {
        List<SituationInForce> declared = situations.inForce(filter.series(), question.asOf(), filter.knownAt());
        List<RequirementRepresentation> asked = asked(filter);
        List<MonthSum> counted = sums.sums(filter.series(), asked.stream().map(RequirementRepresentation::id).toList(), months,
                question.inForce(declared), overlay);
        return new MonthsRepresentation(filter.series(), ExerciseNote.of(filter.series()), filter.knownAt(), months.from(),
                months.number(), declared,
                question.assumed(),
                asked.stream().map(one -> MonthsRepresentation.OfRequirement.from(one, months, counted)).toList());
    }

    private List<RequirementRepresentation> asked(MonthFilter filter) {
        List<RequirementRepresentation> standing = requirements.listStanding(filter.series(), filter.knownAt());
        if (!standing.stream().map(RequirementRepresentation::id).toList().containsAll(filter.requirements().all())) {
            throw new RecordNotFound();
        }
        return standing.stream().filter(filter::asksFor).toList();
    }
}
