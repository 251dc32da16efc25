package io.strowger.models.privacy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Wallets: Bitcoin's Base58Check (two rounds of SHA-256) and Bech32 (BIP 173 and 350, a polynomial), and Ethereum's 40
 * hexadecimal digits. Hashing allocates a little, for a word that has the form of an address only.
 */
final class CryptoRecogniser implements Recogniser {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int[] BECH32_PREFIX = {'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31};
    private static final int BECH32M = 0x2bc830a3;
    private static final int DECODED_BYTES = 25;

    private final byte[] decoded = new byte[DECODED_BYTES];
    private final MessageDigest sha256 = sha256();

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        Text text = scan.text();
        int length = tokens.length(token);
        int start = tokens.start(token);
        int end = tokens.end(token);
        if (tokens.shape(token) != Tokens.MIXED || length < 26 || length > 90) {
            return;
        }
        char first = text.at(start);
        boolean isFound = length <= 35 && (first == '1' || first == '3') && isBase58(text, start, end)
                || text.folded(start) == 'b'
                        && text.folded(start + 1) == 'c'
                        && text.at(start + 2) == '1'
                        && isBech32(text, start, end)
                || length == 42 && first == '0' && text.folded(start + 1) == 'x' && isHexadecimal(text, start + 2, end);
        if (isFound) {
            scan.offer(start, end, EntityKind.CRYPTO, 97);
        }
    }

    private boolean isBase58(Text text, int start, int end) {
        Arrays.fill(decoded, (byte) 0);
        for (int i = start; i < end; i++) {
            int carry = BASE58.indexOf(text.at(i));
            if (carry < 0) {
                return false;
            }
            for (int j = DECODED_BYTES - 1; j >= 0; j--) {
                carry += (decoded[j] & 0xFF) * 58;
                decoded[j] = (byte) carry;
                carry >>>= 8;
            }
            if (carry != 0) {
                return false;
            }
        }
        sha256.update(decoded, 0, 21);
        byte[] hash = sha256.digest(sha256.digest());
        return Arrays.equals(hash, 0, 4, decoded, 21, 25);
    }

    private static boolean isBech32(Text text, int start, int end) {
        int sum = 1;
        for (int i = start; i < end; i++) {
            boolean isPrefix = i < start + 2;
            if (i == start + 2) {
                sum = expandPrefix();
                continue;
            }
            int value = isPrefix ? 0 : BECH32.indexOf(text.folded(i));
            if (value < 0) {
                return false;
            }
            if (!isPrefix) {
                sum = step(sum, value);
            }
        }
        return sum == 1 || sum == BECH32M;
    }

    /** The human-readable part {@code bc}. */
    private static int expandPrefix() {
        int sum = 1;
        for (int value : BECH32_PREFIX) {
            sum = step(sum, value);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1FFFFFF) << 5 ^ value;
        for (int i = 0; i < 5; i++) {
            next ^= (top >>> i & 1) != 0 ? GENERATOR[i] : 0;
        }
        return next;
    }

    private static boolean isHexadecimal(Text text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.folded(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
