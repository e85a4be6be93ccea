import { Option } from 'commander';
import { loginName } from './login-name.ts';

/** The option that says who does something, for the journal: whoever is signed in to the machine, unless another is named. */
export function byOption(description: string): Option {
  return new Option('--by <who>', description).default(loginName());
}
