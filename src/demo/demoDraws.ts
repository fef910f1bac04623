import type { CycleFacts } from '../domain/year/facts/facts.ts'
import type { DrawLine } from '../domain/campaign/draw/drawList.ts'
import type { Quarter } from '../domain/kernel/calendar.ts'
import type { Roster, Unit } from '../domain/year/roster/roster.ts'
import { personName } from './demoNames.ts'
import { dice, startOf, throwBelow } from './dice.ts'

/** The lists of one unit for the demo draws (抽签): its branches and its members. */
interface DemoLists {
  readonly unit: string
  readonly branch: readonly DrawLine[]
  readonly member: readonly DrawLine[]
}

/** A demo draw (抽签) of one quarter: who was present, what they said, which units were drawn. `again` is a second draw, with its reason. */
export interface DemoDraw {
  readonly quarter: Quarter
  readonly preparedAt: string
  readonly heldAt: string
  readonly numbers: readonly [string, string]
  readonly units: readonly string[]
  readonly takes: { readonly branch?: number; readonly member?: number }
  readonly again?: string
}

/** The draws (抽签) of the demo year: lists, the draws of four quarters, and lists changed since. */
export interface DemoDraws {
  readonly lists: readonly DemoLists[]
  readonly draws: readonly DemoDraw[]
  readonly changed: readonly { readonly unit: string; readonly member: readonly DrawLine[] }[]
}

const HELD = ['02-23', '05-25', '08-24', '11-02'] as const
const CHANGED = 4

/** Generates the draws (抽签) from seed, roster and facts: each quarter draws for the units that the committee visited in it. */
export function demoDraws(seed: number, roster: Roster, facts: CycleFacts): DemoDraws {
  const visits = facts.visits.filter(visit => visit.by !== 'leadUnit')
  const visited = new Set(visits.map(visit => visit.unit))
  const lists = roster.units.flatMap((unit, at) =>
    visited.has(unit.id) ? [listsOf(unit, startOf(seed ^ 0xd2a3, at))] : [],
  )
  const draws = HELD.map((day, at): DemoDraw => {
    const quarter = (at + 1) as Quarter
    const units = [...new Set(visits.filter(visit => visit.quarter === quarter).map(visit => visit.unit))]
    return {
      ...momentsOf(facts.cycle, day),
      quarter,
      numbers: numbersOf(seed, at),
      units,
      takes: { branch: 2, member: 10 },
    }
  }).filter(draw => draw.units.length > 0)
  const third = draws.find(draw => draw.quarter === 3)
  const again = third?.units[30] ?? third?.units[0]
  if (again !== undefined) {
    const reason = '抽中的党员有三人在外学习，核查当日不能到场，经双方同意重新抽取'
    draws.push({
      ...momentsOf(facts.cycle, '09-05'),
      quarter: 3,
      numbers: numbersOf(seed, 9),
      units: [again],
      takes: { member: 10 },
      again: reason,
    })
  }
  return { lists, draws, changed: lists.slice(0, CHANGED).map(changedOf) }
}

function listsOf(unit: Unit, state: number): DemoLists {
  const isLarge = unit.leadUnit === undefined
  const branches = BRANCHES.slice(0, (isLarge ? 4 : 2) + throwBelow(state, 1, 3))
  const count = isLarge ? 30 + throwBelow(state, 2, 31) : 12 + throwBelow(state, 2, 29)
  const seen = new Set<string>()
  const member = Array.from({ length: count }, (_, at): DrawLine => {
    const branch = branches[throwBelow(state, 400 + at, branches.length)]!
    return { id: numbered(at), name: nameIn(seen, state, at), branch }
  })
  return { unit: unit.id, branch: branches.map((name, at) => ({ id: numbered(at), name })), member }
}

/** Returns a name that is unique within the unit. */
function nameIn(seen: Set<string>, state: number, at: number): string {
  for (let salt = 0; ; salt += 1000) {
    const name = personName(state, salt + 1000 + at * 2)
    if (seen.has(name)) continue
    seen.add(name)
    return name
  }
}

/** Returns a list changed after it was frozen: one member left and one joined. */
function changedOf({ unit, member }: DemoLists): {
  readonly unit: string
  readonly member: readonly DrawLine[]
} {
  const [, ...rest] = member
  const { branch } = member[0]!
  return {
    unit,
    member: [...rest, { id: numbered(member.length), name: '高示远', branch }],
  }
}

function numbersOf(seed: number, at: number): readonly [string, string] {
  const [one, other] = [5, 6].map(salt =>
    String(dice(startOf(seed, 70_000 + at), salt))
      .padStart(10, '0')
      .slice(-6),
  )
  return [one!, other!]
}

function momentsOf(year: number, day: string): { readonly preparedAt: string; readonly heldAt: string } {
  return { preparedAt: `${year}-${day}T06:05:00.000Z`, heldAt: `${year}-${day}T06:32:00.000Z` }
}

function numbered(at: number): string {
  return String(at + 1).padStart(3, '0')
}

const BRANCHES = [
  '机关第一党支部',
  '机关第二党支部',
  '业务党支部',
  '离退休干部党支部',
  '所属中心党支部',
  '青年党支部',
] as const
