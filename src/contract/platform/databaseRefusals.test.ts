import { expect, test } from 'vitest'
import type { Refusal } from '../../domain/kernel/refusal.ts'
import type { databaseRefusals } from './databaseRefusals.ts'
import type { ValuesOf } from '../shape/sentenceTable.ts'
import { sentenceOfRefusal } from '../shape/refusalSentences.ts'

const examples: ValuesOf<typeof databaseRefusals> = {
  databaseInUse: { folder: '/数据', pid: '4711' },
  databaseFolderUnusable: { folder: '/数据', reason: '磁盘已满' },
  databaseFormatOther: { folder: '/数据', found: '17', needed: '18' },
  databaseLost: { folder: '/数据', found: 0, seen: 120 },
  databaseWontStart: { folder: '/数据', reason: 'could not read' },
  databaseUnreachable: { address: '127.0.0.1:5432/hengping', reason: '拒绝连接' },
  databaseAddressWrong: {},
  databaseSiteRole: { count: 3 },
  databaseTooOld: { found: '13.2', least: '14' },
  migrationChanged: { name: '0001-ground' },
  databaseNewer: { name: '0099-later' },
  migrationForbidden: { role: 'app' },
  backupUnreadable: { path: '/备份.gz' },
  backupDamaged: { reason: '校验值不符' },
  restoreNotEmpty: {},
  restoreFilesThere: { folder: '/数据/files' },
  databaseNotThere: { folder: '/数据' },
}

test.each(Object.entries(examples))(
  '%s says what is the matter, with its values, and what to do',
  (code, values) => {
    const sentence = sentenceOfRefusal({ code, values } as Refusal)
    for (const value of Object.values(values)) expect(sentence).toContain(value)
    expect(sentence).toMatch(/；请/)
  },
)
