package org.personalize.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** The functions {@code received}, {@code clicked}, {@code bought_since} and {@code days_since} for one person. */
final class Lookback {

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})\\s*([mhdw])");

    private static final long EVER = Long.MAX_VALUE;

    private final History history;
    private final Sendings sendings;
    private final int person;
    private final Instant now;
    private final ZoneId zone;
    private final Lapses lapses;

    /** @param lapses told when an answer will be another one though nothing happens */
    Lookback(History history, Sendings sendings, int person, Instant now, ZoneId zone, Lapses lapses) {
        this.history = history;
        this.sendings = sendings;
        this.person = person;
        this.now = now;
        this.zone = zone;
        this.lapses = lapses;
    }

    boolean received(List<Object> arguments) {
        long length = length("received", arguments);
        String campaign = arguments.get(0).toString();
        return happened(campaign, length, List.of(Kind.SENT, Kind.DELIVERED))
                || isWithin(length, sendings.last(person, campaign));
    }

    boolean clicked(List<Object> arguments) {
        long length = length("clicked", arguments);
        return happened(arguments.get(0).toString(), length, List.of(Kind.CLICK));
    }

    private boolean happened(String campaign, long length, List<Kind> kinds) {
        for (int event : history.eventsOf(person)) {
            boolean isMeant = kinds.contains(history.kind(event))
                    && history.reaction(event).reader() != Reader.MACHINE;
            if (isMeant && campaign.equals(history.campaign(event)) && isWithin(length, history.second(event))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a moment is not longer ago than that; in a while it will be. */
    private boolean isWithin(long length, long second) {
        if (length == EVER || second == Sendings.NEVER) {
            return second != Sendings.NEVER;
        }
        boolean isWithin = second >= now.getEpochSecond() - length;
        if (isWithin) {
            lapses.note(second + length + 1);
        }
        return isWithin;
    }

    /** The length of time that was asked for, in seconds. */
    private static long length(String function, List<Object> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2 || !(arguments.get(0) instanceof String)) {
            throw wrong(function + "('campaign', '7d')", arguments);
        }
        return arguments.size() == 1 ? EVER : seconds(function, arguments);
    }

    private static long seconds(String function, List<Object> arguments) {
        Matcher length = LENGTH.matcher(arguments.get(1).toString().strip());
        if (!length.matches()) {
            throw wrong(function + "('campaign', '7d')", arguments);
        }
        long unit = switch (length.group(2)) {
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 7 * 86_400;
        };
        return Long.parseLong(length.group(1)) * unit;
    }

    boolean boughtSince(List<Object> arguments) {
        Instant since = arguments.size() == 1 ? moment(arguments.get(0)) : null;
        if (since == null) {
            throw wrong("bought_since('2026-01-01')", arguments);
        }
        for (int event : history.eventsOf(person)) {
            boolean isPurchase = history.kind(event) == Kind.PURCHASE && !history.isTakenBack(event);
            if (isPurchase && history.second(event) >= since.getEpochSecond()) {
                return true;
            }
        }
        return false;
    }

    /** Days from a date, or from the day of a moment, to today, by the person's own calendar; null for what is no date. */
    @Nullable
    Long daysSince(List<Object> arguments) {
        if (arguments.size() != 1) {
            throw wrong("days_since(customer.signed_up)", arguments);
        }
        LocalDate day = day(arguments.get(0));
        LocalDate today = LocalDate.ofInstant(now, zone);
        lapses.note(today.plusDays(1).atStartOfDay(zone).toEpochSecond());
        return day == null ? null : (Long) ChronoUnit.DAYS.between(day, today);
    }

    private @Nullable LocalDate day(Object argument) {
        if (argument instanceof LocalDate day) {
            return day;
        } else if (argument instanceof ZonedDateTime moment) {
            return moment.withZoneSameInstant(zone).toLocalDate();
        }
        Instant moment = moment(argument);
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }

    /** A day begins at the person's own midnight. */
    private @Nullable Instant moment(Object argument) {
        if (argument instanceof Instant moment) {
            return moment;
        }
        try {
            return LocalDate.parse(argument.toString()).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static InputProblem wrong(String form, List<Object> arguments) {
        return new InputProblem(Problem.expected(
                Place.NOWHERE,
                form,
                arguments.toString(),
                "Lengths of time are written 30m, 12h, 7d or 2w, and days 2026-01-31."));
    }
}
