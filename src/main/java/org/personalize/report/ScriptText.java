package org.personalize.report;

/** Makes JSON safe to stand inside a script element or a script file. */
final class ScriptText {

    private ScriptText() {}

    /**
     * Escapes what could end a script element, start a comment, break a line or turn the direction of the text around.
     * All of these stand only inside JSON strings, where the escape means the same character.
     */
    static String of(String json) {
        var safe = new StringBuilder(json.length() + 64);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (isHarmless(c)) {
                safe.append(c);
            } else {
                safe.append(String.format("\\u%04x", (int) c));
            }
        }
        return safe.toString();
    }

    private static boolean isHarmless(char c) {
        boolean markup = c == '<' || c == '>' || c == '&';
        boolean invisible = c >= '\u200b' && c <= '\u200f' || c >= '\u2028' && c <= '\u202e' || c >= '\u2060' && c <= '\u206f';
        return !markup && !invisible && !Character.isSurrogate(c) && c != '\u007f' && c != '\ufeff' && c >= ' ';
    }
}
