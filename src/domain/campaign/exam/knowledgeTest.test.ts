import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { compareKeyings } from './compareKeyings.ts'
import { drawPaper } from './drawPaper.ts'
import { gradePaper, type PaperAnswers } from './gradePaper.ts'
import { itemStatistics } from './itemStatistics.ts'
import { checkQuestion, JUDGE_OPTIONS, printAnswer, type Question, type VoidedQuestion } from './question.ts'

const single = (id: string, right = 0): Question => ({
  id,
  kind: 'single',
  topic: '党章',
  stem: id,
  options: ['甲', '乙', '丙'],
  answer: [right],
})
const multiple = (id: string): Question => ({ ...single(id), kind: 'multiple', answer: [0, 2] })
const judge = (id: string): Question => ({
  ...single(id),
  kind: 'judge',
  options: JUDGE_OPTIONS,
  answer: [1],
})

describe('四（二） checking and printing a question', () => {
  test.each<[string, Partial<Question>]>([
    ['题干', { stem: ' ' }],
    ['不足两个', { options: ['甲'] }],
    ['超过8个', { options: [...'甲乙丙丁戊己庚辛壬'] }],
    ['空的选项', { options: ['甲', ' '] }],
    ['相同', { options: ['甲', '甲 '] }],
    ['没有标明答案', { answer: [] }],
    ['两次', { kind: 'multiple', answer: [1, 1] }],
    ['没有的选项', { answer: [3] }],
    ['只有一个答案', { answer: [0, 1] }],
    ['至少有两个', { kind: 'multiple', answer: [0] }],
    ['只能是', { kind: 'judge' }],
  ])('questionFaulty: %s', (why, wrong) => {
    expect(checkQuestion({ ...single('q'), ...wrong })).toMatchObject({
      code: 'questionFaulty',
      values: { why: expect.stringContaining(why) },
    })
  })

  test('valid questions have no fault; answers print as letters, or 正确 and 错误', () => {
    expect([single('q'), multiple('q'), judge('q')].map(checkQuestion)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([single('q', 1), multiple('q'), judge('q')].map(one => printAnswer(one, one.answer))).toEqual([
      'B',
      'AC',
      '错误',
    ])
    expect(printAnswer(single('q'), [])).toBe('未作答')
  })
})

describe('四（二） composing a paper', () => {
  const bank = [
    ...Array.from({ length: 9 }, (_, at) => single(`s${at}`)),
    multiple('m0'),
    multiple('m1'),
    judge('j0'),
  ]

  test('a paper has the required number of each kind without duplicates, and the same questions for the same ranks in any order of the bank', () => {
    const counts = { single: 5, multiple: 1, judge: 1 }
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(bank, { minLength: bank.length }), (seed, shuffled) => {
        const rank = (id: string) =>
          `${[...`${seed}${id}`].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9973, 7)}`
        const paper = drawPaper(bank, counts, rank)
        if (isRefusal(paper)) throw new Error(paper.code)
        expect(paper.map(question => question.kind)).toEqual([
          ...Array(5).fill('single'),
          'multiple',
          'judge',
        ])
        expect(new Set(paper.map(question => question.id)).size).toBe(7)
        expect(drawPaper(shuffled, counts, rank)).toEqual(paper)
      }),
    )
  })

  test('questionsTooFew names the kind of question', () => {
    expect(drawPaper(bank, { single: 0, multiple: 3, judge: 0 }, id => id)).toMatchObject({
      code: 'questionsTooFew',
      values: { kind: '多选题', wanted: 3, there: 2 },
    })
  })

  test('an answer is right only with exactly the right options; a result equal to the pass mark passes', () => {
    const questions = [single('a'), multiple('b'), judge('c'), single('d'), single('e')]
    const answers: PaperAnswers = { a: [0], b: [2, 0], c: [0], d: [0] }
    expect(gradePaper(questions, answers, 60)).toEqual({ right: 3, of: 5, out: 0, passed: true })
    expect(gradePaper(questions, { ...answers, b: [0] }, 60)).toEqual({
      right: 2,
      of: 5,
      out: 0,
      passed: false,
    })
    expect(gradePaper(questions, { ...answers, b: [0, 1, 2] }, 60)).toMatchObject({ right: 2 })
    expect(gradePaper([], {}, 1)).toEqual({ right: 0, of: 0, out: 0, passed: false })
  })

  test('a voided question is right for everybody, or out of the total', () => {
    const questions = [single('a'), single('b'), single('c')]
    const voided = (how: VoidedQuestion) =>
      questions.map(one => (one.id === 'c' ? { ...one, voided: how } : one))
    expect(gradePaper(questions, { a: [0] }, 50)).toMatchObject({ right: 1, of: 3, passed: false })
    expect(gradePaper(voided('right'), { a: [0] }, 50)).toEqual({ right: 2, of: 3, out: 0, passed: true })
    expect(gradePaper(voided('out'), { a: [0] }, 50)).toEqual({ right: 1, of: 2, out: 1, passed: true })
    expect(gradePaper(voided('out'), { a: [0], c: [0] }, 51)).toMatchObject({
      right: 1,
      of: 2,
      passed: false,
    })
  })

  test('two keyings of a paper sheet are compared by question', () => {
    expect(compareKeyings(['a', 'b', 'c'], { a: [0], b: [0, 1] }, { a: [0], b: [1, 0], c: [2] })).toEqual([3])
  })
})

describe('四（二） statistics of questions', () => {
  test('shares, blanks and choices are counted; a key is suspect when most chose another option', () => {
    const bank = [single('good'), single('wrongKey', 2), single('unasked')]
    const papers = Array.from({ length: 20 }, (_, at) => ({
      questions: ['good', 'wrongKey'],
      answers: { good: [at < 10 ? 0 : 1], ...(at < 18 && { wrongKey: [1] }) } as PaperAnswers,
    }))
    expect(itemStatistics(bank, papers)).toEqual([
      {
        question: 'good',
        asked: 20,
        right: 10,
        blank: 0,
        chosen: [10, 10, 0],
        discrimination: 1,
        suspect: false,
      },
      {
        question: 'wrongKey',
        asked: 20,
        right: 0,
        blank: 2,
        chosen: [0, 18, 0],
        discrimination: 0,
        suspect: true,
      },
    ])
    expect(itemStatistics(bank, papers.slice(0, 3))[0]?.discrimination).toBeUndefined()
  })
})
