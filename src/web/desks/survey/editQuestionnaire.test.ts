import { expect, test } from 'vitest'
import { addQuestion, lacksOf, moveQuestion } from './editQuestionnaire.ts'

const answers = [
  { id: '满意', name: '满意' },
  { id: '不满意', name: '不满意' },
]

test('the first satisfaction question is the scored one, with the answers of the scheme', () => {
  const [one, two] = addQuestion(addQuestion([], 'satisfaction', answers), 'satisfaction', answers)
  expect(one).toMatchObject({ id: 'q1', counts: true, options: [{ id: '满意' }, { id: '不满意' }] })
  expect(two).toMatchObject({ id: 'q2', counts: false })
})

test('a condition on a question that comes later is dropped', () => {
  const [first, second] = addQuestion(addQuestion([], 'choice', answers), 'open', answers)
  const conditioned = [first!, { ...second!, when: { question: first!.id, answers: ['a1'] } }]
  expect(moveQuestion(conditioned, 1, 0)[0]).toMatchObject({ id: second!.id, when: undefined })
  expect(moveQuestion(conditioned, 0, 0)[1]!.when).toBeDefined()
})

test('what a questionnaire lacks is named by question and answer', () => {
  const questions = addQuestion(addQuestion([], 'satisfaction', answers), 'choice', answers)
  expect(lacksOf({ opening: ' ', questions, closing: '' })).toEqual([
    '开场白',
    '第1题的题目',
    '第2题的题目',
    '第2题的第1个答案',
    '第2题的第2个答案',
  ])
})
