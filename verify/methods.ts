import type { Has, List, May } from './fields.ts'
import { exact, type Fraction, sum, ZERO } from './fraction.ts'
import { type RubricScore, scoreRubric, type View } from './rubric.ts'
import type { Answer, Component, Fact, Facts, Method, RoundResult, Scheme } from './shapes.ts'
import { type Appraisee, answerOf, groupBy, methodFor, wordOf, type Year } from './year.ts'

/** A component's figure before conversion and rounding; absent where facts are missing. */
export type Scored = May<'points', Fraction> &
  Has<'rounds', List<RoundResult<Fraction>>> &
  /** The whole year as the committee found it, from which points lost are listed. */
  May<'year', RubricScore>

/** Marks that were given, by unit and then by voter class. */
type Marks = ReadonlyMap<string, readonly Fraction[]>
type Part = Has<'mean' | 'weight', Fraction>

/** Scores one component of every appraisee, by the method of its tier. */
export function scoreAll({ scheme, facts, appraisees }: Year, component: Component): readonly Scored[] {
  const { id } = component
  const own = <T extends Has<'component'>>(list: List<T>): List<T> => list.filter(one => one.component === id)
  const surveys = groupBy(own(facts.surveys), ({ unit }) => unit)
  const gradings = new Map(own(facts.gradings).map(({ unit, grade }) => [unit, grade]))
  const scale = answerOf(scheme, 'ballotScale', id)
  const ballots = marksGiven(scale, own(facts.sheets), own(facts.ballotCounts))
  const pointsOf = (method: Method, appraisee: Appraisee): Fraction | undefined => {
    const unit = appraisee.unit.id
    if (method.kind === 'ledger') return ledgerPoints(scheme, component, appraisee)
    if (method.kind === 'measure') return appraisee.measures.get(method.measure ?? '')
    if (method.kind === 'ballots') return ballotPoints(scale!, method, ballots.get(unit))
    if (method.kind === 'survey')
      return surveyPoints(answerOf(scheme, 'surveyScale', id)!, method, surveys.get(unit) ?? [])
    const points = answerOf(scheme, 'gradePoints', id)?.points[gradings.get(unit) ?? '']
    return typeof points === 'number' ? exact(points) : undefined
  }
  return appraisees.map(appraisee => {
    const method = methodFor(component, appraisee.unit.tier)
    if (method?.kind === 'rubric') return inspected(scheme, component, method, appraisee)
    return { rounds: [], points: method && pointsOf(method, appraisee) }
  })
}

function inspected(scheme: Scheme, component: Component, method: Method, appraisee: Appraisee): Scored {
  const rubric = scheme.rubrics?.find(({ id }) => id === method.rubric)
  const ours = appraisee.findings.filter(
    ({ by, row }) => by !== 'leadUnit' && rubric?.rows.some(({ id }) => id === row),
  )
  const visits = appraisee.visits.filter(({ by }) => by !== 'leadUnit')
  const isMissing = rubric?.rows
    .filter(({ tiers }) => tiers === undefined || tiers.includes(appraisee.unit.tier))
    .some(row =>
      row.rules.some(
        ({ id, form, measure }) =>
          (measure !== undefined && !appraisee.measures.has(measure)) ||
          (form === 'ladder' && !ours.some(one => one.row === row.id && one.rule === id)),
      ),
    )
  if (rubric === undefined || isMissing) return { rounds: [] }
  if (method.rounds! > 0 && visits.length + ours.length === 0) return { rounds: [] }
  const view: View = { scheme, appraisee, elsewhere: chargedByLedger(scheme, appraisee.unit.tier) }
  const year = scoreRubric(rubric, view)
  const combine = wordOf(scheme, 'combineRounds', component.id) ?? 'accumulate'
  const held = [1, 2, 3, 4].filter(quarter => visits.some(visit => visit.quarter === quarter))
  const missed = [1, 2, 3, 4].filter(quarter => !held.includes(quarter))
  const isWhole = combine === 'accumulate' || method.rounds! < 2 || held.length === 0
  const rounds: RoundResult<Fraction>[] = isWhole
    ? [year]
    : (combine === 'latestRound' ? held.slice(-1) : held).map(round => {
        const last = round === held.at(-1)
        const quarters = last ? [round, ...missed] : [round]
        return { round, ...scoreRubric(rubric, { ...view, quarters, last }) }
      })
  let points = sum(rounds.map(round => round.points)).over(rounds.length)
  const lead = answerOf(scheme, 'leadInspections', component.id)
  if (lead?.use === 'weighted' && appraisee.visits.some(({ by }) => by === 'leadUnit')) {
    const score = scoreRubric(rubric, { ...view, lead: true })
    const share = exact(lead.percent!).over(100)
    points = points.plus(score.points.minus(points).times(share))
    rounds.push({ by: 'leadUnit', ...score })
  }
  return { points: points.times(component.base).over(rubric.base), rounds, year }
}

/** Counters that a tier's ledger component charges and the rubric therefore does not (R17). */
function chargedByLedger(scheme: Scheme, tier: string): readonly string[] {
  const answer = answerOf(scheme, 'doubleCounting')
  const isKept = scheme.components.some(component => methodFor(component, tier)?.kind === 'ledger')
  return answer?.countsIn === 'ledger' && isKept ? answer.counters : []
}

function ledgerPoints(scheme: Scheme, component: Component, { ledger }: Appraisee): Fraction | undefined {
  if (ledger.size === 0) return undefined
  const { base, tariff } = answerOf(scheme, 'ledgerTariff', component.id)!
  const once = answerOf(scheme, 'doubleCounting')
  const costs = Object.entries(tariff).map(([counter, cost]) => {
    if (once?.countsIn === 'rubric' && once.counters.includes(counter)) return ZERO
    const count = (ledger.get(counter) ?? []).reduce((all, entry) => all + entry.count, 0)
    return exact(cost ?? 0).times(count)
  })
  return exact(base).minus(sum(costs)).atLeast(0).times(component.base).over(base)
}

function surveyPoints(scale: Answer, { groups = [] }: Method, tallies: List<Fact>): Fraction | undefined {
  const parts: Part[] = []
  let valid = 0
  for (const { id } of groups) {
    const answers = tallies
      .filter(({ group }) => group === id)
      .flatMap(tally => Object.entries(tally.answers))
      .filter(([answer]) => typeof scale.points[answer] === 'number')
    const number = answers.reduce((all, [, count]) => all + count, 0)
    const worth = sum(answers.map(([answer, count]) => exact(scale.points[answer]!).times(count)))
    const weight = exact(scale.weights[id] ?? 0)
    valid += number
    if (number > 0) parts.push({ mean: worth.over(number), weight })
    else if (scale.emptyGroup === 'refuse' && weight.top !== 0n) return undefined
  }
  return valid < scale.minimumValid ? undefined : weighted(parts)
}

function ballotPoints(scale: Answer, { classes = [] }: Method, marks: Marks = new Map()) {
  if (scale.pooling === 'plainMean') return meanOf([...marks.values()].flat(), scale)
  const seen = new Set<string>()
  const parts = [...marks].flatMap(([voters, list]): readonly Part[] => {
    const mean = meanOf(list, scale)
    if (mean === undefined) return []
    const ids = voters.split(' ')
    for (const id of ids) seen.add(id)
    return [{ mean, weight: sum(ids.map(id => exact(scale.weights?.[id] ?? 0))) }]
  })
  const isShort = classes.some(({ id }) => !seen.has(id) && (scale.weights?.[id] ?? 0) !== 0)
  return scale.emptyClass === 'refuse' && isShort ? undefined : weighted(parts)
}

function meanOf(marks: readonly Fraction[], { trim }: Answer): Fraction | undefined {
  const isTrimmed = trim !== undefined && marks.length > trim.above
  const kept = isTrimmed
    ? marks.toSorted((one, other) => one.compare(other)).slice(trim.drop, marks.length - trim.drop)
    : marks
  return kept.length === 0 ? undefined : sum(kept).over(kept.length)
}

function weighted(parts: readonly Part[]): Fraction | undefined {
  const weight = sum(parts.map(part => part.weight))
  return weight.top === 0n ? undefined : sum(parts.map(part => part.mean.times(part.weight))).over(weight)
}

/** Sorts the marks of sheets and counts by unit, then by voter class; void sheets are left out (R8). */
function marksGiven(scale: Answer | undefined, sheets: Facts['sheets'], counts: Facts['ballotCounts']) {
  const ballots = new Map<string, Map<string, Fraction[]>>()
  const put = (unit: string, classes: string, worth: readonly Fraction[]): void => {
    const own = ballots.get(unit) ?? new Map<string, Fraction[]>()
    ballots.set(unit, own.set(classes, [...(own.get(classes) ?? []), ...worth]))
  }
  const worthOf = (mark: number | string | undefined): readonly Fraction[] => {
    const points = typeof mark === 'number' ? mark : scale?.gradePoints?.[mark ?? '']
    return typeof points === 'number' ? [exact(points)] : []
  }
  for (const { voterClass, marks } of sheets) {
    const given = marks.map(({ unit, points, grade }) => ({ unit, worth: worthOf(points ?? grade) }))
    const all = given.flatMap(({ worth }) => worth)
    if (scale?.voids.some(rule => isVoid(rule, all)) === true) continue
    for (const { unit, worth } of given) put(unit, voterClass, worth)
  }
  for (const { unit, voterClasses, marks } of counts)
    put(unit, voterClasses.join(' '), marks.flatMap(worthOf))
  return ballots
}

function isVoid(rule: Answer['voids'][number], marks: readonly Fraction[]): boolean {
  if (rule.kind === 'allEqual') return marks.length > 1 && marks.every(mark => mark.compare(marks[0]!) === 0)
  return marks.filter(mark => mark.compare(rule.atLeast!) >= 0).length > rule.moreThan!
}
