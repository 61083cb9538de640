# Varnish with its built-in rules. ORIGIN is filled in.
vcl 4.1;

backend origin {
    .host = "127.0.0.1";
    .port = "ORIGIN";
}
