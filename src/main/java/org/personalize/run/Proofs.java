package org.personalize.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Counts;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Fate;
import org.personalize.plan.Plan;
import org.personalize.problem.Problems;
import org.personalize.render.Finding;
import org.personalize.render.Finding.Severity;
import org.personalize.render.Lint;
import org.personalize.render.Mail;
import org.personalize.render.Rendered;
import org.personalize.render.Renderer;

/** Renders everybody who is planned, keeps none of the mails, and remembers what is worth knowing about them. */
final class Proofs {

    private static final int SUBJECTS_SHOWN = 3;
    private static final int REPORT_EVERY = 500;

    private final Material material;
    private final Plan plan;
    private final Renderer renderer;
    private final Lint lint;
    private final MailParts parts;
    private final EdgeCases edgeCases;
    private final Sample sample = new Sample();
    private final FindingPlaces places;
    private final HeldPeople held = new HeldPeople();
    private final Map<String, String> subjects = new LinkedHashMap<>();
    private final Set<String> moreSubjects = new LinkedHashSet<>();
    private long rendered;
    private long faulty;
    private long heldWaiting;
    private long heldDue;
    private long heldBack;

    Proofs(Material material, Plan plan, Renderer renderer) {
        this.material = material;
        this.plan = plan;
        this.renderer = renderer;
        this.parts = MailParts.of(material.campaign());
        this.places = new FindingPlaces(material.campaign());
        this.lint =
                new Lint(material.campaign(), renderer, material.audience(), material.catalog(), material.history());
        this.edgeCases = new EdgeCases(material.audience(), branchNames(renderer));
    }

    /** Renders everybody; the mails are looked at in the order of the people. */
    void render(Request request) {
        render(request, planned());
    }

    /** Renders so many people, evenly spread: enough to see what is wrong with the campaign as a whole. */
    void renderSome(Request request, int most) {
        int[] people = planned();
        int step = Math.max(1, (people.length + most - 1) / most);
        render(
                request,
                IntStream.range(0, people.length)
                        .filter(place -> place % step == 0)
                        .map(place -> people[place])
                        .toArray());
    }

    private void render(Request request, int[] people) {
        long[] done = {0};
        var work = new RunawayGuard(person -> renderer.render(plan.decision(person)));
        try (var crew = new Crew(Runtime.getRuntime().availableProcessors(), request.stop())) {
            crew.<Rendered>inOrder(people, work, result -> {
                take(result);
                if (++done[0] % REPORT_EVERY == 0) {
                    request.progress().report("rendering", done[0], people.length);
                }
            });
        }
        request.progress().report("rendering", people.length, people.length);
    }

    private int[] planned() {
        return IntStream.range(0, plan.size())
                .filter(person -> canBeMade(plan.decision(person)))
                .toArray();
    }

    /** What went out in a variant that the campaign has no more cannot be made again. */
    private boolean canBeMade(Decision decision) {
        String variant = decision.variant();
        return decision.status() == Status.PLANNED && variant != null && parts.hasVariant(variant);
    }

    private void take(Rendered result) {
        lint.take(result);
        if (result instanceof Rendered.Ready ready) {
            Mail mail = ready.mail();
            rendered++;
            edgeCases.take(mail, plan.decision(mail.person()));
            sample.take(mail.variant() + '/' + mail.language(), mail.person());
            if (subjects.size() < SUBJECTS_SHOWN) {
                subjects.putIfAbsent(mail.variant() + '/' + mail.language(), mail.subject());
            }
            if (moreSubjects.size() < SUBJECTS_SHOWN) {
                moreSubjects.add(mail.subject());
            }
        } else if (result instanceof Rendered.Held one) {
            held.take(new Rendered.Held(one.person(), places.named(one.findings())));
            faulty++;
            if (isOpen(one.person())) {
                countHeld(one.person());
            }
        }
    }

    /** Who has had the mail, or is to be tried again after another fault, is counted as that. */
    private boolean isOpen(int person) {
        KeptPromises promises = material.promises();
        return !promises.isMade(person)
                || promises.isHeldBack(person) && promises.fate(person).isOpen()
                || promises.fate(person) == Fate.OPEN
                || promises.fate(person) == Fate.HELD;
    }

    private void countHeld(int person) {
        Instant sendAt = Objects.requireNonNull(plan.decision(person).sendAt(), "who is planned has a moment");
        if (material.promises().isHeldBack(person)) {
            heldBack++;
        } else if (sendAt.isAfter(material.planning().now())) {
            heldWaiting++;
        } else {
            heldDue++;
        }
    }

    /** Which previews to write, in the order of the people. */
    NavigableSet<Integer> choose(int wanted) {
        return sample.choose(edgeCases.found(), wanted);
    }

    SortedMap<Integer, List<String>> edgeCases() {
        return edgeCases.found();
    }

    @Nullable
    Mail again(int person) {
        return renderer.render(plan.decision(person)) instanceof Rendered.Ready ready ? ready.mail() : null;
    }

    List<Finding> findings() {
        return places.named(lint.findings());
    }

    /** Notes on what nobody's mail shows need everybody's mail; where only some were made, they are left out. */
    List<Finding> seriousFindings() {
        return findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }

    /** An error of the campaign as a whole stops everything, before anything was promised to anybody. */
    void throwIfUnsound() {
        boolean isNobodyReady = rendered == 0 && faulty > 0;
        List<Finding> errors = findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (isNobodyReady || errors.stream().anyMatch(Finding::blocks)) {
            var problems = new Problems();
            errors.forEach(error ->
                    problems.add(error.place(), error.message(), "Nothing was sent; check shows all findings."));
            problems.throwIfAny();
        }
    }

    /** What is said of one mail, in the words of all. */
    List<Finding> findings(Mail mail) {
        return places.named(mail.findings());
    }

    /** A few that differ, of other variants and languages first. */
    List<String> subjects() {
        return Stream.concat(subjects.values().stream(), moreSubjects.stream())
                .distinct()
                .limit(SUBJECTS_SHOWN)
                .toList();
    }

    /** Those whose mail has an error of its own, as many as anybody would look at, in the order of the people. */
    List<Rendered.Held> held() {
        return held.listed();
    }

    /** If everybody is held, the reason comes before all other warnings. */
    Counts counts() {
        Counts before = Counts.of(material.planning(), plan).withWarnings(material.notices());
        boolean isEverybodyHeld = rendered == 0 && before.planned() > 0;
        List<String> warnings = new ArrayList<>(isEverybodyHeld ? held.whyNobodyIsLeft(before.planned()) : List.of());
        warnings.addAll(before.warnings());
        return before.afterRendering(rendered, heldWaiting, heldDue, heldBack, warnings);
    }

    private static Map<String, List<String>> branchNames(Renderer renderer) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        renderer.templates()
                .forEach((language, template) -> names.put(
                        language,
                        template.branches().stream()
                                .map(b -> b.place() + " " + b.source())
                                .toList()));
        return names;
    }
}
