package org.surety.priorities.scenario;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.FreeText;

/**
 * A scenario to be drawn up, and what PUT replaces of one. Party and series are settled when it is drawn up: in PUT they may be left out or
 * said again.
 *
 * @param party whose it is; null: the party of the token, and of a coordinator's nobody's
 * @param series null: the one of the party
 */
record ScenarioDescription(String party, Series series,
        @Schema(description = "At most 200 characters. " + FreeText.NO_NAMES) String title, List<Step> steps,
        Label.Representation label) {

    private static final int MAX_TITLE = 200;

    /** @param owner null: it is the coordinator's */
    void checkNew(String owner) {
        boolean code = owner == null || owner.matches("[A-Z]{2,12}");
        Violations violations = new Violations().check(code, "party", "must be the code of a party")
                .check(series != null || owner != null, "series", "must be one of " + List.of(Series.values()))
                .check(series == null || owner == null || !code || series == Series.ofParty(owner), "series",
                        "must be the series of the party");
        check(violations);
    }

    void checkOf(Scenario scenario) {
        check(new Violations()
                .check(party == null || party.equals(scenario.party()), "party", "is settled; draw up another scenario")
                .check(series == null || series == scenario.series(), "series", "is settled; draw up another scenario"));
    }

    private void check(Violations violations) {
        violations.text(title, "title", MAX_TITLE).check(label != null, "label", "must be stated");
        Steps.check(violations, steps).refuse();
    }
}
