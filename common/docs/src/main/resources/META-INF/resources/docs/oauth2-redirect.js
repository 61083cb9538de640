// Where the realm sends the browser back to: hands the code (or the refusal) to the page that opened this window.
(function () {
  'use strict';

  const opened = window.opener && window.opener.swaggerUIRedirectOauth2;
  if (!opened) {
    return;
  }
  const answer = new URLSearchParams(location.search);
  const source = opened.auth.name;
  if (answer.get('state') !== opened.state) {
    opened.errCb({ authId: source, source: 'auth', level: 'error', message: 'The state of the answer is not ours.' });
  } else if (answer.get('code')) {
    delete opened.state;
    opened.auth.code = answer.get('code');
    opened.callback({ auth: opened.auth, redirectUrl: opened.redirectUrl });
  } else {
    const reason = answer.get('error_description') || answer.get('error') || 'The realm sent no code.';
    opened.errCb({ authId: source, source: 'auth', level: 'error', message: reason });
  }
  window.close();
})();
