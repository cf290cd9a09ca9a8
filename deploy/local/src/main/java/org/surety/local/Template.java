package org.surety.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A committed file with {@code ${NAME}} in place of what differs from instance to instance. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z_]+)}");

    private Template() {
    }

    /** The file's text with every place filled in. A place without a value is a mistake of ours and fails. */
    static String fill(Path file, Map<String, String> values) throws IOException {
        return PLACE.matcher(Files.readString(file)).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new PartFailure(file + " asks for " + place.group() + ", which nobody gives");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
