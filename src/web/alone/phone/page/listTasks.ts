import type { Draft } from '../draft/Draft.ts'
import { isBegun } from '../draft/isBegun.ts'
import type { Receipt, Task } from '../keep/phoneDatabase.ts'

/** State of a task. */
export type TaskState =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'waiting'; readonly trouble?: string }
  | { readonly kind: 'filling'; readonly rowsDone: number }
  /** `others`: who has sent a sheet of this task already. */
  | { readonly kind: 'ahead'; readonly others?: string }
  | {
      readonly kind: 'arrived'
      readonly receipt?: Receipt
      readonly receivedAt: string
      readonly isDoubled: boolean
    }

/** A task in the list. */
export interface ListedTask {
  readonly task: Task
  readonly state: TaskState
}

const ORDER: readonly TaskState['kind'][] = ['refused', 'waiting', 'filling', 'ahead', 'arrived']

/** Sorts the task list: tasks that need attention first. */
export function listTasks(
  tasks: readonly Task[],
  drafts: readonly Draft[],
  pictured: ReadonlySet<string>,
  receipts: readonly Receipt[],
): readonly ListedTask[] {
  const draftOf = new Map(drafts.map(draft => [draft.assignment, draft]))
  const receiptOf = new Map(
    receipts
      .toSorted((one, other) => one.receivedAt.localeCompare(other.receivedAt))
      .map(one => [one.assignment, one]),
  )
  const listed = tasks.map(task => {
    const draft = draftOf.get(task.id)
    return {
      task,
      state: stateOf(task, draft, draft !== undefined && pictured.has(draft.id), receiptOf.get(task.id)),
    }
  })
  return listed.toSorted(
    (one, other) =>
      ORDER.indexOf(one.state.kind) - ORDER.indexOf(other.state.kind) ||
      (one.task.plannedOn ?? one.task.to).localeCompare(other.task.plannedOn ?? other.task.to) ||
      one.task.unitName.localeCompare(other.task.unitName, 'zh'),
  )
}

/** Counts the inspected rows: clean, or with a finding. */
export function rowsDone({ findings, clean }: Draft): number {
  return new Set([...clean, ...findings.map(({ row }) => row)]).size
}

/** Names those who have sent another sheet of the task; undefined where nobody has. */
export function describeOthers({ sheets }: Pick<Task, 'sheets'>): string | undefined {
  const names = new Set(sheets.filter(({ mine }) => !mine).map(({ sentBy }) => sentBy))
  return names.size === 0 ? undefined : [...names].join('、')
}

function stateOf(
  task: Task,
  draft: Draft | undefined,
  hasPhotos: boolean,
  receipt: Receipt | undefined,
): TaskState {
  if (draft?.stage.kind === 'refused') return { kind: 'refused', message: draft.stage.message }
  if (draft?.stage.kind === 'waiting')
    return { kind: 'waiting', ...(draft.stage.trouble && { trouble: draft.stage.trouble }) }
  if (draft !== undefined && isBegun(draft, hasPhotos)) return { kind: 'filling', rowsDone: rowsDone(draft) }
  const isDoubled = receipt?.state === 'doubled' || task.sheets.length > 1
  if (receipt !== undefined) return { kind: 'arrived', receipt, receivedAt: receipt.receivedAt, isDoubled }
  const own = task.sheets.find(({ mine }) => mine)
  const others = describeOthers(task)
  return own === undefined
    ? { kind: 'ahead', ...(others && { others }) }
    : { kind: 'arrived', receivedAt: own.receivedAt, isDoubled }
}
