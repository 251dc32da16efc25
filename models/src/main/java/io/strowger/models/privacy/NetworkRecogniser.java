package io.strowger.models.privacy;

/** IPv4, IPv6 (RFC 4291, with an IPv4 tail too) and MAC addresses. */
final class NetworkRecogniser implements Recogniser {
    private static final int MOST_PLACES = 45;
    private static final Shape MAC_BY_COLON = mac(":");
    private static final Shape MAC_BY_HYPHEN = mac("-");
    private static final Shape MAC_BY_DOT = Shape.of("[0-9A-F]{4}.[0-9A-F]{4}.[0-9A-F]{4}");

    private final Shape.Symbols symbols = new Shape.Symbols();

    @Override
    public void recognise(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        int end = scan.tokens().end(token);
        char next = text.at(end);
        if (next == '.' && text.isDigit(start)) {
            int after = version4(text, start);
            if (after > 0) {
                int to = prefixEnd(text, after);
                scan.offer(start, to, EntityKind.IP_ADDRESS, isVersion(scan, token) ? 30 : 95);
            }
        }
        if (isHex(text, start) && (next == ':' || next == '-' || next == '.') && end - start <= 4) {
            mac(scan, start);
        }
        if (next == ':'
                && isHex(text, start)
                && end - start <= 4
                && !text.isAlphanumeric(start - 1)
                && text.at(start - 1) != ':') {
            version6(scan, start);
        }
    }

    /** Looks at two colons that no token begins: {@code ::1}, {@code ::}. */
    void recogniseColons(Scan scan, int place) {
        Text text = scan.text();
        if (!text.isAlphanumeric(place - 1) && text.at(place - 1) != ':') {
            version6(scan, place);
        }
    }

    private static Shape mac(String sign) {
        String pair = "[0-9A-F]{2}";
        return Shape.of(String.join(sign, pair, pair, pair, pair, pair, pair));
    }

    private void mac(Scan scan, int start) {
        char before = scan.text().at(start - 1);
        if (before == ':' || before == '-' || before == '.') {
            return;
        }
        offerMac(scan, start, MAC_BY_COLON.match(scan.text(), start, symbols));
        offerMac(scan, start, MAC_BY_HYPHEN.match(scan.text(), start, symbols));
        offerMac(scan, start, MAC_BY_DOT.match(scan.text(), start, symbols));
    }

    private static void offerMac(Scan scan, int start, int end) {
        if (end != Shape.NO_MATCH
                && !scan.text().isAlphanumeric(end)
                && !((scan.text().at(end) == ':' || scan.text().at(end) == '-')
                        && scan.text().isAlphanumeric(end + 1))) {
            scan.offer(start, end, EntityKind.MAC_ADDRESS, 95);
        }
    }

    private static boolean isVersion(Scan scan, int token) {
        int before = scan.tokens().start(token) - 1;
        return scan.text().folded(before) == 'v';
    }

    /** The place after four numbers up to 255, or -1. */
    private static int version4(Text text, int start) {
        char before = text.at(start - 1);
        if (before == '.' || text.isAlphanumeric(start - 1)) {
            return -1;
        }
        int end = fourNumbers(text, start);
        boolean goesOn = text.isAlphanumeric(end) || text.at(end) == '.' && text.isDigit(end + 1);
        return end < 0 || goesOn ? -1 : end;
    }

    private static int fourNumbers(Text text, int start) {
        int at = start;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && text.at(at++) != '.') {
                return -1;
            }
            int value = 0;
            int digits = 0;
            while (digits < 4 && text.isDigit(at)) {
                value = value * 10 + text.at(at++) - '0';
                digits++;
            }
            if (digits == 0 || digits > 3 || value > 255) {
                return -1;
            }
        }
        return at;
    }

    /** A network's width belongs to it when it can be one. */
    private static int prefixEnd(Text text, int end) {
        if (text.at(end) != '/' || !text.isDigit(end + 1)) {
            return end;
        }
        int at = end + 1;
        int value = 0;
        while (at < end + 5 && text.isDigit(at)) {
            value = value * 10 + text.at(at++) - '0';
        }
        return value <= 128 && !text.isAlphanumeric(at) ? at : end;
    }

    private static void version6(Scan scan, int start) {
        Text text = scan.text();
        int at = start;
        int groups = 0;
        boolean hasGap = false;
        while (at - start < MOST_PLACES) {
            if (text.at(at) == ':') {
                boolean isDouble = text.at(at + 1) == ':';
                if (isDouble && (hasGap || text.at(at + 2) == ':')) {
                    return;
                }
                if (!isDouble && (groups == 0 || !isHex(text, at + 1))) {
                    break;
                }
                hasGap |= isDouble;
                at += isDouble ? 2 : 1;
                if (!isHex(text, at)) {
                    break;
                }
            } else if (!isHex(text, at)) {
                break;
            } else {
                int tail = text.isDigit(at) ? fourNumbers(text, at) : -1;
                if (tail > 0) {
                    groups += 2;
                    at = tail;
                    break;
                }
                int digits = 0;
                while (isHex(text, at) && digits < 5) {
                    at++;
                    digits++;
                }
                if (digits > 4 || text.isAlphanumeric(at)) {
                    return;
                }
                groups++;
                if (text.at(at) != ':') {
                    break;
                }
            }
        }
        offer6(scan, start, at, groups, hasGap);
    }

    private static void offer6(Scan scan, int start, int end, int groups, boolean hasGap) {
        Text text = scan.text();
        boolean isWhole = groups == 8 && !hasGap || hasGap && groups <= 7;
        if (!isWhole || text.isAlphanumeric(end) || text.at(end) == ':' && text.isAlphanumeric(end + 1)) {
            return;
        }
        boolean isEmpty = groups == 0;
        boolean standsFree = !text.isLetter(start - 1) && !text.isLetter(end);
        if (standsFree) {
            scan.offer(start, prefixEnd(text, end), EntityKind.IP_ADDRESS, isEmpty ? 55 : groups == 1 ? 80 : 96);
        }
    }

    private static boolean isHex(Text text, int place) {
        char c = text.folded(place);
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
