import { describe, expect, test } from 'vitest';
import { asProblem } from '../../../src/kernel/problem.ts';
import { type AccessOptions, checkExposure, openingFor } from '../../../src/server/access/access-options.ts';

const origin = 'https://headroom.example.org';
const proxy = { trustHeader: 'X-User', trustProxy: '10.0.0.5', publicUrl: origin };

function opened(host: string, options: AccessOptions = {}) {
  const opening = openingFor(host, options);
  checkExposure(host, opening);
  return [opening.access.kind, 'secure' in opening.access && opening.access.secure, opening.origin];
}

function refusal(host: string, options: AccessOptions): string {
  try {
    return `opened: ${opened(host, options)}`;
  } catch (thrown) {
    const { code, detail } = asProblem(thrown);
    return [code, detail.place, detail.seen].filter((part) => part !== undefined).join(' | ');
  }
}

describe('who may ask', () => {
  test('is anyone on this machine itself, unless more is said', () => {
    for (const host of ['127.0.0.1', '::1', 'localhost']) expect(opened(host)).toEqual(['open', false, null]);
    expect(opened('127.0.0.1', { accounts: true })).toEqual(['accounts', false, null]);
    expect(opened('127.0.0.1', { ...proxy })[0]).toBe('header');
  });

  test('is whoever signs in, where others reach it by the address or through a proxy on this machine', () => {
    expect(opened('0.0.0.0', { publicUrl: origin })).toEqual(['accounts', true, origin]);
    expect(opened('127.0.0.1', { publicUrl: `${origin}/` })).toEqual(['accounts', true, origin]);
    expect(opened('::', { publicUrl: 'http://localhost:8080' })).toEqual([
      'accounts',
      true,
      'http://localhost:8080',
    ]);
  });

  test('cannot be said in halves', () => {
    const lines = [
      refusal('0.0.0.0', {}),
      refusal('0.0.0.0', { publicUrl: 'http://headroom.example.org' }),
      refusal('0.0.0.0', { ...proxy, publicUrl: 'ftp://headroom.example.org' }),
      refusal('0.0.0.0', { ...proxy, publicUrl: `${origin}/path` }),
      refusal('0.0.0.0', { trustHeader: 'X-User', trustProxy: '10.0.0.5' }),
      refusal('0.0.0.0', { trustHeader: 'X-User', publicUrl: origin }),
      refusal('0.0.0.0', { ...proxy, accounts: true }),
      refusal('0.0.0.0', { ...proxy, trustHeader: 'X User' }),
      refusal('0.0.0.0', { ...proxy, trustHeader: 'Cookie' }),
      refusal('0.0.0.0', { ...proxy, trustProxy: 'proxy.example.org' }),
      refusal('0.0.0.0', { ...proxy, trustProxy: '10.0.0.5,' }),
      refusal('0.0.0.0', { ...proxy, trustProxy: '0.0.0.0/0' }),
      refusal('0.0.0.0', { ...proxy, trustProxy: '10.0.0.0/33' }),
      refusal('127.0.0.1', { trustProxy: '10.0.0.5' }),
      refusal('127.0.0.1', { editors: 'ada' }),
      refusal('example.org', { publicUrl: origin }),
    ];
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "BIND_REFUSED | 0.0.0.0 without --public-url
      BIND_REFUSED | --public-url | http://headroom.example.org
      USAGE | --public-url | ftp://headroom.example.org
      USAGE | --public-url | https://headroom.example.org/path
      BIND_REFUSED | 0.0.0.0 without --public-url
      USAGE | --trust-header | no --trust-proxy
      USAGE | --accounts | --trust-header as well
      USAGE | --trust-header | X User
      USAGE | --trust-header | Cookie
      USAGE | --trust-proxy | proxy.example.org
      USAGE | --trust-proxy | nothing
      USAGE | --trust-proxy | 0.0.0.0/0
      USAGE | --trust-proxy | 10.0.0.0/33
      USAGE | --trust-proxy | neither --trust-header nor --accounts
      USAGE | --editors | no --trust-header
      BIND_REFUSED | example.org"
    `);
  });
});
