import { enableCompileCache } from 'node:module';

enableCompileCache();
// Only what is imported from here on is kept compiled.
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
