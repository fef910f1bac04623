import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { readSetting, writeSetting } from './installation.store.ts'

/** Names the institution; `staleRevision` if somebody else has just done so. */
export async function nameInstitution(
  tx: Transaction,
  { institution, revision }: { readonly institution: string; readonly revision: number },
): Promise<Done<null> | Refusal> {
  const before = await readSetting(tx, 'institution')
  if (!(await writeSetting(tx, 'institution', institution, revision))) {
    return refuse('staleRevision', {
      what: `本单位名称（现为“${String(before?.value ?? '')}”）`,
      by: '他人',
      at: '刚才',
    })
  }
  const values = { setting: '本单位名称', from: String(before?.value ?? ''), to: institution }
  return { answer: null, events: [{ kind: 'settingChanged', values }] }
}
