import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { seedDemo } from '../../../src/server/seedDemo.ts'
import { LONG, SEED, sized } from '../../longRun.ts'
import type { DatabaseKind } from '../databases.ts'
import { type Ground, openGround } from '../linking/ground.ts'
import { coinOf, playGames, say } from '../linking/playGames.ts'
import { openOffice } from '../office.ts'
import { openGame, play } from './linkingGame.ts'
import { buildPlayer, plant } from './linkingPlants.ts'
import { guess, type TraceName, traces } from './linkingTraces.ts'

const root = mkdtempSync(join(tmpdir(), '衡评 猜票-'))
afterAll(async () => {
  await close()
  rmSync(root, { recursive: true, force: true })
})

/** Meetings played, and pairs of voters in each: 40,000 guesses of each trace in the long run, on each database. */
const [MEETINGS, PAIRS] = [sized(500, 1), sized(80, 10)]

/** Meetings on one database: what lies on its disk is read after each. */
const EACH = 25

/** Pairs at a meeting in whose build a trace is planted. */
const PLANTED = sized(20, 6)

const names = Object.keys(traces) as TraceName[]

/** Traces planted: all in the long run, else one. */
const PLANTS = LONG ? names : names.filter((_, at) => at === SEED % names.length)

const broken = await buildPlayer()

let shared: { readonly ground: Ground; readonly kind: DatabaseKind } | undefined

/** A database with the demo year: a new one each time in the long run. */
async function openYearGround(kind: DatabaseKind): Promise<Ground> {
  if (shared?.kind === kind) return shared.ground
  await close()
  const ground = await openGround(kind, root)
  shared = { ground, kind }
  const office = await openOffice(ground.database)
  await seedDemo(office.context, 40)
  await office.close()
  return ground
}

async function close(): Promise<void> {
  await shared?.ground.close()
  shared = undefined
}

describe.each(LONG ? (['PGlite', 'PostgreSQL'] as const) : (['PGlite'] as const))(
  '§5 who cast which sheet (%s)',
  kind => {
    test('cannot be told from any trace', async () => {
      let game: Awaited<ReturnType<typeof openGame>> | undefined
      await playGames({
        name: kind,
        games: MEETINGS,
        each: EACH,
        async play(meeting, coin) {
          if (game !== undefined && LONG && meeting % EACH === 0) {
            await game.office.close()
            await close()
            game = undefined
          }
          game ??= await openGame(await openYearGround(kind))
          // Every tenth meeting votes one by one, the others in a crowd.
          const evidence = await play(game, { pairs: PAIRS, atOnce: meeting % 10 === 0 ? 1 : 40, coin })
          expect(game.log.join('\n')).not.toMatch(/\/api\/vote/)
          const told = names.map(name => [name, guess(name, evidence, coin)] as const)
          return { guesses: PAIRS, traces: Object.fromEntries(told) }
        },
      })
      await game?.office.close()
      if (LONG) await close()
    })

    test('is told by each trace that a broken build leaves, alone', async () => {
      const ground = await openYearGround(kind)
      const game = await broken.openGame(ground)
      for (const name of PLANTS) {
        const pull = await plant(name, ground)
        const evidence = await broken.play(game, { pairs: PLANTED, atOnce: 1, coin: coinOf(0) })
        pull()
        const won = names.filter(one => guess(one, evidence, () => false).right === PLANTED)
        say(
          `${kind}, planted ${name}: ${guess(name, evidence, () => false).right} of ${PLANTED}; won by ${won.join(', ')}`,
        )
        expect(
          guess(name, evidence, () => false),
          name,
        ).toEqual({ told: PLANTED, right: PLANTED })
      }
      await game.office.close()
    })
  },
)
