package org.personalize.render;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.render.Whereabouts.Written;

/** What is wrong with where a mail's links lead and where its pictures lie. */
final class AddressLint {

    private final Severity onlyForRealMail;
    private final Whereabouts whereabouts;
    private final PictureSigns signs = new PictureSigns();
    private final Sites sites = new Sites();

    /** @param anywhere where an address is of which no template knows the line */
    AddressLint(TemplateSources sources, Purpose purpose, Place anywhere) {
        this.onlyForRealMail = purpose == Purpose.MAIL ? Severity.ERROR : Severity.WARNING;
        this.whereabouts = new Whereabouts(sources, anywhere);
    }

    Set<Finding> findings(Mail mail, Reading reading) {
        var found = new LinkedHashSet<Finding>();
        for (String link : reading.links()) {
            link(link, found);
        }
        for (String link : reading.linksWithoutText()) {
            Written written = whereabouts.link(link);
            add(found, Severity.WARNING, "empty-link", written, written.as("link") + " has nothing to read in it");
        }
        if (reading.pictures().contains("")) {
            Written written = whereabouts.picture("");
            add(found, onlyForRealMail, "local-picture", written, "a picture has no address, and shows nothing");
        }
        pictures(mail.page(), found);
        return found;
    }

    /** Whether somebody real would be led to a site that is kept for examples. */
    boolean leadsToExample(Mail mail, Reading reading) {
        return !Placeholders.isInvented(mail.email())
                && (isExample(reading.links(), mail) || isExample(reading.pictures(), mail));
    }

    private boolean isExample(List<String> targets, Mail mail) {
        for (String target : targets) {
            if (!target.equals(mail.unsubscribe()) && sites.isExample(target)) {
                return true;
            }
        }
        return false;
    }

    private void link(String link, Set<Finding> found) {
        if (!hasScheme(link)) {
            Written written = whereabouts.link(link);
            String message = written.as("link") + " does not say on which site it leads";
            add(found, Severity.ERROR, "relative-link", written, message);
        } else if (startsWith(link, "data:") || startsWith(link, "javascript:") || startsWith(link, "file:")) {
            Written written = whereabouts.link(link);
            String message = written.as("link") + " holds data or code instead of an address";
            add(found, Severity.ERROR, "data-link", written, message);
        } else {
            Optional<String> fault = sites.fault(link);
            if (fault.isPresent()) {
                Written written = whereabouts.link(link);
                String message = written.as("link") + " leads nowhere: " + fault.get();
                add(found, Severity.WARNING, "dead-link", written, message);
            }
        }
    }

    private void pictures(Page page, Set<Finding> found) {
        List<PictureSpot> spots = signs.in(page);
        for (PictureSpot spot : spots) {
            String address = spot.address(page.html());
            if (!address.isEmpty()
                    && Pictures.isLocal(address)
                    && !PictureSigns.isCommentedOut(page.html(), spot.start())) {
                Written written = whereabouts.picture(address);
                String message = written.as("picture")
                        + " has no public address; it must lie in images.folder, with images.public_url set";
                add(found, onlyForRealMail, "local-picture", written, message);
            }
        }
    }

    /** A target within the mail needs none. */
    private static boolean hasScheme(String link) {
        for (int i = 0; i < link.length(); i++) {
            char c = link.charAt(i);
            boolean isInScheme = Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
            if (!isInScheme) {
                return c == ':' && i > 0 || c == '#' && i == 0;
            }
        }
        return false;
    }

    private static boolean startsWith(String link, String scheme) {
        return link.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static void add(Set<Finding> found, Severity severity, String rule, Written written, String message) {
        found.add(new Finding(severity, rule, written.place(), message, 1));
    }
}
