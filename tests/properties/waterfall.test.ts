import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appraiseCycle } from '../../src/domain/score/appraiseCycle.ts'
import { explainAt } from '../../src/domain/explain/explainUnit.ts'
import { listWaterfall } from '../../src/domain/explain/listWaterfall.ts'
import { findByPath, findRow, pathsBelow } from '../../src/domain/explain/nodePaths.ts'
import type { Explained } from '../../src/domain/kernel/explanation.ts'
import { toDecimal } from '../../src/domain/kernel/points.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { anyYear } from './years.ts'
import { sized } from '../longRun.ts'

const FEW = { numRuns: sized(3_000, 60) }

function* placed(
  node: Explained,
  path: string,
  scheme: Scheme,
): Generator<{ readonly node: Explained; readonly path: string }> {
  yield { node, path }
  const paths = pathsBelow(node, path, scheme)
  for (const [at, part] of node.parts.entries()) yield* placed(part, paths[at]!, scheme)
}

test('the steps lead from the base to the composite, each from where the previous one ended', () => {
  fc.assert(
    fc.property(anyYear, ({ scheme, roster, facts }) => {
      const outcome = appraiseCycle(scheme, roster, facts, { years: [] })
      outcome.components.appraisees.forEach((_, at) => {
        const steps = listWaterfall(scheme, explainAt(outcome, at).parts[0]!, 'composite')
        const composite = outcome.composites.points[at]!
        if (Number.isNaN(composite)) return expect(steps).toEqual([])
        expect(steps.at(-1)).toMatchObject({ kind: 'score', after: toDecimal(composite as never) })
        steps
          .slice(1, -1)
          .forEach((step, index) => expect(step.after).toBeCloseTo(steps[index]!.after + step.effect, 5))
      })
    }),
    FEW,
  )
})

test('every node of a tree has its own path, and the path leads back to it', () => {
  fc.assert(
    fc.property(anyYear, ({ scheme, roster, facts }) => {
      const tree = explainAt(appraiseCycle(scheme, roster, facts, { years: [] }), 0)
      const all = [...placed(tree, '', scheme)]
      expect(new Set(all.map(one => one.path)).size).toBe(all.length)
      for (const { node, path } of all) expect(findByPath(tree, path, scheme)?.at(-1)?.node).toBe(node)
      const row = all.find(({ node }) => node.kind === 'row')
      if (row !== undefined)
        expect(findRow(tree, (row.node as never)['row']['id'], scheme)?.at(-1)).toEqual(row)
    }),
    FEW,
  )
})

test('a path to a node or row that does not exist is not found', () => {
  fc.assert(
    fc.property(anyYear, ({ scheme, roster, facts }) => {
      const tree = explainAt(appraiseCycle(scheme, roster, facts, { years: [] }), 0)
      expect(findByPath(tree, 'composite/nothing', scheme)).toBeUndefined()
      expect(findRow(tree, '九十.九', scheme)).toBeUndefined()
    }),
    { numRuns: 5 },
  )
})
