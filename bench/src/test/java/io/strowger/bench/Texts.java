package io.strowger.bench;

import java.util.List;

/** A few messages to send again and again. */
final class Texts {
    static final List<String> ALL = List.of(
            "Where is my order 4711? It should have been here on Monday.",
            "I was charged twice for the same jacket, please give me my money back.",
            "Ich komme nicht mehr in mein Konto, das Passwort geht nicht.",
            "Wo bleibt mein Paket?",
            "La page de paiement affiche une erreur depuis ce matin.",
            "Quiero cambiar la dirección de entrega de mi pedido.",
            "Thanks a lot, that solved it!",
            "Somebody logged into my account from another country!!",
            "Vorrei restituire le scarpe, sono troppo piccole.",
            "Kan ik nog iets aan mijn bestelling veranderen?");

    private Texts() {}

    /** The message line of a sender's n-th message. */
    static String line(String sender, int number, int conversations) {
        return "{\"channel\":\"web-chat\",\"externalId\":\"" + sender + "-" + number + "\",\"conversation\":\"" + sender
                + "-c" + number % conversations + "\",\"contact\":{\"id\":\"" + sender + "-u" + number % conversations
                + "\"},\"text\":\"" + ALL.get(number % ALL.size()) + "\"}";
    }
}
