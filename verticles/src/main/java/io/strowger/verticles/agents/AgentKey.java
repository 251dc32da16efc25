package io.strowger.verticles.agents;

/**
 * An agent.
 *
 * @param organization number of the organization
 * @param agent index of the agent in the organization's names
 */
record AgentKey(int organization, int agent) {}
