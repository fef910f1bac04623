import { compareIds } from '../../kernel/ids.ts'
import type { PlanFault } from './planFaults.ts'
import type { PlanInspector, PlannedVisit } from './planTerms.ts'

/** The visits and measures (均衡) to be checked for balance. */
interface Balance {
  readonly visits: readonly PlannedVisit[]
  readonly inspectors: readonly PlanInspector[]
  readonly overlap: number
}

/** Returns the largest allowed difference (容许的差) between the busiest and the least busy person, in units: a quarter of the mean, at least 3. */
function mostUneven(mean: number): number {
  return Math.max(3, Math.ceil(mean / 4))
}

/** Returns each person's load (承担的单位数), and with whom they share units. */
export function loadsOf(
  visits: readonly PlannedVisit[],
): ReadonlyMap<
  string,
  { readonly units: number; readonly mates: ReadonlySet<string>; readonly chances: number }
> {
  const loads = new Map<string, { units: number; mates: Set<string>; chances: number }>()
  for (const { inspectors } of visits) {
    for (const one of inspectors) {
      const load = loads.get(one) ?? { units: 0, mates: new Set<string>(), chances: 0 }
      load.units++
      load.chances += inspectors.length - 1
      for (const other of inspectors) if (other !== one) load.mates.add(other)
      loads.set(one, load)
    }
  }
  return loads
}

/** Checks balance and comparability (均衡与可比): the work is even, everybody is linked through shared units, and each shares units with enough others. (三（二）2) */
export function checkBalance({ visits, inspectors, overlap }: Balance): readonly PlanFault[] {
  if (visits.length === 0) return []
  const loads = loadsOf(visits)
  const active = inspectors.filter(one => one.active).map(one => one.id)
  return [...checkEvenness(active, loads), ...checkLinks(visits), ...checkShared(active, loads, overlap)]
}

type Loads = ReturnType<typeof loadsOf>

function checkEvenness(active: readonly string[], loads: Loads): PlanFault[] {
  if (active.length < 2) return []
  const units = active
    .map(id => ({ id, units: loads.get(id)?.units ?? 0 }))
    .toSorted((one, other) => one.units - other.units || compareIds(one.id, other.id))
  const [idlest, busiest] = [units[0]!, units.at(-1)!]
  const mean = units.reduce((sum, one) => sum + one.units, 0) / units.length
  if (busiest.units - idlest.units <= mostUneven(mean)) return []
  return [
    {
      kind: 'uneven',
      values: { most: busiest.units, least: idlest.units, busiest: busiest.id, idlest: idlest.id },
    },
  ]
}

/** Finds groups of inspectors that no shared unit links: their strictness cannot be separated from the level of their units. */
function checkLinks(visits: readonly PlannedVisit[]): PlanFault[] {
  const parts = linkedParts(visits.map(visit => visit.inspectors))
  return parts.length < 2 ? [] : [{ kind: 'apart', values: { parts: parts.length, smallest: parts[0]! } }]
}

function checkShared(active: readonly string[], loads: Loads, overlap: number): PlanFault[] {
  return active.flatMap((inspector): PlanFault[] => {
    const load = loads.get(inspector)
    if (load === undefined) return []
    const wanted = Math.min(overlap, active.length - 1, load.chances)
    return load.mates.size < wanted
      ? [{ kind: 'fewShared', values: { inspector, shared: load.mates.size, wanted } }]
      : []
  })
}

/** Returns the connected groups (连通分组) of persons linked by common parties, smallest first. */
function linkedParts(parties: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const parents = new Map<string, string>()
  const rootOf = (one: string): string => {
    let root = one
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up
    parents.set(one, root)
    return root
  }
  for (const [first, ...others] of parties) {
    if (first === undefined) continue
    const root = rootOf(first)
    for (const other of others) parents.set(rootOf(other), root)
  }
  const parts = new Map<string, string[]>()
  for (const one of new Set(parties.flat())) parts.set(rootOf(one), [...(parts.get(rootOf(one)) ?? []), one])
  return [...parts.values()].toSorted((one, other) => one.length - other.length)
}
