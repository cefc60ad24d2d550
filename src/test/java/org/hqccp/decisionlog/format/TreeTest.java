package org.hqccp.decisionlog.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree of RFC 6962, with the vectors its authors published, and exhaustively where it is small. */
class TreeTest {
    private static final int EXHAUSTIVE = 300;
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void thePublishedRoots() {
        KeptTree tree = new KeptTree();
        assertThat(hex(tree.frontier.root())).isEqualTo(ROOTS.get(0));
        for (int size = 1; size < ROOTS.size(); size++) {
            tree.add(TreeHash.leaf(HexFormat.of().parseHex(INPUTS.get(size - 1))));
            assertThat(hex(tree.frontier.root())).isEqualTo(ROOTS.get(size));
            assertThat(hex(tree.proofs().root(size))).isEqualTo(ROOTS.get(size));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c= Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
        "5, 8, vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms= yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
        "2, 3, +sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
        "1, 5, bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0= Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
    })
    void thePublishedInclusionProofs(int index, int size, String path) {
        assertThat(base64(published().proofs().inclusion(index, size))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c= Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
        "6, 8, DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o= yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
        "2, 5, Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
        "6, 7, DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o= sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
    })
    void thePublishedConsistencyProofs(int older, int newer, String path) {
        assertThat(base64(published().proofs().consistency(older, newer))).isEqualTo(path);
    }

    @Test
    void everyProofOfEveryTreeOfAtMost300LeavesHolds() {
        KeptTree tree = KeptTree.of(EXHAUSTIVE);
        List<byte[]> roots = new ArrayList<>();
        for (int size = 0; size <= EXHAUSTIVE; size++) {
            roots.add(tree.proofs().root(size));
        }
        for (int size = 1; size <= EXHAUSTIVE; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> path = tree.proofs().inclusion(index, size);
                if (!ProofCheck.included(tree.leaf(index), index, size, path, roots.get(size))) {
                    throw new AssertionError("leaf " + index + " of " + size);
                }
            }
            for (int older = 0; older <= size; older++) {
                List<byte[]> path = tree.proofs().consistency(older, size);
                if (!ProofCheck.consistent(older, roots.get(older), size, roots.get(size), path)) {
                    throw new AssertionError("from " + older + " to " + size);
                }
            }
        }
    }

    @Test
    void theRootIsTheSameAsThatOfTheDefinition() {
        KeptTree tree = KeptTree.of(EXHAUSTIVE);
        for (int size = 1; size <= EXHAUSTIVE; size++) {
            assertThat(tree.proofs().root(size)).isEqualTo(defined(tree, 0, size));
        }
    }

    @Test
    void proofsOfLargeTreesHoldAndAnyOtherLeafPlaceSizeHashOrRootDoesNot() {
        long seed = 6962;
        SplittableRandom random = new SplittableRandom(seed);
        KeptTree tree = KeptTree.of(50_000);
        for (int i = 0; i < 500; i++) {
            int size = random.nextInt(2, 50_001);
            int index = random.nextInt(size);
            int older = random.nextInt(1, size);
            byte[] root = tree.proofs().root(size);
            byte[] olderRoot = tree.proofs().root(older);
            List<byte[]> path = tree.proofs().inclusion(index, size);
            List<byte[]> growth = tree.proofs().consistency(older, size);
            String as = "seed " + seed + ", round " + i + ": " + index + " of " + size + ", from " + older;

            assertThat(ProofCheck.included(tree.leaf(index), index, size, path, root))
                    .as(as)
                    .isTrue();
            assertThat(ProofCheck.consistent(older, olderRoot, size, root, growth))
                    .as(as)
                    .isTrue();
            assertThat(ProofCheck.included(tree.leaf(index), index, size, path, flipped(root, random)))
                    .isFalse();
            assertThat(ProofCheck.included(flipped(tree.leaf(index), random), index, size, path, root))
                    .isFalse();
            assertThat(ProofCheck.included(tree.leaf(index), index, size, broken(path, random), root))
                    .isFalse();
            assertThat(ProofCheck.included(tree.leaf(index), (index + 1) % size, size, path, root))
                    .isFalse();
            assertThat(ProofCheck.consistent(older, flipped(olderRoot, random), size, root, growth))
                    .isFalse();
            assertThat(ProofCheck.consistent(older, olderRoot, size, flipped(root, random), growth))
                    .isFalse();
            assertThat(ProofCheck.consistent(older, olderRoot, size, root, broken(growth, random)))
                    .isFalse();
        }
    }

    @Test
    void aFrontierIsRebuiltFromTheStoredNodes() {
        KeptTree tree = KeptTree.of(EXHAUSTIVE);
        for (int size = 0; size <= EXHAUSTIVE; size++) {
            Frontier rebuilt = Frontier.of(size, tree);
            assertThat(rebuilt.root()).isEqualTo(tree.proofs().root(size));
            if (size < EXHAUSTIVE) {
                rebuilt.add(tree.leaf(size));
                assertThat(rebuilt.root()).isEqualTo(tree.proofs().root(size + 1));
            }
        }
    }

    private static byte[] defined(KeptTree tree, int from, int to) {
        if (to - from == 1) {
            return tree.leaf(from);
        }
        int left = Integer.highestOneBit(to - from - 1);
        return TreeHash.node(defined(tree, from, from + left), defined(tree, from + left, to));
    }

    private static KeptTree published() {
        KeptTree tree = new KeptTree();
        INPUTS.forEach(input -> tree.add(TreeHash.leaf(HexFormat.of().parseHex(input))));
        return tree;
    }

    /** A path with a bit flipped, a hash too few, or one too many. */
    private static List<byte[]> broken(List<byte[]> path, SplittableRandom random) {
        List<byte[]> broken = new ArrayList<>(path);
        int at = path.isEmpty() ? 0 : random.nextInt(path.size());
        switch (path.isEmpty() ? 2 : random.nextInt(3)) {
            case 0 -> broken.set(at, flipped(path.get(at), random));
            case 1 -> broken.remove(at);
            default -> broken.add(at, TreeHash.empty());
        }
        return broken;
    }

    private static byte[] flipped(byte[] hash, SplittableRandom random) {
        byte[] flipped = hash.clone();
        flipped[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static String base64(List<byte[]> path) {
        Stream<String> hashes = path.stream().map(Base64.getEncoder()::encodeToString);
        return String.join(" ", hashes.toList());
    }

    /** A tree whose nodes are kept as the log keeps them: each with the leaf that completes it. */
    private static final class KeptTree implements Nodes<RuntimeException> {
        private final Frontier frontier = new Frontier();
        private final List<List<byte[]>> completed = new ArrayList<>();

        static KeptTree of(int size) {
            KeptTree tree = new KeptTree();
            for (int i = 0; i < size; i++) {
                tree.add(TreeHash.leaf(("leaf " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
            return tree;
        }

        void add(byte[] leafHash) {
            completed.add(frontier.add(leafHash));
        }

        byte[] leaf(int index) {
            return completed.get(index).get(0);
        }

        Proofs<RuntimeException> proofs() {
            return new Proofs<>(this);
        }

        @Override
        public byte[] node(int level, long index) {
            return completed.get((int) (((index + 1) << level) - 1)).get(level);
        }
    }
}
