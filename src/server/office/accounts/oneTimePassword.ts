import { createHmac } from 'node:crypto'
import type { Actor } from '../../platform/access/actor.ts'

/** No letter or digit that is taken for another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 一次性口令的有效天数. */
export const ONE_TIME_DAYS = 30

/**
 * 一次性口令, like `k7mq-rt3w-hx9p-2nbc` (79 bits): made of the installation's secret, who asks, the key of that one act and the username,
 * so that an act repeated after a lost answer tells the same password again although no readable copy is kept anywhere.
 */
export function oneTimePassword(secret: string, actor: Actor, key: string, username: string): string {
  const bytes = createHmac('sha512', secret).update(`one-time\n${actor.id}\n${key}\n${username}`).digest()
  const letters = [...bytes.subarray(0, 16)].map(byte => ALPHABET[byte % ALPHABET.length])
  return [0, 4, 8, 12].map(at => letters.slice(at, at + 4).join('')).join('-')
}
