import { userInfo } from 'node:os';

/** The name with which the user of this machine signed in; "cli" where the machine does not say. */
export function loginName(): string {
  try {
    return userInfo().username || 'cli';
  } catch {
    return 'cli';
  }
}
