import { type ProblemStanding, problemStandingNames } from '../../domain/campaign/rectify/problemState.ts'
import { type ProblemOrigin, problemOriginNames } from './rectifyFields.ts'
import type { ListColumn } from '../lists/listColumn.ts'

interface Standing {
  readonly standing: ProblemStanding
  readonly isReceived: boolean
  readonly objection: 'none' | 'open' | 'answered'
  readonly extensionUntil?: string | undefined
}

interface Row extends Standing {
  readonly text: string
  readonly unitName: string
  readonly leadUnitName?: string | undefined
  readonly origin: ProblemOrigin
  readonly rowTitle?: string | undefined
  readonly overdue: boolean
  readonly waits: boolean
  readonly owner: string
  readonly dueOn?: string | undefined
  readonly again: readonly number[]
  readonly lost?: number | undefined
}

/** The word of the filter for what is overdue. */
const OVERDUE = '逾期'

/** Names of where a problem stands, in the order in which it passes them: its state, and within it what is waited for. The list filters, the bar and the board count by these. */
export const standingWords = {
  drafted: problemStandingNames.drafted,
  reviewed: problemStandingNames.reviewed,
  unread: '已下发待确认',
  objected: '异议待答复',
  sent: problemStandingNames.sent,
  planReturned: problemStandingNames.planReturned,
  handedIn: problemStandingNames.handedIn,
  inProgress: problemStandingNames.inProgress,
  extension: '延期待答复',
  claimed: problemStandingNames.claimed,
  confirmed: problemStandingNames.confirmed,
  dropped: problemStandingNames.dropped,
} as const

/** Describes where a problem stands, with what is waited for. */
export function describeStanding({ standing, isReceived, objection, extensionUntil }: Standing): string {
  if (standing === 'sent' && objection === 'open') return standingWords.objected
  if (standing === 'sent' && !isReceived) return standingWords.unread
  if (standing === 'inProgress' && extensionUntil !== undefined) return standingWords.extension
  return problemStandingNames[standing]
}

/** Columns of the list of problems. */
export const problemColumns: readonly ListColumn<Row>[] = [
  { id: 'text', title: '问题', value: row => row.text, search: true },
  { id: 'unit', title: '单位', value: row => row.unitName, search: true, filter: true },
  { id: 'leadUnit', title: '牵头单位', value: row => row.leadUnitName, filter: true },
  { id: 'row', title: '涉及', value: row => row.rowTitle, filter: true },
  { id: 'origin', title: '来源', value: row => problemOriginNames[row.origin], filter: true },
  { id: 'standing', title: '状态', value: describeStanding, filter: true },
  { id: 'waits', title: '待我办理', value: row => (row.waits ? '是' : undefined), filter: true },
  { id: 'due', title: '时限', value: row => row.dueOn, filter: true },
  { id: 'overdue', title: '是否逾期', value: row => (row.overdue ? OVERDUE : undefined), filter: true },
  { id: 'owner', title: '责任人', value: row => row.owner || undefined },
  {
    id: 'again',
    title: '再次出现',
    value: row => (row.again.length === 0 ? undefined : `${row.again.join('、')}年也有`),
    filter: true,
  },
  { id: 'lost', title: '失分（分）', value: row => (row.lost === undefined ? undefined : row.lost / 1000) },
]

interface Proposal {
  readonly text: string
  readonly unitName: string
  readonly leadUnitName?: string | undefined
  readonly origin: ProblemOrigin
  readonly rowTitle?: string | undefined
  readonly lost?: number | undefined
}

/** Columns of the list of proposals. */
export const proposalColumns: readonly ListColumn<Proposal>[] = [
  { id: 'text', title: '问题', value: row => row.text, search: true },
  { id: 'unit', title: '单位', value: row => row.unitName, search: true, filter: true },
  { id: 'leadUnit', title: '牵头单位', value: row => row.leadUnitName, filter: true },
  { id: 'origin', title: '来源', value: row => problemOriginNames[row.origin], filter: true },
  { id: 'row', title: '涉及', value: row => row.rowTitle, filter: true },
  { id: 'lost', title: '失分（分）', value: row => (row.lost === undefined ? undefined : row.lost / 1000) },
]
