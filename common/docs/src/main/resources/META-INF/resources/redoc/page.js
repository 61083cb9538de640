// Redoc over the four documents; the chosen one is kept in the address (?api=2), so that a link leads there again.
(function () {
  'use strict';

  const apis = window.fairleadApis;
  const select = document.getElementById('api');
  const options = {
    // Search runs in a worker made from a blob, which a strict content security policy refuses.
    disableSearch: true,
    hideDownloadButton: false,
    nativeScrollbars: true,
    scrollYOffset: '.bar',
    theme: {
      colors: { primary: { main: '#0f5c8a' } },
      rightPanel: { backgroundColor: '#10324a' },
      typography: {
        fontFamily: 'system-ui, sans-serif',
        headings: { fontFamily: 'system-ui, sans-serif' },
        code: { fontFamily: 'ui-monospace, monospace' },
      },
    },
  };

  apis.forEach((api, index) => select.add(new Option(api.name, index)));
  const asked = Number(new URLSearchParams(location.search).get('api'));
  const chosen = apis[asked] ? asked : 0;
  select.value = chosen;
  select.addEventListener('change', () => location.assign('/redoc/?api=' + select.value));
  Redoc.init(apis[chosen].url, options, document.getElementById('redoc'));
})();
