package org.surety.commitments.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.instrument.InstrumentRepresentation;
import org.surety.commitments.instrument.InstrumentService;
import org.surety.commitments.instrument.TextVersion;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.RecordNotFound;

/** The versions of the texts of instruments, each one transaction. A version is never replaced: what comes later is a new one. */
@ApplicationScoped
class WordingService {

    private final InstrumentService instruments;
    private final WordingTable words;

    WordingService(InstrumentService instruments, WordingTable words) {
        this.instruments = instruments;
        this.words = words;
    }

    @Transactional
    InstrumentRepresentation add(UUID instrument, long version, Wording wording) {
        wording.check();
        InstrumentService.Worded worded = instruments.word(instrument, version, wording.version());
        if (worded.number() > 0) {
            words.keep(instrument, worded.number(), wording.clauses(), worded.audience());
        }
        return worded.instrument();
    }

    /** Without their words, as of a day and as known at an instant; either may be null. */
    @Transactional
    List<TextVersion> list(UUID instrument, LocalDate asOf, Instant knownAt) {
        return instruments.require(instrument, asOf, knownAt).texts();
    }

    @Transactional
    WordedText require(UUID instrument, int number) {
        return find(instrument, number).orElseThrow(RecordNotFound::new);
    }

    /** What became of the clauses of one version in another of the same language. */
    @Transactional
    TextComparison compare(UUID instrument, Integer from, Integer to) {
        WordedText earlier = require(instrument, from, "from");
        WordedText later = require(instrument, to, "to");
        if (!earlier.language().equals(later.language())) {
            throw new InvalidRequest("to",
                    "is in " + later.language() + ", the other in " + earlier.language() + ": texts of one language are compared");
        }
        return TextComparison.of(earlier, later);
    }

    private WordedText require(UUID instrument, Integer number, String parameter) {
        return find(instrument, number == null ? 0 : number)
                .orElseThrow(() -> new InvalidRequest(parameter, "must be the number of a text of this instrument"));
    }

    private Optional<WordedText> find(UUID instrument, int number) {
        return instruments.require(instrument, null, null).texts().stream().filter(text -> text.number() == number).findFirst()
                .map(text -> WordedText.of(text, words.find(instrument, number)));
    }
}
