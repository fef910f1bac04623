import { seededOrder } from './seededOrder.ts'

/** 分段编组的要求. */
export interface TeamRequest {
  readonly inspectors: readonly string[]
  readonly teamSize: 2 | 3
  readonly legs: number
  readonly seed: string
  /** 以往同行的: those who went together before. */
  readonly before: readonly (readonly string[])[]
}

/** 各段各组的成员; the first of each is its head. */
export type TeamsByLeg = readonly (readonly (readonly string[])[])[]

const TRIES = 12

/** 编组数: so many that each team has two or three. */
export function countTeams(inspectors: number, teamSize: 2 | 3): number {
  if (inspectors < 4) return Math.min(1, inspectors)
  return teamSize === 2 ? Math.floor(inspectors / 2) : Math.ceil(inspectors / 3)
}

/**
 * 分段编组: heads stay with their team all round; the others move on by one team a leg (third members by two), so that from the second leg on everybody is linked
 * with everybody. Of several orders that the seed gives, the one is taken in which fewest go together again who did in earlier rounds.
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

/** 同行次数: how often the members of a team went to a unit together. */
interface Pairs {
  within(members: readonly string[]): number
}

/** 同行次数的统计, from those who went together before. */
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
