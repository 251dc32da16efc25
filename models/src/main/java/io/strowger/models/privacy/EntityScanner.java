package io.strowger.models.privacy;

/**
 * Finds entities in texts. One text at a time, by the thread that owns the scanner; {@link #fork} gives another thread its
 * own. Nothing is allocated for a text once the largest one was seen, except for candidates of phone numbers, wallets and
 * identity numbers, whose checks leave a little garbage. Work is in proportion to the length of the text, whatever it holds; broken UTF-8 is no error.
 */
public final class EntityScanner {
    private final EntityOptions options;
    private final Scan scan = new Scan();
    private final PhoneRecogniser phones;
    private final InternetRecogniser internet = new InternetRecogniser();
    private final NetworkRecogniser network = new NetworkRecogniser();
    private final PersonRecogniser persons = new PersonRecogniser();
    private final CardRecogniser cards = new CardRecogniser();
    private final IbanRecogniser ibans = new IbanRecogniser();
    private final IdRecogniser ids = new IdRecogniser();
    private final CryptoRecogniser crypto = new CryptoRecogniser();
    private final DateRecogniser dates = new DateRecogniser();
    private final AmountRecogniser amounts = new AmountRecogniser();
    private final OrderRecogniser orders = new OrderRecogniser();
    private final SecretRecogniser secrets = new SecretRecogniser();
    private final StreetRecogniser streets = new StreetRecogniser();
    private final PlaceRecogniser places = new PlaceRecogniser();
    private final OccupationRecogniser occupations = new OccupationRecogniser();

    public EntityScanner(EntityOptions options) {
        this.options = options;
        phones = new PhoneRecogniser(options.defaultRegion());
    }

    /** A scanner with the same options, for another thread. */
    public EntityScanner fork() {
        return new EntityScanner(options);
    }

    /**
     * Scans {@code text[from, from + length)}, UTF-8.
     *
     * @param into cleared, then filled with what was found; positions are indices of {@code text}
     */
    public void scan(byte[] text, int from, int length, Spans into) {
        scan.begin(text, from, length, into);
        internet.begin();
        persons.begin();
        streets.begin();
        Tokens tokens = scan.tokens();
        int gap = 0;
        for (int token = 0; token < tokens.count(); token++) {
            colons(gap, tokens.start(token));
            gap = tokens.end(token);
            boolean startsWithDigit = scan.text().isDigit(tokens.start(token));
            if (startsWithDigit) {
                number(token);
            } else {
                word(token);
            }
            internet.recognise(scan, token);
            network.recognise(scan, token);
            secrets.recognise(scan, token);
            streets.recognise(scan, token);
        }
        colons(gap, scan.text().length());
        into.settle(scan.text(), options.minimumPercent(), options.types());
    }

    /** How much was done since the scanner was made: places looked at, and a thousand for each question to libphonenumber. */
    long work() {
        return scan.text().reads() + 1_000L * phones.asked();
    }

    private void number(int token) {
        cards.recognise(scan, token);
        ibans.recognise(scan, token);
        phones.recognise(scan, token);
        ids.recognise(scan, token);
        crypto.recognise(scan, token);
        dates.recognise(scan, token);
        amounts.recognise(scan, token);
        orders.recognise(scan, token);
        places.recognise(scan, token);
    }

    private void word(int token) {
        ibans.recognise(scan, token);
        ids.recognise(scan, token);
        dates.recognise(scan, token);
        places.recognise(scan, token);
        persons.recognise(scan, token);
        occupations.recognise(scan, token);
        if (scan.tokens().shape(token) == Tokens.MIXED) {
            phones.recognise(scan, token);
            crypto.recognise(scan, token);
        }
        orders.recognise(scan, token);
    }

    /** What stands between words can be an address of its own: {@code ::}. */
    private void colons(int from, int to) {
        Text text = scan.text();
        for (int i = from; i + 1 < to; i++) {
            if (text.at(i) == ':' && text.at(i + 1) == ':') {
                network.recogniseColons(scan, i);
                i++;
            }
        }
    }
}
