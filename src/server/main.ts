import { existsSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { listAccounts } from '../app/access/accounts.ts';
import { openWorkspace } from '../app/workspace/workspace.ts';
import { type Effects, realEffects } from '../kernel/effects.ts';
import { Problem } from '../kernel/problem.ts';
import { recordsFile } from '../records/records-file.ts';
import { type AccessOptions, accessMissing, checkExposure, openingFor } from './access/access-options.ts';
import { createApp } from './app.ts';

/** Where a server listens, on what, and who may ask. */
export interface ServeOptions extends AccessOptions {
  /** The folder of the workspace. */
  readonly workspace: string;
  /** A folder with the user's own rules; null, and unless said, none. */
  readonly ownRules?: string | null;
  /** `127.0.0.1` unless said; any other needs access configured. */
  readonly host?: string;
  /** 8080 unless said; 0 takes any that is free. */
  readonly port?: number;
  readonly effects?: Effects;
  /** Told once, in one line, when the server answers; stdout unless said. */
  readonly announce?: (line: string) => void;
}

/** A server that answers. */
export interface Served {
  /** Such as `http://127.0.0.1:8080/`. */
  readonly address: string;
  /** Finishes what it is doing, and lets go of the workspace; a second time waits for the first. */
  readonly stop: () => Promise<void>;
}

/**
 * Serves a workspace until it is stopped, or the process is told to end (SIGINT, SIGTERM).
 * @throws Problem BIND_REFUSED, USAGE, PORT_TAKEN, BAD_VALUE; those of opening a workspace
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { host = '127.0.0.1', port = 8080, effects = realEffects } = options;
  checkPort(port);
  const opening = openingFor(host, options);
  const { access, origin } = opening;
  if (access.kind === 'accounts') refuseMissing(options.workspace, host);
  else checkExposure(host, opening);
  const workspace = await openWorkspace({
    folder: options.workspace,
    ownRules: options.ownRules ?? null,
    effects,
  });
  try {
    if (access.kind === 'accounts' && listAccounts(workspace).length === 0) throw accessMissing(host);
    checkExposure(host, opening);
  } catch (thrown) {
    workspace.close();
    throw thrown;
  }
  let listening = port;
  const app = await createApp(workspace, { port: () => listening, access, origin });
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= app.close().finally(() => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      workspace.close();
    });
    return stopping;
  };
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await stop();
    throw listenProblem(cause, host, port);
  }
  const bound = app.server.address();
  if (typeof bound === 'object' && bound !== null) listening = bound.port;
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const address = `http://${isIPv6(host) ? `[${host}]` : host}:${listening}/`;
  const announce = options.announce ?? ((line) => process.stdout.write(`${line}\n`));
  announce(
    origin === null ? `Headroom is at ${address}` : `Headroom is at ${origin}/, and listens at ${address}`,
  );
  return { address, stop };
}

/** Before a workspace is made where there is none: nobody could sign in to it. */
function refuseMissing(folder: string, host: string): void {
  if (!existsSync(join(folder, recordsFile))) throw accessMissing(host);
}

function checkPort(port: number): void {
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new Problem('BAD_VALUE', {
      place: 'port',
      seen: String(port),
      allowed: '0 to 65535; 0 takes any that is free',
      repair: 'Choose a port in this range.',
    });
}

function listenProblem(cause: unknown, host: string, port: number): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return new Problem(
      'PORT_TAKEN',
      {
        place: host,
        seen: String(port),
        repair: `Another program, perhaps another Headroom, uses it: stop that, or choose another port with --port, such as ${port + 1 > 65_535 ? 8080 : port + 1}.`,
      },
      { cause },
    );
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new Problem(
      'BAD_VALUE',
      {
        place: `address ${host}, port ${port}`,
        seen: code,
        repair:
          'This machine does not allow it: choose a port above 1023 with --port, or leave the address out.',
      },
      { cause },
    );
  return cause;
}
