/**
 * Finds personal data and other entities in a text (cards, accounts, phones, addresses, identity numbers, names, dates,
 * amounts, order numbers, secrets) and masks them by policy. A text is read once into a table of characters and words;
 * recognisers start at the words that can begin something, look a bounded number of characters around, prove what has a
 * check digit, and the strongest reading of each place wins. An {@link io.strowger.models.privacy.EntityScanner} belongs
 * to the thread that calls it and allocates nothing, except for candidates of phones, wallets and identity numbers.
 */
@NullMarked
package io.strowger.models.privacy;

import org.jspecify.annotations.NullMarked;
