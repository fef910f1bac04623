import type { RuleExplained } from '../../src/domain/score/inspection/ruleExplained.ts'
import { explainUnit } from '../../src/domain/explain/explainUnit.ts'
import { walkExplanation } from '../../src/domain/kernel/explanation.ts'
import { listResults } from '../../src/domain/score/listResults.ts'
import { runCase } from './runCase.ts'
import type { SchemeFolder } from './schemeFolders.ts'

/** What all cases of a scheme reach together: rules that moved points, row figures, consequences, vetoes, and kinds of explanation. */
export interface Reached {
  /** `row rule`, for rules that took or gave points. */
  readonly rules: ReadonlySet<string>
  /** figures that each row came to, by row id. */
  readonly rows: ReadonlyMap<string, ReadonlySet<number>>
  readonly consequences: ReadonlySet<string>
  readonly vetoes: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  readonly citations: ReadonlySet<string>
}

/** Runs all cases of a scheme under its own rulings and texts, or changed ones, and collects what they reach. */
export function whatCasesReach(folder: SchemeFolder): Reached {
  const [rules, consequences, vetoes, kinds] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ]
  const rows = new Map<string, Set<number>>()
  for (const { worked } of folder.cases) {
    const { outcome } = runCase(folder, worked)
    if (outcome === undefined) continue
    for (const { appraisee, consequences: met } of listResults(outcome)) {
      for (const one of met) consequences.add(one.rule)
      for (const { node } of walkExplanation(explainUnit(outcome, appraisee.unit)!)) {
        kinds.add(node.kind)
        if (node.kind === 'row')
          noteRow(
            rows,
            node as unknown as { row: { id: string } },
            node.points,
            rules,
            node.parts as RuleExplained[],
          )
        if (node.kind === 'veto') vetoes.add((node as unknown as { name: string }).name)
      }
    }
  }
  const citations = new Set(folder.cases.flatMap(({ worked }) => worked.because))
  return { rules, rows, consequences, vetoes, kinds, citations }
}

function noteRow(
  rows: Map<string, Set<number>>,
  { row }: { row: { id: string } },
  points: number,
  rules: Set<string>,
  parts: readonly RuleExplained[],
): void {
  rows.set(row.id, (rows.get(row.id) ?? new Set()).add(points))
  for (const part of parts)
    if (part.points !== 0 || part.kind === 'zeroRow') rules.add(`${row.id} ${part.rule.id}`)
}
