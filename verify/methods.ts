import { compare, exact, type Fraction, minus, most, ONE, over, plus, sum, times, ZERO } from './fraction.ts'
import { type RubricScore, scoreRubric, type View } from './rubric.ts'
import type { Answer, Component, Facts, Method, RoundResult, Scheme } from './shapes.ts'
import { type Appraisee, answerOf, groupBy, methodFor, wordOf } from './year.ts'

/** A component's figure before conversion and rounding; absent where facts are missing. */
export interface Scored {
  readonly points?: Fraction
  readonly rounds: readonly RoundResult<Fraction>[]
  /** The whole year as the committee found it, from which points lost are listed. */
  readonly year?: RubricScore
}

/** The facts that several appraisees share, sorted once. */
export interface Shared {
  readonly surveys: ReadonlyMap<string, Facts['surveys']>
  readonly gradings: ReadonlyMap<string, string>
  /** Marks by component and unit, then by voter class. */
  readonly ballots: ReadonlyMap<string, ReadonlyMap<string, readonly Fraction[]>>
}

/** Scores one component of one appraisee by the method of its tier. */
export function scoreComponent(
  scheme: Scheme,
  component: Component,
  appraisee: Appraisee,
  shared: Shared,
): Scored {
  const method = methodFor(component, appraisee.unit.tier)
  if (method === undefined) return { rounds: [] }
  const key = `${component.id} ${appraisee.unit.id}`
  switch (method.kind) {
    case 'rubric':
      return inspected(scheme, component, method, appraisee)
    case 'ledger':
      return { points: ledgerPoints(scheme, component, appraisee), rounds: [] }
    case 'quotaGrading': {
      const grade = shared.gradings.get(key)
      const points = answerOf(scheme, 'gradePoints', component.id)?.points[grade ?? '']
      return { points: typeof points === 'number' ? exact(points) : undefined, rounds: [] }
    }
    case 'survey':
      return { points: surveyPoints(scheme, component, method, shared.surveys.get(key) ?? []), rounds: [] }
    case 'ballots':
      return { points: ballotPoints(scheme, component, method, shared.ballots.get(key)), rounds: [] }
    case 'measure':
      return { points: appraisee.measures.get(method.measure ?? ''), rounds: [] }
  }
}

function inspected(scheme: Scheme, component: Component, method: Method, appraisee: Appraisee): Scored {
  const rubric = scheme.rubrics?.find(({ id }) => id === method.rubric)
  if (rubric === undefined) return { rounds: [] }
  const rules = rubric.rows.flatMap(row => row.rules.map(rule => ({ row, rule })))
  const ours = appraisee.findings.filter(
    ({ by, row }) => by !== 'leadUnit' && rubric.rows.some(({ id }) => id === row),
  )
  const visits = appraisee.visits.filter(({ by }) => by !== 'leadUnit')
  for (const { row, rule } of rules) {
    if (row.tiers !== undefined && !row.tiers.includes(appraisee.unit.tier)) continue
    if (rule.measure !== undefined && !appraisee.measures.has(rule.measure)) return { rounds: [] }
    if (rule.form === 'ladder' && !ours.some(one => one.row === row.id && one.rule === rule.id))
      return { rounds: [] }
  }
  if (method.rounds! > 0 && visits.length + ours.length === 0) return { rounds: [] }
  const elsewhere = chargedByLedger(scheme, appraisee.unit.tier)
  const whole: View = { lead: false, elsewhere }
  const year = scoreRubric(scheme, rubric, appraisee, whole)
  const combine = wordOf(scheme, 'combineRounds', component.id)
  const held = [1, 2, 3, 4].filter(quarter => visits.some(visit => visit.quarter === quarter))
  const last = held.at(-1)
  const rounds: RoundResult<Fraction>[] = []
  if (combine === 'accumulate' || combine === undefined || method.rounds! < 2 || last === undefined)
    rounds.push(year)
  else
    for (const quarter of combine === 'latestRound' ? [last] : held) {
      const missed = [1, 2, 3, 4].filter(one => !held.includes(one))
      const quarters = quarter === last ? [quarter, ...missed] : [quarter]
      const view = { ...whole, quarters, last: quarter === last }
      rounds.push({ round: quarter, ...scoreRubric(scheme, rubric, appraisee, view) })
    }
  let points = over(sum(rounds.map(round => round.points)), exact(rounds.length))
  const lead = answerOf(scheme, 'leadInspections', component.id)
  if (lead?.use === 'weighted' && appraisee.visits.some(({ by }) => by === 'leadUnit')) {
    const score = scoreRubric(scheme, rubric, appraisee, { lead: true, elsewhere })
    const share = over(exact(lead.percent!), exact(100))
    points = plus(times(points, minus(ONE, share)), times(score.points, share))
    rounds.push({ by: 'leadUnit', ...score })
  }
  return { points: times(points, over(exact(component.base), exact(rubric.base))), rounds, year }
}

/** Counters that a tier's ledger component charges and the rubric therefore does not (R17). */
function chargedByLedger(scheme: Scheme, tier: string): readonly string[] {
  const answer = answerOf(scheme, 'doubleCounting')
  const isKept = scheme.components.some(component => methodFor(component, tier)?.kind === 'ledger')
  return answer?.countsIn === 'ledger' && isKept ? answer.counters : []
}

function ledgerPoints(scheme: Scheme, component: Component, { ledger }: Appraisee): Fraction | undefined {
  if (ledger.size === 0) return undefined
  const answer = answerOf(scheme, 'ledgerTariff', component.id)!
  const once = answerOf(scheme, 'doubleCounting')
  let points = exact(answer.base)
  for (const [counter, cost] of Object.entries(answer.tariff)) {
    if (once?.countsIn === 'rubric' && once.counters.includes(counter)) continue
    const count = (ledger.get(counter) ?? []).reduce((all, entry) => all + entry.count, 0)
    points = minus(points, times(exact(cost ?? 0), exact(count)))
  }
  return times(most(points, ZERO), over(exact(component.base), exact(answer.base)))
}

function surveyPoints(scheme: Scheme, { id }: Component, { groups = [] }: Method, tallies: Facts['surveys']) {
  const scale = answerOf(scheme, 'surveyScale', id)!
  const parts: { mean: Fraction; weight: Fraction }[] = []
  let valid = 0
  for (const group of groups) {
    let [number, worth] = [0, ZERO]
    for (const tally of tallies.filter(one => one.group === group.id))
      for (const [answer, count] of Object.entries(tally.answers)) {
        const points = scale.points[answer]
        if (points === null || points === undefined) continue
        number += count
        worth = plus(worth, times(exact(points), exact(count)))
      }
    valid += number
    const weight = exact(scale.weights[group.id] ?? 0)
    if (number > 0) parts.push({ mean: over(worth, exact(number)), weight })
    else if (scale.emptyGroup === 'refuse' && weight.top !== 0n) return undefined
  }
  return valid < scale.minimumValid ? undefined : weighted(parts)
}

function ballotPoints(
  scheme: Scheme,
  { id }: Component,
  method: Method,
  marks?: ReadonlyMap<string, readonly Fraction[]>,
) {
  const scale = answerOf(scheme, 'ballotScale', id)!
  if (marks === undefined) return undefined
  if (scale.pooling === 'plainMean') return meanOf([...marks.values()].flat(), scale)
  const parts: { mean: Fraction; weight: Fraction }[] = []
  const seen = new Set<string>()
  for (const [classes, list] of marks) {
    const mean = meanOf(list, scale)
    const ids = classes.split(' ')
    if (mean === undefined) continue
    for (const one of ids) seen.add(one)
    parts.push({ mean, weight: sum(ids.map(one => exact(scale.weights?.[one] ?? 0))) })
  }
  const isShort = (method.classes ?? []).some(
    one => !seen.has(one.id) && (scale.weights?.[one.id] ?? 0) !== 0,
  )
  return scale.emptyClass === 'refuse' && isShort ? undefined : weighted(parts)
}

function meanOf(marks: readonly Fraction[], { trim }: Answer): Fraction | undefined {
  let kept = marks
  if (trim !== undefined && marks.length > trim.above)
    kept = marks.toSorted(compare).slice(trim.drop, marks.length - trim.drop)
  return kept.length === 0 ? undefined : over(sum(kept), exact(kept.length))
}

function weighted(parts: readonly { mean: Fraction; weight: Fraction }[]): Fraction | undefined {
  const weight = sum(parts.map(part => part.weight))
  return weight.top === 0n ? undefined : over(sum(parts.map(part => times(part.mean, part.weight))), weight)
}

/** Sorts tallies, gradings and ballots by component and unit; void sheets are left out (R8). */
export function shareFacts(scheme: Scheme, facts: Facts): Shared {
  const ballots = new Map<string, Map<string, Fraction[]>>()
  const put = (key: string, classes: string, worth: readonly Fraction[]): void => {
    const own = ballots.get(key) ?? new Map<string, Fraction[]>()
    ballots.set(key, own.set(classes, [...(own.get(classes) ?? []), ...worth]))
  }
  const scales = new Map(scheme.components.map(({ id }) => [id, answerOf(scheme, 'ballotScale', id)]))
  const worthOf = (component: string, mark: number | string | undefined): Fraction | undefined => {
    const points = typeof mark === 'number' ? mark : scales.get(component)?.gradePoints?.[mark ?? '']
    return points === undefined || points === null ? undefined : exact(points)
  }
  for (const { component, voterClass, marks } of facts.sheets) {
    const worth = marks.map(mark => ({
      unit: mark.unit,
      points: worthOf(component, mark.points ?? mark.grade),
    }))
    const given = worth.flatMap(({ points }) => (points === undefined ? [] : [points]))
    if (scales.get(component)?.voids.some(rule => isVoid(rule, given)) === true) continue
    for (const { unit, points } of worth)
      if (points !== undefined) put(`${component} ${unit}`, voterClass, [points])
  }
  for (const { component, unit, voterClasses, marks } of facts.ballotCounts)
    put(
      `${component} ${unit}`,
      voterClasses.join(' '),
      marks.flatMap(mark => worthOf(component, mark) ?? []),
    )
  return {
    surveys: groupBy(facts.surveys, ({ component, unit }) => `${component} ${unit}`),
    gradings: new Map(facts.gradings.map(({ component, unit, grade }) => [`${component} ${unit}`, grade])),
    ballots,
  }
}

function isVoid(rule: Answer['voids'][number], marks: readonly Fraction[]): boolean {
  if (rule.kind === 'allEqual') return marks.length > 1 && marks.every(mark => compare(mark, marks[0]!) === 0)
  return marks.filter(mark => compare(mark, exact(rule.atLeast!)) >= 0).length > rule.moreThan!
}
