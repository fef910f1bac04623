import { randomBytes } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import { publicKeyOf } from '../../src/crypto/meetingKey.ts'
import type { DatabaseSettings } from '../../src/server/platform/database/openDatabase.ts'
import { startChild } from './child.ts'
import type { Cost, HallServer } from './hallServer.ts'
import type { Phones, Seen } from './phones.ts'

/** A crowd as the phones saw it and what it cost the server. */
export interface Crowd {
  readonly seen: Seen
  readonly cost: Cost
}

/** All that happened at a server. */
export interface HallTimes {
  readonly sealedLength: number
  readonly votes: Crowd
  readonly burst: Crowd
  readonly waiting: Crowd
  readonly echo: Crowd
  /** acknowledged sheets that are not there, and sheets that nobody was told of or that are there twice. */
  readonly lost: number
  readonly extra: number
}

/** Lets a hall vote at the real server, which has a process of its own, as the phones have. */
export async function timeHall(
  settings: DatabaseSettings,
  { phones, seconds, burst }: { readonly phones: number; readonly seconds: number; readonly burst: number },
): Promise<HallTimes> {
  const server = startChild<HallServer>('./hallServer.ts')
  const crowd = startChild<Phones>('./phones.ts')
  const slips = Array.from({ length: phones }, () => randomBytes(32).toString('hex'))
  const sealTo = bytesToHex(publicKeyOf(new Uint8Array(randomBytes(32))))
  const hall = await server.ask('openHall', { settings, slips, sealTo })
  const waiters = Math.ceil(phones / 8)
  const many = phones + 2 * burst + 10 * waiters
  const sealedLength = await crowd.ask('prepare', { hall, slips, sealTo, many })
  const watch = async (act: () => Promise<Seen>): Promise<Crowd> => {
    await server.ask('begin', undefined)
    const seen = await act()
    return { seen, cost: await server.ask('cost', undefined) }
  }
  const votes = await watch(() => crowd.ask('vote', { phones, seconds }))
  const cast = await watch(() => crowd.ask('cast', { phones: burst, seconds: 2 }))
  // A thousand phones that wait look at their slips about every eight seconds.
  const waiting = await watch(() => crowd.ask('wait', { phones: 10 * waiters, seconds: 10 }))
  const kept = await server.ask('kept', undefined)
  const port = await server.ask('openEcho', undefined)
  const echo = await watch(() => crowd.ask('echo', { port, phones: burst, seconds: 2 }))
  await Promise.all([server.stop(), crowd.stop()])
  const told = new Set([...votes.seen.acknowledged, ...cast.seen.acknowledged])
  const there = new Set(kept)
  return {
    sealedLength,
    votes,
    burst: cast,
    waiting,
    echo,
    lost: [...told].filter(hash => !there.has(hash)).length,
    extra: kept.length - [...told].filter(hash => there.has(hash)).length,
  }
}
