import { call } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'
import { sheetBody } from '../draft/sheetBody.ts'
import { type PhoneDatabase, phoneDatabase, type WorkRubric } from '../keep/phoneDatabase.ts'
import { photosIn, receiptFault, type SheetReceipt } from './checkReceipt.ts'
import { sha256 } from '../../../kit/sha256.ts'

/** Request options: a hanging connection is abandoned after two minutes and retried. */
const options = (key: string) =>
  ({ key, without: 'signInAgain', signal: AbortSignal.timeout(120_000) }) as const

/** Sends a sheet: its photos one by one, then the sheet, each under its own key, so that repeated requests take effect once. Deletes the draft when the receipt agrees. Throws `Refused`. */
export async function sendDraft(draft: Draft): Promise<void> {
  const database = phoneDatabase()
  for (const photo of await photosOf(database, draft))
    if (photo.file === undefined) await sendPhoto(database, photo, draft)
  const photos = await photosOf(database, draft)
  const body = sheetBody(draft, photos, await reasonedRules(database, draft), deviceName())
  const hash = sha256(JSON.stringify(body))
  // A small question first: where it finds no server, the sheet has not left and can be taken back.
  await call('GET /api/session', {}, options(draft.id))
  // From here on nobody knows whether it has arrived until an answer says so.
  if (!(await noteLeaving(database, draft.id))) return
  const receipt = await call(
    'POST /api/years/:year/sheets',
    { params: { year: draft.year }, body },
    { ...options(draft.id), headers: { 'x-sent-hash': hash } },
  )
  const fault = receiptFault(body, receipt, hash)
  if (fault !== undefined)
    throw new Refused(
      409,
      'receiptDiffers',
      `${fault}：手机上的全部内容仍然保留。请导出这份核查表，交组织考核者核对。`,
    )
  await settle(database, draft, receipt, photosIn(body).length)
}

async function sendPhoto(database: PhoneDatabase, photo: DraftPhoto, { stage }: Draft): Promise<void> {
  const name = `${photo.row === undefined ? '' : `${photo.row} `}${photo.addedAt.slice(0, 10)} ${photo.hash.slice(0, 6)}.jpg`
  const body = new Blob([photo.bytes], { type: 'image/jpeg' })
  // The server knows a picture by its content; a key of each try asks it anew whether it still has it.
  const tries = stage.kind === 'waiting' ? stage.tries : 0
  const { file } = await call(
    'POST /api/files',
    { query: { name, look: 'later' }, body },
    options(`${photo.draft}-${photo.hash.slice(0, 40)}-${tries}`),
  )
  await database.photos.update(photo.id, { file })
}

/** Deletes the draft and stores its receipt in one transaction. */
async function settle(
  database: PhoneDatabase,
  draft: Draft,
  receipt: SheetReceipt,
  photos: number,
): Promise<void> {
  const { drafts, photos: pictures, receipts } = database
  await database.transaction('rw', [drafts, pictures, receipts], async () => {
    await receipts.put({
      draft: draft.id,
      assignment: draft.assignment,
      account: draft.account,
      unitName: draft.unitName,
      receivedAt: receipt.receivedAt,
      hash: receipt.hash,
      photos,
      state: receipt.state,
      due: receipt.due,
      others: (receipt.doubled ?? []).map(({ sentBy, receivedAt }) => ({ sentBy, receivedAt })),
    })
    await pictures.where('draft').equals(draft.id).delete()
    await drafts.delete(draft.id)
  })
}

function photosOf(database: PhoneDatabase, draft: Draft): Promise<DraftPhoto[]> {
  return database.photos.where('draft').equals(draft.id).sortBy('addedAt')
}

/** Notes that the sheet may be on its way; false where it was taken back in the meantime, and then it is not sent. */
function noteLeaving({ drafts }: PhoneDatabase, id: string): Promise<boolean> {
  return drafts.db.transaction('rw', drafts, async () => {
    const stage = (await drafts.get(id))?.stage
    if (stage?.kind !== 'waiting') return false
    await drafts.update(id, { stage: { ...stage, perhapsSent: true } })
    return true
  })
}

/** Returns the rules whose note is the written reason that R14 requires. */
async function reasonedRules(database: PhoneDatabase, draft: Draft): Promise<ReadonlySet<string>> {
  const task = await database.tasks.get(draft.assignment)
  const rubric: WorkRubric | undefined =
    task === undefined ? undefined : await database.rubrics.get(task.rubric)
  return new Set(
    rubric?.rows.flatMap(row =>
      row.rules.filter(rule => rule.amount !== undefined).map(rule => `${row.id} ${rule.id}`),
    ),
  )
}

/** Returns the phone's device name: its kind only. */
function deviceName(): string {
  const { userAgent } = navigator
  return (
    ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'].find(name => userAgent.includes(name)) ??
    ''
  )
}
