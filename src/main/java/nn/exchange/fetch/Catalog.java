package nn.exchange.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.data.ClassNames;

/**
 * The data sets that can be fetched, with the checksums that their makers, or torchvision for them, published.
 *
 * @param sets by their names in the order of a list
 */
public record Catalog(List<PublishedSet> sets) {

    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    public Catalog {
        sets = List.copyOf(sets);
    }

    /** The set with this name. */
    public Optional<PublishedSet> find(String name) {
        return sets.stream().filter(set -> set.name().equals(name)).findAny();
    }

    /** The names of all sets. */
    public List<String> names() {
        return sets.stream().map(PublishedSet::name).toList();
    }

    /** The published sets. */
    public static Catalog published() {
        return new Catalog(List.of(
                likeMnist(
                        "mnist",
                        "handwritten digits, 28 x 28",
                        List.of(
                                "https://ossci-datasets.s3.amazonaws.com/mnist/",
                                "https://storage.googleapis.com/cvdf-datasets/mnist/",
                                "http://yann.lecun.com/exdb/mnist/"),
                        List.of(
                                "f68b3c2dcbeaaa9fbdd348bbdeb94873",
                                "d53e105ee54ea40749a09fcbcd1e9432",
                                "9fb629c4189551a2d022fa330f9573f3",
                                "ec29112dd5afa0611ce80d1b7f02629c"),
                        Optional.empty(),
                        true),
                likeMnist(
                        "fashion-mnist",
                        "clothes in ten classes, 28 x 28",
                        List.of("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
                        List.of(
                                "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
                                "25c81989df183df01b3e8a0aad5dffbe",
                                "bef4ecab320f06d8554ea6380940ec79",
                                "bb300cfdad3c16e7a12a480ee83cd310"),
                        Optional.of(ClassNames.of(List.of(
                                "T-shirt/top",
                                "trouser",
                                "pullover",
                                "dress",
                                "coat",
                                "sandal",
                                "shirt",
                                "sneaker",
                                "bag",
                                "ankle boot"))),
                        false),
                likeMnist(
                        "kmnist",
                        "cursive Japanese characters in ten classes, 28 x 28",
                        List.of("http://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
                        List.of(
                                "bdb82020997e1d708af4cf47b453dcf7",
                                "e144d726b3acfaa3e44228e80efcd344",
                                "5c965bf0a639b31b8f53240b1b52f4d7",
                                "7320c461ea6c1c855c0b718fb2a4b134"),
                        Optional.of(ClassNames.of(List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"))),
                        false),
                emnist("digits", "280,000 handwritten digits, 28 x 28", ClassNames.of(DIGITS), true),
                emnist(
                        "letters",
                        "handwritten letters in 26 classes, 28 x 28",
                        ClassNames.from(1, letters('a', 'z')),
                        false),
                emnist(
                        "balanced",
                        "handwritten digits and letters in 47 classes, 28 x 28",
                        ClassNames.of(Stream.of(
                                        DIGITS,
                                        letters('A', 'Z'),
                                        List.of("a", "b", "d", "e", "f", "g", "h", "n", "q", "r", "t"))
                                .flatMap(List::stream)
                                .toList()),
                        false),
                new PublishedSet(
                        "qmnist",
                        "MNIST's digits with 50,000 more to test, 28 x 28",
                        "qmnist",
                        List.of("https://raw.githubusercontent.com/facebookresearch/qmnist/master/"),
                        List.of(
                                PublishedFile.of(
                                        "qmnist-train-images-idx3-ubyte.gz", "ed72d4157d28c017586c42bc6afe6370"),
                                PublishedFile.of("qmnist-train-labels-idx2-int.gz", "0058f8dd561b90ffdd0f734c6a30e5e4"),
                                PublishedFile.of(
                                        "qmnist-test-images-idx3-ubyte.gz", "1394631089c404de565df7b7aeaf9412"),
                                PublishedFile.of("qmnist-test-labels-idx2-int.gz", "5b5b05890a5e13444e108efe57b788aa")),
                        Unpacking.copying("qmnist-"),
                        Optional.of(ClassNames.of(DIGITS)),
                        true),
                new PublishedSet(
                        "usps",
                        "digits from envelopes, 16 x 16",
                        "usps",
                        List.of("https://www.csie.ntu.edu.tw/~cjlin/libsvmtools/datasets/multiclass/"),
                        List.of(
                                PublishedFile.of("usps.bz2", "ec16c51db3855ca6c91edd34d0e9b197"),
                                PublishedFile.of("usps.t.bz2", "8ea070ee2aca1ac39742fdd1ef5ed118")),
                        new UspsText("usps.bz2", "usps.t.bz2"),
                        Optional.of(ClassNames.of(DIGITS)),
                        true)));
    }

    /** A set in files of MNIST's names. */
    private static PublishedSet likeMnist(
            String name,
            String title,
            List<String> mirrors,
            List<String> md5,
            Optional<ClassNames> classes,
            boolean digits) {
        List<PublishedFile> files = new ArrayList<>();
        for (String part : List.of(
                "train-images-idx3-ubyte.gz",
                "train-labels-idx1-ubyte.gz",
                "t10k-images-idx3-ubyte.gz",
                "t10k-labels-idx1-ubyte.gz")) {
            files.add(PublishedFile.of(part, md5.get(files.size())));
        }
        return new PublishedSet(name, title, name, mirrors, files, Unpacking.copying(""), classes, digits);
    }

    private static PublishedSet emnist(String split, String title, ClassNames classes, boolean digits) {
        return new PublishedSet(
                "emnist-" + split,
                title,
                "emnist",
                List.of(
                        "https://biometrics.nist.gov/cs_links/EMNIST/",
                        "https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/"),
                List.of(PublishedFile.of("gzip.zip", "58c8d27c78d21e728a6bc7b3cc06412e")),
                new EmnistArchive("gzip.zip", split),
                Optional.of(classes),
                digits);
    }

    private static List<String> letters(char first, char last) {
        return IntStream.rangeClosed(first, last).mapToObj(Character::toString).toList();
    }
}
