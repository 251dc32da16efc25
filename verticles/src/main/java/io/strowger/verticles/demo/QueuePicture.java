package io.strowger.verticles.demo;

/**
 * A queue as the API shows it.
 *
 * @param id its name
 * @param waiting conversations that wait, those with an offer included
 * @param offered those with an offer
 * @param assigned conversations from it that an agent handles
 */
record QueuePicture(String id, int waiting, int offered, int assigned) {}
