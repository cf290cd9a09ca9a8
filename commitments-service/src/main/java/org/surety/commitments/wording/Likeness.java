package org.surety.commitments.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much of two texts is the same: the share of the words that both have, however often each has them (Dice), from 0 to 1. Without case and
 * punctuation; in scripts that write no blanks each sign is a word.
 */
final class Likeness {

    private final Map<String, Integer> words = new HashMap<>();
    private int count;

    private Likeness(String text) {
        StringBuilder word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isIdeographic(c)) {
                take(word);
                word.appendCodePoint(c);
                take(word);
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else {
                take(word);
            }
        });
        take(word);
    }

    static Likeness of(String text) {
        return new Likeness(text);
    }

    private void take(StringBuilder word) {
        if (!word.isEmpty()) {
            words.merge(word.toString(), 1, Integer::sum);
            count++;
            word.setLength(0);
        }
    }

    double to(Likeness other) {
        if (count + other.count == 0) {
            return 1;
        }
        int shared = 0;
        for (Map.Entry<String, Integer> word : words.entrySet()) {
            shared += Math.min(word.getValue(), other.words.getOrDefault(word.getKey(), 0));
        }
        return 2.0 * shared / (count + other.count);
    }
}
