import { expect, test } from 'vitest'
import { refuse } from '../../domain/kernel/refusal.ts'
import { sentenceOfRefusal } from './refusalSentences.ts'

test('a refusal states its numbers and what to do', () => {
  expect(sentenceOfRefusal(refuse('cycleMismatch', { scheme: 2018, facts: 2017 }))).toContain('2018年度')
  expect(sentenceOfRefusal(refuse('rulingOpen', { ruling: 'R5', question: '等次的分值' }))).toContain('R5')
  expect(sentenceOfRefusal(refuse('rulingMissing', { topic: 'ties' }))).toContain('ties')
  expect(sentenceOfRefusal(refuse('noSuchUnit', { unit: 'u9' }))).toContain('u9')
  expect(
    sentenceOfRefusal(refuse('unknownRule', { row: '四.4', rule: 'x', known: 'absent、deputy' })),
  ).toContain('absent、deputy')
  expect(sentenceOfRefusal(refuse('countNotWhole', { count: '1.5' }))).toContain('1.5')
  expect(sentenceOfRefusal(refuse('countTooLarge', { count: 13, most: 12 }))).toContain('12')
})

test('the nearest known name is offered only if there is one', () => {
  expect(sentenceOfRefusal(refuse('unknownUnit', { unit: 'u1', nearest: 'u2' }))).toContain('是否指“u2”')
  expect(sentenceOfRefusal(refuse('unknownRow', { row: '九.1' }))).not.toContain('是否指')
})
