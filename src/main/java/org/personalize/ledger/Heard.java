package org.personalize.ledger;

/**
 * What relays answered about many mailboxes, for the rules that look at more than one. Only final answers count, since the
 * campaign was last resumed.
 *
 * @param refusedInARow how many in this edition since the last that was accepted
 * @param answers in this edition
 * @param missing how many of them said that there is no such mailbox
 * @param domainAnswers of one domain in all editions, lately
 * @param domainMissing how many of them said that there is no such mailbox
 */
public record Heard(long refusedInARow, long answers, long missing, long domainAnswers, long domainMissing) {}
