import { type FactBook, createFactBook } from '../../src/domain/year/facts/factBook.ts'
import {
  type FactList,
  type FactOf,
  type FactsIntake,
  createFactsIntake,
} from '../../src/domain/year/facts/factsIntake.ts'
import type { Holder, Roster, Unit } from '../../src/domain/year/roster/roster.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { schemes } from '../properties/schemes.ts'

/** A scheme of the repository by its id. */
export function schemeOf(id: string): Scheme {
  const found = schemes.find(scheme => scheme.id === id)
  if (!found) throw new Error(`no scheme ${id}`)
  return found
}

/** The notice's own scheme: ledger, gradings, survey, ballots in points. */
export const xiangxi = schemeOf('xiangxi-2018')

/** The made-up one: levels, ranges, multipliers, measures, vetoes, ballots in grades, two cohorts. */
export const jiangnan = schemeOf('jiangnan-2024')

/** A unit of the notice's scheme; a member of the lead unit `lin` unless it says otherwise. */
export function aUnit(id: string, name: string, more: Partial<Unit> = {}): Unit {
  return {
    id,
    name,
    kind: '州直机关',
    level: '正处级',
    tier: 'member',
    leadUnit: 'lin',
    affiliated: true,
    headedByLeader: false,
    ...more,
  }
}

/** A unit without a lead unit. */
export function aLead(id: string, name: string, more: Partial<Unit> = {}): Unit {
  const { leadUnit: _lead, ...unit } = aUnit(id, name, { tier: 'lead', ...more })
  return unit
}

/** A secretary of a unit. */
export function aHolder(unit: string, name: string, more: Partial<Holder> = {}): Holder {
  return { unit, person: `p-${unit}`, name, post: '党组织书记', ...more }
}

/** Two lead units, two members of the first, one directly managed unit. */
export const roster: Roster = {
  units: [
    aLead('lin', '示范州林业局'),
    aLead('nong', '示范州农业局'),
    aUnit('miao', '示范州种苗站'),
    aUnit('cao', '示范州草原站'),
    aLead('qi', '示范州气象局', { tier: 'direct' }),
  ],
  holders: ['lin', 'nong', 'miao', 'cao', 'qi'].map((unit, at) => aHolder(unit, `${'赵钱孙李周'[at]}示安`)),
}

/** Two units of the made-up scheme. */
export const jiangnanRoster: Roster = {
  units: ['a', 'b'].map(id => ({
    id,
    name: `虚构${id}局`,
    kind: '机关',
    level: '正处级',
    tier: 'unit',
    cohort: 'department',
    affiliated: true,
    headedByLeader: false,
  })),
  holders: [],
}

/** A gate for facts of a scheme and a roster. */
export function anIntake(
  scheme: Scheme = xiangxi,
  of: Roster = roster,
  refused?: ReadonlySet<string>,
): FactsIntake {
  return createFactsIntake(createFactBook(scheme, of, refused), scheme.cycle, (list, at) => `${list}[${at}]`)
}

/** The book of a scheme and a roster. */
export function aBook(scheme: Scheme = xiangxi, of: Roster = roster): FactBook {
  return createFactBook(scheme, of)
}

/** What the gate has against a fact: `field code` for each fault. */
export function told<L extends FactList>(
  intake: FactsIntake,
  list: L,
  fact: FactOf<L>,
  at = 0,
): readonly string[] {
  return intake
    .take(list, fact, at)
    .map(({ field, refusal }) => (field === undefined ? refusal.code : `${field} ${refusal.code}`))
}
