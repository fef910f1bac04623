import { Dexie, type EntityTable } from 'dexie'
import type { CallAnswer } from '../../../client/call.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'

/** 核查任务的答复, as the server sends it. */
export type Work = CallAnswer<'GET /api/inspection/work'>
/** 任务的全部内容. */
type Assignment = Work['assignments'][number]
/** 细则, for the units of one tier. */
export type WorkRubric = Work['rubrics'][number]
/** 核查内容的一行. */
export type WorkRow = WorkRubric['rows'][number]
/** 一条规则. */
export type WorkRule = WorkRow['rules'][number]
/** 方案. */
export type WorkScheme = Work['schemes'][number]

const HEAVY = ['earlier', 'counters', 'drawn', 'facts'] as const
type Heavy = (typeof HEAVY)[number]

/** 任务, as the list shows it; `isGone`: the server does not name it any more, but a draft on it is still here. */
export interface Task extends Omit<Assignment, Heavy> {
  readonly account: string
  readonly isGone?: boolean
}

/** 任务的细目, read when its sheet is opened. */
export interface TaskDetail extends Pick<Assignment, Heavy> {
  readonly id: string
}

/** 收条, kept in place of the draft that has arrived. */
export interface Receipt {
  readonly draft: string
  readonly assignment: string
  readonly account: string
  readonly unitName: string
  readonly receivedAt: string
  readonly hash: string
  readonly photos: number
  readonly state: 'sent' | 'signed' | 'doubled'
  readonly due?: string
  readonly others: readonly { readonly sentBy: string; readonly receivedAt: string }[]
}

/** 本机所记: who uses this phone, and when the tasks were fetched. */
export interface Owner {
  readonly key: 'owner'
  readonly account: string
  readonly name: string
  readonly username: string
  readonly institution?: string
  /** the session has ended: what is on the phone stays, sending waits for a new sign-in. */
  readonly isSignedOut: boolean
  readonly fetchedAt?: string
  readonly today?: string
}

/** 手机上的数据库. */
export interface PhoneDatabase extends Dexie {
  owner: EntityTable<Owner, 'key'>
  tasks: EntityTable<Task, 'id'>
  details: EntityTable<TaskDetail, 'id'>
  schemes: EntityTable<WorkScheme, 'schemeHash'>
  rubrics: EntityTable<WorkRubric, 'key'>
  drafts: EntityTable<Draft, 'id'>
  photos: EntityTable<DraftPhoto, 'id'>
  receipts: EntityTable<Receipt, 'draft'>
}

let open: PhoneDatabase | undefined

/** 打开手机上的数据库. A new version of the page only ever adds to it: drafts of an older one are read as they are. */
export function phoneDatabase(): PhoneDatabase {
  if (open !== undefined) return open
  // Written through to the disk before a tap counts as kept.
  const database = new Dexie('hengping-inspect', { chromeTransactionDurability: 'strict' }) as PhoneDatabase
  database.version(1).stores({
    owner: 'key',
    tasks: 'id, account',
    details: 'id',
    schemes: 'schemeHash, year',
    rubrics: 'key',
    drafts: 'id, assignment, account',
    photos: 'id, draft',
    receipts: 'draft, assignment, account',
  })
  open = database
  return database
}

/** 把任务分作概况和细目. */
export function splitAssignment(
  account: string,
  assignment: Assignment,
): { readonly task: Task; readonly detail: TaskDetail } {
  const { earlier, counters, drawn, facts, ...head } = assignment
  const detail = {
    id: assignment.id,
    earlier,
    facts,
    counters,
    drawn,
  }
  return { task: { ...head, account }, detail }
}
