package org.personalize.history;

import org.personalize.audience.Suppressions;

/**
 * Told of every event after which somebody must not, or may again, be written to. A time in the future is told as it is
 * written: who opted out has opted out, whatever their clock says.
 */
public interface OptOuts {

    /** For readers to whom opt-outs do not matter. */
    OptOuts IGNORED = new OptOuts() {
        @Override
        public void unsubscribed(int person, long second) {}

        @Override
        public void complained(int person, long second) {}

        @Override
        public void bouncedHard(int person, long second) {}

        @Override
        public void subscribed(int person, long second) {}

        @Override
        public void ofUnknown() {}
    };

    /** Enters them where everybody's standing is read from. */
    static OptOuts into(Suppressions suppressions) {
        return new OptOuts() {
            @Override
            public void unsubscribed(int person, long second) {
                suppressions.unsubscribed(person, second);
            }

            @Override
            public void complained(int person, long second) {
                suppressions.complained(person);
            }

            @Override
            public void bouncedHard(int person, long second) {
                suppressions.bouncedHard(person);
            }

            @Override
            public void subscribed(int person, long second) {
                suppressions.subscribed(person, second);
            }

            @Override
            public void ofUnknown() {
                suppressions.unknown();
            }
        };
    }

    /** Tells on only what happened before a moment, for those who look back to it. */
    default OptOuts before(long moment) {
        OptOuts all = this;
        return new OptOuts() {
            @Override
            public void unsubscribed(int person, long second) {
                if (second < moment) {
                    all.unsubscribed(person, second);
                }
            }

            @Override
            public void complained(int person, long second) {
                if (second < moment) {
                    all.complained(person, second);
                }
            }

            @Override
            public void bouncedHard(int person, long second) {
                if (second < moment) {
                    all.bouncedHard(person, second);
                }
            }

            @Override
            public void subscribed(int person, long second) {
                if (second < moment) {
                    all.subscribed(person, second);
                }
            }

            @Override
            public void ofUnknown() {
                all.ofUnknown();
            }
        };
    }

    void unsubscribed(int person, long second);

    void complained(int person, long second);

    /** The mailbox does not exist. */
    void bouncedHard(int person, long second);

    /** Lifts an earlier unsubscribe, and nothing else. */
    void subscribed(int person, long second);

    /** Somebody opted out whom the customer file does not know. */
    void ofUnknown();
}
