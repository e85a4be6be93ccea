import { nobody, type Visitor } from '../../pages/frame/visitor.ts';
import { formTokenOf } from './form-tokens.ts';

/** Who makes a request. */
export interface Person {
  readonly visitor: Visitor;
  /** What the tokens of the person's forms are made from; null where forms need none. */
  readonly secret: string | null;
}

/** A person with the tokens that come from a secret. */
export function personWith(visitor: Omit<Visitor, 'token'>, secret: string): Person {
  return { visitor: { ...visitor, token: () => formTokenOf(secret) }, secret };
}

/** A request of which nobody knows whose it is. */
export const stranger: Person = { visitor: nobody, secret: null };
