package org.personalize.ledger;

import java.time.Instant;

/**
 * What a file looked like when it was last read.
 *
 * @param file relative to the workspace where it lies in it
 * @param hash SHA-256 in hexadecimal digits
 */
public record InputStamp(String file, long bytes, Instant changed, String hash) {}
