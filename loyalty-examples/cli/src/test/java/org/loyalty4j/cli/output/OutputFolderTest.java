package org.loyalty4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path root;

    /** Every file below the root with its content. */
    private TreeMap<String, String> tree() throws IOException {
        TreeMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(p -> !p.equals(root)).toList()) {
                tree.put(root.relativize(path).toString(), Files.isDirectory(path) ? "" : Files.readString(path));
            }
        }
        return tree;
    }

    @Test
    void aNewFolderAppearsWhole() throws IOException {
        Path target = root.resolve("a/b");
        try (OutputFolder output = OutputFolder.open(target)) {
            Files.writeString(output.file("one.csv"), "1");
            assertThat(target).doesNotExist();
            output.commit();
        }
        assertThat(tree()).hasToString("{a=, a/b=, a/b/one.csv=1}");
    }

    @Test
    void aFailedRunLeavesNothing() throws IOException {
        try (OutputFolder output = OutputFolder.open(root.resolve("out"))) {
            Files.writeString(output.file("one.csv"), "1");
        }
        assertThat(tree()).isEmpty();
    }

    @Test
    void replacesItsOwnFilesAndKeepsOthers() throws IOException {
        Files.writeString(root.resolve("one.csv"), "old");
        Files.writeString(root.resolve("notes.txt"), "mine");
        try (OutputFolder output = OutputFolder.open(root)) {
            Files.writeString(output.file("one.csv"), "new");
            Files.writeString(output.file("two.csv"), "new");
            output.commit();
        }
        assertThat(tree()).hasToString("{notes.txt=mine, one.csv=new, two.csv=new}");
    }

    @Test
    void aFailedRunLeavesTheOldFiles() throws IOException {
        Files.writeString(root.resolve("one.csv"), "old");
        try (OutputFolder output = OutputFolder.open(root)) {
            Files.writeString(output.file("one.csv"), "new");
        }
        assertThat(tree()).hasToString("{one.csv=old}");
    }

    @Test
    void putsTheOldFilesBackWhenMovingFails() throws IOException {
        Path results = Files.createDirectory(root.resolve("results"));
        Path old = Files.createDirectory(root.resolve("old"));
        Path target = Files.createDirectory(root.resolve("target"));
        Files.writeString(target.resolve("a.csv"), "old");
        Files.writeString(target.resolve("c.csv"), "old");
        Files.writeString(results.resolve("a.csv"), "new");
        Files.writeString(results.resolve("b.csv"), "new");
        List<Path> moved =
                Stream.of("a.csv", "b.csv", "c.csv").map(results::resolve).toList();

        assertThatThrownBy(() -> OutputFolder.replace(moved, old, target)).isInstanceOf(IOException.class);

        assertThat(tree()).hasToString("{old=, results=, target=, target/a.csv=old, target/c.csv=old}");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        assertThatThrownBy(() -> OutputFolder.open(file))
                .isInstanceOf(OutputException.class)
                .hasMessage(file + ": is a file, expected a folder or a name for a new one");
        assertThatThrownBy(() -> OutputFolder.open(file.resolve("out")))
                .isInstanceOf(OutputException.class)
                .hasMessage(file.resolve("out") + ": " + file + " is a file, expected a folder");
    }

    @Test
    void doesNotReplaceWhatIsRead() throws IOException {
        Path input = Files.writeString(root.resolve("customers.csv"), "in");
        try (OutputFolder output = OutputFolder.open(root)) {
            assertThatThrownBy(() -> output.protect(List.of("customers.csv"), List.of(input)))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(input + ": is read and would be replaced, expected another --out");
            output.protect(List.of("summary.json"), List.of(input, root.resolve("absent")));
        }
    }

    @Test
    void aFullDiskIsOneLineAndLeavesNothing() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setMaxSize(64 << 10)
                .setBlockSize(1 << 10)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Path target = disk.getPath("/work/out");
            try (OutputFolder output = OutputFolder.open(target)) {
                IOException full = org.assertj.core.api.Assertions.catchThrowableOfType(
                        IOException.class, () -> Files.write(output.file("big"), new byte[128 << 10]));
                assertThat(OutputException.of(target, full)).hasMessageStartingWith("/work/out: cannot be written: ");
            }
            assertThat(target).doesNotExist();
            try (Stream<Path> left = Files.list(disk.getPath("/work"))) {
                assertThat(left).noneMatch(path -> path.toString().contains("tmp"));
            }
        }
    }

    @Test
    void saysThatTheDiskIsFull() {
        assertThat(OutputException.of(root, new IOException("No space left on device")))
                .hasMessage(root + ": cannot be written: the disk is full");
        assertThat(OutputException.of(root, new java.nio.file.AccessDeniedException(root.toString())))
                .hasMessage(root + ": cannot be written: permission denied");
        assertThat(OutputException.of(root, new java.nio.file.NoSuchFileException(root.toString())))
                .hasMessage(root + ": cannot be written: the folder does not exist and cannot be made");
        assertThat(OutputException.of(root, new java.nio.file.FileSystemException("a", null, "Read-only file system")))
                .hasMessage(root + ": cannot be written: Read-only file system");
    }
}
