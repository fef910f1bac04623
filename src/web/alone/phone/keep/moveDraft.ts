import { isBegun } from '../draft/isBegun.ts'
import { readDraftFile, writeDraftFile } from '../draft/draftFile.ts'
import { draftsOf } from './editDraft.ts'
import { type Owner, phoneDatabase } from './phoneDatabase.ts'

/** Exports a draft as a file with its photos. */
export async function exportDraft(id: string): Promise<File> {
  const { drafts, photos, tasks, details, rubrics, schemes } = phoneDatabase()
  const draft = (await drafts.get(id))!
  const task = (await tasks.get(draft.assignment))!
  const [detail, rubric, scheme, pictures] = await Promise.all([
    details.get(task.id),
    rubrics.get(task.rubric),
    schemes.where('year').equals(task.year).first(),
    photos.where('draft').equals(id).sortBy('addedAt'),
  ])
  const text = await writeDraftFile({
    draft,
    photos: pictures,
    task,
    detail: detail!,
    rubric: rubric!,
    scheme: scheme!,
  })
  return new File([text], `核查表 ${draft.unitName} ${draft.visitedOn}.json`, { type: 'application/json' })
}

/** Imports a draft file from another phone. It then belongs to this phone's owner; a draft that was waiting must be signed again. Returns what was done; throws an Error with a message in Chinese. */
export async function importDraft(file: File, owner: Owner): Promise<string> {
  const { draft, photos, task, detail, rubric, scheme } = await readDraftFile(await file.text())
  const database = phoneDatabase()
  const { drafts, tasks, details, rubrics, schemes, receipts } = database
  return database.transaction(
    'rw',
    [drafts, database.photos, tasks, details, rubrics, schemes, receipts],
    async () => {
      if ((await receipts.get(draft.id)) !== undefined)
        return `“${draft.unitName}”的这份核查表已经从本机发送，不用导入。`
      const same = await drafts.get(draft.id)
      if (same !== undefined && same.account !== owner.account)
        throw new Error(
          `本机上“${draft.unitName}”的这份核查表由${same.inspector}填写：请打开这项任务，选“接着写”。`,
        )
      if (same !== undefined && same.changedAt >= draft.changedAt)
        return `本机上“${draft.unitName}”的核查表是同一份，而且不比文件旧，没有改动。`
      for (const there of await draftsOf(draft.assignment, owner.account)) {
        if (there.id === draft.id) continue
        if (isBegun(there, (await database.photos.where('draft').equals(there.id).count()) > 0))
          throw new Error(`本机已有“${draft.unitName}”的另一份核查表：请先发送它，或在上面放弃它，再导入。`)
        await drafts.delete(there.id)
      }
      await drafts.put({
        ...draft,
        account: owner.account,
        inspector: owner.name,
        ...(draft.account !== owner.account && { takenOverFrom: draft.inspector }),
        stage: { kind: 'filling' },
      })
      await database.photos.where('draft').equals(draft.id).delete()
      await database.photos.bulkPut([...photos])
      if ((await tasks.get(task.id)) === undefined) {
        await tasks.put({ ...task, account: owner.account })
        await details.put(detail)
      }
      if ((await rubrics.get(rubric.key)) === undefined) await rubrics.put(rubric)
      if ((await schemes.where('year').equals(scheme.year).count()) === 0) await schemes.put(scheme)
      return `已导入“${draft.unitName}”的核查表，照片${photos.length}张。`
    },
  )
}
