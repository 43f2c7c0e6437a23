package nn.image.decode;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import nn.image.Picture;

/**
 * Reads a PNG (ISO/IEC 15948) of every color type, bit depth and interlacing row by row into a {@link PictureBuilder}. The
 * JDK has a reader too, but it starts the whole of ImageIO and AWT's color handling: 0.1 s of a process that is allowed 0.3 s,
 * and it holds the whole picture in memory. Ancillary chunks other than tRNS and eXIf are skipped unread, so that
 * what they hide cannot hurt.
 */
final class PngDecoder {

    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };
    private static final int[][] NOT_INTERLACED = {{0, 0, 1, 1}};

    private final byte[] file;
    private final Inflater inflater = new Inflater();
    private int at = 8;
    /** What is left to read of the current chunk of data. */
    private int chunkEnd;

    private String dataName = "IDAT";
    /** Bytes in front of the data of each chunk: a frame's have a number. */
    private int dataOffset;

    private int width;
    private int height;
    private int bitDepth;
    private int colorType;
    private byte[] palette = {};
    private byte[] transparency = {};
    private int orientation = Orientation.UPRIGHT;
    private boolean wrongChecksum;

    private PngDecoder(byte[] file) {
        this.file = file;
    }

    /**
     * @throws IOException when the file is no complete PNG
     */
    static Picture decode(byte[] file, int longestSide) throws IOException {
        List<PngFrame> frames = PngFrame.all(file);
        return PictureSequence.frames(1 + frames.size(), index -> {
            PngDecoder decoder = new PngDecoder(file);
            try {
                return decoder.decode(index == 0 ? Optional.empty() : Optional.of(frames.get(index - 1)), longestSide);
            } catch (DataFormatException e) {
                throw new UnreadablePicture("a damaged PNG (bad compressed data)", e);
            } finally {
                decoder.inflater.end();
            }
        });
    }

    /** Decodes the frame, or else the picture that every reader of PNG shows. */
    private Picture decode(Optional<PngFrame> frame, int longestSide) throws IOException, DataFormatException {
        boolean interlaced = readHeader();
        ImageLimits.check(width, height);
        skipToData();
        if (colorType == 3 && palette.length == 0) {
            throw new UnreadablePicture("a damaged PNG (no palette)");
        }
        PictureBuilder builder = frame.isEmpty()
                ? new PictureBuilder(width, height, longestSide)
                : frame.get().place().builder(longestSide);
        if (frame.isPresent()) {
            skipTo(frame.get());
        }
        for (int[] pass : interlaced ? ADAM7 : NOT_INTERLACED) {
            readPass(builder, pass[0], pass[1], pass[2], pass[3]);
        }
        if (wrongChecksum) {
            builder.warn("a checksum inside the PNG is wrong");
        }
        return Orientation.upright(builder.build(), orientation);
    }

    private void skipTo(PngFrame frame) throws IOException {
        width = frame.width();
        height = frame.height();
        ImageLimits.check(width, height);
        dataName = "fdAT";
        dataOffset = 4;
        at = frame.data() - 4; // as if the checksum of another chunk stood there
        chunkEnd = at;
    }

    /** Returns whether the picture is interlaced. */
    private boolean readHeader() throws IOException {
        require(33);
        if (readInt(at) != 13 || readInt(at + 4) != chunk("IHDR")) {
            throw new UnreadablePicture("a damaged PNG (no header)");
        }
        width = readInt(at + 8);
        height = readInt(at + 12);
        bitDepth = file[at + 16];
        colorType = file[at + 17];
        boolean known = switch (colorType) {
            case 0 -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
            case 3 -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
            case 2, 4, 6 -> bitDepth == 8 || bitDepth == 16;
            default -> false;
        };
        int interlace = file[at + 20];
        if (!known || file[at + 18] != 0 || file[at + 19] != 0 || interlace < 0 || interlace > 1) {
            throw new UnreadablePicture("a damaged PNG (impossible header)");
        }
        verify(at + 4, 17);
        at += 25;
        return interlace == 1;
    }

    private void skipToData() throws IOException {
        while (true) {
            require(12);
            long length = Integer.toUnsignedLong(readInt(at));
            int type = readInt(at + 4);
            if (length > file.length - at - 8L) {
                throw new EOFException("cut short: the PNG ends early");
            }
            int payload = at + 8;
            int end = payload + (int) length;
            if (type == chunk("IDAT")) {
                at = payload;
                chunkEnd = end;
                return;
            } else if (type == chunk("PLTE")) {
                palette = Arrays.copyOfRange(file, payload, end);
                verify(at + 4, (int) length + 4);
            } else if (type == chunk("tRNS")) {
                transparency = Arrays.copyOfRange(file, payload, end);
            } else if (type == chunk("eXIf")) {
                orientation = Orientation.ofTiff(file, payload, end);
            } else if (type == chunk("IEND")) {
                throw new UnreadablePicture("a damaged PNG (no picture data)");
            }
            at = Math.addExact(end, 4);
        }
    }

    private void readPass(PictureBuilder builder, int left, int top, int stepX, int stepY)
            throws IOException, DataFormatException {
        int columns = (width - left + stepX - 1) / stepX;
        int rows = (height - top + stepY - 1) / stepY;
        if (columns <= 0 || rows <= 0) {
            return;
        }
        int bitsPerPixel = bitDepth * channels();
        int rowBytes = (int) ((columns * (long) bitsPerPixel + 7) / 8);
        int pixelBytes = Math.max(1, bitsPerPixel / 8);
        byte[] row = new byte[rowBytes];
        byte[] above = new byte[rowBytes];
        byte[] filter = new byte[1];
        PngSamples samples = new PngSamples(colorType, bitDepth, palette, transparency);
        for (int r = 0; r < rows; r++) {
            inflate(filter);
            inflate(row);
            PngFilter.undo(filter[0], row, above, pixelBytes);
            samples.addRow(builder, row, columns, left, stepX, top + r * stepY);
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }

    private int channels() {
        return switch (colorType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    private void inflate(byte[] into) throws IOException, DataFormatException {
        int have = 0;
        while (have < into.length) {
            int n = inflater.inflate(into, have, into.length - have);
            have += n;
            if (n == 0) {
                if (inflater.finished() || inflater.needsDictionary()) {
                    throw new EOFException("a damaged PNG (too little picture data)");
                }
                feed();
            }
        }
    }

    /** Hands the next chunk of data to the inflater. */
    private void feed() throws IOException {
        while (at == chunkEnd) {
            require(16);
            long length = Integer.toUnsignedLong(readInt(at + 4));
            if (readInt(at + 8) != chunk(dataName) || length < dataOffset) {
                throw new EOFException("cut short: the PNG ends early");
            }
            chunkEnd = (int) Math.min(file.length, at + 12 + length);
            at += 12 + dataOffset;
        }
        inflater.setInput(file, at, chunkEnd - at);
        at = chunkEnd;
    }

    private void require(int bytes) throws EOFException {
        if (file.length - at < bytes) {
            throw new EOFException("cut short: the PNG ends early");
        }
    }

    /** Compares the checksum behind the given bytes; a wrong one in a header that otherwise makes sense is only doubtful. */
    private void verify(int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(file, from, length);
        if (file.length - from - length < 4 || (int) crc.getValue() != readInt(from + length)) {
            wrongChecksum = true;
        }
    }

    private int readInt(int offset) {
        return file[offset] << 24
                | (file[offset + 1] & 0xff) << 16
                | (file[offset + 2] & 0xff) << 8
                | file[offset + 3] & 0xff;
    }

    private static int chunk(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
