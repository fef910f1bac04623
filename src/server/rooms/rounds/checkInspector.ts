import { comparable } from '../../../domain/kernel/comparable.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { createNames } from '../../../files/lists/matchNames.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import {
  type InspectorAccount,
  inspectorAccounts,
  listInspectors,
  type StoredInspector,
} from './inspectors.store.ts'
import { unitNames } from '../../office/roster/unit.store.ts'

/** The fields of an inspector. */
export interface InspectorFields {
  readonly name: string
  readonly account?: string
  readonly homeUnit?: string
  readonly leadGroup?: string
}

/** A check of inspectors against the existing ones; each accepted inspector counts in the checks that follow. */
export interface InspectorCheck {
  readonly accounts: readonly InspectorAccount[]
  readonly names: ReadonlyMap<string, string>
  /** the id of a unit, by name or id. */
  readonly unitOf: ReturnType<typeof createNames>
  take(fields: InspectorFields, besides?: string): Refusal | undefined
}

/** Creates a check of inspectors: units are on the roster, accounts have the role, and nobody occurs twice. */
export async function createInspectorCheck(tx: Transaction, year: number): Promise<InspectorCheck> {
  const accounts = await inspectorAccounts(tx)
  const names = await unitNames(tx, year)
  const known: Pick<StoredInspector, 'id' | 'name' | 'account' | 'homeUnit'>[] = [
    ...(await listInspectors(tx)),
  ]
  return {
    accounts,
    names,
    unitOf: createNames([...names].map(([id, name]) => ({ id, name }))),
    take(fields, besides) {
      const { name, account, homeUnit, leadGroup } = fields
      for (const unit of [homeUnit, leadGroup])
        if (unit !== undefined && !names.has(unit)) return refuse('noSuchUnit', { unit })
      const others = known.filter(one => one.id !== besides)
      if (account !== undefined) {
        const found = accounts.find(one => one.id === account)
        if (found === undefined) return refuse('inspectorAccountUnfit', { account })
        const holder = others.find(one => one.account === account)
        if (holder !== undefined)
          return refuse('inspectorAccountTaken', { account: found.username, inspector: holder.name })
      }
      if (
        others.some(one => comparable(one.name) === comparable(name) && one.homeUnit === (homeUnit ?? null))
      )
        return refuse('inspectorNameTaken', { name })
      if (besides === undefined)
        known.push({ id: '', name, account: account ?? null, homeUnit: homeUnit ?? null })
      return undefined
    },
  }
}
