package org.personalize.learn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.measure.Choice;

final class BuyerTraining {

    record Trained(
            Optional<BuyerModel> model, List<Choice> choices, List<Papers.Forecast> forecasts, List<String> notes) {}

    private BuyerTraining() {}

    static Trained train(Audience audience, History history, Instant now) {
        return new Trained(Optional.empty(), List.of(), List.of(), List.of());
    }
}
