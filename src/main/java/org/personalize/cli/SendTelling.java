package org.personalize.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Counts;
import org.personalize.plan.Fate;
import org.personalize.plan.Json;
import org.personalize.plan.Reason;
import org.personalize.problem.Amount;
import org.personalize.problem.Sentence;
import org.personalize.render.Finding;
import org.personalize.run.SendStory;

/** Tells what a run of sending did, and gives back the exit code that goes with it. */
final class SendTelling {

    private SendTelling() {}

    /** @param json where the story's object goes; null to tell it in words */
    static int of(SendStory story, Door door, @Nullable Json json) throws IOException {
        if (json != null) {
            write(story, json);
        } else {
            text(story, door.out());
        }
        if (story.end() == SendStory.End.RELAY) {
            door.err()
                    .println("personalize: the relay: " + Sentence.of(story.why())
                            + " Nobody was marked; the next run goes on.");
        }
        return code(story);
    }

    private static int code(SendStory story) {
        int quiet = story.results().isAnybodyLeftOut() ? ExitCode.SOMEBODY_LEFT_OUT : ExitCode.DONE;
        return switch (story.end()) {
            case DONE, CUT, RUNTIME, BRAKED, CANCELLED -> quiet;
            case STOPPED -> ExitCode.SOMEBODY_LEFT_OUT;
            case SIGNAL -> ExitCode.INTERRUPTED;
            case RELAY -> ExitCode.RELAY;
            case DECLINED -> ExitCode.WRONG_INPUT;
        };
    }

    private static void text(SendStory story, PrintWriter out) {
        out.println(story.edition());
        Counts counts = story.counts();
        if (counts.duplicates() + counts.putAside() > 0) {
            out.printf(Locale.ROOT, "  %-10s %,9d  %s%n", "read", counts.read(), Telling.rows(counts));
        }
        for (Fate fate :
                new Fate[] {Fate.ACCEPTED, Fate.DEFERRED, Fate.REFUSED, Fate.DOUBTFUL, Fate.EXPIRED, Fate.HELD}) {
            long now = story.results().of(fate);
            if (now > 0 || fate == Fate.ACCEPTED) {
                out.printf(Locale.ROOT, "  %-10s %,9d  %s%n", fate.name().toLowerCase(Locale.ROOT), now, meaning(fate));
            }
        }
        if (story.dueAgain() > 0) {
            out.printf(Locale.ROOT, "  %,d mails of a sender that died were due again.%n", story.dueAgain());
        }
        long open = counts.due() + counts.waiting() + counts.deferred();
        if (open > 0) {
            out.printf(Locale.ROOT, "  %-10s %,9d%s%n", "still open", open, next(story));
        } else if (counts.planned() == 0 && !counts.skipped().isEmpty()) {
            out.println("  nobody is planned: " + Telling.reasons(counts.skipped()));
        }
        story.findings().forEach(finding -> out.println("  held      " + told(finding)));
        story.notes().forEach(note -> out.println("  note      " + note));
        out.println("  " + ending(story));
    }

    private static String meaning(Fate fate) {
        return switch (fate) {
            case ACCEPTED -> "taken by the relay in this run";
            case DEFERRED -> "to be tried again";
            case REFUSED -> "the relay will never take them";
            case DOUBTFUL -> "may have arrived; --resend-doubtful sends them again";
            case EXPIRED -> "their time is over";
            case HELD -> "for an error of their own";
            case OPEN -> "";
        };
    }

    private static String next(SendStory story) {
        return story.nextDue() == null ? "" : "  next due " + Moments.told(story.nextDue());
    }

    private static String told(Finding finding) {
        String where = finding.place().toString();
        return (where.isEmpty() ? "" : where + ": ") + finding.message() + " (" + finding.people()
                + (finding.people() == 1 ? " person)" : " people)");
    }

    private static String ending(SendStory story) {
        return switch (story.end()) {
            case DONE -> story.counts().due() == 0 ? "Nothing more is due." : stillDue(story);
            case CUT -> "Cut by --limit or --only: " + left(story.counts()) + "; a run without them goes on.";
            case RUNTIME -> "The time is over; the next run goes on.";
            case SIGNAL -> "Stopped by a signal; the next run goes on.";
            case BRAKED ->
                "The campaign is braked" + (story.why().isEmpty() ? "" : " (" + story.why() + ")")
                        + "; personalize resume takes a pause off.";
            case CANCELLED ->
                "The campaign is cancelled" + (story.why().isEmpty() ? "" : " (" + story.why() + ")")
                        + "; a cancelled campaign cannot be resumed.";
            case STOPPED -> "Stopped: " + Sentence.of(story.why()) + " Look at the answers, then personalize resume.";
            case RELAY -> "Stopped: the relay cannot be used.";
            case DECLINED -> "Nothing was sent.";
        };
    }

    private static String left(Counts counts) {
        long others = counts.skipped().getOrDefault(Reason.NOT_SELECTED, 0L);
        String due = Amount.of(counts.due()) + " still due";
        return others == 0 ? due : due + ", and " + Amount.of(others) + " not selected";
    }

    private static String stillDue(SendStory story) {
        return Amount.of(story.counts().due()) + " still due: the relay's hour or day is full, another sender has"
                + " them, or they have opted out since. The next run goes on.";
    }

    private static void write(SendStory story, Json json) throws IOException {
        json.object();
        story.counts().write(json);
        json.field("edition", story.edition());
        json.name("run").object();
        for (Fate fate : Fate.values()) {
            if (fate != Fate.OPEN) {
                json.field(fate.name().toLowerCase(Locale.ROOT), story.results().of(fate));
            }
        }
        json.field("due_again", story.dueAgain()).end();
        json.field("end", story.end().name().toLowerCase(Locale.ROOT)).field("why", story.why());
        if (story.nextDue() != null) {
            json.field("next_due", story.nextDue().toString());
        }
        json.name("notes").array();
        for (String note : story.notes()) {
            json.text(note);
        }
        json.end().end();
    }
}
