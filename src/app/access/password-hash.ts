import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * What a guess costs: N = 2^15, r = 8, p = 3, one of the settings that the OWASP Password Storage Cheat Sheet gives as
 * equal in strength; 32 MiB and about a fifth of a second each.
 */
const cost = { exponent: 15, r: 8, p: 3 };
const [saltBytes, hashBytes] = [16, 32];
const form =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9_-]{22,64})\$([A-Za-z0-9_-]{43,86})$/;

/** What is kept of a password: `$scrypt$ln=15,r=8,p=3$SALT$HASH`, with a salt of its own. */
export async function passwordHash(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derived(password, salt, cost, hashBytes);
  const { exponent, r, p } = cost;
  return `$scrypt$ln=${exponent},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/**
 * Whether a password is the one that `kept` was made from, compared in a time that does not depend on where they differ.
 * Without one (nobody has that name) it works as long as with one, and is never true.
 */
export async function passwordMatches(password: string, kept: string | undefined): Promise<boolean> {
  const read = form.exec(kept ?? '');
  const [, exponent, r, p, salt, hash] = read ?? [];
  const expected = Buffer.from(hash ?? '', 'base64url');
  const asked = read === null ? cost : { exponent: Number(exponent), r: Number(r), p: Number(p) };
  const given = await derived(
    password,
    read === null ? Buffer.alloc(saltBytes) : Buffer.from(salt ?? '', 'base64url'),
    asked,
    read === null ? hashBytes : expected.length,
  );
  return timingSafeEqual(given, read === null ? Buffer.alloc(hashBytes, 1) : expected) && read !== null;
}

function derived(
  password: string,
  salt: Buffer,
  { exponent, r, p }: typeof cost,
  length: number,
): Promise<Buffer> {
  const N = 2 ** exponent;
  const options: ScryptOptions = { N, r, p, maxmem: 128 * r * (N + p + 2) + 1024 * 1024 };
  return new Promise((resolve, reject) => {
    // One password can be typed as several sequences of code points.
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
