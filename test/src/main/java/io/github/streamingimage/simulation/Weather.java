package io.github.streamingimage.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What can go wrong in one schedule, drawn at its beginning: most faults stay away from most schedules, so that those that remain
 * have room to do harm. A fault has a rate, at which it strikes by chance, or a spell, in which it strikes always.
 */
final class Weather {

    private final Chance chance;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private final Map<Fault, Spell> spells = new EnumMap<>(Fault.class);

    /** A time in which something always goes wrong. */
    private record Spell(Instant from, Instant to) {
        boolean covers(Instant now) {
            return !now.isBefore(from) && now.isBefore(to);
        }
    }

    private Weather(Chance chance) {
        this.chance = chance;
    }

    /** Nothing ever goes wrong. */
    static Weather calm(Chance chance) {
        return new Weather(chance);
    }

    static Weather byChance(Chance chance) {
        Weather weather = new Weather(chance);
        weather.draw();
        return weather;
    }

    private void draw() {
        rate(Fault.THROTTLED, 0.2, 0.6);
        rate(Fault.SERVER_ERROR, 0.2, 0.6);
        rate(Fault.CONNECTION_LOST, 0.2, 0.6);
        rate(Fault.REPLY_LOST, 0.25, 0.6);
        rate(Fault.REJECTED, 0.05, 0.05);
        rate(Fault.SLOW, 0.15, 0.1);
        rate(Fault.DELETION_ENDLESS, 0.1, 0.5);
        rate(Fault.DELETION_FAILING, 0.2, 0.8);
        rate(Fault.READS_STALE, 0.3, 1);
        rate(Fault.STRANGE_START, 0.2, 0.6);
        rate(Fault.SOMEBODY_DELETES, 0.1, 0.6);
        rate(Fault.SOMEBODY_UPDATES, 0.1, 0.6);
        rate(Fault.MADE_ANEW, 0.2, 0.8);
        rate(Fault.NAMESAKE, 0.1, 0.6);
        rate(Fault.IN_USE, 0.2, 0.8);
        rate(Fault.SHARED_WITH_OTHERS, 0.1, 0.6);
        rate(Fault.CHANGED_CONCURRENTLY, 0.1, 0.6);
        rate(Fault.STACK_UNREADABLE, 0.2, 0.7);
        rate(Fault.PUT_SERVER_ERROR, 0.15, 0.8);
        rate(Fault.PUT_REFUSED, 0.1, 0.6);
        rate(Fault.PUT_LOST, 0.15, 0.8);
        rate(Fault.PUT_REPLY_LOST, 0.2, 0.8);
        rate(Fault.CRASH, 0.35, 0.8);
        rate(Fault.DUPLICATE, 0.3, 0.5);
        rate(Fault.LATE, 0.2, 0.3);
        rate(Fault.START_REFUSED, 0.15, 1);
        rate(Fault.START_REPLY_LOST, 0.2, 0.8);
        rate(Fault.TASK_REFUSED, 0.15, 0.4);
        rate(Fault.ABORTED, 0.15, 0.5);
        rate(Fault.OPERATION_FAILED, 0.4, 0.8);
        rate(Fault.PARENT_ROLLED_BACK, 0.5, 0.8);
        spell(Fault.DENIED, 0.08);
        spell(Fault.ENDPOINT_MISSING, 0.08);
        spell(Fault.NAMES_UNKNOWN, 0.04);
        spell(Fault.STACK_DENIED, 0.06);
        rate(Fault.RENAMED, 0.2, 0.8);
        rate(Fault.SWAPPED, 0.4, 1);
        rate(Fault.ADDED, 0.15, 0.6);
        rate(Fault.REMOVED, 0.3, 0.8);
        rate(Fault.DELETED_ON_FAILURE, 0.15, 0.8);
        rate(Fault.ROLLBACK_CONTINUED, 0.5, 1);
        rate(Fault.PARENT_AT_REST, 0.3, 0.6);
        rate(Fault.PARENT_BUSY, 0.8, 1);
        rate(Fault.PARENT_ROLLS_BACK_LATE, 0.8, 1);
        rate(Fault.CHILD_ALONE, 0.5, 1);
        rate(Fault.NEXT_AT_ONCE, 0.3, 0.8);
        rate(Fault.STACK_READ_LATE, 0.3, 0.8);
        rate(Fault.UNDATED, 0.05, 1);
        rate(Fault.CLOCK_SKEWED, 0.1, 1);
        rate(Fault.TASK_TIMED_OUT, 0.1, 0.3);
        rate(Fault.EVENT_LOST, 0.2, 0.6);
        rate(Fault.EVENT_WITHOUT_INPUT, 0.2, 0.6);
    }

    /** One in twelve strikes always. */
    private void rate(Fault fault, double probability, double highest) {
        if (chance.of(probability)) {
            rates.put(fault, chance.of(0.08) ? 1 : chance.between(0, highest));
        }
    }

    /** One in eight is for good. */
    private void spell(Fault fault, double probability) {
        if (chance.of(probability)) {
            Instant from = Agenda.START.plus(chance.between(Duration.ofSeconds(1), Duration.ofHours(1)));
            Duration lasts = chance.of(0.125)
                    ? Duration.ofDays(1)
                    : chance.between(Duration.ofSeconds(2), Duration.ofMinutes(30));
            spells.put(fault, new Spell(from, from.plus(lasts)));
        }
    }

    /** Whether the fault strikes now; asked anew for each occasion. */
    boolean strikes(Fault fault, Instant now) {
        Spell spell = spells.get(fault);
        return spell != null ? spell.covers(now) : chance.of(rates.getOrDefault(fault, 0.0));
    }

    /** Whether the fault has been striking for so long without a break. */
    boolean hasLasted(Fault fault, Duration duration, Instant now) {
        Spell spell = spells.get(fault);
        return spell != null && spell.covers(now) && spell.covers(now.minus(duration));
    }
}
