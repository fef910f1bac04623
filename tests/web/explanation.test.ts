import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { explanationNode } from '../../src/contract/results/explanationSchema.ts'
import { demoYear } from '../../src/demo/demoYear.ts'
import { appraiseCycle } from '../../src/domain/score/appraiseCycle.ts'
import { explainAt } from '../../src/domain/explain/explainUnit.ts'
import { describeEvidence } from '../../src/domain/explain/describeEvidence.ts'
import { presentNode } from '../../src/server/rooms/results/presentNode.ts'
import { xiangxi } from '../readers/aYear.ts'
import type { ExplainedNode } from '../../src/web/kit/explain/ExplainedNode.ts'
import { explanationViews } from '../../src/web/kit/explain/explanationViews.tsx'
import { firstPlaces, nodesOf } from '../../src/web/kit/explain/findNode.ts'
import { Part } from '../../src/web/kit/explain/Part.tsx'
import { type Reading, ReadingContext } from '../../src/web/kit/explain/ReadingContext.ts'
import { viewOf } from '../../src/web/kit/explain/viewOf.ts'

const made = demoYear({ seed: 3, units: 24, scheme: xiangxi })
const outcome = appraiseCycle(xiangxi, made.roster, made.facts, { years: [] })
const trees: readonly ExplainedNode[] = outcome.components.appraisees.map((_, at) =>
  z.encode(
    explanationNode,
    presentNode(explainAt(outcome, at), '', xiangxi, 99, node =>
      describeEvidence(node, xiangxi).map(text => ({ kind: 'finding' as const, text })),
    ),
  ),
)

/** The words of a document with everything open. */
function wordsOf(root: ExplainedNode): string {
  const reading: Reading = {
    year: 2018,
    unit: 'u',
    isOpen: () => true,
    toggle: () => {},
    allRows: true,
    firstPlaces: firstPlaces(root),
    opening: root.path,
    viewOf,
  }
  const page = createElement(ReadingContext, { value: reading }, createElement(Part, { node: root }))
  const html = renderToStaticMarkup(createElement(QueryClientProvider, { client: new QueryClient() }, page))
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

test('opening every node shows every finding, rule, ruling and row', () => {
  for (const root of trees) {
    const words = wordsOf(root)
    const nodes = [...nodesOf(root)]
    const wanted = [
      ...nodes.flatMap(node => node.evidence.map(one => one.text)),
      ...nodes.flatMap(node => (node.rule === undefined ? [] : [node.rule.text])),
      ...nodes.flatMap(node =>
        node.rulings.filter(ruling => ruling.id !== undefined).map(ruling => `口径${ruling.id}`),
      ),
      ...nodes.filter(node => node.kind === 'row').map(node => `${node.row} ${node.title}`),
      ...firstTexts(nodes),
    ]
    expect(wanted.length).toBeGreaterThan(30)
    expect(wanted.filter(text => !words.includes(text))).toEqual([])
  }
})

function firstTexts(nodes: readonly ExplainedNode[]): readonly string[] {
  const acted = nodes.filter(node => node.kind !== 'rounding' && node.kind !== 'voterClass')
  return [
    ...new Map(acted.flatMap(node => node.rulings.map(ruling => [ruling.id, ruling.text] as const))).values(),
  ]
}

test('every explanation kind of the engine has its own view', () => {
  const samples = new Map(trees.flatMap(root => [...nodesOf(root)]).map(node => [node.kind, node]))
  expect(samples.size).toBeGreaterThan(18)
  const silent = Object.keys(explanationViews).filter(kind => {
    const node = samples.get(kind) ?? aNode(kind)
    const moved =
      kind === 'rounding' ? { ...node, points: 1.23, exact: { fraction: '5/4', decimal: 1.25 } } : node
    return wordsOf(moved).trim() === ''
  })
  expect(silent).toEqual([])
})

test('a kind from a newer server is shown by its sentence', () => {
  expect(wordsOf(aNode('laterKind'))).toContain('这一句话说明它')
})

test('a component without a score states why and what to do, and never shows 0', () => {
  const missing = { ...aNode('missing'), sentence: '缺分：没有有效的测评票，请录入测评票或作出决定' }
  const component = { ...aNode('component'), sentence: '述职测评：缺分', weight: 20, children: [missing] }
  const words = wordsOf({
    ...aNode('composite'),
    absent: true,
    sentence: '有分项缺分',
    children: [component],
  })
  expect(words).toContain('暂缺')
  expect(words).toContain('请录入测评票或作出决定')
  expect(words).not.toContain('0.00')
})

test('a rule shows what it says beside its own text, wherever the text stands in the sentence', () => {
  const words = wordsOf({ ...aNode('perOccurrence'), sentence: '附件 四.4：缺会，共扣1.00分' })
  expect(words).toContain('缺会')
  expect(words).toContain('共扣1.00分')
  expect(words).not.toContain('附件 四.4：')
})

function aNode(kind: string): ExplainedNode {
  const rule = { id: 'r', text: '缺会', form: kind, formName: '按项扣分', count: 1, said: '共扣1.00分' }
  const core = {
    title: '标题',
    citation: '附件 四.4',
    sentence: '这一句话说明它',
    rulings: [],
    evidence: [],
    more: 0,
    children: [],
  }
  return { ...core, path: `x/${kind}`, kind, points: -0.5, ...(kind === 'laterKind' ? {} : { rule }) }
}
