package io.strowger.engine.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, least significant byte first: the byte order of every format of the engine. */
public final class LittleEndian {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    public static short shortAt(byte[] array, int index) {
        return (short) SHORT.get(array, index);
    }

    public static int intAt(byte[] array, int index) {
        return (int) INT.get(array, index);
    }

    public static long longAt(byte[] array, int index) {
        return (long) LONG.get(array, index);
    }

    public static void putShort(byte[] array, int index, short value) {
        SHORT.set(array, index, value);
    }

    public static void putInt(byte[] array, int index, int value) {
        INT.set(array, index, value);
    }

    public static void putLong(byte[] array, int index, long value) {
        LONG.set(array, index, value);
    }
}
