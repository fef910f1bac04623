import { describe, expect, test } from 'vitest'
import { alignSequences } from './alignSequences.ts'
import { compareReports, compareTexts } from './compareReports.ts'
import type { DebriefReport } from './report.ts'

const report = (...paragraphs: string[]): DebriefReport => ({
  title: '述职报告',
  sections: [
    { section: 'results', paragraphs: paragraphs.map((text, at) => ({ id: `p${at}`, text, areas: [] })) },
  ],
  problems: [],
})

describe('differences of two versions', () => {
  test('aligned steps rebuild both sequences, and keep as much as possible', () => {
    let seed = 7
    const next = (of: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % of
    for (let run = 0; run < 300; run++) {
      const was = Array.from({ length: next(12) }, () => next(4))
      const is = Array.from({ length: next(12) }, () => next(4))
      const steps = alignSequences(was, is)
      expect(steps.flatMap(step => (step.was === undefined ? [] : [was[step.was]]))).toEqual(was)
      expect(steps.flatMap(step => (step.is === undefined ? [] : [is[step.is]]))).toEqual(is)
      const kept = steps.filter(step => step.kind === 'same')
      expect(kept.every(step => was[step.was!] === is[step.is!])).toBe(true)
      expect(kept.length).toBe(longestCommon(was, is))
    }
  })

  test('a reworded paragraph is changed, in pieces; others stay, come and go', () => {
    const was = report('一年来我主持召开党组会研究党建工作四次。', '联系点去了三次。', '下一步抓好学习。')
    const is = report('一年来我主持召开党组会研究党建工作五次。', '下一步抓好学习。', '再办一次党课。')
    const { title, paragraphs } = compareReports(was, is)
    expect(title).toBeUndefined()
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['changed', 'removed', 'same', 'added'])
    expect(paragraphs[0]!.pieces).toEqual([
      { kind: 'same', text: '一年来我主持召开党组会研究党建工作' },
      { kind: 'removed', text: '四' },
      { kind: 'added', text: '五' },
      { kind: 'same', text: '次。' },
    ])
  })

  test('3,000 paragraphs reworded one by one are compared at once', () => {
    const was = Array.from(
      { length: 3000 },
      (_, at) => `第${at}段写本人抓基层党建工作的一件事，办了${at}次。`,
    )
    const is = was.map(text => text.replace('一件事', '两件事'))
    const { paragraphs } = compareReports(report(...was), report(...is))
    expect(paragraphs.filter(({ kind }) => kind === 'changed').length).toBeGreaterThan(2900)
  })

  test('two texts of 100,000 characters without anything in common are compared at once', () => {
    const pieces = compareTexts('甲'.repeat(100_000), '乙'.repeat(100_000))
    expect(pieces.map(({ kind, text }) => [kind, text.length])).toEqual([
      ['removed', 100_000],
      ['added', 100_000],
    ])
  })
})

function longestCommon(one: readonly number[], other: readonly number[]): number {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  for (let x = 1; x <= one.length; x++)
    for (let y = 1; y <= other.length; y++)
      table[x]![y] =
        one[x - 1] === other[y - 1]
          ? table[x - 1]![y - 1]! + 1
          : Math.max(table[x - 1]![y]!, table[x]![y - 1]!)
  return table[one.length]![other.length]!
}
