import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { startOf, throwBelow } from '../../../src/demo/dice.ts'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { seedDemo } from '../../../src/server/seedDemo.ts'
import { LONG, SEED, sized } from '../../longRun.ts'
import { type DatabaseKind, newPostgresDatabase } from '../databases.ts'
import { openOffice } from '../office.ts'
import { type Ground, openGame, play } from './linkingGame.ts'
import { buildBroken, plant } from './linkingPlants.ts'
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

/** Traces planted: all in the long run, else three. */
const PLANTS = LONG ? names : names.filter((_, at) => (at + SEED) % 7 === 0)

/** Some hours for the long run on a busy machine. */
const LIMIT = sized(8 * 3_600_000, 300_000)

const broken = await buildBroken()
let made = 0

let shared: Ground | undefined

/** A database with the demo year: a new one each time in the long run. */
async function openGround(kind: DatabaseKind): Promise<Ground> {
  if (shared !== undefined) return shared
  const folder = join(root, String(++made))
  const settings =
    kind === 'PGlite'
      ? ({ kind: 'embedded', folder } as const)
      : ({ kind: 'server', url: await newPostgresDatabase(), poolSize: 10 } as const)
  const database = await openDatabase(settings)
  await migrate(database)
  const office = await openOffice(database)
  await seedDemo(office.context, 40)
  await office.close()
  const { rows } = await database.db.execute<{ setting: string }>(
    sql`select setting from pg_settings where name = 'data_directory'`,
  )
  const databaseFolder = kind === 'PGlite' ? join(folder, 'database') : rows[0]!.setting
  return (shared = { database, databaseFolder, dataFolder: folder })
}

async function close(): Promise<void> {
  await shared?.database.close()
  if (shared) rmSync(shared.dataFolder, { recursive: true, force: true })
  shared = undefined
}

interface Score {
  readonly meetings: number
  readonly traces: Readonly<Partial<Record<TraceName, { readonly told: number; readonly right: number }>>>
}

/** Where a long run keeps its score after each meeting, to go on from there: a folder. */
const KEPT = process.env['HENGPING_GAME']

function readScore(kind: DatabaseKind): Score {
  const file = KEPT && join(KEPT, `${kind}-${SEED}.json`)
  return file && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Score)
    : { meetings: 0, traces: {} }
}

function keepScore(kind: DatabaseKind, score: Score): void {
  if (KEPT) writeFileSync(join(KEPT, `${kind}-${SEED}.json`), JSON.stringify(score))
  if (score.meetings % EACH !== 0) return
  const guesses = score.meetings * PAIRS
  const shares = names.map(name => {
    const { told, right } = score.traces[name]!
    return `${name} ${((100 * right) / guesses).toFixed(2)} (${told})`
  })
  say(`${kind}: ${score.meetings} meetings, ${guesses} guesses: ${shares.join(', ')}`)
}

/** The fair coin of a meeting. */
function coinOf(meeting: number): () => boolean {
  const start = startOf(SEED, meeting)
  let thrown = 0
  return () => throwBelow(start, thrown++, 2) === 1
}

const say = (line: string) => void ((LONG || process.env['SAY']) && process.stderr.write(`${line}\n`))

describe.each(LONG ? (['PGlite', 'PostgreSQL'] as const) : (['PGlite'] as const))(
  '§5 who cast which sheet (%s)',
  kind => {
    test(
      'cannot be told from any trace',
      async () => {
        let score = readScore(kind)
        say(
          `${kind}: ${MEETINGS} meetings of ${PAIRS} pairs, seed ${SEED}, from meeting ${score.meetings + 1}`,
        )
        while (score.meetings < MEETINGS) {
          const ground = await openGround(kind)
          const game = await openGame(ground)
          for (const until = Math.min(MEETINGS, score.meetings + EACH); score.meetings < until;) {
            const coin = coinOf(score.meetings)
            // Every tenth meeting votes one by one, the others in a crowd.
            const evidence = await play(game, {
              pairs: PAIRS,
              atOnce: score.meetings % 10 === 0 ? 1 : 40,
              coin,
            })
            const traced = names.map(name => {
              const { told, right } = guess(name, evidence, coin)
              const before = score.traces[name] ?? { told: 0, right: 0 }
              return [name, { told: before.told + told, right: before.right + right }]
            })
            expect(game.log.join('\n')).not.toMatch(/\/api\/vote/)
            score = { meetings: score.meetings + 1, traces: Object.fromEntries(traced) as Score['traces'] }
            keepScore(kind, score)
          }
          await game.office.close()
          if (LONG) await close()
        }
        const guesses = MEETINGS * PAIRS
        for (const name of names) {
          const { right } = score.traces[name]!
          // Fair coins: in the long run within one per cent; a sample is never won or lost altogether.
          if (LONG) expect(Math.abs(right / guesses - 0.5), name).toBeLessThan(0.01)
          else expect(right > 0 && right < guesses, name).toBe(true)
        }
      },
      LIMIT,
    )

    test(
      'is told by each trace that a broken build leaves, alone',
      async () => {
        const ground = await openGround(kind)
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
      },
      LIMIT,
    )
  },
)
