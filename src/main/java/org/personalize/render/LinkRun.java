package org.personalize.render;

/** Several links in a row that lead to the same place, as picture, title and button of one card do. */
final class LinkRun {

    private static final String MAILTO = "mailto:";
    private static final String TELEPHONE = "tel:";

    private final String html;
    private final Sign.Search links;
    private final Sign.Search comments;
    private int nextComment;
    private boolean hasSeenEnd;

    LinkRun(Page page, KnownText known) {
        this.html = page.html();
        this.links = known.links().in(page);
        this.comments = known.comments().in(page);
        this.nextComment = comments.next(0);
    }

    /** Whether the next visible link leads to the same place, so that this one need not name it. */
    boolean goesOn(int from, String target) {
        int next = nextLink(from);
        int end = next < 0 ? html.length() : Tag.end(html, next);
        hasSeenEnd |= end == html.length();
        return next >= 0 && target.equals(Tag.attribute(html, next, end, "href"));
    }

    /** Whether an answer might have been another if more HTML had followed. */
    boolean hasSeenEnd() {
        return hasSeenEnd;
    }

    private int nextLink(int from) {
        int at = links.next(from);
        int comment = commentAfter(from);
        while (at >= 0 && comment >= 0 && comment < at) {
            int commentEnd = html.indexOf("-->", comment + 2);
            if (commentEnd < 0) {
                return -1;
            }
            at = at < commentEnd ? links.next(commentEnd) : at;
            comment = commentAfter(commentEnd);
        }
        return at;
    }

    private int commentAfter(int from) {
        if (nextComment >= 0 && nextComment < from) {
            nextComment = comments.next(from);
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

    /** An address without what people leave out when they say it: blanks around it, the scheme, www and a slash at the end. */
    static String plain(String address) {
        String bare = address.strip();
        int scheme = bare.startsWith("http") ? bare.indexOf("://") : -1;
        bare = scheme < 0 ? bare : bare.substring(scheme + "://".length());
        bare = bare.startsWith("www.") ? bare.substring("www.".length()) : bare;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
