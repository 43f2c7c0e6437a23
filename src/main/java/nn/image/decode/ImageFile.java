package nn.image.decode;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import nn.NnException;
import nn.NnException.Kind;
import nn.image.Picture;

/**
 * Reads a picture file: PNG, JPEG, GIF, BMP, TIFF, WebP or netpbm, of any color type and bit depth, upright; also as base64 text.
 * Whatever is wrong with the file ends in one {@link NnException} with a line for the user; no decoder's own exception gets out.
 */
public final class ImageFile {

    /** For a single digit: a pen stroke of a thousandth of the picture is still a pixel wide. */
    public static final int DIGIT_SIDE = 1024;

    /** For a page of digits. */
    public static final int PAGE_SIDE = 2600;

    /** Bytes that show what a file is. */
    private static final int BEGINNING = 1024;

    private ImageFile() {}

    /**
     * Reads a regular file of at most 100 MB and 100 megapixels; a pipe or a device is refused unopened.
     *
     * @throws NnException of kind BAD_INPUT when there is no such picture or it cannot be read
     */
    public static Picture read(Path file) {
        return read(file, DIGIT_SIDE);
    }

    /** The same, shrunk by area until no side is longer than the given one. */
    public static Picture read(Path file, int longestSide) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw failure(file.toString(), "is a directory", "name the pictures in it");
            }
            if (!attributes.isRegularFile()) {
                throw failure(
                        file.toString(), "is a pipe or a device, not a file", "use - to read from the standard input");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, longestSide, file.toString(), file.toString());
            }
        } catch (NoSuchFileException e) {
            throw failure(
                    file.toString(),
                    Files.isSymbolicLink(file) ? "is a link to nothing" : "does not exist",
                    "check the name");
        } catch (AccessDeniedException e) {
            throw failure(file.toString(), "may not be read", "check its permissions");
        } catch (FileSystemException e) {
            throw failure(file.toString(), "cannot be opened (" + e.getReason() + ")", "check the name");
        } catch (IOException e) {
            throw failure(file.toString(), "cannot be read (" + e.getMessage() + ")", "check the disk");
        }
    }

    /**
     * Reads a picture of at most 100 MB from a stream, to its end or to where it is too long; the stream stays open.
     *
     * @param name what to call the stream in messages
     * @throws NnException of kind BAD_INPUT when it is no picture that can be read
     * @throws IOException when the stream itself fails
     */
    public static Picture read(InputStream in, String name) throws IOException {
        return read(in, DIGIT_SIDE, name);
    }

    /** The same, shrunk by area until no side is longer than the given one. */
    public static Picture read(InputStream in, int longestSide, String name) throws IOException {
        return read(in, longestSide, name, "FILE");
    }

    /**
     * The same with the name of a file.
     *
     * @param file what a command that converts the picture would take
     */
    public static Picture read(InputStream in, int longestSide, String name, String file) throws IOException {
        byte[] bytes = readLimited(in, name);
        if (bytes.length == 0) {
            throw failure(name, "is empty", ImageFormat.READABLE);
        }
        try {
            return decode(Base64Text.decoded(bytes), longestSide);
        } catch (UnreadablePicture e) {
            throw failure(name, "is " + e.getMessage(), e.whatToDo(file), e);
        } catch (EOFException e) {
            throw failure(name, "is cut short", "get the whole file, or save it anew");
        } catch (IOException | RuntimeException e) {
            // Decoders meet damage with exceptions of all kinds, IndexOutOfBounds and NullPointer among them; their
            // words
            // are not for the user.
            throw failure(name, "is damaged, or of a rare kind that cannot be read", "save it anew, as PNG or JPEG", e);
        } catch (OutOfMemoryError e) {
            throw failure(name, "needs more memory than there is", "save it smaller");
        }
    }

    private static Picture decode(byte[] file, int longestSide) throws IOException {
        return switch (ImageFormat.of(file)) {
            case PNG -> PngDecoder.decode(file, longestSide);
            case JPEG -> JpegDecoder.decode(file, longestSide);
            case GIF -> GifDecoder.decode(file, longestSide);
            case BMP -> BmpDecoder.decode(file, longestSide);
            case TIFF -> TiffDecoder.decode(file, longestSide);
            case WEBP -> WebpDecoder.decode(file, longestSide);
            case NETPBM -> NetpbmDecoder.decode(file, longestSide);
        };
    }

    /**
     * What a file holds if it is no picture that is read, told by its first bytes, as a noun phrase; empty for a picture.
     *
     * @throws IOException when it cannot be read
     */
    public static Optional<String> otherContent(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ImageFormat.of(Base64Text.decoded(in.readNBytes(BEGINNING)));
            return Optional.empty();
        } catch (ForeignFile e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The usual ending of a picture's name, such as {@code png}; empty for base64 text and for all that is not read. */
    public static Optional<String> ending(byte[] file) {
        try {
            return Optional.of(ImageFormat.of(file).ending());
        } catch (ForeignFile e) {
            return Optional.empty();
        }
    }

    /**
     * How many pixels a picture has, by its first bytes, so that nothing is decoded; empty for a format in which that is not at a fixed
     * place, and for what is no picture.
     */
    public static OptionalLong pixels(byte[] file) {
        try {
            return switch (ImageFormat.of(file)) {
                case PNG -> pixels(ByteBuffer.wrap(file), 16, Integer.BYTES);
                case GIF -> pixels(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), 6, Short.BYTES);
                case BMP -> pixels(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), 18, Integer.BYTES);
                case JPEG -> {
                    JpegHeader header = JpegHeader.of(file);
                    yield OptionalLong.of((long) header.width() * header.height());
                }
                case TIFF, WEBP, NETPBM -> OptionalLong.empty();
            };
        } catch (IOException | IndexOutOfBoundsException e) {
            // Its decoder will say what is wrong.
            return OptionalLong.empty();
        }
    }

    /** The product of two numbers that stand one after the other. */
    private static OptionalLong pixels(ByteBuffer file, int at, int bytes) {
        long width = bytes == Short.BYTES ? Short.toUnsignedLong(file.getShort(at)) : file.getInt(at);
        long height = bytes == Short.BYTES ? Short.toUnsignedLong(file.getShort(at + bytes)) : file.getInt(at + bytes);
        return OptionalLong.of(Math.abs(width * height));
    }

    private static byte[] readLimited(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(ImageLimits.BYTES + 1);
        if (bytes.length > ImageLimits.BYTES) {
            throw failure(name, "is larger than 100 MB", "save it smaller");
        }
        return bytes;
    }

    private static NnException failure(String name, String whatIsWrong, String whatToDo) {
        return failure(name, whatIsWrong, whatToDo, null);
    }

    private static NnException failure(String name, String whatIsWrong, String whatToDo, Throwable cause) {
        return new NnException(Kind.BAD_INPUT, name + ": " + whatIsWrong + "; " + whatToDo, cause);
    }
}
