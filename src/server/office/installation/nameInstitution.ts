import type { Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { readSetting, writeSetting } from './installation.store.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** Names the institution and the address at which others open the pages; `staleRevision` if somebody else has just done so. */
export async function nameInstitution(
  tx: Transaction,
  {
    institution,
    address: typed,
    revision,
  }: { readonly institution: string; readonly address: string; readonly revision: number },
): Promise<Done<null> | Refusal> {
  const before = await readSetting(tx, 'institution')
  if (!(await writeSetting(tx, 'institution', institution, revision))) {
    return staleRevision(`本单位名称（现为“${String(before?.value ?? '')}”）`)
  }
  const known = await readSetting(tx, 'address')
  const was = String(known?.value ?? '')
  const address = wholeAddress(typed)
  if (address !== was) await writeSetting(tx, 'address', address, known?.revision ?? 0)
  const values = { setting: '本单位名称', from: String(before?.value ?? ''), to: institution }
  return {
    answer: null,
    events: [
      { kind: 'settingChanged', values },
      ...(address === was
        ? []
        : [{ kind: 'settingChanged', values: { setting: '访问网址', from: was, to: address } } as const]),
    ],
  }
}

/** Completes an address as people write it: with its protocol, without a slash at the end. */
function wholeAddress(typed: string): string {
  const bare = typed.trim().replace(/\/+$/, '')
  return bare === '' || /^https?:\/\//.test(bare) ? bare : `http://${bare}`
}
