// Swagger UI over the four documents. "Authorize" takes a bearer token, or signs in at the realm (PKCE).
(function () {
  'use strict';

  const realm = location.origin + '/auth/realms/fairlead/protocol/openid-connect';
  const signIn = {
    type: 'oauth2',
    description: 'Sign in with a browser session of the realm.',
    flows: {
      authorizationCode: {
        authorizationUrl: realm + '/auth',
        tokenUrl: realm + '/token',
        scopes: { openid: 'who you are' },
      },
    },
  };

  // The documents name only the bearer token, as they must hold for any issuer; here the realm is known.
  function offerSignIn(response) {
    if (!response.ok || !new URL(response.url, location.href).pathname.startsWith('/openapi/')) {
      return response;
    }
    const api = JSON.parse(response.text);
    const schemes = ((api.components ??= {}).securitySchemes ??= {});
    schemes.signIn = signIn;
    for (const path of Object.values(api.paths ?? {})) {
      for (const operation of Object.values(path)) {
        if (operation?.security?.length) {
          operation.security.push({ signIn: ['openid'] });
        }
      }
    }
    response.text = JSON.stringify(api);
    return response;
  }

  const ui = SwaggerUIBundle({
    urls: window.fairleadApis,
    dom_id: '#swagger-ui',
    deepLinking: true,
    displayRequestDuration: true,
    filter: true,
    persistAuthorization: false,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
    oauth2RedirectUrl: location.origin + '/docs/oauth2-redirect.html',
    responseInterceptor: offerSignIn,
  });
  ui.initOAuth({ clientId: 'fairlead-web', usePkceWithAuthorizationCodeGrant: true, scopes: 'openid' });
})();
