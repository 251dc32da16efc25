package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTreeTest {
    private static final class Node extends TreeNode {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void shouldFindTheSameNodesAsAScanAfterRandomChanges(int seed) {
        Random random = new Random(seed);
        int words = 1 + seed % 3;
        SignatureTree tree = new SignatureTree(words, true);
        List<TreeNode> model = new ArrayList<>();
        for (int step = 0; step < 4_000; step++) {
            int choice = random.nextInt(10);
            if (choice < 5 && model.size() < 300 || model.isEmpty()) {
                Node node = node(random, words, step);
                tree.insert(node);
                model.add(node);
            } else if (choice < 9) {
                TreeNode node = model.remove(random.nextInt(model.size()));
                tree.remove(node);
                assertThat(node.tree).isNull();
            } else {
                TreeNode node = model.get(random.nextInt(model.size()));
                node.bits[random.nextInt(words)] ^= 1L << random.nextInt(Long.SIZE);
                tree.bitsChanged(node);
            }
            model.sort((one, other) -> one == other ? 0 : one.isBefore(other) ? -1 : 1);
            assertThat(TreeChecks.nodes(tree)).isEqualTo(model);
            long[] mask = new long[words];
            mask[random.nextInt(words)] = 1L << random.nextInt(Long.SIZE) | 1L << random.nextInt(Long.SIZE);
            compareWalk(tree, model, mask, words);
            compareRank(tree, model, node(random, words, step));
        }
    }

    private static Node node(Random random, int words, int step) {
        Node node = new Node();
        node.key0 = random.nextInt(3);
        node.key1 = random.nextInt(3);
        node.key2 = random.nextInt(3);
        node.key3 = random.nextInt(3);
        node.key4 = step;
        node.bits = new long[words];
        for (int bit = 0; bit < 3; bit++) {
            node.bits[random.nextInt(words)] |= 1L << random.nextInt(Long.SIZE);
        }
        return node;
    }

    private static void compareRank(SignatureTree tree, List<TreeNode> model, TreeNode probe) {
        probe.key3 = 0;
        probe.key4 = -1;
        long before = model.stream().filter(node -> node.isBefore(probe)).count();
        assertThat(tree.rank(probe.key0, probe.key1, probe.key2)).isEqualTo((int) before);
    }

    private static void compareWalk(SignatureTree tree, List<TreeNode> model, long[] mask, int words) {
        @Nullable TreeNode found = tree.first(mask);
        for (TreeNode node : model) {
            if (node.meets(mask, words)) {
                assertThat(found).isSameAs(node);
                found = tree.next(node, mask);
            }
        }
        assertThat(found).isNull();
    }
}
