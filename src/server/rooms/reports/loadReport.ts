import type { ReportState } from '../../../domain/campaign/report/reportState.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Appraisee } from '../../../domain/year/roster/appointAppraisees.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import {
  appraiseeOf,
  loadReports,
  type ReportContext,
  stateOf,
  type Vetter,
  vettersOf,
} from './reportContext.ts'
import { findReport, type ReportAddress, type ReportRow } from './reports.store.ts'
import { listSteps, type StepRow } from './vetting.store.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** A report loaded for a change: locked, with its state and those who vet it. */
export interface LoadedReport {
  readonly ground: ReportContext
  readonly appraisee: Appraisee
  readonly row: ReportRow | undefined
  readonly vetters: readonly Vetter[]
  readonly steps: readonly StepRow[]
  readonly state: ReportState
}

/** Loads a report for a change; a revision of 0 means that nothing is stored yet. `noReports`, `noSuchUnit`, `notReporting`, `staleRevision`. */
export async function loadReport(
  tx: Transaction,
  address: ReportAddress,
  revision?: number,
): Promise<LoadedReport | Refusal> {
  const ground = await loadReports(tx, address.year)
  if (isRefusal(ground)) return ground
  const appraisee = appraiseeOf(ground, address.unit)
  if (isRefusal(appraisee)) return appraisee
  const row = await findReport(tx, address, true)
  if (revision !== undefined && (row?.revision ?? 0) !== revision) return staleReport(row)
  const vetters = vettersOf(ground, appraisee)
  const steps = row === undefined ? [] : await listSteps(tx, address)
  return { ground, appraisee, row, vetters, steps, state: stateOf(row, vetters, steps) }
}

/** Refuses because somebody else changed the report first. */
export function staleReport(row: ReportRow | undefined): Refusal {
  return staleRevision('这份述职报告', row?.savedBy, row?.savedAt)
}
