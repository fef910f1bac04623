import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { attachFiles } from '../../../src/server/office/files/attachFiles.ts'
import { findAttachment, keepFile } from '../../../src/server/office/files/files.store.ts'
import { backedFiles, stageFiles } from '../../../src/server/platform/database/backup/backedFiles.ts'
import { restoreBackup } from '../../../src/server/platform/database/backup/restoreBackup.ts'
import { placeOfFile } from '../../../src/server/platform/files/fileStore.ts'
import { createFileStore } from '../../../src/server/platform/files/createFileStore.ts'
import { SYSTEM_ACTOR } from '../../../src/server/platform/access/actor.ts'
import { backUp, contentOf, openFilled } from '../backupWorks.ts'
import { openBare } from '../databases.ts'

const folder = mkdtempSync(join(tmpdir(), '衡评 附件备份-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('attachments are restored from a backup, row and bytes; unfinished files are not backed up, and files swept meanwhile are left out', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  for (const data of [from, to]) mkdirSync(data)
  let bytes = randomBytes(200_000)
  while (hashOf(bytes) > 'c') bytes = randomBytes(200_000)
  const hash = hashOf(bytes)
  const store = createFileStore({ kind: 'disk', data: from })
  await store.put(hash, bytes)
  writeFileSync(join(from, 'files.part', 'half'), 'half')
  const database = await openFilled()
  const { rows } = await database.db.execute<{ unit: string }>(
    sql`select id as unit from roster_unit where year = 2018 limit 1`,
  )
  const of = { year: 2018, unit: rows[0]!.unit }
  await database.db.transaction(async tx => {
    const at = new Date().toISOString()
    const row = {
      hash,
      size: bytes.length,
      type: 'pdf',
      name: '记录.pdf',
      byName: '甲',
      storedAt: at,
      offeredAt: at,
    } as const
    await keepFile(tx, row, { account: SYSTEM_ACTOR.id, sent: hash })
    const context = { now: () => new Date(), newId: randomUUID }
    await attachFiles(tx, context, SYSTEM_ACTOR, { owner: 'ledgerEntry', ownerId: 'e1', ...of }, [
      { file: hash, name: '记录.pdf' },
    ])
  })
  // The one that is swept comes after the other, in the order in which the folder is read.
  let orphan = randomBytes(10)
  while (hashOf(orphan) < hash) orphan = randomBytes(10)
  await store.put(hashOf(orphan), orphan)
  const path = join(folder, 'backup.gz')
  const files = function* () {
    for (const file of backedFiles(from)()) {
      rmSync(join(from, 'files', ...placeOfFile(hashOf(orphan)).split('/')), { force: true })
      yield file
    }
  }
  await backUp(database, path, files)
  expect(contentOf(path).join('\n')).not.toContain('files.part')
  const restored = await openBare('PostgreSQL')
  const report = await restoreBackup(restored, path, stageFiles(to))
  expect(report.files).toBe(1)
  expect((await findAttachment(restored.db, { ...of, file: hash }))?.attachment.name).toBe('记录.pdf')
  const back = await createFileStore({ kind: 'disk', data: to }).read(hash)
  expect((await buffer(back!)).equals(bytes)).toBe(true)
})

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
