package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.personalize.campaign.Workspace;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Suppression;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Problems;

/** All ledgers of a folder's campaigns, open: what is said of a person without naming a campaign holds for each of them. */
public final class FolderLedgers implements AutoCloseable {

    /** How one of them is opened; empty where it is not there and need not be made. */
    private interface Opening {
        Optional<Ledger> of(Workspace workspace) throws IOException;
    }

    private final List<Ledger> open = new ArrayList<>();
    private final Problems problems = new Problems();

    private FolderLedgers() {}

    /** Only to be read; none where nothing was ever planned or sent. */
    public static FolderLedgers toRead(Path folder, Map<String, String> environment) throws IOException {
        return of(folder, environment, WorkspaceLedger::toRead);
    }

    /** To write in them; made where nothing was ever sent. */
    public static FolderLedgers toWrite(Path folder, Map<String, String> environment) throws IOException {
        return of(folder, environment, workspace -> Optional.of(WorkspaceLedger.toWrite(workspace)));
    }

    /** To change what is in them; none is made. */
    public static FolderLedgers toChange(Path folder, Map<String, String> environment) throws IOException {
        return of(folder, environment, workspace -> {
            Optional<Ledger> found = WorkspaceLedger.toRead(workspace);
            if (found.isPresent()) {
                found.get().close();
                return Optional.of(WorkspaceLedger.toWrite(workspace));
            }
            return found;
        });
    }

    private static FolderLedgers of(Path folder, Map<String, String> environment, Opening opening) throws IOException {
        UsedLedgers used = UsedLedgers.of(folder, environment);
        var ledgers = new FolderLedgers();
        used.problems().forEach(ledgers.problems::add);
        boolean isOpen = false;
        try {
            for (Workspace workspace : used.workspaces()) {
                ledgers.add(workspace, opening);
            }
            if (ledgers.open.isEmpty()) {
                ledgers.throwIfIncomplete();
            }
            isOpen = true;
            return ledgers;
        } finally {
            if (!isOpen) {
                ledgers.close();
            }
        }
    }

    /** An opt-out that one ledger cannot take still counts in the others. */
    private void add(Workspace workspace, Opening opening) throws IOException {
        try {
            opening.of(workspace).ifPresent(open::add);
        } catch (InputProblem e) {
            e.problems().forEach(problems::add);
        }
    }

    public List<Ledger> all() {
        return List.copyOf(open);
    }

    /** Whom they suppress; what several say alike is told once. */
    public void suppressions(Consumer<Suppression> each) throws IOException {
        Set<Suppression> told = new HashSet<>();
        for (Ledger ledger : open) {
            ledger.suppressions(one -> {
                if (open.size() == 1 || told.add(one)) {
                    each.accept(one);
                }
            });
        }
    }

    /** To be called last, so that what could be done is done: a ledger that was not reached is the user's to mend. */
    public void throwIfIncomplete() {
        problems.throwIfAny();
    }

    @Override
    public void close() throws IOException {
        for (Ledger ledger : open) {
            ledger.close();
        }
    }
}
