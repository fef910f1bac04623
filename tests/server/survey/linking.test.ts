import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { LONG, SEED, sized } from '../../longRun.ts'
import type { DatabaseKind } from '../databases.ts'
import { type Ground, openGround } from '../linking/ground.ts'
import { coinOf, playGames, say } from '../linking/playGames.ts'
import { openOffice } from '../office.ts'
import { openGame, play, type Unit } from './linkingGame.ts'
import { buildPlayer, plant } from './linkingPlants.ts'
import { guess, type TraceName, traces } from './linkingTraces.ts'
import { openSurveyYear } from './surveyOffice.ts'

const root = mkdtempSync(join(tmpdir(), '衡评 猜卷-'))
afterAll(async () => {
  await close()
  rmSync(root, { recursive: true, force: true })
})

/** Surveys played, and units in each, of which twenty people of each of two groups are asked: 152,000 guesses of each trace in the long run, on each database. */
const [SURVEYS, UNITS] = [sized(40, 1), sized(10, 2)]

/** People of a unit and group; in a broken build, where few are enough. */
const [EACH, FEW] = [sized(20, 8), sized(10, 8)]

/** Lengths of their answers. */
const LENGTHS = sized(10, 8)

/** Surveys on one database: what lies on its disk is read after each. */
const TOGETHER = 10

const names = Object.keys(traces) as TraceName[]

/** Traces planted: all in the long run, else one. */
const PLANTS = LONG ? names : names.filter((_, at) => (at + SEED) % names.length === 0)

/** Traces in which a busy machine, or a page that the log holds as a whole, adds a little chance: nine pairs of ten are enough. */
const UNEVEN: readonly TraceName[] = [
  'times in the write-ahead log',
  'times of files while calling',
  'saves in the write-ahead log',
]

const broken = await buildPlayer()
let shared:
  | { readonly ground: Ground; readonly units: readonly Unit[]; readonly kind: DatabaseKind }
  | undefined

/** A database with a year: a new one each time in the long run. */
async function openYearGround(kind: DatabaseKind) {
  if (shared?.kind === kind) return shared
  await close()
  const ground = await openGround(kind, root)
  const office = await openOffice(ground.database)
  const units = await openSurveyYear(office.context, UNITS)
  await office.close()
  return (shared = { ground, units, kind })
}

async function close(): Promise<void> {
  await shared?.ground.close()
  shared = undefined
}

describe.each(LONG ? (['PGlite', 'PostgreSQL'] as const) : (['PGlite'] as const))(
  '§2 who gave which answers (%s)',
  kind => {
    test('cannot be told from any trace after separation', async () => {
      let game: Awaited<ReturnType<typeof openGame>> | undefined
      await playGames({
        name: `survey-${kind}`,
        games: SURVEYS,
        each: TOGETHER,
        async play(survey, coin) {
          if (game !== undefined && survey % TOGETHER === 0) {
            await game.office.close()
            await close()
            game = undefined
          }
          if (game === undefined) {
            const { ground, units } = await openYearGround(kind)
            game = await openGame(ground, units)
          }
          // Every other survey is called by one interviewer, the others by all at once.
          const evidence = await play(game, {
            each: EACH,
            atOnce: survey % 2 === 1,
            lengths: LENGTHS,
            coin,
          })
          const told = names.map(name => [name, guess(name, evidence, coin)] as const)
          return { guesses: evidence.pairs.length, traces: Object.fromEntries(told) }
        },
      })
      await game?.office.close()
      await close()
    })

    test('is told by each trace that a broken build leaves, alone', async () => {
      const { ground, units } = await openYearGround(kind)
      const game = await broken.openGame(ground, units.slice(0, 2))
      const lost: TraceName[] = []
      for (const name of PLANTS) {
        const pull = await plant(name, ground)
        const evidence = await broken.play(game, { each: FEW, atOnce: false, lengths: 2, coin: coinOf(0) })
        pull()
        const pairs = evidence.pairs.filter(
          ({ triedTwice, sheets: [one, other] }) => triedTwice !== undefined && one.length !== other.length,
        )
        const won = names.filter(one => guess(one, evidence, () => false, pairs).right === pairs.length)
        const score = guess(name, evidence, () => false, pairs)
        say(`${kind}, planted ${name}: ${score.right} of ${pairs.length}; won by ${won.join(', ')}`)
        // Other programs move the times of calls: the short run, which is to be right beside them, asks less.
        const least = UNEVEN.includes(name) ? sized(0.9, 0.7) : 1
        if (score.right < least * pairs.length || pairs.length < 20) lost.push(name)
      }
      expect(lost).toEqual([])
      await game.office.close()
      await close()
    })
  },
)
