package io.strowger.engine.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;

/** The items of a list that is written out in a condition. */
final class Literals {
    private final List<String> texts = new ArrayList<>();
    private final List<Long> wholes = new ArrayList<>();
    private final List<Double> reals = new ArrayList<>();

    /**
     * Adds an item.
     *
     * @throws RefusedException when it is not a text or a number, or not written out
     */
    void add(CelExpr item) {
        CelConstant constant = constant(item);
        switch (constant.getKind()) {
            case STRING_VALUE -> texts.add(constant.stringValue());
            case INT64_VALUE -> wholes.add(constant.int64Value());
            case DOUBLE_VALUE -> reals.add(constant.doubleValue());
            default -> throw refused(item);
        }
    }

    List<String> texts() {
        return texts;
    }

    long[] wholes() {
        return wholes.stream().mapToLong(Long::longValue).toArray();
    }

    double[] reals() {
        return reals.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static CelConstant constant(CelExpr item) {
        if (item.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            throw refused(item);
        }
        return item.constant();
    }

    private static RefusedException refused(CelExpr item) {
        return new RefusedException(item.id(), "a list can only hold texts and numbers that are written out", "");
    }
}
