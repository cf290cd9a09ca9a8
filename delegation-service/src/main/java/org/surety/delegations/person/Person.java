package org.surety.delegations.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.surety.contracts.Rank;
import org.surety.contracts.Series;

/**
 * Somebody who acts for a party, under the post as it was given and a rank code. Only this service knows the name; everything else
 * refers to the person by id, and no change or event carries more. Name and post can be erased: then the record says that there was
 * somebody, of which party and rank, and stays so for good.
 */
@Entity
@Table(name = "person")
@SecondaryTable(name = "person_identity", pkJoinColumns = @PrimaryKeyJoinColumn(name = "person_id"))
class Person {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    private String party;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private Rank rank;

    @Column(table = "person_identity")
    private String name;

    @Column(table = "person_identity")
    private String post;

    @Column(name = "erased_on")
    private LocalDate erasedOn;

    @Column(name = "audience_id")
    private int audience;

    protected Person() {
    }

    static Person record(PersonRecord record, int audience) {
        Person person = new Person();
        person.id = UUID.randomUUID();
        person.party = record.party();
        person.series = Series.ofParty(record.party());
        person.rank = record.rank();
        person.name = record.name();
        person.post = record.post();
        person.audience = audience;
        return person;
    }

    /** Takes the new description; answers what changed. */
    List<String> amend(PersonDescription description) {
        if (isErased()) {
            throw PersonProblem.erased(erasedOn);
        }
        List<String> changed = new ArrayList<>();
        if (!name.equals(description.name())) {
            name = description.name();
            changed.add("name");
        }
        if (!Objects.equals(post, description.post())) {
            post = description.post();
            changed.add("post");
        }
        if (rank != description.rank()) {
            rank = description.rank();
            changed.add("rank");
        }
        return changed;
    }

    /** Forgets who it was; answers what changed, nothing when that is forgotten already. */
    List<String> erase(LocalDate day) {
        if (isErased()) {
            return List.of();
        }
        name = null;
        post = null;
        erasedOn = day;
        return List.of("name", "post");
    }

    boolean isErased() {
        return erasedOn != null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String party() {
        return party;
    }

    Series series() {
        return series;
    }

    Rank rank() {
        return rank;
    }

    String name() {
        return name;
    }

    String post() {
        return post;
    }

    LocalDate erasedOn() {
        return erasedOn;
    }

    int audience() {
        return audience;
    }
}
