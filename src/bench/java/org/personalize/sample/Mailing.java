package org.personalize.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * One mail that the shop once sent.
 *
 * @param goods what was in it, the same for everybody: nobody personalized anything yet
 * @param pull how much it drew beside an ordinary digest
 */
record Mailing(String campaign, LocalDate day, List<Good> goods, double pull) {}
