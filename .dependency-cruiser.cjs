/** Directions of dependency; ARCHITECTURE.md says why each holds. */
const forbid = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(src|commands|views|contract|platform)/',
        // The build gives kept-cells to Ink.
        pathNot:
          '(vitest\\.config|\\.d)\\.ts$|^platform/(sandbox/data/extract|bin/)|^src/terminal/kept-cells',
      },
      to: {},
    },
    forbid(
      'contract-stands-alone',
      '^contract/',
      '^(src|commands|views|platform)/',
      'the contract imports nothing of ours',
    ),
    forbid(
      'client-knows-contract-only',
      '^src/client/',
      '^(src/(?!client/|i18n/|command/operation)|commands|views|platform)',
      'the client stands on the contract',
    ),
    forbid(
      'journal-is-files-only',
      '^src/journal/',
      '^(src/(?!journal/|session/|command/operation)|commands|views|platform)',
      'what a batch is made of is known to commands and console; the journal writes it down',
    ),
    forbid(
      'commands-know-no-screen',
      '^commands/',
      '^(views|src/console|src/terminal)/|node_modules/(ink|react)/',
      'a one-shot command never loads the console',
    ),
    forbid(
      'views-know-only-the-console',
      '^views/',
      '^(src/client|commands|src/session)/',
      'views use the hooks of the console',
    ),
    forbid(
      'console-and-platform-apart',
      '^(src|commands|views)/',
      '^platform/',
      'they meet only in the contract',
    ),
    forbid(
      'platform-and-console-apart',
      '^platform/',
      '^(src|commands|views)/',
      'they meet only in the contract',
    ),
    forbid(
      'react-stays-in-its-place',
      '^(src/(?!console/|terminal/)|commands|contract|platform)',
      'node_modules/(ink|react|ink-table)/',
      'react and ink only in views, src/console, src/terminal',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|test|bench)/' },
  },
};
