import { seededOrder } from './seededOrder.ts'

/** A request to form teams for each leg (分段编组). */
interface TeamRequest {
  readonly inspectors: readonly string[]
  readonly teamSize: 2 | 3
  readonly legs: number
  readonly seed: string
  /** Parties who visited together before. */
  readonly before: readonly (readonly string[])[]
}

/** The members of each team in each leg (分段编组); the first is its head. */
type TeamsByLeg = readonly (readonly (readonly string[])[])[]

const TRIES = 12

/** Returns the number of teams (编组数) that gives each two or three members. */
export function countTeams(inspectors: number, teamSize: 2 | 3): number {
  if (inspectors < 4) return Math.min(1, inspectors)
  return teamSize === 2 ? Math.floor(inspectors / 2) : Math.ceil(inspectors / 3)
}

/**
 * Forms teams for each leg (分段编组): heads keep their team; second members move on by one team per leg and
 * third members by two, so that everybody is linked from the second leg on. Of several seeded orders,
 * takes the one that repeats the fewest pairs from earlier rounds.
 */
export function formTeams({ inspectors, teamSize, legs, seed, before }: TeamRequest): TeamsByLeg {
  const pairs = createPairs(before)
  const tries = before.length === 0 ? 1 : TRIES
  let best: TeamsByLeg = []
  let least = Infinity
  for (let at = 0; at < tries; at++) {
    const formed = rotate(
      seededOrder(inspectors, `${seed}/${at}`),
      countTeams(inspectors.length, teamSize),
      legs,
    )
    const again = formed.flat().reduce((sum, team) => sum + pairs.within(team), 0)
    if (again < least) [best, least] = [formed, again]
  }
  return best
}

function rotate(order: readonly string[], teams: number, legs: number): TeamsByLeg {
  return Array.from({ length: legs }, (_, leg) => {
    const formed: string[][] = order.slice(0, teams).map(head => [head])
    for (const [at, member] of order.slice(teams).entries()) {
      const step = 1 + Math.floor(at / teams)
      formed[(at + leg * step) % teams]!.push(member)
    }
    return formed
  })
}

/** Counts how often two people visited together (同行次数). */
interface Pairs {
  within(members: readonly string[]): number
}

/** Creates the counts of joint visits (同行次数) from earlier parties. */
function createPairs(before: Iterable<readonly string[]>): Pairs {
  const counts = new Map<string, number>()
  for (const members of before)
    for (const key of pairsOf(members)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return { within: members => pairsOf(members).reduce((sum, key) => sum + (counts.get(key) ?? 0), 0) }
}

function pairsOf(members: readonly string[]): readonly string[] {
  return members.flatMap((one, at) =>
    members.slice(at + 1).map(other => (one < other ? `${one}\n${other}` : `${other}\n${one}`)),
  )
}
