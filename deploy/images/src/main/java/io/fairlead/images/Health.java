package io.fairlead.images;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Asks a service how it is, from within its container, where there is neither a shell nor curl. Ends with 0 when all is well. */
public final class Health {

    private static final int PATIENCE_MILLIS = 4000;

    private Health() {}

    /** @param args the address to ask */
    public static void main(String[] args) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(args[0]).openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            System.out.println(args[0] + " answers " + status);
            System.exit(1);
        }
    }
}
