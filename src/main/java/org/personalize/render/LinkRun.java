package org.personalize.render;

/** Several links in a row that lead to the same place, as picture, title and button of one card do. */
final class LinkRun {

    private static final String MAILTO = "mailto:";
    private static final String TELEPHONE = "tel:";

    private static final String LINK = "<a ";
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private final String html;
    private final Sameness sameness;
    private int nextComment;

    LinkRun(String html, Sameness sameness) {
        this.html = html;
        this.sameness = sameness;
        this.nextComment = html.indexOf(COMMENT);
    }

    /** Whether the next visible link leads to the same place, so that this one need not name it. */
    boolean goesOn(int from, String target) {
        int next = nextLink(from);
        String other = next < 0 ? null : Tag.attribute(html, next, Tag.end(html, next), "href");
        return other != null && sameness.areSame(target, other);
    }

    private int nextLink(int from) {
        int at = html.indexOf(LINK, from);
        int comment = commentAfter(from);
        while (at >= 0 && comment >= 0 && comment < at) {
            int commentEnd = html.indexOf(COMMENT_END, comment + 2);
            if (commentEnd < 0) {
                return -1;
            }
            at = at < commentEnd ? html.indexOf(LINK, commentEnd) : at;
            comment = commentAfter(commentEnd);
        }
        return at;
    }

    private int commentAfter(int from) {
        if (nextComment >= 0 && nextComment < from) {
            nextComment = html.indexOf(COMMENT, from);
        }
        return nextComment;
    }

    /** An address as a person would write it down. */
    static String readable(String target) {
        if (target.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            int query = target.indexOf('?');
            return target.substring(MAILTO.length(), query < 0 ? target.length() : query);
        }
        if (target.regionMatches(true, 0, TELEPHONE, 0, TELEPHONE.length())) {
            return target.substring(TELEPHONE.length());
        }
        return target.strip().replace(" ", "%20");
    }
}
