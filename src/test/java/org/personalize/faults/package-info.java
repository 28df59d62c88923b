/**
 * The program against everything that goes wrong around it: kills, cuts, full disks, second senders, clocks that jump.
 * A {@link org.personalize.faults.Shop} is sent to a {@link org.personalize.faults.Relay} that misbehaves over real sockets,
 * in this process or in children that can be killed, and after each scenario a {@link org.personalize.faults.Verdict}
 * counts: nobody twice, nobody lost, everyone in exactly one state.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.faults;
