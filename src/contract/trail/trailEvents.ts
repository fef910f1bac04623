import type { AccountsEvents } from './accountsEvents.ts'
import type { AuditEvents } from './auditEvents.ts'
import type { ConsequencesEvents } from './consequencesEvents.ts'
import type { IntakeEvents } from './intakeEvents.ts'
import type { PlatformEvents } from './platformEvents.ts'
import type { ResultsEvents } from './resultsEvents.ts'
import type { RosterEvents } from './rosterEvents.ts'
import type { SchemeEvents } from './schemeEvents.ts'
import type { FilesEvents } from './filesEvents.ts'
import type { LedgerEvents } from './ledgerEvents.ts'
import type { DrawEvents } from './drawEvents.ts'
import type { RoundsEvents } from './roundsEvents.ts'
import type { SheetsEvents } from './sheetsEvents.ts'
import type { RoutineEvents } from './routineEvents.ts'
import type { KnowledgeEvents } from './knowledgeEvents.ts'
import type { YearEvents } from './yearEvents.ts'

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
