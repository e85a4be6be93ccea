import { first } from './migrations/0001-first.ts';
import { criteria } from './migrations/0002-criteria.ts';
import { open } from './migrations/0003-open.ts';
import { plan } from './migrations/0004-plan.ts';
import { access } from './migrations/0005-access.ts';

/** Every migration in order: the first brings an empty file to version 1, the second that to version 2. Never edit one that was released. */
export const migrations: readonly string[] = [first, criteria, open, plan, access];

/** The version of a file that has had every migration, kept in its `user_version`. */
export const latestVersion = migrations.length;
