package io.strowger.engine.routing;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link SignatureTree} holds. The tree's links and keys are part of the object, so that entering and leaving a
 * tree allocates nothing. A node is in one tree at most; its keys and its bits may change only while it is in none, or,
 * for the bits, if {@link SignatureTree#bitsChanged} is called next.
 */
abstract class TreeNode {
    static final long[] NO_BITS = {};

    @Nullable
    SignatureTree tree;

    @Nullable
    TreeNode parent;

    @Nullable
    TreeNode left;

    @Nullable
    TreeNode right;

    int height;

    /** This node and all below it, in a tree that counts. */
    int count;

    /** The keys, the first one counts most. */
    long key0;

    long key1;
    long key2;
    long key3;
    long key4;

    /** Numbers of the signatures that this node stands for; shared, not owned. At least as long as the tree is wide. */
    long[] bits = NO_BITS;

    /** The bits of this node and of all below it. */
    long[] union = NO_BITS;

    /** Whether it stands before another node. */
    final boolean isBefore(TreeNode other) {
        if (key0 != other.key0) {
            return key0 < other.key0;
        }
        if (key1 != other.key1) {
            return key1 < other.key1;
        }
        if (key2 != other.key2) {
            return key2 < other.key2;
        }
        if (key3 != other.key3) {
            return key3 < other.key3;
        }
        return key4 < other.key4;
    }

    /** Whether it has one of these bits. */
    final boolean meets(long[] mask, int words) {
        return intersects(bits, mask, words);
    }

    /** Whether it, or a node below it, has one of these bits. */
    final boolean leadsTo(long[] mask, int words) {
        return intersects(union, mask, words);
    }

    private static boolean intersects(long[] one, long[] other, int words) {
        for (int word = 0; word < words; word++) {
            if ((one[word] & other[word]) != 0) {
                return true;
            }
        }
        return false;
    }
}
