package org.personalize.campaign;

/** A value is not what its key asks for; the reader of the key says what was expected, this adds the way out. */
final class Misread extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** The value is not of the expected kind at all. */
    Misread(String remedy) {
        this("", remedy);
    }

    /**
     * @param message says in place of "expected …, found …" what is wrong; must not quote the value
     */
    Misread(String message, String remedy) {
        super(message, null, false, false);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
