import { ZenEngine } from '@gorules/zen-engine'
import type { Contender } from '../contender.ts'
import type { RowTerms, RubricTerms, RuleTerms } from '../ruleTerms.ts'
import { asArrays, asObjects, inBatches, namesOf } from './inputs.ts'

/**
 * GoRules ZEN, a native engine: a decision graph with one expression node, compiled once. A call for each unit as its README shows,
 * or `map` over a batch in one call, which spares crossings into native code; batch sizes are the best of those tried.
 */
export const zenEnginePeers: readonly Contender[] = [
  {
    id: 'zen-single',
    from: '@gorules/zen-engine',
    manner: 'a call for each unit, fields by name',
    open: (terms, units) => {
      const decision = decide(
        rubricExpression(terms, name => name),
        'total',
      )
      const inputs = asObjects(units)
      return async () => {
        const totals: number[] = []
        for (const input of inputs) totals.push((await decision.evaluate(input)).result.total)
        return totals
      }
    },
  },
  {
    id: 'zen-batch-named',
    from: '@gorules/zen-engine',
    manner: 'batches of 100, fields by name',
    open: (terms, units) =>
      passOver(
        rubricExpression(terms, name => `#.${name}`),
        inBatches(asObjects(units), 100),
      ),
  },
  {
    id: 'zen-batch-positional',
    from: '@gorules/zen-engine',
    manner: 'batches of 1000, fields by position',
    open: (terms, units) => {
      const names = namesOf(terms)
      return passOver(
        rubricExpression(terms, name => `#[${names.indexOf(name)}]`),
        inBatches(asArrays(names, units), 1000),
      )
    },
  },
]

function passOver(expression: string, batches: readonly (readonly unknown[])[]) {
  const decision = decide(`map(units, ${expression})`, 'totals')
  const inputs = batches.map(units => ({ units }))
  return async () => {
    const totals: number[] = []
    for (const input of inputs) totals.push(...(await decision.evaluate(input)).result.totals)
    return totals
  }
}

function decide(expression: string, key: string) {
  const node = (id: string, type: string, content?: unknown) => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    content,
  })
  const expressionNode = node('rubric', 'expressionNode', {
    expressions: [{ id: key, key, value: expression }],
    passThrough: false,
  })
  const graph = {
    nodes: [node('in', 'inputNode'), expressionNode, node('out', 'outputNode')],
    edges: [
      { id: 'first', type: 'edge', sourceId: 'in', targetId: 'rubric' },
      { id: 'second', type: 'edge', sourceId: 'rubric', targetId: 'out' },
    ],
  }
  return new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)))
}

function rubricExpression({ rows, most }: RubricTerms, fieldOf: (name: string) => string): string {
  return `min([${most}, ${rows.map(row => rowExpression(row, fieldOf)).join(' + ')}])`
}

function rowExpression({ base, rules }: RowTerms, fieldOf: (name: string) => string): string {
  const taken = rules.filter(rule => rule.effect !== 'bonus').map(rule => ruleExpression(rule, fieldOf))
  const given = rules
    .filter(rule => rule.effect === 'bonus')
    .map(rule => ` + ${ruleExpression(rule, fieldOf)}`)
  return `max([0, ${base} - (${taken.join(' + ')})])${given.join('')}`
}

function ruleExpression({ name, effect, points }: RuleTerms, fieldOf: (name: string) => string): string {
  const field = fieldOf(name)
  if (effect === 'amount') return field
  return effect === 'each' ? `${field} * ${points}` : `(${field} > 0 ? ${points} : 0)`
}
