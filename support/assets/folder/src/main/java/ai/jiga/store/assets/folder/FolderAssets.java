package ai.jiga.store.assets.folder;

import ai.jiga.store.assets.AssetContent;
import ai.jiga.store.assets.AssetName;
import ai.jiga.store.assets.AssetStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;

/// Assets as files, in 256 folders by the first two digits of their names.
public final class FolderAssets implements AssetStore {
    private static final int FANNED_BY = 2;

    private final Path folder;
    private final URI base;
    private final WholeFiles files;

    private FolderAssets(Path folder, URI base, WholeFiles files) {
        this.folder = folder;
        this.base = base;
        this.files = files;
    }

    /// @param folder made when absent; may be shared with a [FolderUploads]
    /// @param base where the process serves it, absolute, with a slash at the end
    public static FolderAssets open(Path folder, URI base, InstantSource clock) {
        if (!base.isAbsolute() || !base.toString().endsWith("/")) {
            throw new IllegalArgumentException("not an absolute address with a slash at its end: " + base);
        }
        try {
            var files = new WholeFiles(folder);
            files.sweep(clock.instant());
            return new FolderAssets(folder, base, files);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of assets " + folder + " cannot be used", e);
        }
    }

    @Override
    public void put(AssetName name, byte[] content) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                files.link(files.write(new ByteArrayInputStream(content)), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the asset " + name + " cannot be written", e);
        }
    }

    @Override
    public Optional<AssetContent> open(AssetName name) {
        try {
            FileChannel channel = FileChannel.open(file(name), StandardOpenOption.READ);
            return Optional.of(new AssetContent(channel.size(), Channels.newInputStream(channel)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the asset " + name + " cannot be read", e);
        }
    }

    /// Whether a file is an asset, and not one of those that are on their way.
    ///
    /// @param path from the folder of assets
    public static boolean holds(Path path) {
        return AssetName.parse(String.valueOf(path.getFileName()))
                .filter(name -> place(name).equals(path))
                .isPresent();
    }

    private static Path place(AssetName name) {
        String text = name.toString();
        return Path.of(text.substring(0, FANNED_BY), text);
    }

    private Path file(AssetName name) {
        return folder.resolve(place(name).toString());
    }

    @Override
    public URI base() {
        return base;
    }
}
