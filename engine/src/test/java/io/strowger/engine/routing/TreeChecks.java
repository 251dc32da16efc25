package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a tree from the inside. */
final class TreeChecks {
    private TreeChecks() {}

    /** The nodes in their order; fails when the tree is out of order, unbalanced, or tells wrong bits. */
    static List<TreeNode> nodes(SignatureTree tree) {
        List<TreeNode> nodes = new ArrayList<>();
        collect(tree, tree.root(), null, nodes);
        assertThat(nodes).hasSize(tree.size());
        for (int index = 1; index < nodes.size(); index++) {
            assertThat(nodes.get(index - 1).isBefore(nodes.get(index)))
                    .as("order")
                    .isTrue();
        }
        return nodes;
    }

    private static void collect(
            SignatureTree tree, @Nullable TreeNode node, @Nullable TreeNode parent, List<TreeNode> into) {
        if (node == null) {
            return;
        }
        assertThat(node.parent).isSameAs(parent);
        assertThat(node.tree).isSameAs(tree);
        collect(tree, node.left, node, into);
        into.add(node);
        collect(tree, node.right, node, into);
        assertThat(Math.abs(height(node.left) - height(node.right)))
                .as("balance")
                .isLessThan(2);
        assertThat(node.height).isEqualTo(1 + Math.max(height(node.left), height(node.right)));
        for (int word = 0; word < tree.words(); word++) {
            long union = node.bits[word];
            union |= node.left == null ? 0 : node.left.union[word];
            union |= node.right == null ? 0 : node.right.union[word];
            assertThat(node.union[word]).as("bits").isEqualTo(union);
        }
    }

    private static int height(@Nullable TreeNode node) {
        return node == null ? 0 : node.height;
    }
}
