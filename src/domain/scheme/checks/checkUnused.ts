import { requirementsOf } from '../forms/ruleForms.ts'
import type { Ruling } from '../ruling.ts'
import type { Named, Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import type { IdKind } from '../schemeFaultValues.ts'
import { neededTopics, rulingTopics, topicsOfRule, usualTopics } from '../topics.ts'
import { eachAnswer, RULING_SCOPE } from './eachAnswer.ts'
import { eachMethod, eachMethodOf } from './eachMethod.ts'
import { eachRule } from './eachRule.ts'

/** Checks for what nothing uses (没有用到的内容): rubrics, counters, measures, sections without rows, and rulings on which nothing depends. */
export function* checkUnused(scheme: Scheme): Generator<Found> {
  const { counters, measures, rubrics } = usesOf(scheme)
  yield* unused('counter', 'counters', scheme.counters, counters)
  yield* unused('measure', 'measures', scheme.measures, measures)
  const titled = scheme.rubrics.map(({ id, title }) => ({ id, name: title }))
  yield* unused('rubric', 'rubrics', titled, rubrics)
  for (const [at, { sections, rows }] of scheme.rubrics.entries()) {
    for (const [place, { id, title }] of sections.entries()) {
      if (rows.some(row => row.section === id)) continue
      const path = ['rubrics', at, 'sections', place]
      const reads = [
        [...path, 'id'],
        ['rubrics', at, 'rows'],
      ]
      yield found('sectionEmpty', path, { section: id, title }, { reads })
    }
  }
  yield* checkIdleRulings(scheme)
}

function* unused(
  kind: IdKind,
  list: 'counters' | 'measures' | 'rubrics',
  items: readonly Named[],
  used: ReadonlySet<string>,
): Generator<Found> {
  // A misspelt reference is told as such; what it meant is not unused.
  if ([...used].some(id => id !== '' && items.every(item => item.id !== id))) return
  for (const [at, { id, name }] of items.entries())
    if (!used.has(id))
      yield found('idUnused', [list, at], { kind, id, name }, { reads: [[list, at, 'id'], ...USES] })
}

/** The places where a counter, a measure or a rubric may be used. */
const USES: readonly FaultPath[] = [['rubrics'], ['lists'], ['components'], ['rulings'], ['report']]

/** Returns the ids that rules, methods and rulings use (用到的编号). */
function usesOf(scheme: Scheme) {
  const rules = [...eachRule(scheme)].map(({ rule }) => rule)
  const tariffs = [...eachAnswer(scheme, 'ledgerTariff')].flatMap(({ answer }) => Object.keys(answer.tariff))
  const shared = [...eachAnswer(scheme, 'doubleCounting')].flatMap(({ answer }) => answer.counters)
  const byRules = rules.flatMap(rule => [
    rule.counter ?? '',
    ...requirementsOf(rule).map(({ counter }) => counter),
  ])
  return {
    counters: new Set([...byRules, ...tariffs, ...shared, ...Object.values(scheme.report?.lateness ?? {})]),
    measures: new Set([
      ...rules.map(rule => ('measure' in rule ? rule.measure : '')),
      ...[...eachMethodOf(scheme, 'measure')].map(({ method }) => method.measure),
    ]),
    rubrics: new Set([...eachMethodOf(scheme, 'rubric')].map(({ method }) => method.rubric)),
  }
}

/** Checks for rulings on which nothing in the scheme depends (多余的口径). */
function* checkIdleRulings(scheme: Scheme): Generator<Found> {
  const [needed, usual] = [neededTopics(scheme), usualTopics(scheme)]
  const ofRules = new Set([...eachRule(scheme)].flatMap(({ rule }) => topicsOfRule(rule)))
  const named = namedRulings(scheme)
  const isIdle = ({ id, topic, component }: Ruling): boolean =>
    topic !== 'note' &&
    !named.has(id) &&
    rulingTopics[topic]?.acts?.(scheme) !== true &&
    !ofRules.has(topic) &&
    !usual.includes(topic) &&
    !needed.some(one => one.topic === topic && (component === undefined || one.component === component))
  for (const [at, ruling] of scheme.rulings.entries()) {
    if (!isIdle(ruling)) continue
    const values = { ruling: ruling.id, topic: ruling.topic, question: ruling.question }
    const reads = [...RULING_SCOPE, ...USES, ['timetable'], ['consequences'], ['conversions'], ['meetings']]
    yield found('rulingIdle', ['rulings', at], values, { citation: ruling.citation, reads })
  }
}

/** Returns the rulings named by deadlines, methods, rules and consequences (被引用的口径). */
function namedRulings(scheme: Scheme): ReadonlySet<string> {
  const places = [
    ...scheme.timetable,
    ...scheme.consequences,
    ...[...eachMethod(scheme)].map(({ method }) => method),
    ...[...eachRule(scheme)].map(({ rule }) => rule),
  ]
  return new Set(places.flatMap(({ ruling }) => ruling ?? []))
}
