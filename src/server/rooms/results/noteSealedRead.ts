import { createHash } from 'node:crypto'
import type { Actor } from '../../platform/access/actor.ts'
import { openChange } from '../../platform/change/change.ts'
import type { House } from '../../platform/house.ts'
import type { ShownYear } from './yearFor.ts'

const noted = new WeakMap<House, Set<string>>()
const MOST_REMEMBERED = 10_000

/** 记下对封存结果的查看: a line in the trail once an hour for each person and unit (or the whole ranking), whichever process is asked. */
export async function noteSealedRead(
  house: House,
  actor: Actor,
  { scored, stored }: ShownYear,
  what: string,
  unit?: string,
): Promise<void> {
  const number = scored.seal ?? stored.seals.at(-1)?.number
  if (number === undefined) return
  const hour = house.now().toISOString().slice(0, 13)
  const key = createHash('sha256')
    .update(`${actor.id}\n${scored.year}\n${number}\n${unit ?? ''}\n${what}\n${hour}`)
    .digest('hex')
  const seen = noted.get(house) ?? new Set<string>()
  noted.set(house, seen)
  if (seen.has(key)) return
  const event = {
    kind: 'sealedRead',
    year: scored.year,
    ...(unit === undefined ? {} : { unit }),
    values: { what, number },
  } as const
  await openChange(house, actor, { key: `read-${key}`, fingerprint: key })(async () => ({
    answer: null,
    events: [event],
  }))
  if (seen.size > MOST_REMEMBERED) seen.clear()
  seen.add(key)
}
