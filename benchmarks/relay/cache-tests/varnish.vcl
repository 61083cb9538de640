# Varnish with its built-in rules, and with what is stale kept for a day so that it can be validated. ORIGIN is filled in.
vcl 4.1;

backend origin {
    .host = "127.0.0.1";
    .port = "ORIGIN";
}

sub vcl_backend_response {
    set beresp.keep = 1d;
}
