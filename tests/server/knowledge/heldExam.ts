import { expect } from 'vitest'
import type { Question } from '../../../src/domain/campaign/exam/question.ts'
import type { Said, Visitor } from '../office.ts'

/** A question as it is entered. */
export type Body = Omit<Question, 'id'>
/** A single-choice question. */
export const single = (stem: string, answer = 0): Body => ({
  kind: 'single',
  topic: '党章',
  stem,
  options: ['甲', '乙', '丙'],
  answer: [answer],
})
/** A true-or-false question. */
export const judge = (stem: string): Body => ({
  kind: 'judge',
  topic: '党章',
  stem,
  options: ['正确', '错误'],
  answer: [0],
})
/** A test of the fourth quarter. */
export const plan = {
  quarter: 4,
  name: '第四季度测试',
  minutes: 10,
  passPercent: 60,
  graceMinutes: 0,
  counts: { single: 3, multiple: 0, judge: 2 },
}

/** A paper as the list shows it. */
export interface Paper {
  readonly id: string
  readonly seat: number
  readonly code: string
  readonly state: string
  readonly right?: number
  readonly passed?: boolean
  readonly late?: boolean
}

/** Answers to all questions of a paper. */
export const answersOf = (said: Said, choose: (stem: string) => number[]) =>
  Object.fromEntries(
    (said.body['questions'] as { id: string; stem: string }[]).map(({ id, stem }) => [id, choose(stem)]),
  )

/** A bank, a test of the fourth quarter, and papers for U2. */
export async function held(
  committee: Visitor,
  people: readonly string[] = ['张示一', '李示二'],
  seats = 1,
  graceMinutes = 0,
) {
  const bank = [single('单一'), single('单二'), single('单三', 1), judge('判一'), judge('判二')]
  expect((await committee.ask('POST /api/questions/import', { body: { questions: bank } })).body).toEqual({
    added: 5,
    refused: [],
  })
  const made = await committee.ask('POST /api/years/2018/tests', { body: { ...plan, graceMinutes } })
  expect(made.status, made.text).toBe(200)
  const address = `/api/years/2018/tests/${String(made.body['id'])}`
  const papers = await committee.ask(`POST ${address}/papers`, {
    body: { units: [{ unit: 'U2', people, seats }] },
  })
  expect(papers.body).toEqual({ made: people.length + seats })
  return {
    address,
    papers: async () => (await committee.ask(`GET ${address}`)).body['papers'] as readonly Paper[],
  }
}
