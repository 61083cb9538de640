// The four documents that make the one API, for both pages.
window.fairleadApis = [
  { name: 'fleet: vessels, equipment, schedules', url: '/openapi/fleet.json' },
  { name: 'telemetry: readings, windows, analytics', url: '/openapi/telemetry.json' },
  { name: 'job: processes, jobs, licences', url: '/openapi/job.json' },
  { name: 'relay: lunch menus and other outside APIs', url: '/openapi/relay.json' },
];
