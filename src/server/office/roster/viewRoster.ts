import { rosterColumns, OTHERS } from '../../../contract/roster/rosterColumns.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { type Phase, phaseNames } from '../../../domain/year/lifecycle/phases.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type Appraisee, appointAppraisees } from '../../../domain/year/roster/appointAppraisees.ts'
import type { Roster, Unit } from '../../../domain/year/roster/roster.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { readRoster } from './roster.store.ts'
import { schemeOfYear } from './schemeOfYear.ts'
import { findCycle, type FormerName, readFormerNames } from './unit.store.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'

type RosterAnswer = Answered<'GET /api/years/:year/roster'>
type UnitPart = Omit<RosterAnswer['units'][number], 'tierName' | 'leads' | 'state'>

/** Presents the roster: each unit within the reader's reach, with the person appraised and why, or why it is not appraised. (一) */
export async function viewRoster({
  context,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/roster'>): Promise<RosterAnswer | Refusal> {
  const db = context.db
  const found = await findCycle(db, year)
  if (found === undefined) return refuse('notFound', { what: `${year}年度` })
  const scheme = await schemeOfYear(db, year)
  if (isRefusal(scheme) && scheme.code !== 'yearWithoutScheme') return scheme
  const [roster, former] = [await readRoster(db, year), await readFormerNames(db, year)]
  const view = loadUnitView(isRefusal(scheme) ? undefined : scheme, roster, former)
  const order = new Intl.Collator('zh')
  const terms = termsOf(isRefusal(scheme) ? undefined : scheme, roster)
  const leads = Map.groupBy(roster.units, ({ leadUnit }) => leadUnit)
  const units = roster.units
    .filter(unit => reach.has(unit.id))
    .map(unit => {
      const part = view(unit)
      return {
        ...part,
        tierName: terms.tiers.find(({ id }) => id === part.tier)?.name ?? part.tier,
        cohortName: terms.cohorts.find(({ id }) => id === part.cohort)?.name ?? part.cohort,
        leads: leads.get(unit.id)?.filter(({ id }) => reach.has(id)).length ?? 0,
        state: stateOf(part, year),
      }
    })
    .toSorted((one, other) => order.compare(one.name, other.name))
  const { rows, paging } = await pageRows(
    query.page === undefined ? units : groupUnits(units),
    rosterColumns,
    query,
  )
  return {
    year,
    whole: reach.all,
    ...(found.sealed && {
      closed: sentenceOfRefusal(refuse('yearSealed', { phase: phaseNames[found.phase as Phase] })),
    }),
    ...(isRefusal(scheme) && { closed: sentenceOfRefusal(scheme) }),
    units: rows,
    paging,
    terms,
  }
}

function stateOf({ closesOn, outside, answers }: UnitPart, year: number): string {
  if (closesOn !== undefined && closesOn <= `${year}-12-31`) return '已撤销'
  if (outside !== undefined) return '不列入考核'
  if (answers === undefined) return '未核对'
  return answers.name === undefined ? '缺考核对象' : '列入考核'
}

/** Loads how a single unit of a roster is shown. */
export function loadUnitView(
  scheme: Scheme | undefined,
  roster: Roster,
  former: ReadonlyMap<string, readonly FormerName[]>,
): (unit: Unit) => UnitPart {
  const appraisees = new Map(
    scheme === undefined ? [] : appraiseesOf(scheme, roster).map(one => [one.unit, one]),
  )
  const names = new Map(roster.units.map(unit => [unit.id, unit.name]))
  return unit => {
    const { succeeds, ...own } = unit
    const { leadUnit } = own
    const formerNames = former.get(unit.id)
    const appraisee = appraisees.get(unit.id)
    return {
      ...own,
      succeeds: succeeds && [...succeeds],
      formerNames: formerNames && [...formerNames],
      leadName: leadUnit && (names.get(leadUnit) ?? leadUnit),
      answers: appraisee === undefined ? undefined : answersOf(appraisee),
      ...(scheme !== undefined && appraisee === undefined && { outside: whyOutside(scheme, unit) }),
    }
  }
}

/** Returns the appraisees (考核对象) of a roster under its scheme. (一, R21) */
export function appraiseesOf(scheme: Scheme, roster: Roster): readonly Appraisee[] {
  return appointAppraisees(scheme, roster, indexRulings(scheme).answer('midYearChange'))
}

function answersOf({ personName, post, why }: Appraisee): NonNullable<UnitPart['answers']> {
  return { name: personName, post, why }
}

/** Says why a unit is not appraised. (一) */
function whyOutside(scheme: Scheme, { affiliated, level, closesOn }: Unit): string {
  if (!affiliated) return '党组织关系不归口，不列入考核'
  if (!scheme.scope.levels.includes(level))
    return `级别为${level}，不在考核范围（${scheme.scope.levels.join('、')}）`
  return closesOn === undefined ? '考核时尚未成立，不列入考核' : '考核时已经撤销，不列入考核'
}

function termsOf(scheme: Scheme | undefined, { units, holders }: Roster): RosterAnswer['terms'] {
  const answers = scheme?.scope.answers ?? []
  return {
    tiers: (scheme?.tiers ?? []).map(({ id, name }) => ({ id, name })),
    cohorts: (scheme?.cohorts ?? []).map(({ id, name }) => ({ id, name })),
    levels: commonest(
      units.map(unit => unit.level),
      scheme?.scope.levels ?? [],
    ),
    kinds: commonest(
      units.map(unit => unit.kind),
      answers.flatMap(rule => rule.kinds ?? []),
    ),
    posts: commonest(
      holders.map(holder => holder.post),
      answers.map(rule => rule.post).toReversed(),
    ),
  }
}

/** Lists the words in use, most common first, then the others known to the scheme. */
function commonest(used: readonly string[], known: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const word of used) times.set(word, (times.get(word) ?? 0) + 1)
  const ordered = [...times].toSorted(([, one], [, other]) => other - one).map(([word]) => word)
  return [...new Set([...ordered, ...known])].slice(0, 200)
}

type Listed = Answered<'GET /api/years/:year/roster'>['units'][number]

/** Orders units by system: each lead unit with its members below it, then the other units, each under the name of its group. */
function groupUnits(units: readonly Listed[]): readonly Listed[] {
  const ids = new Set(units.map(({ id }) => id))
  const members = Map.groupBy(units, ({ leadUnit }) => leadUnit)
  const heads = units.filter(({ leadUnit }) => leadUnit === undefined || !ids.has(leadUnit))
  return [
    ...heads.flatMap(lead => {
      const below = members.get(lead.id) ?? []
      const all = below.length === 0 ? [] : [lead, ...below]
      return all.map(unit => ({ ...unit, group: `${lead.name}系统` }))
    }),
    ...heads.filter(({ id }) => !members.has(id)).map(unit => ({ ...unit, group: OTHERS })),
  ]
}
