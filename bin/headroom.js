#!/usr/bin/env node
// Plain JavaScript that an old Node can read, so that it can say which Node is needed.
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Headroom needs Node 22.18 or later; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'Install a newer Node, or in a checkout run "npm ci" and then "npm run -s headroom -- …", which brings its own.\n',
  );
  process.exit(2);
}

// Before the first import, so that all of it is kept compiled.
module.enableCompileCache();
const built = new URL('../dist/cli/main.js', import.meta.url);
await import(existsSync(built) ? built.href : new URL('../src/cli/main.ts', import.meta.url).href);
