import { numberField } from '../shape/field.ts'

/** Fields of what was issued to a voter class in one medium. */
export const issueFields = {
  handedOut: numberField('发出', { min: 0, max: 5000, unit: '张' }),
  givenBack: numberField('退回', { min: 0, max: 5000, unit: '张' }),
  spoilt: numberField('作废', { min: 0, max: 5000, unit: '张' }),
}

/** Names of the two media of a ballot. */
export const mediumNames = { phone: '票条', paper: '纸质票' } as const

/** Names of those who keep a copy of the key. */
export const holderNames = { teller: '计票人', scrutineer: '监票人' } as const

/** Names of the states of voting. */
export const votingStateNames = {
  prepared: '投票还没有开始',
  open: '正在投票',
  closed: '投票已经截止',
  opened: '投票已经截止',
  counted: '投票已经截止',
  published: '结果已经公布',
  brokenOff: '会议已经中止',
} as const
