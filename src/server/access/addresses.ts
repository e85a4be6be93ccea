import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';

/**
 * Addresses and ranges (`10.0.0.0/24`) as a list that can be asked.
 * @param option what the user wrote them for, for the message
 * @throws Problem USAGE
 */
export function addressList(option: string, written: readonly string[]): BlockList {
  const list = new BlockList();
  for (const one of written) {
    const [address = '', length, more] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : 0;
    if (isIP(address) === 0 || more !== undefined || bits < 1 || bits > most)
      throw new Problem('USAGE', {
        place: option,
        seen: one === '' ? 'nothing' : one,
        allowed: 'addresses or ranges, such as 10.0.0.5 or 10.0.0.0/24, with commas between them',
        repair: 'Name the addresses that the proxy asks from.',
      });
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return list;
}

/** Whether an address is on a list; one of version 4 in the form of version 6 is the same. */
export function isListed(list: BlockList, address: string): boolean {
  const plain = plainAddress(address);
  const version = isIP(plain);
  return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}

/** The address that a request came from, as its connection says. */
export function peerAddress(request: FastifyRequest): string {
  return plainAddress(request.socket.remoteAddress ?? '');
}

/** The address that somebody asks from: that of the connection, or where that is a proxy of ours, the last that no proxy of ours has. */
export function clientAddress(request: FastifyRequest, proxies: BlockList): string {
  const peer = peerAddress(request);
  if (!isListed(proxies, peer)) return peer;
  const said = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const way = said.map((one) => plainAddress(one.trim()));
  return way.findLast((one) => isIP(one) !== 0 && !isListed(proxies, one)) ?? peer;
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}
