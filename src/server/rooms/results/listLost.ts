import type { z } from 'zod'
import type { unitResultSchema } from '../../../contract/results/unitResultSchema.ts'
import type { RowExplained } from '../../../domain/score/inspection/rowExplained.ts'
import type { RuleExplained } from '../../../domain/score/inspection/ruleExplained.ts'
import type { Issue } from '../../../domain/score/outcome.ts'
import { listWaterfall } from '../../../domain/explain/listWaterfall.ts'
import { type NodePath, pathsBelow } from '../../../domain/explain/nodePaths.ts'
import type { Explained } from '../../../domain/kernel/explanation.ts'
import { less } from '../../../domain/kernel/points.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { describeExplanation } from '../../../domain/explain/describeExplanation.ts'

type LostRow = z.output<typeof unitResultSchema>['rowsLost'][number]

/** Lists the rows in which a unit lost points, the heaviest first, with the rules that deducted them. `effect` is the change of the composite by a row, 0 where rounds are averaged and rows do not add up. */
export function listLost(scheme: Scheme, composite: Explained, issues: readonly Issue[]): LostRow[] {
  const again = new Set(issues.filter(issue => issue.kind === 'rowLostAgain').map(issue => issue.row))
  const effects = new Map(listWaterfall(scheme, composite, 'composite').map(step => [step.path, step.effect]))
  return [...rowsBelow(scheme, composite, 'composite')]
    .flatMap(({ node, path, component }): LostRow[] => {
      const { row, points, parts } = node
      const lost = less(row.base, points)
      if (lost <= 0 || component === undefined) return []
      const rules = parts.map(part => {
        const { rule, findings } = part as RuleExplained
        return {
          rule: rule.id,
          sentence: describeExplanation(part),
          points: part.points,
          findings: findings.length,
        }
      })
      const { id, title, citation, base } = row
      return [
        {
          row: id,
          title,
          citation,
          component,
          base,
          points,
          lost,
          effect: effects.get(path) ?? 0,
          again: again.has(id),
          path,
          rules,
        },
      ]
    })
    .toSorted((one, other) => other.lost - one.lost)
}

interface FoundRow {
  readonly node: RowExplained
  readonly path: NodePath
  readonly component: string | undefined
}

function* rowsBelow(
  scheme: Scheme,
  node: Explained,
  path: NodePath,
  component?: string,
): Generator<FoundRow> {
  if (node.kind === 'row') yield { node: node as RowExplained, path, component }
  const paths = pathsBelow(node, path, scheme)
  let components = 0
  for (const [at, part] of node.parts.entries()) {
    const own = part.kind === 'component' ? scheme.components[components++]!.id : component
    yield* rowsBelow(scheme, part, paths[at]!, own)
  }
}
