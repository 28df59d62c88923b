package org.personalize.plan;

import org.personalize.rhythm.Hours;
import org.personalize.taste.Ranking;

/** What the models say of people by some history. */
public record Known(Hours hours, Ranking ranking) {}
