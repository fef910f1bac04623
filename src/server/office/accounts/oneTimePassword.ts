import { createHmac } from 'node:crypto'
import type { Actor } from '../../platform/access/actor.ts'

/** Letters and digits that cannot be confused with each other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Days for which a one-time password is valid. */
export const ONE_TIME_DAYS = 30

/**
 * Derives a one-time password like `k7mq-rt3w-hx9p-2nbc` (79 bits) from the installation's secret, the
 * actor, the request's key and the username, so that a request repeated after a lost answer returns the
 * same password although no readable copy is stored.
 */
export function oneTimePassword(secret: string, actor: Actor, key: string, username: string): string {
  const bytes = createHmac('sha512', secret).update(`one-time\n${actor.id}\n${key}\n${username}`).digest()
  const letters = [...bytes.subarray(0, 16)].map(byte => ALPHABET[byte % ALPHABET.length])
  return [0, 4, 8, 12].map(at => letters.slice(at, at + 4).join('')).join('-')
}
