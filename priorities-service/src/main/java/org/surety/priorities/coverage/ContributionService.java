package org.surety.priorities.coverage;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;
import org.surety.priorities.remembered.Overlay;
import org.surety.priorities.remembered.Past;
import org.surety.priorities.requirement.RequirementRepresentation;
import org.surety.priorities.requirement.RequirementService;
import org.surety.priorities.situation.SituationService;
import org.surety.priorities.stating.ExerciseNote;

/** Opens the numbers of coverage into what is behind them. */
@ApplicationScoped
class ContributionService {

    private final RequirementService requirements;
    private final ContributionRepository contributions;
    private final SituationService situations;
    private final ChosenParties chosen;
    private final Past past;
    private final Paging paging;
    private final Today today;

    ContributionService(RequirementService requirements, ContributionRepository contributions, SituationService situations,
            ChosenParties chosen, Past past, Paging paging, Today today) {
        this.requirements = requirements;
        this.contributions = contributions;
        this.situations = situations;
        this.chosen = chosen;
        this.past = past;
        this.paging = paging;
        this.today = today;
    }

    /** @throws RecordNotFound when the requirement is hidden from the viewer, withdrawn, of the other series, or none */
    @Transactional
    ContributionPage list(ContributionFilter filter, Paging.Request request) {
        filter.check();
        CoverageQuestion question = CoverageQuestion.of(filter.asOf() == null ? today.day() : filter.asOf(), filter.knownAt(),
                filter.assume());
        return past.answer(filter.knownAt(), chosen.choose(filter.series(), filter.with(), filter.without(), question).leftOut(),
                overlay -> list(filter, question, overlay, request));
    }

    private ContributionPage list(ContributionFilter filter, CoverageQuestion question, Overlay overlay, Paging.Request request) {
        RequirementRepresentation requirement = filter.requirement() == null
                ? null
                : standing(filter);
        String unit = requirement == null ? null : requirement.unit();
        Set<String> inForce = question.inForce(situations.inForce(filter.series(), question.asOf(), filter.knownAt()));
        Page<ContributionRepresentation> page = paging.page(request,
                contributions.list(filter, question.asOf(), inForce, overlay, request), part -> part.get(0).place())
                .map(part -> ContributionRepresentation.from(part, unit));
        return new ContributionPage(filter.series(), ExerciseNote.of(filter.series()), question.asOf(), filter.knownAt(),
                requirement == null ? filter.priority() : requirement.priority(), filter.requirement(), unit, page.items(),
                page.next());
    }

    private RequirementRepresentation standing(ContributionFilter filter) {
        return requirements.listStanding(filter.series(), filter.knownAt()).stream()
                .filter(one -> one.id().equals(filter.requirement())).findFirst().orElseThrow(RecordNotFound::new);
    }
}
