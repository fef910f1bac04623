import { type ProblemStanding, problemStandingNames } from '../../domain/campaign/rectify/problemState.ts'
import { type ProblemOrigin, problemOriginNames } from './rectifyFields.ts'
import type { ListColumn } from '../lists/listColumn.ts'

interface Row {
  readonly text: string
  readonly unitName: string
  readonly leadUnitName?: string | undefined
  readonly origin: ProblemOrigin
  readonly rowTitle?: string | undefined
  readonly standing: ProblemStanding
  readonly overdue: boolean
  readonly waits: boolean
  readonly objection: 'none' | 'open' | 'answered'
  readonly extensionUntil?: string | undefined
  readonly owner: string
  readonly dueOn?: string | undefined
  readonly again: readonly number[]
  readonly lost?: number | undefined
}

/** The word of the filter for what is overdue. */
const OVERDUE = '逾期'

/** Describes where a problem stands, with what waits for an answer. */
export function describeStanding({ standing, objection, extensionUntil }: Row): string {
  if (objection === 'open') return '异议待答复'
  if (extensionUntil !== undefined) return '延期待答复'
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
  { id: 'lost', title: '失分', value: row => (row.lost === undefined ? undefined : row.lost / 1000) },
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
  { id: 'lost', title: '失分', value: row => (row.lost === undefined ? undefined : row.lost / 1000) },
]
