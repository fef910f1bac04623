import { Dexie, type EntityTable } from 'dexie'
import type { CallAnswer } from '../../../client/call.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'

/** The inspection tasks as the server sends them. */
export type Work = CallAnswer<'GET /api/inspection/work'>
/** One assignment with all its content. */
type Assignment = Work['assignments'][number]
/** A rubric (评分细则) for the units of one tier. */
export type WorkRubric = Work['rubrics'][number]
/** One row of a rubric. */
export type WorkRow = WorkRubric['rows'][number]
/** One rule of a row. */
export type WorkRule = WorkRow['rules'][number]
/** One scheme. */
export type WorkScheme = Work['schemes'][number]

const HEAVY = ['earlier', 'counters', 'drawn', 'facts'] as const
type Heavy = (typeof HEAVY)[number]

/** A task as the list shows it. `isGone`: the server no longer lists it, but a draft of it is still here. */
export interface Task extends Omit<Assignment, Heavy> {
  readonly account: string
  readonly isGone?: boolean
}

/** Details of a task, read when its sheet is opened. */
export interface TaskDetail extends Pick<Assignment, Heavy> {
  readonly id: string
}

/** A receipt, kept in place of the draft that has arrived. */
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

/** Owner of this phone's data: who uses the phone, and when the tasks were fetched. */
export interface Owner {
  readonly key: 'owner'
  readonly account: string
  readonly name: string
  readonly username: string
  readonly institution?: string
  /** The session has ended: data on the phone stays, and sending waits for a new sign-in. */
  readonly isSignedOut: boolean
  readonly fetchedAt?: string
  readonly today?: string
}

/** The database on the phone. */
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

/** Opens the database on the phone. New versions of the page only ever add to it: older drafts are read as they are. */
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

/** Splits an assignment into its summary and its details. */
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
