import { keyedHash } from './keyedHash.ts'

/** Returns the key for counting failed sign-ins: made from the normalised username, whether or not that account exists. */
export function guardKey({ secret }: { readonly secret: string }, username: string): string {
  return keyedHash(secret, 'sign-in', username)
}
