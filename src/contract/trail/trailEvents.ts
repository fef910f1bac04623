import type { AccountsEvents } from '../accounts/accountsEvents.ts'
import type { AuditEvents } from '../audit/auditEvents.ts'
import type { ConsequencesEvents } from '../consequences/consequencesEvents.ts'
import type { IntakeEvents } from '../intake/intakeEvents.ts'
import type { PlatformEvents } from '../platform/platformEvents.ts'
import type { ResultsEvents } from '../results/resultsEvents.ts'
import type { RosterEvents } from '../roster/rosterEvents.ts'
import type { SchemeEvents } from '../scheme/schemeEvents.ts'
import type { FilesEvents } from '../files/filesEvents.ts'
import type { LedgerEvents } from '../ledger/ledgerEvents.ts'
import type { DrawEvents } from '../draw/drawEvents.ts'
import type { RoundsEvents } from '../rounds/roundsEvents.ts'
import type { SheetsEvents } from '../sheets/sheetsEvents.ts'
import type { RoutineEvents } from '../routine/routineEvents.ts'
import type { KnowledgeEvents } from '../knowledge/knowledgeEvents.ts'
import type { YearEvents } from '../year/yearEvents.ts'

/** 留痕事件所带的值, by kind: a closed list; each room has its file. */
export interface TrailValues
  extends
    PlatformEvents,
    AccountsEvents,
    AuditEvents,
    SchemeEvents,
    YearEvents,
    ResultsEvents,
    ConsequencesEvents,
    RosterEvents,
    FilesEvents,
    LedgerEvents,
    DrawEvents,
    RoundsEvents,
    SheetsEvents,
    RoutineEvents,
    KnowledgeEvents,
    IntakeEvents {}

/** 留痕事件种类. */
export type TrailKind = keyof TrailValues

/** 留痕事件: what a change did, about which year and unit if any. Values hold no personal data beyond names and posts. */
export type TrailEvent = {
  readonly [K in TrailKind]: {
    readonly kind: K
    readonly values: TrailValues[K]
    readonly year?: number
    readonly unit?: string
  }
}[TrailKind]
