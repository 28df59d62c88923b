package org.personalize.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** A plan in JSON, read token by token; keys that it does not know are passed over. */
final class PlanJson implements PlanSource {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int BUFFER = 1 << 16;
    static final String AGAIN = "Plan again with --out, and use what it writes.";

    private final Path file;

    PlanJson(Path file) {
        this.file = file;
    }

    @Override
    public PlanHead head() throws IOException {
        return pass(row -> {}, PlanTokens::readHead);
    }

    @Override
    public void read(Taker taker) throws IOException {
        pass(taker, tokens -> tokens.read(false));
    }

    @Override
    public void readSealed(Taker taker) throws IOException {
        pass(taker, tokens -> tokens.read(true));
    }

    private interface Way {
        PlanHead go(PlanTokens tokens) throws IOException;
    }

    private PlanHead pass(Taker taker, Way way) throws IOException {
        try (JsonParser json = FACTORY.createParser(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return way.go(new PlanTokens(file, json, taker));
        } catch (JsonEOFException e) {
            throw new InputProblem(
                    place(e), "the file ends in the middle: it was not written to its end, or not copied whole", AGAIN);
        } catch (JsonProcessingException e) {
            throw new InputProblem(place(e), "this is no JSON: " + e.getOriginalMessage(), AGAIN);
        }
    }

    private Place place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null
                ? Place.file(file.toString())
                : Place.at(file.toString(), Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
    }
}
