package org.hqccp.bench.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that posts the same body again and again, and reads each answer whole. It knows just enough of HTTP for that. */
final class Post implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] request;
    private final byte[] sink = new byte[65_536];

    Post(int port, String path, String mediaType, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + mediaType
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), sink.length);
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the body and reads the answer; tells whether it was 200. */
    boolean exchange() throws IOException {
        // On a thread of its own, because a batch is answered while it is still being sent.
        if (request.length > sink.length) {
            Thread sender = new Thread(this::send);
            sender.start();
            return answer();
        }
        send();
        return answer();
    }

    private void send() {
        try {
            out.write(request);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answer() throws IOException {
        boolean fine = line().contains(" 200");
        long length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Long.parseLong(
                        small.substring("content-length:".length()).strip());
            }
        }
        if (length < 0) {
            chunks();
        } else {
            skip(length);
        }
        return fine;
    }

    private void chunks() throws IOException {
        long size;
        do {
            size = Long.parseLong(line().strip(), 16);
            skip(size);
            line();
        } while (size > 0);
    }

    private void skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            int read = in.read(sink, 0, (int) Math.min(left, sink.length));
            if (read < 0) {
                throw new IOException("the answer ends early");
            }
            left -= read;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
