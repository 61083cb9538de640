-- Finds the requests that are old enough to be forgotten without reading all; its upkeep costs a request next to nothing.
create index batch_received on batch using brin (received_at);
