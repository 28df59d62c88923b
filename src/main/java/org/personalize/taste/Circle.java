package org.personalize.taste;

import java.util.Arrays;

/**
 * Those of a crowd who want most nearly what one person wants, and what they want on average, the nearer ones counting more
 * (as in TIFU-kNN). Found over for the next person.
 */
final class Circle {

    private static final int NEAREST = 100;

    /** So many of the things that are wanted most around a person are looked at, though nothing else ties them to it. */
    private static final int MOST_THINGS = 60;

    private final Crowd crowd;
    private final double[] nearness;
    private final int[] met;

    /** By the places of what was found. */
    private final double[] wanted;

    private final double[] wantedLately;
    private final Touched found;
    private int[] nearest = new int[0];
    private double sum;
    private double length;

    Circle(Crowd crowd, int items) {
        this.crowd = crowd;
        nearness = new double[crowd.size()];
        met = new int[crowd.size()];
        wanted = new double[items];
        wantedLately = new double[items];
        found = new Touched(items);
    }

    /** Notes what is wanted most around the person who is drawn. */
    void gather(int person, Portrait portrait, Touched touched) {
        clear();
        length = Crowd.length(portrait);
        nearest = nearest(person, portrait);
        for (int place : nearest) {
            sum += nearness[place];
        }
        for (int place : nearest) {
            add(place);
        }
        var most = new Strongest(Math.min(MOST_THINGS, found.size()));
        for (int place = 0; place < found.size(); place++) {
            most.offer(found.item(place), (float) wanted[place]);
        }
        for (int item : most.items()) {
            touched.note(item);
        }
    }

    private void clear() {
        Arrays.fill(wanted, 0, found.size(), 0);
        Arrays.fill(wantedLately, 0, found.size(), 0);
        found.clear();
        sum = 0;
        for (int place : nearest) {
            nearness[place] = 0;
        }
    }

    private int[] nearest(int person, Portrait portrait) {
        int size = 0;
        for (int k = 0; k < portrait.size(); k++) {
            double part = portrait.months(k) / length;
            int item = portrait.item(k);
            for (int want = crowd.fromFor(item); want < crowd.toFor(item); want++) {
                int place = crowd.placeFor(want);
                double tie = part * crowd.partFor(want);
                if (nearness[place] == 0 && tie > 0) {
                    met[size++] = place;
                }
                nearness[place] += tie;
            }
        }
        var best = new Strongest(Math.min(NEAREST, size));
        for (int i = 0; i < size; i++) {
            if (crowd.person(met[i]) != person) {
                best.offer(met[i], (float) nearness[met[i]]);
            }
        }
        int[] places = best.items();
        forgetOthers(size, places);
        return places;
    }

    private void forgetOthers(int size, int[] places) {
        var kept = new double[places.length];
        Arrays.setAll(kept, i -> nearness[places[i]]);
        for (int i = 0; i < size; i++) {
            nearness[met[i]] = 0;
        }
        for (int i = 0; i < places.length; i++) {
            nearness[places[i]] = kept[i];
        }
    }

    private void add(int place) {
        double share = nearness[place] / sum;
        for (int want = crowd.from(place); want < crowd.to(place); want++) {
            int at = found.note(crowd.item(want));
            wanted[at] += share * crowd.wanted(want);
            wantedLately[at] += share * crowd.wantedLately(want);
        }
    }

    /** How often those around the person wanted the item, what is long ago counting less. */
    double wanted(int item) {
        return found.has(item) ? wanted[found.place(item)] : 0;
    }

    /** The same of the last weeks. */
    double wantedLately(int item) {
        return found.has(item) ? wantedLately[found.place(item)] : 0;
    }

    /** How much of what is wanted of an item comes from people who are near because of one of the person's own wants. */
    double because(Portrait portrait, int k, int item, boolean lately) {
        double share = 0;
        for (int place : nearest) {
            int same = crowd.want(place, portrait.item(k));
            int want = crowd.want(place, item);
            if (same >= 0 && want >= 0) {
                double tie = portrait.months(k) / length * crowd.part(same);
                share += tie * (lately ? crowd.wantedLately(want) : crowd.wanted(want));
            }
        }
        return share;
    }
}
