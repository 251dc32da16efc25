package io.strowger.verticles.projection;

import java.util.List;

/**
 * What an agent has at hand as of one record. A session that listens first and then asks for this misses nothing and sees
 * nothing twice when it passes over records up to {@code asOf}.
 *
 * @param asOf sequence of the last record included
 * @param offers pending offers in the order in which they were made
 * @param assignments conversations handled, in the order in which they were assigned
 */
public record AgentWork(long asOf, List<OfferView> offers, List<AssignmentView> assignments) {}
