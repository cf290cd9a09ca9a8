package org.surety.priorities.priority;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.kit.problem.Violations;

/**
 * What PUT replaces of a priority.
 *
 * @param title at most 200 characters
 * @param description at most 2,000 characters; null: none
 */
record PriorityDescription(
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String title,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String description) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 2000;

    void check() {
        new Violations().text(title, "title", MAX_TITLE).optionalText(description, "description", MAX_DESCRIPTION).refuse();
    }
}
