import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startOf, throwBelow } from '../../../src/demo/dice.ts'
import { LONG, SEED } from '../../longRun.ts'
import type { Score } from './guesses.ts'

/** Games played so far, and the guesses of each trace. */
interface Standing {
  readonly games: number
  readonly guesses: number
  readonly traces: Readonly<Record<string, Score>>
}

/** Where a long run keeps its standing after each game, to go on from there: a folder. */
const KEPT = process.env['HENGPING_GAME']

/** Minutes after which a long run stops, to be gone on with. */
const MINUTES = Number(process.env['HENGPING_GAME_MINUTES'] ?? Infinity)

/** Says something of a long run. */
export const say = (line: string) => void ((LONG || process.env['SAY']) && process.stderr.write(`${line}\n`))

/** The fair coin of a game. */
export function coinOf(game: number): () => boolean {
  const start = startOf(SEED, game)
  let thrown = 0
  return () => throwBelow(start, thrown++, 2) === 1
}

/** Plays games and guesses; after the last one no trace may be better than a coin. */
export async function playGames({
  name,
  games,
  each,
  play,
}: {
  readonly name: string
  readonly games: number
  /** after so many the standing is said. */
  readonly each: number
  play(
    game: number,
    coin: () => boolean,
  ): Promise<{ guesses: number; traces: Readonly<Record<string, Score>> }>
}): Promise<void> {
  const file = KEPT && join(KEPT, `${name}-${SEED}.json`)
  const until = Date.now() + MINUTES * 60_000
  let standing: Standing =
    file && existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Standing)
      : { games: 0, guesses: 0, traces: {} }
  say(`${name}: ${games} games, seed ${SEED}, from game ${standing.games + 1}`)
  while (standing.games < games && Date.now() < until) {
    const { guesses, traces } = await play(standing.games, coinOf(standing.games))
    const added = Object.entries(traces).map(([trace, { told, right }]) => {
      const before = standing.traces[trace] ?? { told: 0, right: 0 }
      return [trace, { told: before.told + told, right: before.right + right }] as const
    })
    standing = {
      games: standing.games + 1,
      guesses: standing.guesses + guesses,
      traces: Object.fromEntries(added),
    }
    if (file) writeFileSync(file, JSON.stringify(standing))
    if (standing.games % each === 0 || standing.games === games) {
      const shares = added.map(
        ([trace, { told, right }]) => `${trace} ${((100 * right) / standing.guesses).toFixed(2)} (${told})`,
      )
      say(`${name}: ${standing.games} games, ${standing.guesses} guesses: ${shares.join(', ')}`)
    }
  }
  for (const [trace, { right }] of Object.entries(standing.traces)) {
    // Fair coins: in a whole long run within one per cent; a sample is never won or lost altogether.
    if (LONG && standing.games >= games)
      expect(Math.abs(right / standing.guesses - 0.5), trace).toBeLessThan(0.01)
    else expect(right > 0 && right < standing.guesses, trace).toBe(true)
  }
}
