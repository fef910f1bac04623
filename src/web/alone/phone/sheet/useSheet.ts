import { useEffect, useMemo } from 'react'
import { prepareScheme } from '../../../../domain/score/prepareScheme.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'
import type { DraftChange } from '../draft/changeDraft.ts'
import { type DraftScore, scoreDraft } from '../draft/scoreDraft.ts'
import { editDraft, openDraft } from '../keep/editDraft.ts'
import {
  type Owner,
  phoneDatabase,
  type Receipt,
  type Task,
  type TaskDetail,
  type WorkRubric,
} from '../keep/phoneDatabase.ts'
import { useLive } from '../keep/useLive.ts'

/** An open inspection sheet: the task with its rubric and facts, the draft as stored in the database, and the function that changes it. */
export interface Sheet {
  readonly task: Task
  readonly detail: TaskDetail
  readonly rubric: WorkRubric
  readonly schemeHash: string
  readonly draft: Draft
  readonly photos: readonly DraftPhoto[]
  readonly score: DraftScore
  edit(change: DraftChange): void
}

/** State of opening a sheet; `arrived` when it has been sent already and no new one was begun. */
export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'arrived'; readonly task: Task; readonly receipt: Receipt | undefined }
  | { readonly kind: 'open'; readonly sheet: Sheet }

/** Opens the sheet of a task; with `begins`, a draft is begun where there is none. */
export function useSheet(assignment: string, owner: Owner, begins: boolean): Opened {
  const ground = useLive(() => readGround(assignment), [assignment])
  const own = useLive(() => readOwn(assignment), [assignment])
  const scheme = ground?.scheme
  const prepared = useMemo(
    () => (scheme === undefined ? undefined : prepareScheme(scheme.scheme)),
    [scheme?.schemeHash],
  )
  const draft = own?.draft
  const needsDraft = begins && own !== undefined && draft === undefined && ground?.task !== undefined
  useEffect(() => {
    if (needsDraft) void openDraft(ground.task!, owner)
  }, [needsDraft])
  const score = useMemo(
    () =>
      prepared && ground?.task && ground.detail && draft
        ? scoreDraft(prepared, ground.task, ground.detail.facts, draft)
        : undefined,
    [prepared, ground, draft],
  )
  if (ground === undefined || own === undefined || needsDraft) return { kind: 'opening' }
  const { task, detail, rubric } = ground
  if (task === undefined || detail === undefined || rubric === undefined || scheme === undefined)
    return { kind: 'missing' }
  if (draft === undefined) return { kind: 'arrived', task, receipt: own.receipt }
  const edit = (change: DraftChange): void => void editDraft(draft.id, change)
  return {
    kind: 'open',
    sheet: {
      task,
      detail,
      rubric,
      schemeHash: scheme.schemeHash,
      draft,
      photos: own.photos,
      score: score!,
      edit,
    },
  }
}

async function readGround(assignment: string) {
  const { tasks, details, rubrics, schemes } = phoneDatabase()
  const task = await tasks.get(assignment)
  if (task === undefined) return { task }
  const [detail, rubric, scheme] = await Promise.all([
    details.get(assignment),
    rubrics.get(task.rubric),
    schemes.where('year').equals(task.year).first(),
  ])
  return { task, detail, rubric, scheme }
}

async function readOwn(assignment: string) {
  const { drafts, photos, receipts } = phoneDatabase()
  const draft = await drafts.where('assignment').equals(assignment).first()
  const [pictures, arrived] = await Promise.all([
    draft === undefined ? [] : photos.where('draft').equals(draft.id).sortBy('addedAt'),
    receipts.where('assignment').equals(assignment).sortBy('receivedAt'),
  ])
  return { draft, photos: pictures, receipt: arrived.at(-1) }
}
