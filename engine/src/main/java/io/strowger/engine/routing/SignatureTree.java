package io.strowger.engine.routing;

import org.jspecify.annotations.Nullable;

/**
 * A balanced (AVL) search tree of {@link TreeNode}s in the order of their keys, which finds the first node that has one of
 * some bits: each node knows the bits below it, so that whole subtrees are passed over and the search takes a number of
 * steps that grows with the tree's height only. Its shape depends on the sequence of changes, its answers do not. Owned by
 * the deciding thread; allocates only when a node meets a wider tree than before.
 */
final class SignatureTree {
    private final int words;
    private final boolean counts;
    private @Nullable TreeNode root;
    private int size;

    /** @param words 64-bit words of the bit sets */
    SignatureTree(int words) {
        this(words, false);
    }

    /**
     * A tree that may be asked for positions.
     *
     * @param words 64-bit words of the bit sets
     * @param counts whether it keeps the numbers of nodes that {@link #at} and {@link #rank} need
     */
    SignatureTree(int words, boolean counts) {
        this.words = words;
        this.counts = counts;
    }

    int words() {
        return words;
    }

    int size() {
        return size;
    }

    /** The top of the tree, for tests of its shape. */
    @Nullable
    TreeNode root() {
        return root;
    }

    /** Adds a node whose keys no other node has. */
    void insert(TreeNode node) {
        if (node.union.length < words) {
            node.union = new long[words];
        }
        node.left = null;
        node.right = null;
        node.tree = this;
        size++;
        TreeNode parent = null;
        TreeNode next = root;
        boolean before = false;
        while (next != null) {
            parent = next;
            before = node.isBefore(next);
            next = before ? next.left : next.right;
        }
        node.parent = parent;
        if (parent == null) {
            root = node;
        } else if (before) {
            parent.left = node;
        } else {
            parent.right = node;
        }
        refresh(node);
        retrace(parent, null);
    }

    /** Takes a node of this tree out. */
    void remove(TreeNode node) {
        TreeNode left = node.left;
        TreeNode right = node.right;
        size--;
        if (left != null && right != null) {
            removeInner(node, left, right);
        } else {
            TreeNode child = left != null ? left : right;
            replace(node, child);
            retrace(node.parent, null);
        }
        node.tree = null;
        node.parent = null;
        node.left = null;
        node.right = null;
    }

    /** Must be called when the bits of a node of this tree have changed. */
    void bitsChanged(TreeNode node) {
        retrace(node, null);
    }

    /** Adds the bits of all nodes to a set of the tree's width. */
    void addUnion(long[] bits) {
        TreeNode top = root;
        for (int word = 0; top != null && word < words; word++) {
            bits[word] |= top.union[word];
        }
    }

    /** The first node of all that has one of these bits, or null. */
    @Nullable
    TreeNode first(long[] mask) {
        return first(root, mask);
    }

    /** The first node behind a node of this tree that has one of these bits, or null. */
    @Nullable
    TreeNode next(TreeNode after, long[] mask) {
        TreeNode found = first(after.right, mask);
        if (found != null) {
            return found;
        }
        TreeNode node = after;
        TreeNode parent = node.parent;
        while (parent != null) {
            if (parent.left == node) {
                if (parent.meets(mask, words)) {
                    return parent;
                }
                found = first(parent.right, mask);
                if (found != null) {
                    return found;
                }
            }
            node = parent;
            parent = node.parent;
        }
        return null;
    }

    /** The first node that has at least this first key and one of these bits, or null. */
    @Nullable
    TreeNode firstFrom(long key0, long[] mask) {
        return firstFrom(root, key0, mask);
    }

    private @Nullable TreeNode firstFrom(@Nullable TreeNode top, long key0, long[] mask) {
        TreeNode node = top;
        while (node != null && node.key0 < key0) {
            node = node.right;
        }
        if (node == null || !node.leadsTo(mask, words)) {
            return null;
        }
        TreeNode found = firstFrom(node.left, key0, mask);
        if (found != null) {
            return found;
        }
        return node.meets(mask, words) ? node : first(node.right, mask);
    }

    /** How many nodes have a smaller first key; only of a tree that counts. */
    int rank(long key0) {
        int rank = 0;
        TreeNode node = root;
        while (node != null) {
            if (node.key0 < key0) {
                rank += count(node.left) + 1;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return rank;
    }

    /** How many nodes come before these first three keys; only of a tree that counts. */
    int rank(long key0, long key1, long key2) {
        int rank = 0;
        TreeNode node = root;
        while (node != null) {
            if (isBefore(node, key0, key1, key2)) {
                rank += count(node.left) + 1;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return rank;
    }

    private static boolean isBefore(TreeNode node, long key0, long key1, long key2) {
        if (node.key0 != key0) {
            return node.key0 < key0;
        }
        return node.key1 != key1 ? node.key1 < key1 : node.key2 < key2;
    }

    /** The node before which there are so many; only of a tree that counts and has it. */
    TreeNode at(int position) {
        int left = position;
        TreeNode node = root;
        while (node != null) {
            int before = count(node.left);
            if (left == before) {
                return node;
            }
            if (left < before) {
                node = node.left;
            } else {
                left -= before + 1;
                node = node.right;
            }
        }
        throw new IndexOutOfBoundsException(position);
    }

    private @Nullable TreeNode first(@Nullable TreeNode top, long[] mask) {
        TreeNode node = top;
        if (node == null || !node.leadsTo(mask, words)) {
            return null;
        }
        while (node != null) {
            TreeNode left = node.left;
            if (left != null && left.leadsTo(mask, words)) {
                node = left;
            } else if (node.meets(mask, words)) {
                return node;
            } else {
                node = node.right;
            }
        }
        return null;
    }

    private void removeInner(TreeNode node, TreeNode left, TreeNode right) {
        TreeNode heir = right;
        while (heir.left != null) {
            heir = heir.left;
        }
        TreeNode start = heir;
        TreeNode heirParent = heir.parent;
        if (heir != right && heirParent != null) {
            start = heirParent;
            replace(heir, heir.right);
            heir.right = right;
            right.parent = heir;
        }
        heir.left = left;
        left.parent = heir;
        replace(node, heir);
        // What stood here before is what the way up compares with.
        heir.height = node.height;
        heir.count = node.count;
        System.arraycopy(node.union, 0, heir.union, 0, words);
        retrace(start, heir);
    }

    /** Puts another subtree where a node hangs. */
    private void replace(TreeNode node, @Nullable TreeNode by) {
        TreeNode parent = node.parent;
        if (parent == null) {
            root = by;
        } else if (parent.left == node) {
            parent.left = by;
        } else {
            parent.right = by;
        }
        if (by != null) {
            by.parent = parent;
        }
    }

    /** Goes up from a node and mends heights, bits and balance until nothing changes; at least beyond {@code until}. */
    private void retrace(@Nullable TreeNode from, @Nullable TreeNode until) {
        boolean forced = until != null;
        TreeNode node = from;
        while (node != null) {
            boolean changed = refresh(node);
            if (node == until) {
                forced = false;
            }
            int balance = height(node.left) - height(node.right);
            if (balance > 1 || balance < -1) {
                node = rebalance(node, balance);
                changed = true;
            }
            if (!changed && !forced) {
                return;
            }
            node = node.parent;
        }
    }

    private TreeNode rebalance(TreeNode node, int balance) {
        TreeNode left = node.left;
        TreeNode right = node.right;
        if (balance > 1 && left != null) {
            if (height(left.left) < height(left.right)) {
                rotateLeft(left);
            }
            return rotateRight(node);
        }
        if (right != null && height(right.right) < height(right.left)) {
            rotateRight(right);
        }
        return rotateLeft(node);
    }

    private TreeNode rotateLeft(TreeNode node) {
        TreeNode top = node.right;
        if (top == null) {
            return node;
        }
        TreeNode moved = top.left;
        replace(node, top);
        node.right = moved;
        if (moved != null) {
            moved.parent = node;
        }
        top.left = node;
        node.parent = top;
        refresh(node);
        refresh(top);
        return top;
    }

    private TreeNode rotateRight(TreeNode node) {
        TreeNode top = node.left;
        if (top == null) {
            return node;
        }
        TreeNode moved = top.right;
        replace(node, top);
        node.left = moved;
        if (moved != null) {
            moved.parent = node;
        }
        top.right = node;
        node.parent = top;
        refresh(node);
        refresh(top);
        return top;
    }

    /** Computes a node's height and bits from its children; whether one of them changed. */
    private boolean refresh(TreeNode node) {
        TreeNode left = node.left;
        TreeNode right = node.right;
        int height = 1 + Math.max(height(left), height(right));
        boolean changed = height != node.height;
        node.height = height;
        if (counts) {
            int count = 1 + count(left) + count(right);
            changed |= count != node.count;
            node.count = count;
        }
        for (int word = 0; word < words; word++) {
            long bits = node.bits[word];
            if (left != null) {
                bits |= left.union[word];
            }
            if (right != null) {
                bits |= right.union[word];
            }
            changed |= bits != node.union[word];
            node.union[word] = bits;
        }
        return changed;
    }

    private static int count(@Nullable TreeNode node) {
        return node == null ? 0 : node.count;
    }

    private static int height(@Nullable TreeNode node) {
        return node == null ? 0 : node.height;
    }
}
