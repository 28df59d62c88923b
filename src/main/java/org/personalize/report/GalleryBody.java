package org.personalize.report;

/** The page around the previews: the story of the run on top, then the tools and the place where the list grows. */
final class GalleryBody {

    private final GallerySummary summary;
    private final int written;
    private final int held;

    /**
     * @param written how many mails can be looked at
     * @param held how many of those who are held are listed beside them
     */
    GalleryBody(GallerySummary summary, int written, int held) {
        this.summary = summary;
        this.written = written;
        this.held = held;
    }

    String html() {
        var frame = new PageFrame(
                "previews",
                summary.campaign(),
                summary.occurrence(),
                "the previews",
                "previews",
                summary.version(),
                "The page works from disk and asks nothing of a network. It shows personal data: keep it to yourself.");
        Markup page = frame.around(this::content);
        page.open("dialog", "id", "mail", "aria-labelledby", "mail-name");
        return page.element("div", "", "class", "mail").close().toString();
    }

    private void content(Markup page) {
        page.add(new RunStory(summary).markup());
        previews(page);
    }

    private String heldPeople() {
        long all = summary.counts().heldByError();
        String share = all > held ? "The first " + Plain.count(held) + " of " + Plain.count(all) : Plain.count(held);
        return share + (all == 1 ? " held person is listed too." : " held people are listed too.");
    }

    private void previews(Markup page) {
        long rendered = summary.counts().rendered();
        page.open(
                "section",
                "id",
                "previews",
                "class",
                "previews",
                "aria-labelledby",
                "previews-title",
                "tabindex",
                "-1");
        page.open("div", "class", "previews-head").element("h2", "Previews", "id", "previews-title");
        page.open("p", "class", "hint");
        page.text(Plain.count(written) + " of " + Plain.count(rendered) + " rendered mails are written here.");
        if (written < rendered) {
            page.text(" All were checked; ").element("code", "--previews all").text(" writes them all.");
        }
        if (held > 0) {
            page.text(" " + heldPeople());
        }
        page.close().close();
        page.element("noscript", "The list of previews needs JavaScript. The mails themselves lie beside this file.");
        page.open("div", "id", "tools", "class", "tools", "role", "search", "aria-label", "Previews")
                .close();
        page.open("div", "id", "cases", "class", "cases", "role", "group", "aria-label", "Edge cases")
                .close();
        page.element("ul", "", "id", "list", "class", "cards");
        page.element("button", "Show more", "type", "button", "id", "more", "class", "button more", "hidden", "");
        page.close();
    }
}
