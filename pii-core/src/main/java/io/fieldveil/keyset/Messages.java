package io.fieldveil.keyset;

import io.fieldveil.FieldveilException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The failures of this package, one method each. None repeats a passphrase or a key. */
final class Messages {

    private Messages() {}

    static FieldveilException invalidTenant() {
        return new FieldveilException(
                "FV-404",
                "Not a tenant: it has at most 128 characters, no white space at its ends, no control characters and no"
                        + " unpaired surrogates; it is empty where there is none. Correct the access context.");
    }

    static FieldveilException invalidDomain() {
        return new FieldveilException(
                "FV-404",
                "Not a domain: it has 1 to 64 characters, a lower-case letter first, then lower-case letters, digits,"
                        + " '_', '.' and '-'. Correct the annotation's 'domain'.");
    }

    static FieldveilException invalidGeneration() {
        return new FieldveilException("FV-404", "Not a key generation: generations count from 1.");
    }

    static FieldveilException keystoreMissing(Path keystore) {
        return new FieldveilException(
                "FV-410",
                "There is no keystore file " + keystore
                        + ". Correct the path, or make one with BcfksKeystores.create; if it was lost, restore the"
                        + " backup: a new one does not open the keysets of the old one.");
    }

    static FieldveilException keystoreDoesNotOpen(Path keystore, Throwable cause) {
        return new FieldveilException(
                "FV-411",
                "Keystore " + keystore
                        + " does not open: the passphrase is wrong, or the file is damaged or not BCFKS. Check the"
                        + " passphrase first, then restore the backup.",
                cause);
    }

    static FieldveilException aliasMissing(Path keystore, String alias) {
        return new FieldveilException(
                "FV-412",
                "Keystore " + keystore + " has no entry '" + alias
                        + "'. Correct the alias; the keystore's entries can be listed with keytool.");
    }

    static FieldveilException notAes256(Path keystore, String alias) {
        return new FieldveilException(
                "FV-413",
                "Entry '" + alias + "' of keystore " + keystore
                        + " is not an AES-256 secret key. Name an entry that is one, or make a keystore with"
                        + " BcfksKeystores.create.");
    }

    static FieldveilException keystoreExists(Path keystore, @Nullable Throwable cause) {
        return new FieldveilException(
                "FV-414",
                "There is a file " + keystore + " already and it is never overwritten: name another one.",
                cause);
    }

    static FieldveilException keystoreArguments() {
        return new FieldveilException(
                "FV-414",
                "A keystore needs a passphrase that is not empty, and an alias of 1 to 64 ASCII letters, digits, '_',"
                        + " '.' and '-'.");
    }

    static FieldveilException keystoreNotWritten(Path keystore, Throwable cause) {
        return new FieldveilException(
                "FV-414",
                "Keystore " + keystore + " could not be written. Check that its directory exists and is writable.",
                cause);
    }

    static FieldveilException unknownKeyId(String keyId, String known) {
        return new FieldveilException(
                "FV-415",
                "Wrapped under the key-encryption key '" + keyId + "', but only '" + known
                        + "' is known here. Configure the source that holds it; no new keyset is made in its place.");
    }

    static FieldveilException doesNotUnwrap(String keyId, Throwable cause) {
        return new FieldveilException(
                "FV-416",
                "What is stored does not open under the key-encryption key '" + keyId
                        + "': it was changed, or moved from another tenant, domain, purpose or generation. Restore the"
                        + " table fieldveil_keyset from a backup; no new keyset is made in its place.",
                cause);
    }

    static FieldveilException notAKeyset(KeysetName name, Throwable cause) {
        return new FieldveilException(
                "FV-416",
                name.place() + ": what was unwrapped is not a keyset of that purpose. Restore the table"
                        + " fieldveil_keyset from a backup.",
                cause);
    }

    static FieldveilException inKeyset(KeysetName name, FieldveilException cause) {
        String message = String.valueOf(cause.getMessage());
        return new FieldveilException(
                cause.code(),
                name.place() + ": " + message.substring(cause.code().length() + 1),
                cause);
    }

    static FieldveilException sourceFailed(KeysetName name, Throwable cause) {
        return new FieldveilException(
                "FV-417",
                name.place() + ": the key-encryption key's source failed. Check that it can be reached and permits the"
                        + " use of the key.",
                cause);
    }

    static FieldveilException lost(KeysetName name) {
        return new FieldveilException(
                "FV-423",
                name.place()
                        + ": it is not in the table fieldveil_keyset, but values sealed under it are stored. Restore"
                        + " the table from a backup, or correct the connection that keysets are read by; no new keyset is"
                        + " made in its place, since those values would be unreadable.");
    }

    static FieldveilException perhapsLost(KeysetName name, Throwable cause) {
        return new FieldveilException(
                "FV-424",
                name.place()
                        + ": it is not in the table fieldveil_keyset, and whether values sealed under it are stored"
                        + " could not be found out, so that none is made. Check that the tables with protected attributes"
                        + " are there and can be read.",
                cause);
    }

    static FieldveilException storeFailed(Throwable cause) {
        return new FieldveilException(
                "FV-418",
                "The keyset store cannot be read or written. Check the database connection and the rights on the table"
                        + " fieldveil_keyset.",
                cause);
    }

    static FieldveilException developmentKey(Path file, @Nullable Throwable cause) {
        return new FieldveilException(
                "FV-419",
                "The development key " + file
                        + " cannot be made or read, or does not have 32 bytes. Make its directory writable, or restore"
                        + " the file.",
                cause);
    }

    static FieldveilException developmentKeyExposed(Path file) {
        return new FieldveilException(
                "FV-419", "Others than the owner may access the development key " + file + ". Set its mode to 600.");
    }

    static FieldveilException cryptoUnavailable(Throwable cause) {
        return new FieldveilException(
                "FV-420", "This Java runtime does not offer the algorithms that are needed (AES-GCM, HMAC).", cause);
    }
}
