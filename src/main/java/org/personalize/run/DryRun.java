package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Outcome;
import org.personalize.deliver.PreviewFolder;
import org.personalize.plan.Plan;
import org.personalize.plan.Planner;
import org.personalize.render.Mail;
import org.personalize.report.Gallery;
import org.personalize.report.GalleryEntry;

/**
 * The whole way from files to previews: read, decide, render everybody, and write the mails worth looking at. Contacts no
 * relay and no name server, and writes nothing outside its folder.
 */
public final class DryRun {

    public static final int DEFAULT_PREVIEWS = 200;

    private DryRun() {}

    /** @param previews how many are written; everybody is rendered all the same */
    public static Story run(Request request, Selection selection, Path out, int previews, String version)
            throws IOException {
        PreviewFolder.refuseForeign(out);
        Material material = Material.gather(request, selection, Checking.DEMANDS);
        request.progress().report("planning", 0, 0);
        Plan plan = Planner.plan(material.planning());
        var proofs = new Proofs(material, plan, material.renderer());
        proofs.render(request);

        List<GalleryEntry> entries = write(request, material, plan, proofs, out, previews);
        var tally = Tally.of(material, plan, proofs.subjects());
        var telling = new GalleryTelling(material, plan, proofs, tally);
        Gallery.write(out, telling.summary(version), entries);
        return tally.story(
                proofs.counts(), proofs.findings(), out.resolve("index.html"), entries.size(), RejectFile.in(out, material));
    }

    private static List<GalleryEntry> write(
            Request request, Material material, Plan plan, Proofs proofs, Path out, int previews) throws IOException {
        SortedMap<Integer, List<String>> edgeCases = proofs.edgeCases();
        List<GalleryEntry> entries = new ArrayList<>();
        try (var folder = PreviewFolder.open(out, material.campaign())) {
            for (int person : proofs.choose(previews)) {
                request.stop().obey();
                Mail mail = proofs.again(person);
                if (mail != null) {
                    Outcome outcome = folder.deliver(mail);
                    entries.add(GalleryTelling.entry());
                }
            }
        }
        return entries;
    }
}
