import { type Citation, normalCitation, parseCitation } from '../../kernel/citation.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { eachAnswer } from './eachAnswer.ts'
import { eachMethod } from './eachMethod.ts'
import { eachRow, eachRule } from './eachRule.ts'

/** Checks citations (条款引用): each parses and is in the clause register, and each clause that computes is cited. */
export function* checkCitations(scheme: Scheme): Generator<Found> {
  const registered = new Set(scheme.clauses.map(clause => normalCitation(clause.citation)))
  const cited = new Set<string>()
  const citations = [...eachCitation(scheme)]
  for (const [citation, path] of citations) {
    cited.add(normalCitation(citation))
    if (parseCitation(citation) === undefined) yield found('citationUnreadable', path, { citation })
    else if (!registered.has(normalCitation(citation))) {
      yield found(
        'citationUnregistered',
        path,
        { citation },
        { citation, reads: [path, ['clauses', '*', 'citation']] },
      )
    }
  }
  for (const [at, { citation, computes, restated }] of scheme.clauses.entries()) {
    const path = ['clauses', at, 'citation']
    if (parseCitation(citation) === undefined) yield found('citationUnreadable', path, { citation })
    else if (computes && !cited.has(normalCitation(citation))) {
      const reads = [
        path,
        ['clauses', at, 'computes'],
        ...citations.map(([, place]) => place),
        ...CITING_LISTS,
      ]
      yield found('clauseUncited', path, { citation, restated }, { citation, reads })
    }
  }
}

/** Yields every citation (条款引用) outside the register. */
function* eachCitation(scheme: Scheme): Generator<readonly [Citation, FaultPath]> {
  yield [scheme.scope.citation, ['scope', 'citation']]
  for (const [at, answer] of scheme.scope.answers.entries())
    yield [answer.citation, ['scope', 'answers', at, 'citation']]
  for (const list of CITED) {
    for (const [at, item] of (scheme[list] ?? []).entries()) yield [item.citation, [list, at, 'citation']]
  }
  for (const { method, path } of eachMethod(scheme)) yield [method.citation, [...path, 'citation']]
  for (const [at, { conversion }] of scheme.components.entries()) {
    if (conversion !== undefined) yield [conversion.citation, ['components', at, 'conversion', 'citation']]
  }
  for (const [at, { sections }] of scheme.rubrics.entries())
    yield* optional(sections, ['rubrics', at, 'sections'])
  for (const { row, path } of eachRow(scheme)) yield [row.citation, [...path, 'citation']]
  for (const { rule, rulePath } of eachRule(scheme))
    if (rule.citation !== undefined) yield [rule.citation, [...rulePath, 'citation']]
  if (scheme.report !== undefined) {
    yield [scheme.report.citation, ['report', 'citation']]
    yield* optional(scheme.report.shares ?? [], ['report', 'shares'])
    yield* optional(scheme.report.areas ?? [], ['report', 'areas'])
  }
  if (scheme.compositeCitation !== undefined) yield [scheme.compositeCitation, ['compositeCitation']]
  for (const { answer, path } of eachAnswer(scheme, 'overallGrades')) {
    yield* optional(answer.quotas, [...path, 'quotas'])
    yield* optional(answer.preconditions, [...path, 'preconditions'])
  }
}

function* optional(
  items: readonly { readonly citation?: Citation }[],
  path: FaultPath,
): Generator<readonly [Citation, FaultPath]> {
  for (const [at, { citation }] of items.entries())
    if (citation !== undefined) yield [citation, [...path, at, 'citation']]
}

const CITED = [
  'timetable',
  'counters',
  'measures',
  'components',
  'rubrics',
  'vetoes',
  'consequences',
  'annualGradeRules',
  'conversions',
  'rulings',
  'meetings',
] as const satisfies readonly (keyof Scheme)[]

/** Lists whose broken items may have carried a citation. */
const CITING_LISTS: readonly FaultPath[] = [
  ...[...CITED, 'lists'].map(list => [list, '*', 'citation']),
  ['scope', 'answers', '*', 'citation'],
  ['components', '*', 'methods', '*', 'citation'],
  ['components', '*', 'conversion', 'citation'],
  ['compositeCitation'],
  ['report', 'citation'],
  ['report', 'shares', '*', 'citation'],
  ['report', 'areas', '*', 'citation'],
  ['rubrics', '*', 'rows', '*', 'citation'],
  ['rubrics', '*', 'rows', '*', 'rules', '*', 'citation'],
  ['lists', '*', 'rules', '*', 'citation'],
  ['rubrics', '*', 'sections', '*', 'citation'],
  ['rulings', '*', 'answer', 'quotas', '*', 'citation'],
  ['rulings', '*', 'answer', 'preconditions', '*', 'citation'],
]
