/**
 * The sample shop: its goods, its people, what they did in eighteen months, and the pictures of all of it, drawn and
 * rolled from one fixed seed.
 *
 * <p>Open {@link org.personalize.sample.SampleData} first.
 */
package org.personalize.sample;
