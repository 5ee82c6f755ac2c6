package io.fieldveil.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Codecs without a fixed width: text in UTF-8, and bytes as they are. */
final class PlainCodec {

    private PlainCodec() {}

    static final class Text implements ValueCodec<String> {

        @Override
        public byte[] encode(String value) {
            try {
                // Not getBytes: it would turn an unpaired surrogate into '?' without a word.
                var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
                byte[] bytes = new byte[encoded.remaining()];
                encoded.get(bytes);
                return bytes;
            } catch (CharacterCodingException e) {
                throw Messages.notEncodable();
            }
        }

        @Override
        public String decode(byte[] bytes) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw Messages.notDecodable(String.class);
            }
        }
    }

    static final class Bytes implements ValueCodec<byte[]> {

        @Override
        public byte[] encode(byte[] value) {
            return value.clone();
        }

        @Override
        public byte[] decode(byte[] bytes) {
            return bytes.clone();
        }
    }
}
