import type { CycleState } from '../../domain/year/lifecycle/cycleState.ts'
import type { Actor } from '../platform/access/actor.ts'
import { judgeAccess } from '../platform/access/judgeAccess.ts'
import type { Action } from '../../contract/access/actions.ts'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import type { StoredCycle } from './lifecycle.store.ts'
import type { ScoredYear } from './outcome/scoredYear.ts'
import type { Answered } from '../platform/http/serveRoutes.ts'

type YearAnswer = Answered<'GET /api/years/:year'>
type Waiting = YearAnswer['waiting'][number]

/** What the list of waiting tasks is based on. */
export interface WaitingContext {
  readonly scored: ScoredYear
  readonly stored: StoredCycle
  readonly state: CycleState
  readonly progress: YearAnswer['progress']
  /** notices of consequences: not yet served, and served to units within reach without a reply. */
  readonly notices: { readonly unserved: number; readonly unanswered: number }
}

/** Presents the tasks that wait for this person in this year, late ones first. */
export function presentWaiting(actor: Actor, ground: WaitingContext): Waiting[] {
  const may = (action: Action): boolean => !isRefusal(judgeAccess(actor, action))
  const found = [
    ...(may('approveYear') ? forLeadingGroup(ground) : []),
    ...(may('recordFacts') || ledBy(actor) ? missingScores(ground) : []),
    ...(may('settleRuling') ? rulings(ground) : []),
    ...(may('recordFacts') ? forCommittee(ground) : []),
    ...(may('releaseResults') ? toRelease(ground) : []),
    ...(may('serveNotice') ? toServe(ground) : may('replyNotice') ? toReply(ground) : []),
  ]
  return found.toSorted((one, other) => Number(other.late) - Number(one.late))
}

function ledBy({ grants }: Actor): boolean {
  return grants.some(grant => grant.role === 'leadUnit')
}

function forLeadingGroup({ state }: WaitingContext): readonly Waiting[] {
  if (state.kind !== 'sealed') return []
  return [
    {
      id: 'approve',
      text: `第${state.seal}次封存的结果待审定`,
      count: 1,
      late: false,
      mend: { desk: 'results' },
    },
  ]
}

function missingScores({ progress, state }: WaitingContext): readonly Waiting[] {
  if (state.kind !== 'open' && state.kind !== 'correcting') return []
  return progress.flatMap(({ component, name, done, total, due, days, late }): Waiting[] => {
    if (done === total) return []
    const dated = due === undefined ? {} : { due, days: days! }
    const text = `“${name}”还有${total - done}个单位没有得分`
    return [
      {
        id: `missing-${component}`,
        text,
        count: total - done,
        ...dated,
        late: late > 0,
        mend: { desk: 'year', component },
      },
    ]
  })
}

function rulings({ scored: { scheme } }: WaitingContext): readonly Waiting[] {
  const assumed =
    scheme?.rulings.filter(ruling => ruling.state === 'assumed' && ruling.topic !== 'note') ?? []
  if (assumed.length === 0) return []
  return [
    {
      id: 'assumed',
      text: `有${assumed.length}条口径暂按默认，待确认`,
      count: assumed.length,
      late: false,
      mend: { desk: 'scheme' },
    },
  ]
}

const DECIDED_BY_COMMITTEE = [
  'noAppraisee',
  'tieAcrossEdge',
  'smallCohort',
  'quotaExceeded',
  'historyMissing',
  'leadVisitMissing',
]

function forCommittee({ scored, state, stored }: WaitingContext): readonly Waiting[] {
  const returned = stored.seals.at(-1)
  const found: Waiting[] = []
  if (state.kind === 'open' && returned?.state === 'returned') {
    found.push({
      id: 'returned',
      text: `领导小组退回了结果：${returned.opinion}`,
      count: 1,
      late: true,
      mend: { desk: 'results' },
    })
  }
  if (state.kind === 'correcting') {
    found.push({
      id: 'correcting',
      text: `正在更正（${state.corrects.reason}），改好后请重新封存`,
      count: 1,
      late: true,
      mend: { desk: 'results' },
    })
  }
  const issues = scored.outcome?.issues.filter(issue => DECIDED_BY_COMMITTEE.includes(issue.kind)) ?? []
  if (issues.length > 0 && (state.kind === 'open' || state.kind === 'correcting')) {
    found.push({
      id: 'issues',
      text: `有${issues.length}项须研究处理：${issues[0]!.text}`,
      count: issues.length,
      late: false,
      mend: { desk: 'results' },
    })
  }
  if (state.kind === 'open' && state.phase === 'scored' && scored.outcome !== undefined) {
    found.push({ id: 'seal', text: '检查无误后封存结果', count: 1, late: false, mend: { desk: 'results' } })
  }
  return found
}

function toRelease({ state }: WaitingContext): readonly Waiting[] {
  if (state.kind !== 'approved' || state.released) return []
  return [
    { id: 'release', text: '结果已审定，待向单位公布', count: 1, late: false, mend: { desk: 'results' } },
  ]
}

function toServe({ notices: { unserved } }: WaitingContext): readonly Waiting[] {
  if (unserved === 0) return []
  return [
    {
      id: 'serve',
      text: `有${unserved}份结果运用通知待送达`,
      count: unserved,
      late: false,
      mend: { desk: 'consequences' },
    },
  ]
}

function toReply({ notices: { unanswered } }: WaitingContext): readonly Waiting[] {
  if (unanswered === 0) return []
  return [
    {
      id: 'reply',
      text: `有${unanswered}份结果运用通知待回复`,
      count: unanswered,
      late: false,
      mend: { desk: 'consequences' },
    },
  ]
}
