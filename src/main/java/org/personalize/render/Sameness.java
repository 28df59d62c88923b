package org.personalize.render;

/** Answers whether two texts of a mail say the same. */
interface Sameness {

    /** As the mail has them. */
    Sameness OF_TEXTS = new Sameness() {

        @Override
        public boolean areSame(String one, String other) {
            return one.equals(other);
        }

        @Override
        public boolean isSaid(String text, String address) {
            String bare = text.strip();
            return bare.indexOf(' ') < 0 && plain(bare).equals(plain(address));
        }
    };

    boolean areSame(String one, String other);

    /** Whether a text is an address as people say it: without its scheme, {@code www} and a slash at its end. */
    boolean isSaid(String text, String address);

    private static String plain(String address) {
        String bare = address.strip();
        int scheme = bare.startsWith("http") ? bare.indexOf("://") : -1;
        bare = scheme < 0 ? bare : bare.substring(scheme + "://".length());
        bare = bare.startsWith("www.") ? bare.substring("www.".length()) : bare;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
