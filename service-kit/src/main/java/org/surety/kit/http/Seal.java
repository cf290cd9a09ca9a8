package org.surety.kit.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes what a client carries for us (AES-GCM, a fresh nonce each time): it cannot be read or forged, and opens only for whom and for what it was
 * closed. The text is as long as its content asks for; content of one length gives text of one length.
 */
@ApplicationScoped
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Seal(@ConfigProperty(name = "surety.cursor-key") String key) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
    }

    /** @param bound who may bring it back, and for what; to be said again when it is opened */
    public String close(byte[] content, String bound) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(content);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cursor key does not work", e);
        }
    }

    /** The content; empty where this is nothing that was closed here for that. */
    public Optional<byte[]> open(String closed, String bound) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(closed);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), bound).doFinal(bytes, NONCE_BYTES,
                    Math.max(0, bytes.length - NONCE_BYTES)));
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
