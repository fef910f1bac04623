import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { decideReport } from './decideReport.ts'
import type { HandInContent, ReportCommand, ReportState } from './reportState.ts'

const TODAY = '2018-12-09'
const VETTERS = ['organisation', 'workCommittee', 'leadUnit']

const draft: ReportState = { kind: 'draft' }
const returned: ReportState = { kind: 'returned' }
const vetted: ReportState = { kind: 'vetted', vetters: VETTERS }
const handedIn = (...signed: string[]): ReportState => ({ kind: 'handedIn', vetters: VETTERS, signed })

const written = (more: Partial<HandInContent> = {}): HandInContent => ({
  words: 1800,
  limit: 2000,
  isWaived: false,
  outside: '',
  shareReason: '',
  ...more,
})
const handIn = (more: Partial<HandInContent> = {}, declared = true): ReportCommand => ({
  do: 'handIn',
  content: written(more),
  declared,
})
const takeIn = (arrivedOn: string, more: Partial<HandInContent> = {}): ReportCommand => ({
  do: 'takeIn',
  content: written(more),
  arrivedOn,
})
const sign = (vetter = 'organisation'): ReportCommand => ({ do: 'sign', vetter })
const giveBack = (reason = '问题部分没有时限', vetter = 'leadUnit'): ReportCommand => ({
  do: 'return',
  vetter,
  reason,
})
const edit: ReportCommand = { do: 'edit' }

interface Case {
  readonly given: ReportState
  readonly when: ReportCommand
  readonly gives: object
}

const refused = (code: string) => ({ refused: code })

const cases: readonly Case[] = [
  { given: draft, when: edit, gives: { kind: 'edited' } },
  { given: returned, when: edit, gives: { kind: 'edited' } },
  { given: handedIn(), when: edit, gives: refused('reportLocked') },
  { given: vetted, when: edit, gives: refused('reportLocked') },

  { given: draft, when: handIn(), gives: { kind: 'handedIn', on: TODAY } },
  { given: returned, when: handIn(), gives: { kind: 'handedIn', on: TODAY } },
  { given: handedIn(), when: handIn(), gives: refused('reportLocked') },
  { given: vetted, when: handIn(), gives: refused('reportLocked') },
  { given: draft, when: handIn({}, false), gives: refused('reportNotDeclared') },
  { given: draft, when: handIn({ words: 0 }), gives: refused('reportEmpty') },
  { given: draft, when: handIn({ words: 1 }), gives: { kind: 'handedIn', on: TODAY } },
  { given: draft, when: handIn({ words: 2000 }), gives: { kind: 'handedIn', on: TODAY } },
  { given: draft, when: handIn({ words: 2001 }), gives: refused('reportOverLimit') },
  { given: draft, when: handIn({ words: 200_000 }), gives: refused('reportOverLimit') },
  { given: draft, when: handIn({ words: 2001, isWaived: true }), gives: { kind: 'handedIn', on: TODAY } },
  { given: draft, when: handIn({ outside: '成绩的篇幅占41%' }), gives: refused('reportShareReason') },
  {
    given: draft,
    when: handIn({ outside: '成绩的篇幅占41%', shareReason: '  ' }),
    gives: refused('reportShareReason'),
  },
  {
    given: draft,
    when: handIn({ outside: '成绩的篇幅占41%', shareReason: '机构改革，成绩较多' }),
    gives: { kind: 'handedIn', on: TODAY },
  },

  { given: draft, when: takeIn('2018-12-07'), gives: { kind: 'handedIn', on: '2018-12-07' } },
  { given: returned, when: takeIn(TODAY), gives: { kind: 'handedIn', on: TODAY } },
  { given: draft, when: takeIn('2018-12-10'), gives: refused('reportArrivesLater') },
  { given: draft, when: takeIn(TODAY, { words: 2001 }), gives: refused('reportOverLimit') },
  { given: handedIn(), when: takeIn(TODAY), gives: refused('reportLocked') },

  { given: handedIn(), when: sign(), gives: { kind: 'signed', isLast: false } },
  {
    given: handedIn('organisation', 'leadUnit'),
    when: sign('workCommittee'),
    gives: { kind: 'signed', isLast: true },
  },
  { given: handedIn('organisation'), when: sign(), gives: refused('reportSignedAlready') },
  { given: handedIn(), when: sign('somebody'), gives: refused('reportNotVetted') },
  { given: draft, when: sign(), gives: refused('reportNotVetted') },
  { given: vetted, when: sign(), gives: refused('reportNotVetted') },

  { given: handedIn('organisation'), when: giveBack(), gives: { kind: 'returned' } },
  { given: handedIn('leadUnit'), when: giveBack(), gives: { kind: 'returned' } },
  { given: vetted, when: giveBack(), gives: { kind: 'returned' } },
  { given: handedIn(), when: giveBack(' '), gives: refused('reportReturnReason') },
  { given: handedIn(), when: giveBack('缺时限', 'somebody'), gives: refused('reportNotVetted') },
  { given: draft, when: giveBack(), gives: refused('reportNotVetted') },

  { given: handedIn(), when: { do: 'comment', vetter: 'leadUnit' }, gives: { kind: 'commented' } },
  { given: returned, when: { do: 'comment', vetter: 'leadUnit' }, gives: refused('reportNotVetted') },
]

describe('六（三） commands to a debrief report', () => {
  test.each(cases)('given $given.kind, when $when.do: $gives', ({ given, when, gives }) => {
    const decided = decideReport(given, when, TODAY)
    expect(isRefusal(decided) ? { refused: decided.code } : decided).toEqual(gives)
  })
})
