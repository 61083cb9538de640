package io.fairlead.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The items of a list, fetched page by page as they are taken. */
public final class Pages implements Iterator<JsonNode> {

    private static final int LARGEST = 1000;

    private final Api api;
    private final Function<String, Query> query;
    private final String member;
    private final Deque<JsonNode> fetched = new ArrayDeque<>();
    private long wanted;
    private String cursor;
    private boolean more = true;

    /**
     * Items of a list.
     *
     * @param query the question, from the page's cursor, which is null for the first page
     * @param member where a page has its items
     * @param most at most so many
     */
    public Pages(Api api, Function<String, Query> query, String member, long most) {
        this.api = api;
        this.query = query;
        this.member = member;
        this.wanted = most;
    }

    /** Whether there are more in the service than were wanted. */
    public boolean cut() {
        return wanted == 0 && (more || !fetched.isEmpty());
    }

    @Override
    public boolean hasNext() {
        if (wanted == 0) {
            return false;
        }
        while (fetched.isEmpty() && more) {
            fetch();
        }
        return !fetched.isEmpty();
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        wanted--;
        return fetched.remove();
    }

    private void fetch() {
        JsonNode page = api.get(query.apply(cursor).with("limit", Math.min(wanted, LARGEST)))
                .body();
        page.path(member).forEach(fetched::add);
        JsonNode next = page.path("next");
        more = next.isTextual();
        cursor = next.asText(null);
    }
}
