package io.fairlead.relay.rules;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.Decision.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.cache.CacheConfig;
import org.apache.hc.client5.http.impl.cache.CachingHttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.util.TimeValue;

/** The cache of Apache HttpClient as a shared one, in front of an upstream that answers without a network. */
final class OtherCache implements AutoCloseable {

    private static final int MOST = 1000;

    private final Map<String, ClassicHttpResponse> answers = new ConcurrentHashMap<>();
    private final Queue<HeaderFields> asked = new ConcurrentLinkedQueue<>();
    private final CloseableHttpClient client = CachingHttpClientBuilder.create()
            .setCacheConfig(CacheConfig.custom()
                    .setSharedCache(true)
                    .setHeuristicCachingEnabled(true)
                    .setHeuristicCoefficient(0.1f)
                    .setHeuristicDefaultLifetime(TimeValue.ZERO_MILLISECONDS)
                    .setAllow303Caching(true)
                    .setMaxCacheEntries(MOST)
                    .setAsynchronousWorkers(0)
                    .build())
            .disableContentCompression()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .addExecInterceptorBefore(ChainElement.CONNECT.name(), "upstream", this::answer)
            .build();

    /** What it does with the second request when the first has been answered so. */
    Decision decide(String path, RepeatedRequest seen) throws IOException {
        ClassicHttpResponse answer = new BasicClassicHttpResponse(seen.status());
        seen.response().fields().forEach(field -> answer.addHeader(field.name(), field.value()));
        answers.put(path, answer);
        get(path, seen.first());
        asked.clear();
        get(path, seen.second());
        answers.remove(path);
        return asked.isEmpty() ? new Decision(Kind.USED, List.of()) : Decision.asking(asked.remove());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private void get(String path, HeaderFields fields) throws IOException {
        HttpGet request = new HttpGet("http://upstream" + path);
        fields.fields().forEach(field -> request.addHeader(field.name(), field.value()));
        client.execute(request, response -> {
            EntityUtils.consume(response.getEntity());
            return null;
        });
    }

    private ClassicHttpResponse answer(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) {
        List<HeaderFields.Field> fields = new ArrayList<>();
        for (var header : request.getHeaders()) {
            fields.add(new HeaderFields.Field(header.getName(), header.getValue()));
        }
        asked.add(new HeaderFields(fields));
        ClassicHttpResponse scripted = answers.get(request.getPath());
        ClassicHttpResponse answer = new BasicClassicHttpResponse(scripted.getCode());
        answer.setHeaders(scripted.getHeaders());
        if (scripted.getCode() != 204) {
            answer.setEntity(new StringEntity("body"));
        }
        return answer;
    }
}
