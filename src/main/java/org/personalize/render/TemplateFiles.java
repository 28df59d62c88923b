package org.personalize.render;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;

/** The files that a campaign's mails are made from: its templates in every language, and all that these import or include. */
public final class TemplateFiles {

    private TemplateFiles() {}

    /** In the order of their paths; none for a campaign without templates. */
    public static SortedSet<Path> of(Campaign campaign) {
        SortedSet<Path> files = new TreeSet<>();
        files.addAll(reached(campaign, campaign.hasTemplate() ? campaign.template() : null));
        files.addAll(reached(campaign, campaign.textTemplate()));
        return files;
    }

    private static Set<Path> reached(Campaign campaign, @Nullable Path template) {
        if (template == null) {
            return Set.of();
        }
        Path folder =
                Objects.requireNonNull(template.toAbsolutePath().normalize().getParent(), "a file has a folder");
        var roots = new LinkedHashSet<Path>();
        campaign.languages().forEach(language -> roots.add(LanguageKit.nearest(template, language)));
        return TemplateSources.reached(folder, roots).files().keySet();
    }
}
