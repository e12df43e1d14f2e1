// Preloaded into a program: writes down every file of its own that it loads.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) appendFileSync(process.env.TOLD_MODULES, `${fileURLToPath(url)}\n`);
    return next(url, context);
  },
});
