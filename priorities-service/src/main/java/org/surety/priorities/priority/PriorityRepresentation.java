package org.surety.priorities.priority;

import java.util.List;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.priorities.deliberation.DeliberationRepresentation;
import org.surety.priorities.text.TextRepresentation;

/**
 * A priority as it is answered. The five are public; what belongs to one series is there where that one is asked for.
 *
 * @param deliberation the step that holds today; absent: the viewer sees none
 * @param texts the last version in each language
 */
public record PriorityRepresentation(PriorityCode code, String title, String description, Label.Representation label,
        long version, Series series, DeliberationRepresentation deliberation, List<TextRepresentation> texts) {

    static PriorityRepresentation from(Priority priority) {
        return new PriorityRepresentation(priority.code(), priority.title(), priority.description(),
                Label.openToAll().representation(), priority.version(), null, null, null);
    }

    /** The same with what belongs to this series. */
    PriorityRepresentation in(Series asked, DeliberationRepresentation step, List<TextRepresentation> last) {
        return new PriorityRepresentation(code, title, description, label, version, asked, step, last);
    }
}
