package jp.anpi.database;

/** The database was used by a newer product: this one would not understand what it finds, so it does not start. */
public final class NewerSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NewerSchemaException(String found, String known) {
        super("The database has schema version " + found + ", but this product knows versions only up to " + known
                + ". A newer product has used this database: start that one,"
                + " or restore a backup made before the update.");
    }
}
