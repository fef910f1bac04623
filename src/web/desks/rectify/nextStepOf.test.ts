import { expect, test } from 'vitest'
import { nextStepOf } from './nextStepOf.ts'

const of = {
  standing: 'sent',
  isReceived: true,
  objection: 'none',
  unitName: '甲局',
  leadUnitName: '乙委',
  signers: [
    { name: '乙委', signed: true },
    { name: '组织考核者', signed: false },
  ],
} as const

test('五（二） every reader of a problem is told who has to do what next, until it is settled', () => {
  expect(nextStepOf({ ...of, isReceived: false })).toBe('甲局确认收到')
  expect(nextStepOf(of)).toBe('甲局写好整改方案，在清单上报')
  expect(nextStepOf({ ...of, objection: 'open' })).toBe('组织考核者答复异议')
  expect(nextStepOf({ ...of, standing: 'handedIn' })).toBe('组织考核者审核整改方案')
  expect(nextStepOf({ ...of, standing: 'inProgress', extensionUntil: '2019-04-30' })).toBe(
    '乙委或组织考核者答复延期',
  )
  expect(nextStepOf({ ...of, standing: 'claimed', leadUnitName: undefined })).toBe('组织考核者复查')
  expect(nextStepOf({ ...of, standing: 'confirmed' })).toBeUndefined()
  expect(nextStepOf({ ...of, standing: 'dropped' })).toBeUndefined()
})
