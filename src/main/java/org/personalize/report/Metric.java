package org.personalize.report;

import java.util.Locale;
import org.personalize.measure.Interval;
import org.personalize.problem.Signed;

/** A score's name, what it says, and how it is written, for people who never heard of it. */
public enum Metric {
    WITHIN("share within 1 h", "activity within 1 h of it", true, """
            Of what people did later, how much fell within an hour of the hour that would have been chosen for them."""),
    REPLY("log-likelihood of the hour", "fit to answers, 0 is the best", false, """
            How well the chances of the hours fit those at which mail was answered later (the mean log-likelihood of the hour
            of a reaction); nearer to 0 is better."""),
    LIKELIHOOD("log-likelihood", "fit of the chances", false, """
            How well the chances fit what happened (the mean log-likelihood); nearer to 0 is better."""),
    NDCG("NDCG@10", "found near the top", false, """
            How far up a list of ten the things stand that people took later (NDCG@10); 1 is all of them on top."""),
    RECALL("Recall@20", "found among twenty", true, """
            Of the things that people took later, how many a list of twenty holds (Recall@20)."""),
    COVERAGE("coverage@10", "of all items, shown to anybody", true, """
            How many of all items stand on anybody's list of ten (coverage@10)."""),
    GINI("Gini@10", "unevenness of what is shown", false, """
            How unevenly items are shown (Gini@10): 0 is all alike, 1 is one item for everybody."""),
    OTHER("", "", false, "");

    private final String start;
    private final String words;
    private final boolean isShare;
    private final String meaning;

    Metric(String start, String words, boolean isShare, String meaning) {
        this.start = start;
        this.words = words;
        this.isShare = isShare;
        this.meaning = meaning;
    }

    /** @param name as trials write it, such as {@code NDCG@10 new} */
    public static Metric of(String name) {
        for (Metric metric : values()) {
            if (name.startsWith(metric.start)) {
                return metric;
            }
        }
        return OTHER;
    }

    /** Whether people who never heard of it are told. */
    public boolean isPlain() {
        return this != LIKELIHOOD;
    }

    /** {@code new things found near the top}. */
    public static String words(String name) {
        Metric metric = of(name);
        if (metric == OTHER || metric == LIKELIHOOD) {
            return name;
        }
        return things(name) + metric.words;
    }

    private static String things(String name) {
        return name.endsWith(" new")
                ? of(name).isOfItems() ? "" : "new things "
                : name.endsWith(" repeat") ? "things again " : name.endsWith(" all") ? "all things " : "";
    }

    private boolean isOfItems() {
        return this == COVERAGE || this == GINI;
    }

    /** A sentence on what it says; empty where the name says it. */
    public static String meaning(String name) {
        return of(name).meaning;
    }

    /** {@code 0.211 ±0.033}, or of a share {@code 47.9 ±2.2 %}; what was not measured on people one by one has no interval. */
    public static String written(String name, Interval score) {
        double width = Math.max(score.high() - score.mean(), score.mean() - score.low());
        boolean isShare = of(name).isShare;
        String mean = isShare ? Signed.plain(100 * score.mean(), 1) : Signed.plain(score.mean(), 3);
        String interval = width == 0
                ? ""
                : isShare
                        ? String.format(Locale.ROOT, " ±%.1f", 100 * width)
                        : String.format(Locale.ROOT, " ±%.3f", width);
        return mean + interval + (isShare ? "\u00a0%" : "");
    }
}
