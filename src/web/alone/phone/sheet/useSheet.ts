import { useEffect, useMemo } from 'react'
import { prepareScheme } from '../../../../domain/score/prepareScheme.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'
import type { DraftChange } from '../draft/changeDraft.ts'
import { isBegun } from '../draft/isBegun.ts'
import { type DraftScore, scoreDraft } from '../draft/scoreDraft.ts'
import { draftsOf, editDraft, openDraft } from '../keep/editDraft.ts'
import {
  type Owner,
  phoneDatabase,
  type Receipt,
  type Task,
  type TaskDetail,
  type WorkRubric,
  type WorkScheme,
} from '../keep/phoneDatabase.ts'
import { useLive } from '../keep/useLive.ts'

/** An open inspection sheet: the task with its rubric and facts, the draft as stored in the database, and the function that changes it. */
export interface Sheet {
  readonly task: Task
  readonly detail: TaskDetail
  readonly rubric: WorkRubric
  readonly schemeHash: string
  readonly scheme: WorkScheme['scheme']
  readonly draft: Draft
  readonly photos: readonly DraftPhoto[]
  readonly score: DraftScore
  /** Changes the draft; rejects where the phone did not keep it. */
  edit(change: DraftChange): Promise<void>
}

/** State of opening a sheet; `arrived` when it has been sent already and no new one was begun. */
type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'arrived'; readonly task: Task; readonly receipt: Receipt | undefined }
  /** Another account has begun this sheet on this phone. */
  | { readonly kind: 'foreign'; readonly task: Task; readonly draft: Draft }
  | { readonly kind: 'open'; readonly sheet: Sheet }

/** Opens the sheet of a task; with `begins`, a draft is begun where there is none. */
export function useSheet(assignment: string, owner: Owner, begins: boolean): Opened {
  const ground = useLive(() => readGround(assignment), [assignment])
  const own = useLive(() => readOwn(assignment, owner.account), [assignment, owner.account])
  const scheme = ground?.scheme
  const prepared = useMemo(
    () => (scheme === undefined ? undefined : prepareScheme(scheme.scheme)),
    [scheme?.schemeHash],
  )
  const draft = own?.draft
  const foreign = draft === undefined ? own?.foreign : undefined
  const needsDraft =
    begins && own !== undefined && draft === undefined && foreign === undefined && ground?.task !== undefined
  useEffect(() => {
    if (needsDraft) void openDraft(ground.task!, owner).catch(() => undefined)
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
  if (foreign !== undefined && begins) return { kind: 'foreign', task, draft: foreign }
  if (draft === undefined) return { kind: 'arrived', task, receipt: own.receipt }
  return {
    kind: 'open',
    sheet: {
      task,
      detail,
      rubric,
      schemeHash: scheme.schemeHash,
      scheme: scheme.scheme,
      draft,
      photos: own.photos,
      score: score!,
      edit: change => editDraft(draft.id, change),
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

async function readOwn(assignment: string, account: string) {
  const { photos, receipts } = phoneDatabase()
  const all = await draftsOf(assignment)
  const draft = all.find(one => one.account === account)
  const [pictures, pictured, arrived] = await Promise.all([
    draft === undefined ? [] : photos.where('draft').equals(draft.id).sortBy('addedAt'),
    photos.orderBy('draft').uniqueKeys(),
    receipts.where('assignment').equals(assignment).sortBy('receivedAt'),
  ])
  const foreign = all.find(one => one !== draft && isBegun(one, pictured.includes(one.id)))
  return {
    draft,
    foreign,
    photos: pictures,
    receipt: arrived.findLast(one => one.account === account),
  }
}
