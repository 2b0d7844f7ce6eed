package org.loyalty4j.cli.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The folder of the results. Everything is written into a temporary folder first and moved into place by
 * {@link #commit()}; closing without that removes it. A new folder appears at once and whole. In a folder that exists,
 * files of the same names are replaced, all or none, and all others are kept.
 */
public final class OutputFolder implements AutoCloseable {
    private static final String OLD = ".old";

    private final Path target;
    private final Path temporary;
    private final boolean fresh;
    private final Thread cleaner = new Thread(this::removeTemporary, "loyalty-cleaner");

    private OutputFolder(Path target, Path temporary, boolean fresh) {
        this.target = target;
        this.temporary = temporary;
        this.fresh = fresh;
    }

    /**
     * Makes ready to write results.
     *
     * @param target the folder of the results, which may exist
     * @return the folder
     * @throws OutputException if nothing can be written there
     */
    public static OutputFolder open(Path target) {
        try {
            boolean fresh = !Files.exists(target);
            if (!fresh && !Files.isDirectory(target)) {
                throw OutputException.of(target, "is a file, expected a folder or a name for a new one");
            }
            OutputFolder output = new OutputFolder(target, temporary(target, fresh), fresh);
            Runtime.getRuntime().addShutdownHook(output.cleaner);
            return output;
        } catch (FileAlreadyExistsException file) {
            throw OutputException.of(target, file.getFile() + " is a file, expected a folder");
        } catch (IOException failed) {
            throw OutputException.of(target, failed);
        }
    }

    /** A new folder beside the target, or within it if it exists: always on the same disk, whatever is mounted where. */
    private static Path temporary(Path target, boolean fresh) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = fresh ? absolute.getParent() : absolute;
        if (parent == null) {
            parent = absolute;
        }
        Files.createDirectories(parent);
        String name =
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".";
        for (int attempt = 0; ; attempt++) {
            try {
                return Files.createDirectory(parent.resolve(name + attempt + ".tmp"));
            } catch (FileAlreadyExistsException taken) {
                if (attempt == 100) {
                    throw taken;
                }
            }
        }
    }

    /**
     * Refuses to go on if the results would replace a file that is being read.
     *
     * @param names the names of the results
     * @param inputs the files that are read
     * @throws OutputException if one of them lies where a result will be
     */
    public void protect(Collection<String> names, Collection<Path> inputs) {
        for (Path input : inputs) {
            for (String name : names) {
                Path result = target.resolve(name);
                try {
                    if (Files.exists(input) && Files.exists(result) && Files.isSameFile(input, result)) {
                        throw OutputException.of(result, "is read and would be replaced, expected another --out");
                    }
                } catch (IOException failed) {
                    throw OutputException.of(result, failed);
                }
            }
        }
    }

    /**
     * Where to write a result.
     *
     * @param name the name of the file
     * @return a path in the temporary folder
     */
    public Path file(String name) {
        return temporary.resolve(name);
    }

    /**
     * Moves the results into place.
     *
     * @throws OutputException if that fails; the files that were there are there again
     */
    public void commit() {
        try {
            if (fresh && !Files.exists(target)) {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                List<Path> results = list(temporary);
                replace(results, Files.createDirectory(temporary.resolve(OLD)), target);
            }
        } catch (IOException failed) {
            throw OutputException.of(target, failed);
        }
    }

    /** Moves the results into a folder, and the files they replace into another; all or none. */
    static void replace(List<Path> results, Path old, Path target) throws IOException {
        List<Path> moved = new ArrayList<>();
        try {
            for (Path result : results) {
                Path place = target.resolve(result.getFileName());
                if (Files.exists(place)) {
                    Files.move(place, old.resolve(result.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                }
                moved.add(place);
                Files.move(result, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            for (Path place : moved) {
                Files.deleteIfExists(place);
                Path saved = old.resolve(place.getFileName());
                if (Files.exists(saved)) {
                    Files.move(saved, place, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            throw failed;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        return files;
    }

    /** Removes the temporary folder; after a commit there is nothing in it but replaced files. */
    @Override
    public void close() {
        removeTemporary();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException ending) {
            // The machine is shutting down, and the hook runs anyway.
        }
    }

    private void removeTemporary() {
        try {
            remove(temporary);
        } catch (IOException failed) {
            System.err.println("loyalty: " + temporary + " could not be removed: " + failed.getMessage());
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            for (Path inner : list(path)) {
                remove(inner);
            }
        }
        Files.deleteIfExists(path);
    }
}
