import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readGrants } from '../../office/accounts/accounts.store.ts'
import { type InspectorFields, createInspectorCheck } from './checkInspector.ts'
import {
  conflictsOfInspector,
  findInspector,
  insertInspectors,
  saveInspector,
  type StoredInspector,
} from './inspectors.store.ts'
import { type Stamp, stampOf } from './plan.store.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

interface Added {
  readonly added: { id: string; name: string }[]
}

/** Adds inspectors, all or none. `noSuchUnit`, `inspectorAccountUnfit`, `inspectorAccountTaken`, `inspectorNameTaken`. */
export async function addInspectors(
  tx: Transaction,
  context: AppContext,
  year: number,
  inspectors: readonly InspectorFields[],
  { by, at }: Stamp,
  from: 'form' | 'workbook' = 'form',
): Promise<Done<Added> | Refusal> {
  const closed = await whyYearClosed(tx, year)
  if (closed !== undefined) return closed
  const check = await createInspectorCheck(tx, year)
  for (const fields of inspectors) {
    const wrong = check.take(fields)
    if (wrong !== undefined) return wrong
  }
  const rows = inspectors.map(fields => ({
    id: context.newId(),
    ...columnsOf(fields),
    changedBy: by,
    changedAt: at.toISOString(),
  }))
  await insertInspectors(tx, rows)
  const added = rows.map(({ id, name }) => ({ id, name }))
  return {
    answer: { added },
    events: [{ kind: 'inspectorsAdded', year, values: { names: added.map(one => one.name), from } }],
  }
}

/** Edits an inspector; refuses a move to a unit that they are still assigned to inspect. `inspectorStillAssigned`, `staleRevision`. */
export function editInspector({
  context,
  actor,
  change,
  params: { year, inspector: id },
  body: { revision, active, ...fields },
}: Served<'PUT /api/years/:year/inspectors/:inspector'>): Promise<
  { id: string; revision: number } | Refusal
> {
  const { by, at } = stampOf(context, actor)
  return change<{ id: string; revision: number }>(async tx => {
    const closed = await whyYearClosed(tx, year)
    if (closed !== undefined) return closed
    const before = await findInspector(tx, id)
    if (before === undefined || before.serves !== 'committee')
      return refuse('notFound', { what: '这名核查人员' })
    if (before.revision !== revision)
      return staleRevision(`核查人员“${before.name}”`, before.changedBy, before.changedAt)
    const check = await createInspectorCheck(tx, year)
    const wrong = check.take(fields, id) ?? (await whyStillAssigned(tx, id, fields))
    if (isRefusal(wrong)) return wrong
    const saved = await saveInspector(tx, id, {
      ...columnsOf(fields),
      active,
      changedBy: by,
      changedAt: at.toISOString(),
    })
    const changes = describeChanges(before, fields, active, unit =>
      unit === null ? '无' : (check.names.get(unit) ?? unit),
    )
    return {
      answer: { id, revision: saved },
      events: [{ kind: 'inspectorChanged', year, values: { name: before.name, changes } }],
    }
  })
}

const TOLD = 3

async function whyStillAssigned(
  tx: Transaction,
  id: string,
  { name, account, homeUnit, leadGroup }: InspectorFields,
): Promise<Refusal | undefined> {
  const granted = account === undefined ? [] : (await readGrants(tx, account)).map(grant => grant.unit)
  const homes = [homeUnit, leadGroup, ...granted].filter(unit => unit !== undefined)
  const units = await conflictsOfInspector(tx, id, homes)
  if (units.length === 0) return undefined
  const told = units.slice(0, TOLD).map(unit => unit.name)
  return refuse('inspectorStillAssigned', {
    inspector: name,
    total: units.length,
    units: `${told.join('、')}${units.length > TOLD ? '等' : ''}`,
  })
}

function columnsOf({ name, account, homeUnit, leadGroup }: InspectorFields) {
  return { name, account: account ?? null, homeUnit: homeUnit ?? null, leadGroup: leadGroup ?? null }
}

function describeChanges(
  before: StoredInspector,
  fields: InspectorFields,
  active: boolean,
  nameOf: (unit: string | null) => string,
): readonly string[] {
  const after = columnsOf(fields)
  const changes = [
    ...(before.name === after.name ? [] : [`姓名改为${after.name}`]),
    ...(before.account === after.account ? [] : [after.account === null ? '不再关联账号' : '改了关联的账号']),
    ...(before.homeUnit === after.homeUnit
      ? []
      : [`所在单位由${nameOf(before.homeUnit)}改为${nameOf(after.homeUnit)}`]),
    ...(before.leadGroup === after.leadGroup
      ? []
      : [`另须回避的系统由${nameOf(before.leadGroup)}改为${nameOf(after.leadGroup)}`]),
    ...(before.active === active ? [] : [active ? '恢复派出' : '停止派出']),
  ]
  return changes.length === 0 ? ['没有改动'] : changes
}
